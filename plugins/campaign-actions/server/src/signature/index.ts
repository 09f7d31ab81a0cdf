import type { Core } from '@strapi/strapi';
import type { Admitted } from '../../../contracts/panel-held';
import type { TestState } from '../../../contracts/panel-test-signature';
import type { Slice } from '../assemble';
import { faultOf } from '../database';
import { offerEditViews } from '../editing/edit-view';
import { keyProblem, withoutKeys } from '../http/key-problem';
import type { Answer } from '../http/reply';
import { registerPermissions } from '../http/panel-permissions';
import { controllerOf, routesTo } from '../http/routed';
import { PERMISSIONS, service } from '../plugin';
import { type AdmitInput, admit } from './admit';
import type { BodyCheck } from './body';
import { type DurableBooks, createBooks } from './books';
import { confirm } from './confirm';
import { signatureDoors } from './doors';
import { type Entering, enter } from './enter';
import { createGroup } from './group';
import { onBehalfController, onBehalfRoute } from './on-behalf-route';
import { panelController } from './panel-controller';
import { panelRoutes } from './panel-routes';
import { createPatience } from './patience';
import { type Quarantine, createQuarantine } from './quarantine';
import { publicSignature } from './public-signature';
import { type RehearseInput, rehearse } from './rehearse';
import { type SignInput, sign } from './sign';
import { createSourceCap } from './source-name';
import { createTables, laterColumns } from './tables';
import { type Taken, take } from './take';
import { testController } from './test-controller';
import { type TestInput, startTest, stateOfTest } from './test-signature';
import { reject, withdraw } from './withdraw';

export interface SignatureService {
  sign(input: SignInput): Promise<Answer>;
  /** Checks and answers as for `sign`, by what is not published yet; nothing is stored. */
  rehearse(input: RehearseInput): Promise<Answer>;
  /** Each takes the JSON body that holds the link's token. */
  confirm(json: unknown): Promise<Answer>;
  withdraw(json: unknown): Promise<Answer>;
  reject(json: unknown): Promise<Answer>;
  /** Starts a signature that is never counted; answers its id. */
  startTest(input: TestInput): Promise<Buffer>;
  stateOfTest(action: string, id: Buffer): Promise<TestState>;
  /** Lets in what a rule had set aside. */
  admit(input: AdmitInput): Promise<Admitted>;
  /** Takes no more, and resolves when everything taken is on disk. */
  drain(): Promise<void>;
}

/** For whole answers, whatever of the database they wait for. */
const MOST_UNDER_WAY = 6000;
const LONGEST_MS = 25_000;
const LIMITS = {
  /** A longer group waits longer. */
  most: 250,
  /** Some seconds of work: whoever comes later is better told to try again. */
  mostWaiting: 5000,
  /** What is sealed; the requests that wait behind it take about four times as much. */
  mostBytes: 16 * 1024 * 1024,
  longestMs: 20_000,
  longestDrainMs: 10_000,
  faultOf,
};

const sizeOf = ({ sealed }: { sealed: Buffer | null }): number => sealed?.length ?? 0;

const books = ({ strapi }: { strapi: Core.Strapi }): DurableBooks =>
  createBooks(strapi.db.connection);

const quarantine = ({ strapi }: { strapi: Core.Strapi }): Quarantine =>
  createQuarantine({
    vault: service(strapi, 'vault'),
    books: service(strapi, 'books'),
    onUnreadable: (sentence) => strapi.log.error(`[campaign-actions] ${sentence}`),
  });

const signatures = ({ strapi }: { strapi: Core.Strapi }): SignatureService => {
  const outbox = service(strapi, 'outbox');
  const capSource = createSourceCap();
  const clock = () => new Date();
  const counters = service(strapi, 'counterBoard');
  const journal = service(strapi, 'erasureJournal');
  const shared = {
    catalogue: service(strapi, 'catalogue'),
    vault: service(strapi, 'vault'),
    books: service(strapi, 'books'),
    quarantine: service(strapi, 'quarantine'),
    dayKeys: service(strapi, 'dayKeys'),
    guard: service(strapi, 'guard'),
    capSource,
    clock,
  };
  const wakeAfter =
    <Item, Told>(write: (books: DurableBooks, group: Item[]) => Promise<Told>) =>
    async (group: Item[]): Promise<Told> => {
      const told = await write(shared.books, group);
      outbox.wake();
      return told;
    };
  const group = createGroup<Taken>(wakeAfter(take), {
    ...LIMITS,
    bytesOf: ({ row }) => sizeOf(row.row),
  });
  const confirmations = createGroup<Entering>(wakeAfter(enter), {
    ...LIMITS,
    bytesOf: ({ row }) => sizeOf(row),
  });
  const patience = createPatience(MOST_UNDER_WAY, LONGEST_MS);
  const keys = service(strapi, 'operatorKeys');
  /** With keys that do not fit, a genuine link would look forged, and what is sealed be lost. */
  const withKeys = <T>(deed: () => Promise<T>): Promise<T> =>
    patience(async () => {
      if (keys.problems.length > 0) throw withoutKeys();
      try {
        return await deed();
      } catch (error) {
        throw keyProblem(strapi, error) ?? error;
      }
    });
  const signing = { ...shared, counters, group, checks: new Map<string, BodyCheck>() };
  return {
    sign: (input) => withKeys(() => sign(signing, input)),
    rehearse: (input) =>
      withKeys(() => rehearse({ ...shared, previews: service(strapi, 'previews') }, input)),
    confirm: (json) => withKeys(() => confirm({ ...shared, counters, confirmations }, json)),
    startTest: (input) => withKeys(() => startTest(signing, input)),
    stateOfTest: (action, id) => stateOfTest(shared.books, action, id),
    async admit(input) {
      const admitted = await admit(shared, input);
      outbox.wake();
      return admitted;
    },
    withdraw: (json) => withKeys(() => withdraw({ ...shared, journal }, json)),
    reject: (json) => withKeys(() => reject({ ...shared, journal }, json)),
    async drain() {
      await Promise.all([group.drain(), confirmations.drain()]);
    },
  };
};

export const signatureSlice: Slice = {
  createTables,
  laterColumns,
  contentTypes: { signature: { schema: publicSignature.schema } },
  services: { books, quarantine, signatures },
  controllers: {
    signatures: (context) => ({ ...controllerOf(signatureDoors)(context), ...onBehalfController }),
    'signatures-panel': panelController,
    'test-signatures': testController,
  },
  routes: {
    signatures: routesTo('signatures', signatureDoors),
    'on-behalf': onBehalfRoute,
    'signatures-panel': panelRoutes,
  },
  destroy: ({ strapi }) => service(strapi, 'signatures').drain(),
  bootstrap: ({ strapi }) => service(strapi, 'earlyPath').open(signatureDoors(strapi)),
  async register({ strapi }) {
    await registerPermissions(strapi, 'Signatures', {
      [PERMISSIONS.invalidate]: 'Set signatures aside, and let them in',
    });
    offerEditViews(strapi, [publicSignature]);
  },
};
