import fc from 'fast-check';
import { startAnotherNode } from '../another-node';
import { type Command, command, isFound, noteConfirmed, person, statusOf } from './model-command';
import type { Model, Real, Sent } from './model-state';

export const restart: fc.Arbitrary<Command> = fc.constant(
  command('restart', async (_model, { stage, shared }) => {
    if (shared.restarts === 0) return;
    shared.restarts -= 1;
    await stage.restart();
  }),
);

/** What came of what was sent to a server that was killed: nobody knows of those without an answer. */
const answered = (answers: PromiseSettledResult<number>[]): number[] =>
  answers.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));

const adoptSigned = async (model: Model, real: Real, who: number, sent: number, taken: number) => {
  const fresh = await real.fresh(model);
  const stored = model.state === 'open' && !model.suppressed.has(who);
  const direct = model.confirmation === 'none';
  const most = direct ? (isFound(model, who) ? 0 : 1) : sent;
  expect(fresh.length).toBeGreaterThanOrEqual(stored ? Math.min(taken, most) : 0);
  expect(fresh.length).toBeLessThanOrEqual(stored ? most : 0);
  for (const id of fresh) {
    model.sent.push({ person: who, id, state: direct ? 'direct' : 'waiting' });
    if (direct) model.rows.set(id, { person: who, state: 'counted' });
  }
};

const adoptConfirmed = async (model: Model, real: Real, sent: Sent, taken: number) => {
  const state = await real.stateOf(sent.id);
  if (taken > 0) expect(state).toBe('done');
  if (state === 'done') noteConfirmed(model, sent);
};

/** Resolves with the `nth` of them that is answered, or when all have settled. */
const nthAnswer = (nth: number, asked: Promise<number>[]): Promise<void> =>
  new Promise((resolve) => {
    let left = nth;
    const note = (): void => {
      left -= 1;
      if (left <= 0) resolve();
    };
    for (const each of asked) each.then(note, () => undefined);
    void Promise.allSettled(asked).then(() => resolve());
  });

/** A server on the same database, killed while some have their answer and others wait for theirs. */
export const crash: fc.Arbitrary<Command> = fc
  .tuple(person, fc.integer({ min: 2, max: 20 }), fc.integer({ min: 1, max: 3 }))
  .map(([who, times, nth]) =>
    command(`crash at answer ${nth} of ${who} × ${times}`, async (model, real) => {
      const { shared } = real;
      if (shared.crashes === 0) return;
      shared.crashes -= 1;
      const node = await startAnotherNode();
      const waiting = model.sent.find(({ state }) => state === 'waiting');
      const confirming = (waiting ? [waiting.id] : []).map((id) => real.confirmAt(node.url, id));
      const signing = Array.from({ length: times }, () => real.signAt(node.url, who));
      await nthAnswer(nth, [...confirming, ...signing]);
      await node.kill();
      const signed = answered(await Promise.allSettled(signing));
      for (const status of signed) expect(status).toBe(statusOf(model));
      const confirmed = answered(await Promise.allSettled(confirming));
      for (const status of confirmed) expect(status).toBe(200);
      if (waiting) await adoptConfirmed(model, real, waiting, confirmed.length);
      await adoptSigned(model, real, who, times, signed.length);
      shared.told(signed.length, times);
    }),
  );
