import type { Knex } from 'knex';
import { createPolicyStore } from '../action/policy-store';
import { createAuditStore } from '../audit/store';
import { createLedgerStore } from '../counter/store';
import { durably, forgetOldPages } from '../database';
import type { OperatorKeys } from '../privacy';
import { createDataKeyStore } from '../privacy/store';
import { unreadable } from '../privacy/unreadable';
import type { Suppression, Vault } from '../privacy/vault';
import { createEraseStore } from '../signature/erase-store';
import { counts, sumByAction } from '../signature/rows';
import { createRegisterStore } from '../signature/register-store';
import { createSubmissionStore } from '../signature/submission-store';
import { createSuppressionStore } from '../signature/suppression-store';
import { dayOf } from '../signature/sign';
import { type OpenSignature, keptIn, suppressionOf } from '../signature/withdraw';
import { type Erasure, type ErasureDeed, readLine } from './line';
import type { Replayed } from './replayed';
import { createErasureStore } from './store';

export interface ReplayUses {
  knex: Knex;
  vault: Vault;
  keys: Pick<OperatorKeys, 'shred' | 'shreddable'>;
  now: Date;
}

const AT_ONCE = 250;

interface LeftInPeace {
  action: string;
  suppression: Suppression;
}

/**
 * Does again, after a backup was restored, what the journal says was done since it was made. A portion
 * at a time, each in one transaction with the ledger; repeated, it changes nothing.
 */
export const replay = async (uses: ReplayUses, lines: AsyncIterable<string>): Promise<Replayed> => {
  const done: Replayed = {
    lines: 0,
    deleted: 0,
    anonymised: 0,
    shredded: 0,
    closed: 0,
    signedSince: [],
    leftInPeace: 0,
    wrongLines: [],
  };
  let portion: Erasure[] = [];
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line === '') continue;
    const erasure = readLine(line);
    if (!erasure) {
      done.wrongLines.push(number);
      continue;
    }
    done.lines += 1;
    portion.push(erasure);
    if (portion.length < AT_ONCE) continue;
    await replayPortion(uses, portion, done);
    portion = [];
  }
  await replayPortion(uses, portion, done);
  await conclude(uses, done);
  return done;
};

const idsOf = (portion: Erasure[], deeds: ErasureDeed[]): Buffer[] =>
  portion.filter(({ deed }) => deeds.includes(deed)).map(({ id }) => id);

const replayPortion = async (
  uses: ReplayUses,
  portion: Erasure[],
  done: Replayed,
): Promise<void> => {
  if (portion.length === 0) return;
  const ofRows = portion.filter(({ deed }) => deed !== 'shredded');
  const suppressions = await suppressionsOf(uses, idsOf(portion, ['rejected']));
  await durably(uses.knex, async (trx) => {
    const erase = createEraseStore(trx);
    const takenBack = idsOf(portion, ['withdrawn', 'rejected']);
    done.deleted += await erase.removeSubmissions(idsOf(portion, ['erased']));
    done.deleted += await erase.removeSealedSubmissions(takenBack);
    const removed = await erase.removeSignatures(takenBack);
    done.deleted += removed.length;
    done.anonymised += await erase.anonymise(idsOf(portion, ['erased']));
    await erase.removeMail(ofRows.map(({ id }) => id));
    for (const { action, suppression } of suppressions)
      await createSuppressionStore(trx).add(action, suppression, dayOf(uses.now));
    done.leftInPeace += suppressions.length;
    await createErasureStore(trx).noteMissing(portion);
    const moves = removed
      .filter(({ state }) => counts(state))
      .map(({ action }) => ({ action, by: -1 }));
    for (const [action, by] of sumByAction(moves)) await createLedgerStore(trx).move(action, by);
  });
  for (const { id, deed, day } of portion)
    if (deed === 'shredded') await shredAgain(uses, id.toString(), day, done);
};

/** What came later than the line is not what the line is about. */
const shredAgain = async (
  { knex, keys }: ReplayUses,
  action: string,
  day: string,
  done: Replayed,
): Promise<void> => {
  const found = await keys.shreddable(action);
  if (!found) {
    // Else it would be signed, and the next replay destroy what came in.
    if (await durably(knex, (trx) => createPolicyStore(trx).closeForGood(action))) done.closed += 1;
    return;
  }
  if (found.destroyed && found.signatures + found.submissions === 0) return;
  const since = await createDataKeyStore(knex).firstDay(action);
  if (since !== null && since > day) {
    done.signedSince.push(action);
    return;
  }
  await keys.shred(action, () => undefined);
  done.shredded += 1;
};

/** Of rows that are back, so that whoever said "this was not me" is not mailed again. */
const suppressionsOf = async (
  { knex, vault }: ReplayUses,
  ids: Buffer[],
): Promise<LeftInPeace[]> => {
  const found: LeftInPeace[] = [];
  // What cannot be opened or hashed for want of a key is deleted all the same.
  const open: OpenSignature = ({ id, action, sealed }) =>
    vault.open(action, id, sealed).catch(() => null);
  for (const id of ids) {
    const submission = await createSubmissionStore(knex).read(id);
    const signature = await createRegisterStore(knex).read(id);
    // What was rejected here, and not brought back, has nothing sealed any more.
    if (!submission?.sealed && !signature) continue;
    const action = submission?.action ?? signature?.action ?? '';
    const suppression = await suppressionOf(vault, open, { submission, signature }).catch(
      (error: unknown) => {
        if (!unreadable(error)) throw error;
        return keptIn(submission);
      },
    );
    if (suppression) found.push({ action, suppression });
  }
  return found;
};

const conclude = async ({ knex }: ReplayUses, done: Replayed): Promise<void> => {
  const { lines, deleted, anonymised, shredded, closed, leftInPeace } = done;
  if (deleted + anonymised + shredded + closed === 0) return;
  await durably(knex, (trx) =>
    createAuditStore(trx).write({
      who: 'command line',
      deed: 'erasures.replay',
      action: null,
      details: { lines, deleted, anonymised, shredded, closed, leftInPeace },
    }),
  );
  await forgetOldPages(knex);
};
