import type { Answer } from '../app';
import type { SignatureAnswer } from '../signatures';
import type { Vault } from '../signing';
import type { Stage } from './stage';

export type Rule = 'required' | 'none';

/** One thing that was sent and stored, as its sender could go on with it. */
export interface Sent {
  person: number;
  /** The row's id, in hex. */
  id: string;
  /** `direct`: it went to the register at once. */
  state: 'waiting' | 'held' | 'done' | 'rejected' | 'direct';
}

/** What must be true of one action, kept by the simplest means. */
export interface Model {
  confirmation: Rule;
  state: 'open' | 'closed' | 'unpublished';
  sent: Sent[];
  /** Whose signature counts, and the id of its row. */
  rows: Map<number, string>;
  suppressed: Set<number>;
}

export interface Shared {
  restarts: number;
  count(): void;
}

/** The same action as it really is. */
export interface Real {
  stage: Stage;
  shared: Shared;
  action: string;
  sign(person: number, more?: object): Promise<Answer<SignatureAnswer>>;
  send(deed: 'confirm' | 'reject' | 'withdraw', id: string): Promise<Answer<SignatureAnswer>>;
  publish(closesAt: Date | null): Promise<void>;
  unpublish(): Promise<void>;
  /** @throws when the database says anything else than the model */
  agrees(model: Model): Promise<void>;
  /** Ids of rows that the model does not know yet. */
  fresh(model: Model): Promise<string[]>;
}

interface Documents {
  update(params: object): Promise<unknown>;
  unpublish(params: object): Promise<unknown>;
}

/** The same mailbox, however it is typed. */
const SPELLINGS = ['person-N@example.org', 'Person-N+tag@Example.org', 'person-n@example.ORG'];
const spelled = (person: number, tried: number): string =>
  (SPELLINGS[tried % SPELLINGS.length] ?? '').replace(/N/i, String(person));

const hex = ({ id }: { id: Buffer }): string => id.toString('hex');

export const makeReal = async (stage: Stage, confirmation: Rule, shared: Shared): Promise<Real> => {
  const { documentId: action } = await stage.make.action({ confirmation });
  const documents = (): Documents =>
    stage.app.strapi.documents(
      'plugin::campaign-actions.action' as 'plugin::users-permissions.user',
    );
  const vault = (): Vault => stage.app.strapi.plugin('campaign-actions').service<Vault>('vault');
  let tried = 0;
  return {
    stage,
    shared,
    action,
    sign: (person, more = {}) =>
      stage.supporters.sign(action, { email: spelled(person, (tried += 1)), ...more }),
    send: (deed, id) => stage.supporters[deed](vault().makeToken(deed, Buffer.from(id, 'hex'))),
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
    async agrees({ rows, sent }) {
      const register = await stage.supporters.register(action);
      const submissions = await stage.supporters.submissions(action);
      expect(register.map(hex).sort()).toEqual([...rows.values()].sort());
      expect(submissions.map((each) => `${hex(each)} ${each.state}`).sort()).toEqual(
        sent
          .filter(({ state }) => state !== 'direct')
          .map(({ id, state }) => `${id} ${state}`)
          .sort(),
      );
      expect((await stage.supporters.ledger(action)).signatures).toBe(rows.size);
    },
  };
};
