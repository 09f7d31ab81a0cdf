import type { Core } from '@strapi/strapi';
import type { Slice } from '../assemble';
import { isAboutRows } from '../database';
import { watchDocuments } from '../editing/check-documents';
import { offerEditViews } from '../editing/edit-view';
import type { Answer } from '../http/reply';
import { controllerOf, routesTo } from '../http/routed';
import { service } from '../plugin';
import type { BodyCheck } from './body';
import { type DurableBooks, createBooks } from './books';
import { confirm } from './confirm';
import { signatureDoors } from './doors';
import { type Group, createGroup } from './group';
import { publicSignature } from './public-signature';
import { refuseHandmade } from './refuse-handmade';
import { type SignInput, sign } from './sign';
import { createSourceCap } from './source-name';
import { createTables } from './tables';
import { type Taken, take } from './take';
import { reject, withdraw } from './withdraw';

export interface SignatureService {
  sign(input: SignInput): Promise<Answer>;
  /** Each takes the JSON body that holds the link's token. */
  confirm(json: unknown): Promise<Answer>;
  withdraw(json: unknown): Promise<Answer>;
  reject(json: unknown): Promise<Answer>;
  /** Takes no more, and resolves when everything taken is on disk. */
  drain(): Promise<void>;
}

/** Rows of one commit: SQLite takes 32,766 values in a statement, and a longer group waits longer. */
const MOST_IN_GROUP = 250;
/** Some seconds of work: whoever comes later is better told to try again. */
const MOST_WAITING = 5000;

const books = ({ strapi }: { strapi: Core.Strapi }): DurableBooks =>
  createBooks(strapi.db.connection);

const signatures = ({ strapi }: { strapi: Core.Strapi }): SignatureService => {
  const outbox = service(strapi, 'outbox');
  const capSource = createSourceCap();
  const clock = () => new Date();
  const shared = {
    catalogue: service(strapi, 'catalogue'),
    vault: service(strapi, 'vault'),
    books: service(strapi, 'books'),
    capSource,
    clock,
  };
  const commit = async (group: Taken[]): Promise<void> => {
    await take(shared.books, group);
    outbox.wake();
  };
  const group: Group<Taken> = createGroup(commit, {
    most: MOST_IN_GROUP,
    mostWaiting: MOST_WAITING,
    isAboutRows,
  });
  const checks = new Map<string, BodyCheck>();
  return {
    sign: (input) => sign({ ...shared, group, checks }, input),
    async confirm(json) {
      const answer = await confirm(shared, json);
      outbox.wake();
      return answer;
    },
    withdraw: (json) => withdraw(shared, json),
    reject: (json) => reject(shared, json),
    drain: () => group.drain(),
  };
};

export const signatureSlice: Slice = {
  createTables,
  contentTypes: { signature: { schema: publicSignature.schema } },
  services: { books, signatures },
  controllers: { signatures: controllerOf(signatureDoors) },
  routes: { signatures: routesTo('signatures', signatureDoors) },
  destroy: ({ strapi }) => service(strapi, 'signatures').drain(),
  bootstrap: ({ strapi }) => service(strapi, 'earlyPath').open(signatureDoors(strapi)),
  register({ strapi }) {
    offerEditViews(strapi, [publicSignature]);
    watchDocuments(strapi, refuseHandmade(strapi));
  },
};
