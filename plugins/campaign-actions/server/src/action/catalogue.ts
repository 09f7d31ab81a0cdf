import type { Knex } from 'knex';
import { createLedgerStore, type Numbers } from '../counter/store';
import { durably } from '../database';
import { after, createFresh, type Soon } from '../fresh';
import { inBestLocale, localeChain } from '../publication/locale';
import type { Address } from '../publication/store';
import type { Policy } from './policy';
import { createPolicyStore, type FormVersion, type Pulse } from './policy-store';

/**
 * An action that is or was published, as signing and counting see it. The very same object as long
 * as nothing about it changes.
 */
export interface CatalogueEntry {
  policy: Policy;
  /** As they are published. */
  numbers: Numbers;
}

/**
 * Every action that was ever published, in memory. It reads again when it is asked and older than a
 * second, with one query whatever the number of actions and readers; policies only when their
 * version moved. Former slugs are read in the same way, and only for names that nothing has now: so
 * however many made-up names arrive, they cost one query a second. Reading also moves what is
 * published in steps and due.
 */
export interface Catalogue {
  /** By documentId, else by a slug in the nearest locale or any, else by one of former times. */
  find(id: string, locale?: string | null): Soon<CatalogueEntry | null>;
  /** A form version of an action; null when there is none such. */
  form(action: string, version: string): Soon<FormVersion | null>;
  /** Reads again at the next question: this node has just changed something. */
  forget(): void;
}

const MOST_FORMS = 2000;

type Entry = CatalogueEntry & { version: number };
type Entries = Map<string, Entry>;
type Slugs = Map<string, Address[]>;

interface Present {
  entries: Entries;
  /** Of what is published; a slug of something unpublished must not hide it. */
  slugs: Slugs;
  unpublishedSlugs: Slugs;
}

const NOTHING: Present = { entries: new Map(), slugs: new Map(), unpublishedSlugs: new Map() };

/** For how long a form version is taken for good without looking whether an editor withdrew it. */
const FORM_FRESH_MS = 10_000;

const bySlug = (addresses: readonly Address[]): Slugs => {
  const slugs: Slugs = new Map();
  for (const address of addresses) {
    if (!address.slug) continue;
    const there = slugs.get(address.slug);
    if (there) there.push(address);
    else slugs.set(address.slug, [address]);
  }
  return slugs;
};

const addressesOf = ({ policy }: CatalogueEntry): Address[] =>
  Object.entries(policy.locales).map(([locale, { slug }]) => ({
    documentId: policy.action,
    locale,
    slug,
  }));

/** One slug may stand for several actions, one in each locale. */
const nearestOf = (
  entries: Entries,
  addresses: readonly Address[],
  asked: string | null | undefined,
): CatalogueEntry | null => {
  const [first] = addresses;
  if (!first) return null;
  if (addresses.every(({ documentId }) => documentId === first.documentId))
    return entries.get(first.documentId) ?? null;
  const there = addresses.flatMap(({ documentId, locale }) => {
    const entry = entries.get(documentId);
    return entry ? [{ entry, locale }] : [];
  });
  const usual = there[0]?.entry.policy.defaultLocale ?? '';
  return inBestLocale(there, localeChain(asked, usual))?.entry ?? null;
};

const isSame = (entry: Entry | undefined, { version, numbers }: Pulse): entry is Entry =>
  entry?.version === version &&
  entry.numbers.revision === numbers.revision &&
  entry.numbers.signatures === numbers.signatures &&
  entry.numbers.offset === numbers.offset;

const slugsOf = (entries: Entries): Omit<Present, 'entries'> => {
  const all = [...entries.values()];
  const isPublished = ({ policy }: CatalogueEntry) => policy.unpublishedAt === null;
  return {
    slugs: bySlug(all.filter(isPublished).flatMap(addressesOf)),
    unpublishedSlugs: bySlug(all.filter((each) => !isPublished(each)).flatMap(addressesOf)),
  };
};

/** @param pastAddresses every slug that an action had once, the one given up last first */
export const createCatalogue = (
  knex: Knex,
  pastAddresses: () => Promise<Address[]>,
  clock: () => number = Date.now,
): Catalogue => {
  const policies = createPolicyStore(knex);
  const forms = new Map<string, { found: FormVersion; at: number }>();

  const stepped = async (pulse: Pulse): Promise<Pulse> => {
    if (!pulse.due) return pulse;
    // A database that cannot be written to still says what it said.
    const moved = await durably(knex, (trx) => createLedgerStore(trx).step(pulse.action)).catch(
      () => null,
    );
    return moved ? { ...pulse, numbers: moved } : pulse;
  };

  const readPresent = async (before: Present): Promise<Present> => {
    const { entries } = before;
    const pulses = await policies.pulses();
    const rewritten = pulses.filter(
      ({ action, version }) => entries.get(action)?.version !== version,
    );
    const changed = new Map(
      (await policies.readMany(rewritten.map(({ action }) => action))).map((policy) => [
        policy.action,
        policy,
      ]),
    );
    const next: Entries = new Map();
    for (const each of pulses) {
      const pulse = await stepped(each);
      const { action, version, numbers } = pulse;
      const known = entries.get(action);
      const policy = changed.get(action) ?? known?.policy;
      if (isSame(known, pulse)) next.set(action, known);
      else if (policy) next.set(action, { policy, numbers, version });
    }
    const samePolicies = rewritten.length === 0 && next.size === entries.size;
    return samePolicies ? { ...before, entries: next } : { entries: next, ...slugsOf(next) };
  };

  const present = createFresh(NOTHING, readPresent, clock);
  const past = createFresh<Slugs>(new Map(), async () => bySlug(await pastAddresses()), clock);

  const findIn = (
    { entries, slugs, unpublishedSlugs }: Present,
    id: string,
    locale: string | null | undefined,
  ): Soon<CatalogueEntry | null> => {
    const known = entries.get(id);
    if (known) return known;
    const addresses = slugs.get(id) ?? unpublishedSlugs.get(id);
    if (addresses) return nearestOf(entries, addresses, locale);
    return after(past.get(), (pastSlugs) => nearestOf(entries, pastSlugs.get(id) ?? [], locale));
  };

  return {
    find: (id, locale) => after(present.get(), (there) => findIn(there, id, locale)),
    form(action, version) {
      const key = `${action}|${version}`;
      const known = forms.get(key);
      if (known && clock() - known.at < FORM_FRESH_MS) return known.found;
      return policies.formVersion(action, version).then((found) => {
        if (forms.size >= MOST_FORMS) forms.clear();
        if (found) forms.set(key, { found, at: clock() });
        return found;
      });
    },
    forget() {
      forms.clear();
      present.forget();
      past.forget();
    },
  };
};
