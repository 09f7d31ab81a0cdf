import { LEDGER } from '../counter/tables';
import type { Connection } from '../database';
import { inBestLocale, localeChain } from '../publication/locale';
import type { Address } from '../publication/store';
import { createFresh } from '../fresh';
import type { Policy } from './policy';
import { createPolicyStore, type FormVersion } from './policy-store';
import { POLICIES } from './tables';

/** The ledger's numbers of one action, as last read. */
export interface Numbers {
  signatures: number;
  offset: number;
  revision: number;
}

/** An action that is or was published, as signing and counting see it. */
export interface CatalogueEntry {
  policy: Policy;
  numbers: Numbers;
}

/**
 * Every action that was ever published, in memory. It reads again when it is asked and older than a
 * second, with one query whatever the number of actions and readers; policies only when their
 * version moved. Former slugs are read in the same way, and only for names that nothing has now: so
 * however many made-up names arrive, they cost one query a second.
 */
export interface Catalogue {
  /** By documentId, else by a slug in the nearest locale or any, else by one of former times. */
  find(id: string, locale?: string | null): Promise<CatalogueEntry | null>;
  /** A form version of an action; null when there is none such. */
  form(action: string, version: string): Promise<FormVersion | null>;
  /** Reads again at the next question: this node has just changed something. */
  forget(): void;
}

const MOST_FORMS = 2000;

interface PulseRow {
  action: string;
  version: number;
  signatures: number | null;
  offset: number | null;
  revision: number | null;
}

type Entries = Map<string, CatalogueEntry & { version: number }>;
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
  const there = addresses.flatMap(({ documentId, locale }) => {
    const entry = entries.get(documentId);
    return entry ? [{ entry, locale }] : [];
  });
  const usual = there[0]?.entry.policy.defaultLocale ?? '';
  return inBestLocale(there, localeChain(asked, usual))?.entry ?? null;
};

/** @param pastAddresses every slug that an action had once, the one given up last first */
export const createCatalogue = (
  connection: Connection,
  pastAddresses: () => Promise<Address[]>,
  clock: () => number = Date.now,
): Catalogue => {
  const policies = createPolicyStore(connection);
  const forms = new Map<string, { found: FormVersion; at: number }>();

  const readPresent = async (before: Present): Promise<Present> => {
    const { entries } = before;
    const rows: PulseRow[] = await connection(POLICIES)
      .leftJoin(LEDGER, `${LEDGER}.action`, `${POLICIES}.action`)
      .select(
        `${POLICIES}.action as action`,
        `${POLICIES}.version as version`,
        `${LEDGER}.signatures as signatures`,
        `${LEDGER}.offset as offset`,
        `${LEDGER}.revision as revision`,
      );
    const moved = rows.filter((row) => entries.get(row.action)?.version !== row.version);
    const changed = new Map(
      (moved.length > 0 ? await policies.readMany(moved.map((row) => row.action)) : []).map(
        (policy) => [policy.action, policy],
      ),
    );
    const next: Entries = new Map();
    for (const { action, version, signatures, offset, revision } of rows) {
      const policy = changed.get(action) ?? entries.get(action)?.policy;
      if (!policy) continue;
      const numbers = { signatures: signatures ?? 0, offset: offset ?? 0, revision: revision ?? 0 };
      next.set(action, { policy, numbers, version });
    }
    const same = moved.length === 0 && next.size === entries.size;
    if (same) return { ...before, entries: next };
    const all = [...next.values()];
    const isPublished = ({ policy }: CatalogueEntry) => policy.unpublishedAt === null;
    return {
      entries: next,
      slugs: bySlug(all.filter(isPublished).flatMap(addressesOf)),
      unpublishedSlugs: bySlug(all.filter((each) => !isPublished(each)).flatMap(addressesOf)),
    };
  };

  const present = createFresh(NOTHING, readPresent, clock);
  const past = createFresh<Slugs>(new Map(), async () => bySlug(await pastAddresses()), clock);

  return {
    async find(id, locale) {
      const { entries, slugs, unpublishedSlugs } = await present.get();
      const known = entries.get(id);
      if (known) return known;
      const addresses =
        slugs.get(id) ?? unpublishedSlugs.get(id) ?? (await past.get()).get(id) ?? [];
      return nearestOf(entries, addresses, locale);
    },
    async form(action, version) {
      const key = `${action}|${version}`;
      const known = forms.get(key);
      if (known && clock() - known.at < FORM_FRESH_MS) return known.found;
      const found = await policies.formVersion(action, version);
      if (forms.size >= MOST_FORMS) forms.clear();
      if (found) forms.set(key, { found, at: clock() });
      return found;
    },
    forget() {
      present.forget();
      past.forget();
    },
  };
};
