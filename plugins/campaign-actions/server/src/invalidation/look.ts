import type { Conditions } from '../../../contracts/panel-invalidations';
import type { Vault } from '../privacy/vault';
import type { Person } from '../signature/person';
import type { RegisterRow } from '../signature/rows';
import { type Networks, meansPerson, meansRow, needsOpening } from './conditions';
import type { InvalidatingStore } from './register-store';

export interface LookUses {
  vault: Pick<Vault, 'openOrWhy'>;
  register: Pick<InvalidatingStore, 'page' | 'networksOf' | 'crowdedNetworks'>;
}

/** What one portion of a look found. */
export interface Seen {
  looked: number;
  unreadable: number;
  meant: RegisterRow[];
  /** Where the next portion begins; null: there is none. */
  cursor: Buffer | null;
}

const PAGE = 500;

export const networksAsked = async (
  { register }: LookUses,
  action: string,
  { sameNetworkAs, moreThanFromNetwork }: Conditions,
): Promise<Networks> => ({
  same: sameNetworkAs
    ? new Set(
        await register.networksOf(
          action,
          sameNetworkAs.map((id) => Buffer.from(id, 'hex')),
        ),
      )
    : null,
  crowded: moreThanFromNetwork
    ? new Set(await register.crowdedNetworks(action, moreThanFromNetwork))
    : null,
});

/** Looks at the next signatures of an action, and opens those for which the rest speaks. */
export const lookOn = async (
  { vault, register }: LookUses,
  action: string,
  asked: { conditions: Conditions; networks: Networks },
  after: Buffer | null,
): Promise<Seen> => {
  const rows = await register.page(action, after, PAGE);
  const meant: RegisterRow[] = [];
  let unreadable = 0;
  for (const row of rows) {
    if (!meansRow(asked.conditions, asked.networks, row)) continue;
    if (needsOpening(asked.conditions)) {
      const person = await opened(vault, row);
      if (!person) unreadable += 1;
      if (!person || !meansPerson(asked.conditions, person)) continue;
    }
    meant.push(row);
  }
  const last = rows.length === PAGE ? rows.at(-1) : undefined;
  return { looked: rows.length, unreadable, meant, cursor: last?.email_index ?? null };
};

/** Null for one that was altered, or whose key is gone: it must not keep the others waiting. */
const opened = async (
  vault: LookUses['vault'],
  { action, id, sealed }: RegisterRow,
): Promise<Person | null> =>
  sealed && ((await vault.openOrWhy(action, id, sealed)).opened as Person | null);
