// @ts-check
/** Rotating, retiring, shredding, erasing and retention, killed before and after each commit. */
import { killedAtEachStep } from '../commands.mjs';
import { erase } from '../deeds/erase.mjs';
import { requireJournal, requireNoDrift } from '../deeds/look.mjs';
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
        const place = await newPlace();
        const { run, seen, requireDone } = await prepare(place, size);
        const soundly = async () => {
          await requireNoDrift(place);
          return seen();
        };
        const { kills, stages } = await killedAtEachStep(run, soundly, pace);
        const wanted = short ? 3 : pace === 'one' ? least : Math.ceil(least / 2);
        expect(
          stages.size >= wanted,
          `"${name}" was killed ${kills} times, and seen at ${stages.size} of ${wanted} stages: ${[...stages].join(' | ')}`,
        );
        await requireDone();
        await requireNoDrift(place);
        await requireJournal(place);
        figures.push(`${name} ${kills} (${stages.size} stages)`);
      }
    return `killed ${figures.join(', ')}; each completed by the next run, ledger equal to the rows between`;
  },
};
