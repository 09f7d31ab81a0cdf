import type { Answer } from '../app';
import { API, type SignatureAnswer } from '../signatures';
import type { Vault } from '../signing';
import type { Stage } from './stage';

export type Rule = 'required' | 'none';

/** One thing that was sent and stored, as its sender could go on with it. */
export interface Sent {
  person: number;
  /** The row's id, in hex. */
  id: string;
  /** `direct`: it went to the register at once. `erased`: its submission is gone. */
  state: 'waiting' | 'held' | 'done' | 'rejected' | 'direct' | 'erased';
}

/** A signature in the register. */
export interface Row {
  /** Null: it names nobody any more. */
  person: number | null;
  state: 'counted' | 'invalidated' | 'anonymised';
}

/** What must be true of one action, kept by the simplest means. */
export interface Model {
  confirmation: Rule;
  state: 'open' | 'closed' | 'unpublished';
  sent: Sent[];
  /** By id. */
  rows: Map<string, Row>;
  suppressed: Set<number>;
  /** What editors have set aside and not taken back, by the id under which they did. */
  aside: { id: string; rows: Row[] }[];
}

export interface Shared {
  restarts: number;
  crashes: number;
  count(): void;
  /** How many had their answer when a server was killed. */
  told(answered: number, sent: number): void;
}

/** The same action as it really is. */
export interface Real {
  stage: Stage;
  shared: Shared;
  action: string;
  sign(person: number, more?: object): Promise<Answer<SignatureAnswer>>;
  send(deed: 'confirm' | 'reject' | 'withdraw', id: string): Promise<Answer<SignatureAnswer>>;
  /** The same at another server; answers the status. */
  signAt(url: string, person: number): Promise<number>;
  confirmAt(url: string, id: string): Promise<number>;
  erase(person: number): Promise<unknown>;
  admit(): Promise<unknown>;
  /** Sets the signatures of a country aside; answers under which id. */
  invalidate(country: Country, count: number): Promise<string>;
  undo(id: string): Promise<void>;
  publish(closesAt: Date | null): Promise<void>;
  unpublish(): Promise<void>;
  /** @throws when the database says anything else than the model */
  agrees(model: Model): Promise<void>;
  /** Ids of rows that the model does not know yet. */
  fresh(model: Model): Promise<string[]>;
  registered(): Promise<string[]>;
  /** Of a submission. */
  stateOf(id: string): Promise<string | undefined>;
  /** Takes all of it away, for whoever is erased later is looked for in every action that is used. */
  forget(): Promise<void>;
}

export const COUNTRIES = ['CA', 'FR'] as const;
export type Country = (typeof COUNTRIES)[number];
export const countryOf = (person: number): Country => COUNTRIES[person % 2 === 0 ? 0 : 1];

interface Documents {
  update(params: object): Promise<unknown>;
  unpublish(params: object): Promise<unknown>;
}

/** The same mailbox, however it is typed. */
const SPELLINGS = ['person-N@example.org', 'Person-N+tag@Example.org', 'person-n@example.ORG'];
const spelled = (person: number, tried: number): string =>
  (SPELLINGS[tried % SPELLINGS.length] ?? '').replace(/N/i, String(person));

interface Persons {
  erase(email: string, who: string): Promise<unknown>;
}
interface Signatures {
  admit(input: { action: string; because: null; who: string }): Promise<unknown>;
}

const bytes = (id: string): Buffer => Buffer.from(id, 'hex');
const hex = ({ id }: { id: Buffer }): string => id.toString('hex');

