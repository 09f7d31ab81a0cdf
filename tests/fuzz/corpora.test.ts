import { randomInt } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { challenges } from './challenges';
import type { Corpus } from './corpus';
import { emailGrammar } from './email-grammar';
import { jsonStructure } from './json-structure';
import { model } from './model';
import { rawHttp } from './raw-http';
import { plainForms } from './plain-forms';
import { richText } from './rich-text';
import { type Stage, openStage } from './stage';
import { tokens } from './tokens';
import { unicodeTexts } from './unicode-texts';

const CORPORA: Corpus[] = [
  rawHttp,
  plainForms,
  unicodeTexts,
  jsonStructure,
  challenges,
  emailGrammar,
  richText,
  tokens,
  model,
];

/** Set by `npm run test:fuzz`. */
const { FUZZ = 'quick', FUZZ_ONLY, FUZZ_CASES, FUZZ_SEED } = process.env;
const seed = Number(FUZZ_SEED ?? randomInt(2 ** 31));
const casesOf = ({ cases }: Corpus): number =>
  Number(FUZZ_CASES ?? (FUZZ === 'full' ? cases.full : cases.quick));
const LONGEST_MS = FUZZ === 'full' ? 7_200_000 : 300_000;

/** Jest keeps what goes through the console until the end, and gives each line a trace. */
const say = (line: string): void => void process.stdout.write(`${line}\n`);

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What is still in use, in MiB. */
const inUse = (): number => {
  collectGarbage();
  return process.memoryUsage().heapUsed / 2 ** 20;
};

/** The client and the cases live in the same process, and every line that was logged is kept. */
const MOST_GROWTH_MIB = 64;
const LONGEST_P99_MS = 50;

/** How long inputs took and what they left in memory; times are judged in the full form alone. */
const requireCheap = (times: number[], growth: number): string => {
  const p99 = times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0;
  if (FUZZ === 'full') {
    expect(p99).toBeLessThan(LONGEST_P99_MS);
    expect(growth).toBeLessThan(MOST_GROWTH_MIB);
  }
  const alone = times.length > 0 ? `p99 ${p99.toFixed(1)} ms of ${times.length} alone, ` : '';
  return `${alone}memory ${growth >= 0 ? '+' : ''}${growth.toFixed(1)} MiB`;
};

// Nothing in it depends on the database; the stories on the other one have enough to do.
const onSqlite = process.env.DATABASE_CLIENT === 'postgres' ? describe.skip : describe;

onSqlite('Whatever is sent', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  const chosen = CORPORA.filter(({ id }) => (FUZZ_ONLY ?? id) === id);

  it.each(chosen.map((corpus) => [corpus.id, corpus.what, corpus] as const))(
    'breaks no promise (%s: %s)',
    async (id, what, corpus) => {
      const times: number[] = [];
      const before = inUse();
      const begin = Date.now();
      const played = await corpus
        .play(stage, { seed, cases: casesOf(corpus), times })
        .catch((error) => {
          say(`${id}  ${what}: broken. Again: npm run test:fuzz -- --only ${id} --seed ${seed}`);
          throw error;
        });
      await stage.quiet();
      const seconds = ((Date.now() - begin) / 1000).toFixed(1);
      expect(played.taken).toBeGreaterThan(0);
      const counts = `${played.cases} cases, ${played.taken} of them taken`;
      const cost = requireCheap(times, inUse() - before);
      say(`${id}  ${what}: ${counts}, seed ${seed}, ${seconds} s, ${cost}, no promise broken`);
    },
    LONGEST_MS,
  );
});
