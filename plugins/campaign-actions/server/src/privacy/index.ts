import type { Core } from '@strapi/strapi';
import type { Slice } from '../assemble';
import { options } from '../config';
import { PUBLIC_SIGNATURE, service } from '../plugin';
import { shred, shreddable } from '../signature/shred';
import { createDataKeys } from './data-keys';
import { type DayKeys, createDayKeys } from './day-keys';
import { type KeyUse, keyProblemText, keyUses } from './key-use';
import { type Keyring, createKeyring } from './keyring';
import { type KeyTies, keyTies, retireKey } from './retire';
import { rewrapDataKeys } from './rewrap';
import { createDataKeyStore } from './store';
import { createTables } from './tables';
import { type Vault, createVault } from './vault';
import { type KeyWatch, createKeyWatch } from './watch';

/** The operator's keys, and whether they fit the database: known once the server has started. */
export interface OperatorKeys {
  keyring: Keyring;
  /** None: they fit. Else nothing may be sealed, and no link can be told from a forged one. */
  problems: readonly KeyUse[];
  uses(): Promise<KeyUse[]>;
  /** See `rewrapDataKeys`. */
  rewrap(told: (done: number, all: number) => void): Promise<number>;
  /** See `keyTies`. */
  ties(keyId: string): Promise<KeyTies>;
  /** See `retireKey`. */
  retire(keyId: string): Promise<boolean>;
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
  return {
    keyring,
    problems: [],
    uses: () => keyUses(connection, keyring),
    rewrap: (told) => rewrapDataKeys(connection, keyring, told),
    ties: (keyId) => keyTies(connection, keyId),
    retire: (keyId) => retireKey(connection, keyId),
    shreddable: (action) => shreddable({ knex: connection }, action),
    shred: (action, told) => shred(shredding, action, told),
  };
};

const vault = ({ strapi }: { strapi: Core.Strapi }): Vault => {
  const { keyring } = service(strapi, 'operatorKeys');
  return createVault(
    keyring,
    createDataKeys(createDataKeyStore(strapi.db.connection), keyring, today),
  );
};

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
