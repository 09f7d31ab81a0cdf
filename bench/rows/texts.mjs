// @ts-check
/** T-54: how long a text can keep the server busy that was made to. Whole answers, one at a time. */
import { servePlugin } from '../contenders/plugin.mjs';
import { SIGNATURE } from '../contenders/signature.mjs';
import { agree } from '../disagreement.mjs';
import { atMost, median, readable } from '../figures.mjs';
import { send } from '../sender.mjs';
import { requestOf } from '../server.mjs';

const MOST_MS = 5;
const EACH = { quick: 20, full: 200 };
/** What is left of 32 KiB beside the other fields; and the most that the message's length allows. */
const SIZES = { 'all of a body': 31 * 1024, 'as much as a field takes': 1000 };

/** Made so that what looks back, or starts over at each place, does so as often as it can. */
const UNITS = {
  letters: 'a',
  dots: 'a.',
  'only dots': '.',
  slashes: '/',
  blanks: ' ',
  'at signs': 'a@',
  'half a scheme': 'www',
  marks: '\u0301',
  'letters with marks': 'e\u0301',
  joiners: '\u200d',
  'Indic joiners': '\u0915\u200d',
  'zero-width spaces': '\u200b',
  'hidden tags': '\u{e0061}',
  'flags of regions': '\u{1f3f4}\u{e0061}',
  'one sign that stands for eighteen letters': '\ufdfa',
  emoji: '👩‍',
};

const FIELDS = {
  givenName: (/** @type {string} */ text) => ({ givenName: text }),
  email: (/** @type {string} */ text) => ({ email: `${text.slice(0, -12)}@example.org` }),
  message: (/** @type {string} */ text) => ({ message: text }),
  referrer: (/** @type {string} */ text) => ({ source: { referrer: text } }),
  challenge: (/** @type {string} */ text) => ({ challenge: text }),
};

const filled = (/** @type {string} */ unit, /** @type {number} */ bytes) =>
  unit.repeat(Math.floor(bytes / Buffer.byteLength(unit)));

const plugin = { name: 'plugin', serve: servePlugin('none') };

/** @type {import('../row.js').Row} */
export const texts = {
  title: 'Texts made to take long',
  databases: ['sqlite'],
  sides: { plugin },
  async play(bench) {
    const server = await bench.start(plugin);
    const amount = bench.quick ? EACH.quick : EACH.full;
    // No country has this code, so nothing is ever stored.
    const request = { ...requestOf(server, 'sign'), status: 400 };
    const timesOf = async (/** @type {object} */ data) => {
      const bodies = Array.from({ length: amount }, () => ({
        data: { ...SIGNATURE, country: '--', ...data },
      }));
      return (await send(server.url, { request, amount, bodies, connections: 1 })).latencies;
    };
    await timesOf({});

    /** @type {import('../row.js').Outcome} */
    const outcome = {
      claims: [],
      table: [['median of the worst, ms', ...Object.keys(SIZES)]],
      remarks: [],
    };
    for (const [field, put] of Object.entries(FIELDS)) {
      const worst = [];
      for (const bytes of Object.values(SIZES)) {
        let longest = 0;
        for (const unit of Object.values(UNITS))
          longest = Math.max(longest, median(await timesOf(put(filled(unit, bytes)))));
        worst.push(longest);
      }
      outcome.table.push([field, ...worst.map(readable)]);
      outcome.claims.push(atMost(`worst text in ${field}`, [Math.max(...worst)], MOST_MS, ' ms'));
    }
    const plain = median(await timesOf({}));
    agree(server.name, await server.ask('counts'), { 'rows in the register': 0, submissions: 0 });
    await server.stop();
    const kinds = Object.keys(UNITS).length;
    outcome.remarks.push(
      `${kinds} kinds of text, ${amount} requests of each; a plain one takes ${readable(plain)} ms.`,
    );
    return outcome;
  },
};
