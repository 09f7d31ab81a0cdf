import fc from 'fast-check';
import { type Command, command, isFound, person, which } from './model-command';
import { COUNTRIES, type Country, type Model, type Real, type Row, countryOf } from './model-state';

/** Of several that one person had sent and that count at once, whichever comes first stays. */
const noteCounted = async (model: Model, real: Real, who: number, ids: string[]) => {
  if (isFound(model, who)) return 0;
  const there = new Set(await real.registered());
  const entered = ids.filter((id) => there.has(id));
  expect(entered).toHaveLength(1);
  for (const id of entered) model.rows.set(id, { person: who, state: 'counted' });
  return 1;
};

export const admit: fc.Arbitrary<Command> = fc.constant(
  command(
    'admit',
    async (model, real) => {
      const held = model.sent.filter(({ state }) => state === 'held');
      const wanted = held.filter((sent) => !model.suppressed.has(sent.person));
      const answer = await real.admit();
      let counted = 0;
      if (model.confirmation === 'none')
        for (const who of new Set(wanted.map((sent) => sent.person))) {
          const ids = wanted.filter((sent) => sent.person === who).map(({ id }) => id);
          counted += await noteCounted(model, real, who, ids);
        }
      const asked = model.confirmation === 'required' ? wanted.length : 0;
      expect(answer).toEqual({
        counted,
        asked,
        known: wanted.length - asked - counted,
        left: held.length - wanted.length,
      });
      for (const sent of wanted) sent.state = asked > 0 ? 'waiting' : 'done';
    },
    ({ sent }) => sent.some(({ state }) => state === 'held'),
  ),
);

export const erase: fc.Arbitrary<Command> = person.map((who) =>
  command(`erase ${who}`, async (model, real) => {
    await real.erase(who);
    for (const sent of model.sent)
      if (sent.person === who && sent.state !== 'direct') sent.state = 'erased';
    for (const row of model.rows.values()) {
      if (row.person !== who) continue;
      row.person = null;
      if (row.state === 'counted') row.state = 'anonymised';
    }
  }),
);

const meant = ({ rows }: Model, country: Country): Row[] =>
  [...rows.values()].filter(
    ({ person: who, state }) => state === 'counted' && who !== null && countryOf(who) === country,
  );

export const invalidate: fc.Arbitrary<Command> = fc.constantFrom(...COUNTRIES).map((country) =>
  command(
    `invalidate ${country}`,
    async (model, real) => {
      const rows = meant(model, country);
      model.aside.push({ id: await real.invalidate(country, rows.length), rows });
      for (const row of rows) row.state = 'invalidated';
    },
    (model) => meant(model, country).length > 0,
  ),
);

export const undo: fc.Arbitrary<Command> = which.map((at) =>
  command(
    `undo ${at}`,
    async (model, real) => {
      const [{ id, rows } = { id: '', rows: [] }] = model.aside.splice(at % model.aside.length, 1);
      await real.undo(id);
      for (const row of rows) row.state = row.person === null ? 'anonymised' : 'counted';
    },
    ({ aside }) => aside.length > 0,
  ),
);

export const close: fc.Arbitrary<Command> = fc.constant(
  command(
    'close',
    async (model, real) => {
      await real.publish(new Date(Date.now() - 60_000));
      model.state = 'closed';
    },
    ({ state }) => state === 'open',
  ),
);

export const unpublish: fc.Arbitrary<Command> = fc.constant(
  command(
    'unpublish',
    async (model, real) => {
      await real.unpublish();
      model.state = 'unpublished';
    },
    ({ state }) => state !== 'unpublished',
  ),
);

export const reopen: fc.Arbitrary<Command> = fc.constant(
  command(
    'reopen',
    async (model, real) => {
      await real.publish(null);
      model.state = 'open';
    },
    ({ state }) => state !== 'open',
  ),
);
