import fc from 'fast-check';
import {
  type Command,
  command,
  isFound,
  noteConfirmed,
  one,
  person,
  someSent,
  statusOf,
  which,
} from './model-command';
import type { Model, Real } from './model-state';

/** What one that was taken must leave, however many were sent at once. */
const noteSigned = async (model: Model, real: Real, who: number, times: number, held: boolean) => {
  const fresh = await real.fresh(model);
  const stored = model.state === 'open' && !model.suppressed.has(who);
  const direct = model.confirmation === 'none' && !held;
  const expected = direct ? (isFound(model, who) ? 0 : 1) : times;
  expect(fresh).toHaveLength(stored ? expected : 0);
  const state = direct ? 'direct' : held ? 'held' : 'waiting';
  for (const id of fresh) {
    model.sent.push({ person: who, id, state });
    if (direct) model.rows.set(id, { person: who, state: 'counted' });
  }
};

export const sign: fc.Arbitrary<Command> = fc
  .tuple(person, fc.integer({ min: 1, max: 3 }), fc.boolean())
  .map(([who, times, held]) =>
    command(`${held ? 'a program fills in' : 'sign'} ${who} × ${times}`, async (model, real) => {
      const more = held ? { leaveEmpty: 'x' } : {};
      const answers = await Promise.all(Array.from({ length: times }, () => real.sign(who, more)));
      for (const { status } of answers) expect(status).toBe(statusOf(model));
      await noteSigned(model, real, who, times, held);
    }),
  );

export const confirm: fc.Arbitrary<Command> = fc
  .tuple(which, fc.integer({ min: 1, max: 3 }))
  .map(([at, times]) =>
    command(
      `confirm ${at} × ${times}`,
      async (model, real) => {
        const sent = one(model, at);
        const answers = await Promise.all(
          Array.from({ length: times }, () => real.send('confirm', sent.id)),
        );
        const good = sent.state === 'waiting' || sent.state === 'done';
        for (const { status } of answers) expect(status).toBe(good ? 200 : 410);
        if (sent.state === 'waiting') noteConfirmed(model, sent);
      },
      someSent,
    ),
  );

export const reject: fc.Arbitrary<Command> = which.map((at) =>
  command(
    `reject ${at}`,
    async (model, real) => {
      const sent = one(model, at);
      expect((await real.send('reject', sent.id)).status).toBe(200);
      // Where nothing tells the address any more, nobody can leave it in peace.
      const isKnown = sent.state !== 'direct' && sent.state !== 'erased';
      const names = typeof model.rows.get(sent.id)?.person === 'number';
      if (isKnown || names) model.suppressed.add(sent.person);
      model.rows.delete(sent.id);
      if (sent.state === 'waiting') sent.state = 'rejected';
    },
    someSent,
  ),
);

export const withdraw: fc.Arbitrary<Command> = which.map((at) =>
  command(
    `withdraw ${at}`,
    async (model, real) => {
      const sent = one(model, at);
      expect((await real.send('withdraw', sent.id)).status).toBe(200);
      model.rows.delete(sent.id);
    },
    someSent,
  ),
);
