import fc from 'fast-check';
import type { Model, Real, Sent } from './model-state';

export type Command = fc.AsyncCommand<Model, Real>;

const PEOPLE = 4;
const person = fc.nat(PEOPLE - 1);
/** Which of what was sent; there may be less of it. */
const which = fc.nat(20);

/** A deed and what it must do; after each, the database is compared with the model. */
const command = (
  name: string,
  run: (model: Model, real: Real) => Promise<void>,
  check: (model: Model) => boolean = () => true,
): Command => ({
  check,
  async run(model, real) {
    await run(model, real);
    await real.agrees(model);
    real.shared.count();
  },
  toString: () => name,
});

const SIGNED = { required: 202, none: 201 };
const REFUSED = { closed: 410, unpublished: 404 };

const statusOf = (model: Model): number =>
  model.state === 'open' ? SIGNED[model.confirmation] : REFUSED[model.state];

/** What one that was taken must leave, however many were sent at once. */
const noteSigned = async (model: Model, real: Real, who: number, times: number, held: boolean) => {
  const fresh = await real.fresh(model);
  const stored = model.state === 'open' && !model.suppressed.has(who);
  const direct = model.confirmation === 'none' && !held;
  const expected = direct ? (model.rows.has(who) ? 0 : 1) : times;
  expect(fresh).toHaveLength(stored ? expected : 0);
  const state = direct ? 'direct' : held ? 'held' : 'waiting';
  for (const id of fresh) {
    model.sent.push({ person: who, id, state });
    if (direct) model.rows.set(who, id);
  }
};

const sign = fc
  .tuple(person, fc.integer({ min: 1, max: 3 }), fc.boolean())
  .map(([who, times, held]) =>
    command(`${held ? 'a program fills in' : 'sign'} ${who} × ${times}`, async (model, real) => {
      const more = held ? { leaveEmpty: 'x' } : {};
      const answers = await Promise.all(Array.from({ length: times }, () => real.sign(who, more)));
      for (const { status } of answers) expect(status).toBe(statusOf(model));
      await noteSigned(model, real, who, times, held);
    }),
  );

const one = ({ sent }: Model, at: number): Sent => sent[at % sent.length] as Sent;
const someSent = ({ sent }: Model): boolean => sent.length > 0;

const confirm = fc.tuple(which, fc.integer({ min: 1, max: 3 })).map(([at, times]) =>
  command(
    `confirm ${at} × ${times}`,
    async (model, real) => {
      const sent = one(model, at);
      const answers = await Promise.all(
        Array.from({ length: times }, () => real.send('confirm', sent.id)),
      );
      const good = sent.state === 'waiting' || sent.state === 'done';
      for (const { status } of answers) expect(status).toBe(good ? 200 : 410);
      if (sent.state !== 'waiting') return;
      sent.state = 'done';
      if (!model.rows.has(sent.person)) model.rows.set(sent.person, sent.id);
    },
    someSent,
  ),
);

const takeOut = ({ rows }: Model, { person: who, id }: Sent): boolean =>
  rows.get(who) === id && rows.delete(who);

const reject = which.map((at) =>
  command(
    `reject ${at}`,
    async (model, real) => {
      const sent = one(model, at);
      expect((await real.send('reject', sent.id)).status).toBe(200);
      const stood = takeOut(model, sent);
      if (stood || sent.state !== 'direct') model.suppressed.add(sent.person);
      if (sent.state === 'waiting') sent.state = 'rejected';
    },
    someSent,
  ),
);

const withdraw = which.map((at) =>
  command(
    `withdraw ${at}`,
    async (model, real) => {
      const sent = one(model, at);
      expect((await real.send('withdraw', sent.id)).status).toBe(200);
      takeOut(model, sent);
    },
    someSent,
  ),
);

const close = fc.constant(
  command(
    'close',
    async (model, real) => {
      await real.publish(new Date(Date.now() - 60_000));
      model.state = 'closed';
    },
    ({ state }) => state === 'open',
  ),
);

const unpublish = fc.constant(
  command(
    'unpublish',
    async (model, real) => {
      await real.unpublish();
      model.state = 'unpublished';
    },
    ({ state }) => state !== 'unpublished',
  ),
);

const reopen = fc.constant(
  command(
    'reopen',
    async (model, real) => {
      await real.publish(null);
      model.state = 'open';
    },
    ({ state }) => state !== 'open',
  ),
);

const restart = fc.constant(
  command('restart', async (_model, { stage, shared }) => {
    if (shared.restarts === 0) return;
    shared.restarts -= 1;
    await stage.restart();
  }),
);

/** Often what supporters do, now and then what editors do. A new deed goes in here. */
export const COMMANDS: fc.Arbitrary<Command>[] = [
  ...[sign, sign, sign, confirm, confirm, confirm, reject, withdraw, withdraw],
  ...[close, unpublish, reopen, reopen, restart],
];
