import {
  confirmationSent,
  confirmed,
  counted,
  rejected,
  signBody,
  withdrawn,
} from '../plugins/campaign-actions/contracts/signing';
import type { Answer, App } from './app';
import { tokenIn, waitForMail } from './mails';

export const API = '/api/campaign-actions';

export interface Counted {
  action: string;
  total: number | null;
  signatures: number | null;
  offset: number | null;
  label: string | null;
  state: string;
  revision: number | null;
}

/** Either of the two; a story that reads the wrong one fails on it. */
export interface SignatureAnswer {
  data: { status: string; action: string; counter: Counted };
  error: {
    status: number;
    name: string;
    message: string;
    details: {
      code?: string;
      errors?: { path: (string | number)[]; code: string; message: string }[];
    };
  };
}

interface RegisterRow {
  id: Buffer;
  state: string;
  action: string;
  consents: string;
  sealed: Buffer | null;
}

interface Schema {
  parse(body: unknown): unknown;
}

/** Every success is what the contract says, down to the last key. */
const asPromised = async (
  answering: Promise<Answer<SignatureAnswer>>,
  schemas: Record<number, Schema>,
): Promise<Answer<SignatureAnswer>> => {
  const answer = await answering;
  schemas[answer.status]?.parse(answer.body);
  return answer;
};

/** What supporters do, and what the database says afterwards. */
export const signatures = (app: App) => {
  const { connection } = app.strapi.db;
  const send = (deed: string, token: string, schema: Schema) =>
    asPromised(app.post<SignatureAnswer>(`${API}/signatures/${deed}`, { data: { token } }), {
      200: schema,
    });
  return {
    sign: async (action: string, data: Record<string, unknown>) => {
      const body = { data: { givenName: 'Zoë', familyName: 'Example', ...data } };
      const path = `${API}/actions/${action}/signatures`;
      const answer = await asPromised(app.post<SignatureAnswer>(path, body), {
        201: counted,
        202: confirmationSent,
      });
      if (answer.status < 300) signBody.parse(body);
      return answer;
    },
    confirm: (token: string) => send('confirm', token, confirmed),
    reject: (token: string) => send('reject', token, rejected),
    withdraw: (token: string) => send('withdraw', token, withdrawn),
    /** The links of the `nth` mail to an address, as tokens. */
    async tokens(email: string, nth = 1) {
      const mail = await waitForMail(app.mailDir, email, nth);
      const link = (purpose: string) => mail.links.find((each) => each.endsWith(`&for=${purpose}`));
      const first = mail.links[0];
      return {
        confirm: first?.includes('&for=') ? '' : tokenIn(first),
        reject: link('reject') ? tokenIn(link('reject')) : '',
        withdraw: link('withdraw') ? tokenIn(link('withdraw')) : '',
        mail,
      };
    },
    async ledger(
      action: string,
    ): Promise<{ signatures: number; offset: number; revision: number }> {
      const row: unknown = await connection('campaign_actions_ledger').where({ action }).first();
      return (
        (row as { signatures: number; offset: number; revision: number }) ?? {
          signatures: 0,
          offset: 0,
          revision: 0,
        }
      );
    },
    register: async (action: string): Promise<RegisterRow[]> =>
      connection('campaign_actions_register').where({ action }).orderBy('id'),
    submissions: async (action: string): Promise<(RegisterRow & { expires_on: string })[]> =>
      connection('campaign_actions_submissions').where({ action }),
    outbox: async (action: string): Promise<unknown[]> =>
      connection('campaign_actions_outbox').where({ action }),
    /** Once it answers, nothing waits to be sent any more. */
    async everyMailIsOut(): Promise<void> {
      const patience = Date.now() + 60_000;
      while (Date.now() < patience) {
        const row: unknown = await connection('campaign_actions_outbox').first('id');
        if (row === undefined) return;
        // SQLite answers without ever leaving the turn, so without this no mail went out.
        await new Promise((resolve) => setImmediate(resolve));
      }
      throw new Error('Mails still wait after a minute.');
    },
    tallies: async (
      action: string,
    ): Promise<{ kind: string; name: string; taken: number; confirmed: number }[]> =>
      connection('campaign_actions_tallies')
        .where({ action })
        .select('kind', 'name', 'taken', 'confirmed'),
    /** Every action's ledger equals its counted rows, seen in one moment. */
    async ledgerEqualsRows(): Promise<void> {
      const rows = await connection('campaign_actions_ledger').select<
        { action: string; signatures: number; counted: number | string }[]
      >(
        'action',
        'signatures',
        connection('campaign_actions_register')
          .whereRaw('campaign_actions_register.action = campaign_actions_ledger.action')
          .whereIn('state', ['counted', 'anonymised'])
          .count('*')
          .as('counted'),
      );
      for (const { action, signatures: said, counted } of rows)
        expect([action, said]).toEqual([action, Number(counted)]);
    },
  };
};
