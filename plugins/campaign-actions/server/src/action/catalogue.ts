import type { Connection } from '../database';
import { LEDGER } from '../counter/tables';
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
 * version moved.
 */
export interface Catalogue {
  /** By documentId, else by a slug in the asked locale, the default one, or any. */
  find(id: string, locale?: string | null): Promise<CatalogueEntry | null>;
  /** A form version of an action; null when there is none such. */
  form(action: string, version: string): Promise<FormVersion | null>;
  /** Reads again at the next question: this node has just changed something. */
  forget(): void;
}

const FRESH_MS = 1000;
const MOST_FORMS = 2000;

interface PulseRow {
  action: string;
  version: number;
  signatures: number | null;
  offset: number | null;
  revision: number | null;
}

export const createCatalogue = (
  connection: Connection,
  clock: () => number = Date.now,
): Catalogue => {
  const policies = createPolicyStore(connection);
  let entries = new Map<string, CatalogueEntry & { version: number }>();
  let readAt = Number.NEGATIVE_INFINITY;
  let generation = 0;
  let reading: { generation: number; done: Promise<void> } | null = null;
  const forms = new Map<string, FormVersion>();

  const read = async (): Promise<void> => {
    const startedAt = clock();
    const startedIn = generation;
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
    const next: typeof entries = new Map();
    for (const { action, version, signatures, offset, revision } of rows) {
      const policy = changed.get(action) ?? entries.get(action)?.policy;
      if (!policy) continue;
      const numbers = { signatures: signatures ?? 0, offset: offset ?? 0, revision: revision ?? 0 };
      next.set(action, { policy, numbers, version });
    }
    entries = next;
    // A change made while we were reading may be missing in what was read.
    if (startedIn === generation) readAt = startedAt;
  };

  const refresh = async (): Promise<void> => {
    if (clock() - readAt < FRESH_MS) return;
    if (reading?.generation !== generation) {
      const mine = { generation, done: read() };
      reading = mine;
      void mine.done
        .catch(() => undefined)
        .finally(() => {
          if (reading === mine) reading = null;
        });
    }
    await reading.done;
  };

  const bySlug = (slug: string, locale?: string | null): CatalogueEntry | null => {
    const all = [...entries.values()];
    const inLocale = (wanted: string | null) =>
      wanted ? all.find(({ policy }) => policy.locales[wanted]?.slug === slug) : undefined;
    const [first] = all;
    return (
      inLocale(locale ?? null) ??
      inLocale(first?.policy.defaultLocale ?? null) ??
      all.find(({ policy }) => Object.values(policy.locales).some((each) => each.slug === slug)) ??
      null
    );
  };

  return {
    async find(id, locale) {
      await refresh();
      return entries.get(id) ?? bySlug(id, locale);
    },
    async form(action, version) {
      const key = `${action}|${version}`;
      const known = forms.get(key);
      if (known) return known;
      const found = await policies.formVersion(action, version);
      if (found && forms.size < MOST_FORMS) forms.set(key, found);
      return found;
    },
    forget() {
      generation += 1;
      readAt = Number.NEGATIVE_INFINITY;
    },
  };
};
