import { createAuditStore } from '../audit/store';
import { Outdated, durably, faultOf } from '../database';
import { isSamePlace } from '../privacy/email-index';
import { createEpochStore } from '../privacy/epochs';
import { type IndexMove, createIndexMoveStore } from './index-move-store';
import { type MoveUses, clear, fill, swap } from './index-steps';

const MOST_TRIES = 20;

/** What came of one action. */
export interface Moved {
  action: string;
  /** `asks`: all is made ready, and somebody has to agree to what follows. */
  outcome: 'moved' | 'there' | 'asks';
  /** Signatures that turn out to be second ones of an address. */
  seconds: number;
  /** Signatures that do not open, so that nobody can say whose they are. */
  unreadable: number;
}

/**
 * Moves an action's email index to the present key and table of spellings, while servers go on taking
 * signatures. `filling`: every new row stands under both indexes, and the old ones get their second;
 * `swapping`: new rows stand under the next one alone, and the old ones take it as their first;
 * `clearing`: no second ones are left behind. Each step begins a new epoch, so no server stores
 * anything by the rules of the step before. At every moment an address finds its row by an index that
 * is unique in the database, so nobody counts twice. Killed anywhere, the next run goes on.
 *
 * Where two rows turn out to be of one address, the older keeps the index and the other is invalidated.
 *
 * @param agreed to that, and that rows which do not open lose their index; else it stops before
 */
export const moveIndex = async (
  uses: MoveUses,
  action: string,
  agreed: boolean,
): Promise<Moved> => {
  const moved: Moved = { action, outcome: 'moved', seconds: 0, unreadable: 0 };
  const { present } = uses.hashes;
  for (let tries = 0; ;) {
    const move = await createIndexMoveStore(uses.knex).read(action);
    if (!move) return { ...moved, outcome: 'there' };
    try {
      const { index, next, step } = move;
      if (!step || !next) {
        if (isSamePlace(index, present))
          return tries === 0 ? { ...moved, outcome: 'there' } : moved;
        await begin(uses, move, { step: 'filling', index, next: present });
      } else if (step === 'filling') {
        Object.assign(moved, await fill(uses, move, next));
        if (moved.seconds + moved.unreadable > 0 && !agreed) return { ...moved, outcome: 'asks' };
        await begin(uses, move, { step: 'swapping', index, next });
      } else if (step === 'swapping') {
        await swap(uses, move, next);
        await begin(uses, move, { step: 'clearing', index: next, next });
      } else {
        await clear(uses, move);
        await begin(uses, move, { step: null, index, next: null });
      }
      tries = 1;
    } catch (error) {
      // Another run, or a signature, came in between: what is in the database says where to go on.
      if (!(error instanceof Outdated) && faultOf(error) === 'database') throw error;
      tries += 1;
      if (tries > MOST_TRIES) throw error;
    }
  }
};

/** @throws Outdated when somebody else has begun a step meanwhile */
const begin = (
  { knex }: MoveUses,
  { action, epoch, step: from }: IndexMove,
  to: Pick<IndexMove, 'step' | 'index' | 'next'>,
): Promise<void> =>
  durably(knex, async (trx) => {
    if ((await createEpochStore(trx).begin(action)) !== epoch + 1) throw new Outdated();
    await createIndexMoveStore(trx).set(action, to);
    const details = { from, to: to.step, ...(to.next ?? to.index) };
    const line = { who: 'command line', deed: 'keys.reindex', action, details } as const;
    await createAuditStore(trx).write(line);
  });
