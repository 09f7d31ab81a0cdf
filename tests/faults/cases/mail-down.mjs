// @ts-check
/** Thousands sign while the mail server is away; when it is back each is mailed, once. */
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../free-port.mjs';
import { expect } from '../failure.mjs';
import { openMailServer } from '../mail-server.mjs';
import { race } from '../races.mjs';
import { createSupporters } from '../supporters.mjs';

/** @typedef {import('../stage.js').Case} Case */

const [FULL, SHORT] = [10_000, 500];
const DOMAINS = 100;
/** Six tries of the oldest mail, and some. */
const LONGEST_UNTIL_WARNED_MS = 900_000;
/** A domain that failed again and again rests for ten minutes at most. */
const LONGEST_STILL_MS = 700_000;

/** @type {Case} */
export const mailDown = {
  name: 'mail-down',
  title: 'The mail server away while everybody signs',
  databases: ['sqlite', 'postgres'],
  async play({ place: newPlace, short, tell }) {
    const place = await newPlace();
    const action = place.content.confirmed;
    const count = short ? SHORT : FULL;
    const emails = Array.from(
      { length: count },
      (_, at) => `person-${at}@town${at % DOMAINS}.example`,
    );
    const port = await freePort();
    const node = await place.start({ env: { SMTP_URL: `smtp://127.0.0.1:${port}` } });
    const supporters = createSupporters(node.port);
    const waiting = () =>
      place.look(async (query) => {
        const [row] = await query('select count(*) as n from campaign_actions_outbox');
        return Number(row?.n);
      });
    try {
      const answers = await race(emails, (email) => supporters.sign(action, email), 32);
      const wrong = answers.filter(({ status }) => status !== 202);
      expect(
        wrong.length === 0,
        `${wrong.length} were refused, the first with ${wrong[0]?.status}.`,
      );
      expect((await waiting()) === count, `${await waiting()} mails wait, and not ${count}.`);
      const away = performance.now();
      // Six tries take minutes: a change is not kept waiting for them.
      for (let warned = short; !warned; await sleep(1000)) {
        warned = (await supporters.warnings()).includes('mail-waits');
        const ms = performance.now() - away;
        expect(ms < LONGEST_UNTIL_WARNED_MS, 'The node never said that mail waits.');
        tell(`away for ${Math.round(ms / 1000)} s`);
      }
      expect((await supporters.ready()) === 'ready', 'The node was not ready meanwhile.');

      const { taken, close } = await openMailServer(port);
      const back = performance.now();
      let [last, left] = [performance.now(), await waiting()];
      for (; left > 0; await sleep(200)) {
        const now = await waiting();
        if (now < left) last = performance.now();
        left = now;
        expect(performance.now() - last < LONGEST_STILL_MS, `${left} mails are not sent any more.`);
        tell(`${left} wait`);
      }
      const seconds = Math.round((performance.now() - back) / 1000);
      close();
      const missing = emails.filter((email) => !taken.has(email)).length;
      const twice = [...taken.values()].filter((times) => times > 1).length;
      expect(
        missing === 0 && twice === 0,
        `${missing} were never mailed, ${twice} more than once.`,
      );
      expect(taken.size === count, `${taken.size} mailboxes got mail, and not ${count}.`);
      return (
        `${count} signed at ${DOMAINS} domains and waited${short ? '' : ', the node warned and stayed ready'}; ` +
        `each mailed once within ${seconds} s after it was back`
      );
    } finally {
      supporters.close();
      await node.kill();
    }
  },
};
