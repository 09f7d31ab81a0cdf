// @ts-check
/** Rotating, retiring, shredding, erasing and retention, killed before and after each commit. */
import { killedAtEachStep } from '../commands.mjs';
import { erase } from '../deeds/erase.mjs';
import { retain } from '../deeds/retain.mjs';
import { retire } from '../deeds/retire.mjs';
import { rotate } from '../deeds/rotate.mjs';
import { shred } from '../deeds/shred.mjs';
import { expect } from '../failure.mjs';

/**
 * @typedef {import('../stage.js').Case} Case
 * @typedef {import('../deeds/deed.js').Size} Size
 */

/** More than one portion of each. @type {Size} */
const FULL = { dayKeys: 250, signatures: 1200 };
/** @type {Size} */
const SHORT = { dayKeys: 3, signatures: 20 };

const ALL = [rotate, retire, shred, erase, retain];
const IN_SHORT = [shred, erase];
/** @type {import('../commands.mjs').Pace[]} */
const PACES = ['one', 'more'];

/** @type {Case} */
export const halfWay = {
  name: 'half-way',
  title: 'Deeds with keys and erasures killed at each step',
  databases: ['sqlite', 'postgres'],
  async play({ place: newPlace, short, tell }) {
    const size = short ? SHORT : FULL;
    const figures = [];
    for (const { name, prepare, stages: least } of short ? IN_SHORT : ALL)
      for (const pace of short ? PACES.slice(0, 1) : PACES) {
        tell(`${name}, ${pace} at a time`);
        const { run, seen, requireDone } = await prepare(await newPlace(), size);
        const { kills, stages } = await killedAtEachStep(run, seen, pace);
        expect(
          stages.size >= (short ? Math.min(least, 3) : least),
          `"${name}" was killed ${kills} times, and nowhere between: ${[...stages].join(' | ')}`,
        );
        await requireDone();
        figures.push(`${name} ${kills} (${stages.size} stages)`);
      }
    return `killed ${figures.join(', ')}; each completed by the next run, ledger equal to the rows between`;
  },
};
