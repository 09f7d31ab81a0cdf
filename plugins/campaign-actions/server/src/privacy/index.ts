import type { Core } from '@strapi/strapi';
import type { Slice } from '../assemble';
import { options } from '../config';
import type { Connection } from '../database';
import { PUBLIC_SIGNATURE, service } from '../plugin';
import { createIndexMoveStore } from '../signature/index-move-store';
import type { MoveUses } from '../signature/index-steps';
import { type Moved, moveIndex } from '../signature/move-index';
import { shred, shreddable } from '../signature/shred';
import { spellingTables } from './canonical-email';
import { createDataKeys } from './data-keys';
import { type DayKeys, createDayKeys } from './day-keys';
import { type AddressHashes, createAddressHashes } from './email-index';
import { type KeyUse, keyProblemText, keyUses } from './key-use';
import { type Keyring, createKeyring } from './keyring';
import { type KeyTies, type LeftBehind, keyTies, leftBehind, retireKey } from './retire';
import { rewrapDataKeys } from './rewrap';
import { createDataKeyStore } from './store';
import { createTables } from './tables';
import { type Vault, createVault } from './vault';
import { type KeyWatch, createKeyWatch } from './watch';

/** The operator's keys, and whether they fit the database: known once the server has started. */
export interface OperatorKeys {
  keyring: Keyring;
  hashes: AddressHashes;
  /** A vault that reads data keys over this connection, and knows none yet. */
  vaultOver(connection: Connection): Vault;
  /** None: they fit. Else nothing may be sealed, and no link can be told from a forged one. */
  problems: readonly KeyUse[];
  uses(): Promise<KeyUse[]>;
  /** See `rewrapDataKeys`. */
  rewrap(told: (done: number, all: number) => void): Promise<number>;
  /** See `keyTies`. */
  ties(keyId: string): Promise<KeyTies>;
  /** See `leftBehind`. */
  leftBehind(): Promise<LeftBehind[]>;
  /** See `retireKey`. */
  retire(keyId: string): Promise<boolean>;
  /** Every action whose index is elsewhere, or on its way; see `moveIndex`. */
  reindex(agreed: boolean, told: MoveUses['told']): Promise<Moved[]>;
  /** See `shreddable` and `shred`. */
  shreddable(action: string): ReturnType<typeof shreddable>;
  shred(action: string, told: (done: number, all: number) => void): Promise<boolean>;
}

const today = (): string => new Date().toISOString().slice(0, 10);

const operatorKeys = ({ strapi }: { strapi: Core.Strapi }): OperatorKeys => {
  const keyring = createKeyring(options(strapi).keys);
  const { connection } = strapi.db;
  const shredding = {
    knex: connection,
    today,
    async deletePublic(action: string) {
      await strapi.db.query(PUBLIC_SIGNATURE).deleteMany({ where: { action } });
    },
  };
  const tables = spellingTables(options(strapi).spellings);
  const hashes = createAddressHashes(keyring, tables);
  const vaultOver = (over: Connection): Vault =>
    createVault(
      keyring,
      hashes,
      createDataKeys(createDataKeyStore(over), keyring, hashes.present, today),
    );
  return {
    keyring,
    hashes,
    vaultOver,
    problems: [],
    uses: () => keyUses(connection, keyring, tables),
    rewrap: (told) => rewrapDataKeys(connection, keyring, told),
    ties: (keyId) => keyTies(connection, keyId),
    leftBehind: () => leftBehind(connection),
    retire: (keyId) => retireKey(connection, keyId),
    async reindex(agreed, told) {
      const uses = { knex: connection, hashes, vaultOver, told };
      const moved: Moved[] = [];
      for (const { action } of await createIndexMoveStore(connection).all())
        moved.push(await moveIndex(uses, action, agreed));
      return moved.filter(({ outcome }) => outcome !== 'there');
    },
    shreddable: (action) => shreddable({ knex: connection }, action),
    async shred(action, told) {
      const scrubbed = await shred(shredding, action, told);
      await service(strapi, 'erasureJournal').flush();
      return scrubbed;
    },
  };
};

const vault = ({ strapi }: { strapi: Core.Strapi }): Vault =>
  service(strapi, 'operatorKeys').vaultOver(strapi.db.connection);

const dayKeys = ({ strapi }: { strapi: Core.Strapi }): DayKeys =>
  createDayKeys(createDataKeyStore(strapi.db.connection), service(strapi, 'operatorKeys').keyring);

const keyWatch = ({ strapi }: { strapi: Core.Strapi }): KeyWatch => {
  const store = createDataKeyStore(strapi.db.connection);
  return createKeyWatch(
    () => store.revision(),
    () => service(strapi, 'vault').forget(),
  );
};

export const privacySlice: Slice = {
  createTables,
  services: { operatorKeys, vault, dayKeys, keyWatch },
  async bootstrap({ strapi }) {
    const keys = service(strapi, 'operatorKeys');
    keys.problems = (await keys.uses()).filter(({ problem }) => problem !== null);
    for (const problem of keys.problems)
      strapi.log.error(
        `[campaign-actions] ${keyProblemText(problem)} Signing stops until that is mended.`,
      );
    // Commands such as `strapi export` boot the plugin too, and are over soon.
    strapi.server.httpServer.once('listening', () => service(strapi, 'keyWatch').start());
  },
  destroy: ({ strapi }) => service(strapi, 'keyWatch').stop(),
};