export const makeReal = async (stage: Stage, confirmation: Rule, shared: Shared): Promise<Real> => {
  const { documentId: action } = await stage.make.action({ confirmation });
  const documents = (): Documents =>
    stage.app.strapi.documents(
      'plugin::campaign-actions.action' as 'plugin::users-permissions.user',
    );
  const plugin = () => stage.app.strapi.plugin('campaign-actions');
  const tokenOf = (deed: 'confirm' | 'reject' | 'withdraw', id: string): string =>
    plugin().service<Vault>('vault').makeToken(deed, bytes(id));
  const post = async (url: string, path: string, data: object): Promise<number> => {
    const headers = { 'Content-Type': 'application/json' };
    const body = JSON.stringify({ data });
    return (await fetch(`${url}${API}${path}`, { method: 'POST', headers, body })).status;
  };
  let tried = 0;
  const from = (person: number) => ({
    email: spelled(person, (tried += 1)),
    country: countryOf(person),
  });
  return {
    stage,
    shared,
    action,
    sign: (person, more = {}) => stage.supporters.sign(action, { ...from(person), ...more }),
    send: (deed, id) => stage.supporters[deed](tokenOf(deed, id)),
    signAt: (url, person) =>
      post(url, `/actions/${action}/signatures`, {
        givenName: 'Zoë',
        familyName: 'Example',
        ...from(person),
      }),
    confirmAt: (url, id) => post(url, '/signatures/confirm', { token: tokenOf('confirm', id) }),
    erase: (person) => plugin().service<Persons>('persons').erase(spelled(person, 0), 'the model'),
    admit: () =>
      plugin().service<Signatures>('signatures').admit({ action, because: null, who: 'the model' }),
    async invalidate(country, count) {
      const { act, becomes, is } = stage.invalidations;
      const asked = { countries: [country] };
      const { id, count: found } = await stage.invalidations.look(action, asked);
      expect(found).toBe(count);
      expect((await act(action, id, 'start', { count })).status).toBeLessThan(300);
      const { invalidated } = await becomes(action, id, is('done'));
      expect(invalidated).toBe(count);
      return id;
    },
    async undo(id) {
      const { act, becomes, is } = stage.invalidations;
      expect((await act(action, id, 'undo')).status).toBeLessThan(300);
      await becomes(action, id, is('undone'));
    },
    async publish(closesAt) {
      const data = { closesAt };
      await documents().update({ documentId: action, locale: 'en', data, status: 'published' });
    },
    async unpublish() {
      await documents().unpublish({ documentId: action, locale: 'en' });
    },
    async fresh({ sent }) {
      const known = new Set(sent.map(({ id }) => id));
      const rows = [
        ...(await stage.supporters.submissions(action)),
        ...(await stage.supporters.register(action)),
      ];
      return [...new Set(rows.map(hex))].filter((id) => !known.has(id));
    },
    registered: async () => (await stage.supporters.register(action)).map(hex),
    async stateOf(id) {
      const submissions = await stage.supporters.submissions(action);
      return submissions.find((each) => hex(each) === id)?.state;
    },
    async forget() {
      await stage.app.strapi.db.connection.transaction(async (trx) => {
        for (const table of ['submissions', 'register', 'suppressions', 'ledger'])
          await trx(`campaign_actions_${table}`).where({ action }).delete();
      });
    },
    async agrees({ rows, sent }) {
      const register = await stage.supporters.register(action);
      const submissions = await stage.supporters.submissions(action);
      expect(register.map((each) => `${hex(each)} ${each.state}`).sort()).toEqual(
        [...rows].map(([id, { state }]) => `${id} ${state}`).sort(),
      );
      // Whoever was erased is named by nothing that is left.
      const named = register.filter(({ sealed }) => sealed !== null).map(hex);
      const naming = [...rows].filter(([, row]) => row.person !== null).map(([id]) => id);
      expect(named.sort()).toEqual(naming.sort());
      expect(submissions.map((each) => `${hex(each)} ${each.state}`).sort()).toEqual(
        sent
          .filter(({ state }) => state !== 'direct' && state !== 'erased')
          .map(({ id, state }) => `${id} ${state}`)
          .sort(),
      );
      const counting = [...rows.values()].filter(({ state }) => state !== 'invalidated');
      expect((await stage.supporters.ledger(action)).signatures).toBe(counting.length);
    },
  };
};
