// @ts-check
/**
 * The limit for signing: `node:http`, prepared statements and a group commit, with nothing in
 * between. It writes the very rows that the plugin writes, into the tables that the plugin made,
 * sealed in the same way and on disk before the answer. It knows one form, keeps no limits, looks
 * for no suppression, sends no mail.
 */
import { createCipheriv, createHmac, randomBytes } from 'node:crypto';
import { json } from 'node:stream/consumers';
import { describeRows } from './described.mjs';
import { listen } from './listen.mjs';
import { openPostgres } from './bare-postgres.mjs';
import { openSqlite } from './bare-sqlite.mjs';
import { SIGNATURE } from './signature.mjs';

/**
 * @typedef {{ email: string, givenName: string, familyName: string, country: string, message: string, consents: Record<string, boolean>, source: { code: string } }} Sent
 * @typedef {object} Signature a row of the register or a submission, and its row of the outbox
 * @property {Buffer} id
 * @property {string} country
 * @property {string} consents
 * @property {Buffer} sealed
 * @property {Buffer} hash email index of a register row, suppression of a submission
 * @property {Buffer} outboxId
 * @property {Buffer | null} outboxSealed
 * @typedef {object} Store
 * @property {(sql: string) => Promise<object[]>} read
 * @property {(group: Signature[]) => Promise<void>} take on disk once it answers
 * @property {() => Promise<void>} close
 * @typedef {{ action: string, day: string, expiresOn: string, rule: 'none' | 'required' }} About what all rows of a run share
 */

const STEP = 256;
const HEADER = Buffer.from([1, 0, 0, 0, 1]);
const HEADERS = ['Content-Type', 'application/json; charset=utf-8', 'Cache-Control', 'no-store'];
const KEY = randomBytes(32);

const seal = (
  /** @type {string} */ action,
  /** @type {Buffer} */ id,
  /** @type {object} */ value,
) => {
  const text = Buffer.from(JSON.stringify(value));
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', KEY, iv);
  cipher.setAAD(Buffer.from(`v1|${id.toString('hex')}|${action}|1`));
  const padded = Buffer.alloc(Math.ceil(text.length / STEP) * STEP, ' ');
  text.copy(padded);
  return Buffer.concat([HEADER, iv, cipher.update(padded), cipher.final(), cipher.getAuthTag()]);
};

const hashOf = (/** @type {string} */ action, /** @type {string} */ email) =>
  createHmac('sha256', KEY).update(`email|v1|${action}|${email.trim().toLowerCase()}`).digest();

const dayIn = (/** @type {number} */ days) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const LENGTHS = { email: 254, givenName: 80, familyName: 80, country: 2, message: 1000 };

const isRight = (/** @type {Sent | undefined} */ sent) =>
  sent !== undefined &&
  Object.entries(LENGTHS).every(([name, most]) => {
    const value = sent[/** @type {keyof typeof LENGTHS} */ (name)];
    return typeof value === 'string' && value.length > 0 && value.length <= most;
  }) &&
  sent.email.includes('@');

/** @param {About} about @param {string} formVersion @param {Sent} sent @returns {Signature} */
const sealed = ({ action, day, rule }, formVersion, sent) => {
  const { consents, email, ...person } = sent;
  const id = randomBytes(16);
  const outboxId = randomBytes(16);
  const record = { formVersion, stated: false, locale: 'en', day, channel: 'web', consents };
  return {
    id,
    country: person.country,
    consents: JSON.stringify([record]),
    sealed: seal(action, id, { email, ...person, answers: {}, at: new Date().toISOString() }),
    hash: hashOf(action, email),
    outboxId,
    outboxSealed: rule === 'none' ? seal(action, outboxId, { email, locale: 'en' }) : null,
  };
};

/** While one group is being written, the next one gathers. @param {Store} store */
const groupCommit = (store) => {
  /** @type {{ signature: Signature, done: (error?: unknown) => void }[]} */
  let waiting = [];
  let running = false;
  const run = async () => {
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      try {
        await store.take(group.map(({ signature }) => signature));
        for (const { done } of group) done();
      } catch (error) {
        for (const { done } of group) done(error);
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    running = false;
  };
  return (/** @type {Signature} */ signature, /** @type {(error?: unknown) => void} */ done) => {
    waiting.push({ signature, done });
    if (!running) setImmediate(() => void run());
    running = true;
  };
};

/** @param {'none' | 'required'} rule @returns {(place: import('../row.js').Place) => Promise<import('../row.js').Serving>} */
export const serveBareSign =
  (rule) =>
  async ({ database }) => {
    const about = { action: '', day: dayIn(0), expiresOn: dayIn(14), rule };
    const store = await (database === 'sqlite' ? openSqlite(about) : openPostgres(about));
    const [form] = /** @type {{ action: string, version: string }[]} */ (
      await store.read('select action, version from campaign_actions_form_versions')
    );
    about.action = form?.action ?? '';
    const status = rule === 'none' ? 201 : 202;
    const counter = {
      action: about.action,
      total: 0,
      signatures: 0,
      offset: 0,
      goal: null,
      remaining: null,
      progress: null,
      label: '0 people have taken action',
      state: 'open',
      revision: 0,
    };
    const said = {
      data: {
        status: rule === 'none' ? 'counted' : 'confirmation-sent',
        action: about.action,
        counter,
      },
    };
    const join = groupCommit(store);

    const { url, close } = await listen((request, response) => {
      const answer = (/** @type {number} */ code, /** @type {object} */ body) => {
        const text = JSON.stringify(body);
        response.writeHead(code, [...HEADERS, 'Content-Length', String(Buffer.byteLength(text))]);
        response.end(text);
      };
      json(request).then(
        (body) => {
          const { data } = /** @type {{ data: Sent | undefined }} */ (body);
          if (!data || !isRight(data)) return answer(400, {});
          join(sealed(about, form?.version ?? '', data), (error) =>
            error ? answer(503, {}) : answer(status, said),
          );
        },
        () => answer(400, {}),
      );
    });

    const count = async (/** @type {string} */ table) => {
      const [row] = await store.read(`select count(*) as n from campaign_actions_${table}`);
      return Number(/** @type {{ n: number | string }} */ (row).n);
    };
    return {
      url,
      requests: { sign: { method: 'POST', path: '/', body: { data: SIGNATURE }, status } },
      answers: {
        left: () => 0,
        rowsWritten: () => describeRows((sql) => store.read(sql)),
        async counts() {
          const [ledger] = await store.read('select signatures from campaign_actions_ledger');
          return {
            'rows in the register': await count('register'),
            'signatures in the ledger':
              /** @type {{ signatures: number } | undefined} */ (ledger)?.signatures ?? 0,
            submissions: await count('submissions'),
            'rows in the outbox': await count('outbox'),
          };
        },
      },
      async stop() {
        close();
        await store.close();
      },
    };
  };
