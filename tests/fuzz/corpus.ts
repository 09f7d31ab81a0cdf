import fc from 'fast-check';
import type { Stage } from './stage';

/** How a corpus is played this time. */
export interface Run {
  seed: number;
  cases: number;
  /** How long inputs took that had the server to themselves, in milliseconds. */
  times: number[];
}

/** A kind of hostile input, and what must hold of the answers to it. */
export interface Corpus {
  id: string;
  what: string;
  /** In `npm test`, and in `npm run test:fuzz`. */
  cases: { quick: number; full: number };
  /** @throws with the case that broke a promise, made small */
  play(stage: Stage, run: Run): Promise<Played>;
}

export interface Played {
  cases: number;
  /** How many were taken; were it none, something else would have been refused than what we meant. */
  taken: number;
}

export const together = (...all: Played[]): Played => ({
  cases: all.reduce((sum, { cases }) => sum + cases, 0),
  taken: all.reduce((sum, { taken }) => sum + taken, 0),
});

const AT_ONCE = 20;
/** Of so many rounds one is played one case after the other, to see what each costs. */
const ONE_ALONE_OF = 10;

/** Plays cases many at once, as people arrive. @param check tells whether one was taken */
export const playAll = async <Case>(
  one: fc.Arbitrary<Case>,
  { seed, cases, times }: Run,
  check: (one: Case) => Promise<boolean>,
): Promise<Played> => {
  const rounds = Math.ceil(cases / AT_ONCE);
  const round = fc.array(one, { minLength: AT_ONCE, maxLength: AT_ONCE });
  let [taken, played] = [0, 0];
  const alone = async (each: Case): Promise<void> => {
    const started = performance.now();
    taken += (await check(each)) ? 1 : 0;
    times.push(performance.now() - started);
  };
  const property = fc.asyncProperty(round, async (some) => {
    played += 1;
    if (played % ONE_ALONE_OF === 0) for (const each of some) await alone(each);
    else taken += (await Promise.all(some.map(check))).filter(Boolean).length;
  });
  await fc.assert(property, { seed, numRuns: rounds });
  return { cases: rounds * AT_ONCE, taken };
};

/** Plays cases that need no app. */
export const playPure = <Case>(
  one: fc.Arbitrary<Case>,
  { seed, cases }: Run,
  check: (one: Case) => boolean,
): Played => {
  let taken = 0;
  const property = fc.property(one, (each) => void (taken += check(each) ? 1 : 0));
  fc.assert(property, { seed, numRuns: cases });
  return { cases, taken };
};

/** Those picked by hand, each of which is always played. */
export const playPicked = <Case>(picked: Case[], check: (one: Case) => boolean): Played => ({
  cases: picked.length,
  taken: picked.filter(check).length,
});

/** Of the cases a corpus plays, those that go over HTTP, and those that need not. */
export const parted = (run: Run, overHttp: number): [http: Run, pure: Run] => {
  const http = Math.ceil(run.cases * overHttp);
  return [
    { ...run, cases: http },
    { ...run, cases: run.cases - http },
  ];
};
