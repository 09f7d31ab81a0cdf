import fc from 'fast-check';
import { COMMANDS } from './model-commands';
import { type Model, type Shared, makeReal } from './model-state';
import type { Corpus, Run } from './corpus';
import type { Stage } from './stage';

const MOST_STEPS = { quick: 30, full: 60 };

/** Each costs seconds, so there are few; they come wherever the seed puts them. */
const restartsFor = (runs: number): number => Math.ceil(runs / 100);

const playModel = async (stage: Stage, { seed, cases }: Run, most: number): Promise<number> => {
  let steps = 0;
  let [answered, sent] = [0, 0];
  const shared: Shared = {
    restarts: restartsFor(cases),
    crashes: restartsFor(cases),
    count: () => void (steps += 1),
    told: (some, all) => {
      answered += some;
      sent += all;
    },
  };
  const commands = fc.commands(COMMANDS, {
    maxCommands: most,
    size: 'max',
  });
  const rule = fc.constantFrom('required' as const, 'none' as const);
  const property = fc.asyncProperty(rule, commands, async (confirmation, deeds) => {
    const real = await makeReal(stage, confirmation, shared);
    const model: Model = {
      confirmation,
      state: 'open',
      sent: [],
      rows: new Map(),
      suppressed: new Set(),
      aside: [],
    };
    await fc.asyncModelRun(() => ({ model, real }), deeds);
    await real.forget();
  });
  await fc.assert(property, { seed, numRuns: cases });
  const kills = restartsFor(cases) - shared.crashes;
  process.stdout.write(`F-10  ${kills} servers killed, ${answered} of ${sent} answered before\n`);
  return steps;
};

export const model: Corpus = {
  id: 'F-10',
  what: 'Deeds in any order, each looked at',
  cases: { quick: 20, full: 2000 },
  async play(stage, run) {
    const most = run.cases > model.cases.quick ? MOST_STEPS.full : MOST_STEPS.quick;
    const deeds = await playModel(stage, run, most);
    return { cases: deeds, taken: deeds };
  },
};
