import { problem } from '../../plugins/campaign-actions/contracts/problem';
import { type App, startApp } from '../app';
import { invalidating } from '../invalidations';
import { maker } from '../make';
import { API, signatures } from '../signatures';

/** Stands in values that are sent, and so must stand in no refusal and in no log. */
export const MARK = 'kanarienvogel';

/** What a page without JavaScript is answered with. */
const PAGE = /^(<!doctype html>|See Other)/;

/** What a public door may answer; a fault of ours is none of these. */
const STATUSES = new Set([
  200, 201, 202, 204, 303, 304, 400, 403, 404, 405, 408, 409, 410, 413, 415, 428, 429,
]);

export interface Seen {
  status: number;
  text: string;
}

/** One app for all corpora, what is sent to it, and what must hold whatever was. */
export interface Stage {
  app: App;
  supporters: ReturnType<typeof signatures>;
  make: ReturnType<typeof maker>;
  /** What an editor sets aside. */
  invalidations: ReturnType<typeof invalidating>;
  /** Addresses where an action is signed: confirmation asked, counted at once. */
  asking: string;
  counted: string;
  post(path: string, body: string | Buffer, type?: string): Promise<Seen>;
  /**
   * Whether what was sent is taken.
   *
   * @throws when an answer is none that the contract has, or repeats what was sent
   */
  judge(answer: Seen): boolean;
  /** @throws when anything went wrong behind the answers */
  quiet(): Promise<void>;
  /** Stops the server and starts it again on the same database. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

const form = {
  fields: [
    { field: 'givenName', label: 'First name' },
    { field: 'familyName', label: 'Last name' },
    { field: 'country', label: 'Country' },
    { field: 'message', label: 'Message', maxLength: 1000 },
    { field: 'own', name: 'question', label: 'Question', type: 'text', maxLength: 100 },
  ],
  consents: [{ name: 'newsletter', text: 'Send me news.', channel: 'email', purpose: 'marketing' }],
};

export const pathOf = (action: string): string => `${API}/actions/${action}/signatures`;

const judge = ({ status, text }: Seen): boolean => {
  if (!STATUSES.has(status)) throw new Error(`Answered ${status}: ${text.slice(0, 200)}`);
  if (status < 400) return true;
  if (!PAGE.test(text)) problem.parse(JSON.parse(text));
  if (text.includes(MARK)) throw new Error(`What was sent is repeated: ${text.slice(0, 200)}`);
  return false;
};

/** Faults that nobody waited for. */
const watchProcess = () => {
  const faults: unknown[] = [];
  const note = (fault: unknown): void => void faults.push(fault);
  const events = ['unhandledRejection', 'uncaughtExceptionMonitor'] as const;
  for (const event of events) process.on(event, note);
  return {
    faults,
    end: () => events.forEach((event) => process.off(event, note)),
  };
};

export const openStage = async (): Promise<Stage> => {
  const watched = watchProcess();
  // Koa prints there, at length, whenever what arrives is no HTTP.
  const printed = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const app = await startApp();
  const supporters = signatures(app);
  const make = maker(app);
  const invalidations = invalidating(app);
  await invalidations.signIn();
  const action = async (confirmation: string): Promise<string> =>
    pathOf((await make.action({ form, confirmation })).documentId);
  return {
    app,
    supporters,
    make,
    invalidations,
    asking: await action('required'),
    counted: await action('none'),
    async restart() {
      const { logs } = app;
      Object.assign(app, await app.restart());
      app.logs.unshift(...logs);
      Object.assign(supporters, signatures(app));
      Object.assign(make, maker(app));
      Object.assign(invalidations, invalidating(app));
      await invalidations.signIn();
    },
    async post(path, body, type = 'application/json') {
      const { status, text } = await app.get(path, {
        method: 'POST',
        body: body as string,
        headers: { 'Content-Type': type },
      });
      return { status, text };
    },
    judge,
    async quiet() {
      await new Promise((resolve) => setImmediate(resolve));
      expect(watched.faults).toEqual([]);
      expect(printed.mock.calls.filter((call) => call.join(' ').includes(MARK))).toEqual([]);
      expect(app.logs.filter((line) => line.includes(MARK))).toEqual([]);
      expect(app.logs.filter((line) => line.includes('[campaign-actions]'))).toEqual([]);
      await supporters.ledgerEqualsRows();
    },
    async close() {
      watched.end();
      printed.mockRestore();
      await app.destroy();
    },
  };
};
