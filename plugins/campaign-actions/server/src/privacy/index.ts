import type { Core } from '@strapi/strapi';
import type { Slice } from '../assemble';
import { options } from '../config';
import { service } from '../plugin';
import { createDataKeys } from './data-keys';
import { type DayKeys, createDayKeys } from './day-keys';
import { type KeyUse, keyProblemText, keyUses } from './key-use';
import { type Keyring, createKeyring } from './keyring';
import { rewrapDataKeys } from './rewrap';
import { createDataKeyStore } from './store';
import { createTables } from './tables';
import { type Vault, createVault } from './vault';

/** The operator's keys, and whether they fit the database: known once the server has started. */
export interface OperatorKeys {
  keyring: Keyring;
  /** None: they fit. Else nothing may be sealed, and no link can be told from a forged one. */
  problems: readonly KeyUse[];
  uses(): Promise<KeyUse[]>;
  /** See `rewrapDataKeys`. */
  rewrap(told: (done: number, all: number) => void): Promise<number>;
}

const operatorKeys = ({ strapi }: { strapi: Core.Strapi }): OperatorKeys => {
  const keyring = createKeyring(options(strapi).keys);
  const { connection } = strapi.db;
  return {
    keyring,
    problems: [],
    uses: () => keyUses(connection, keyring),
    rewrap: (told) => rewrapDataKeys(connection, keyring, told),
  };
};

const vault = ({ strapi }: { strapi: Core.Strapi }): Vault => {
  const { keyring } = service(strapi, 'operatorKeys');
  const today = () => new Date().toISOString().slice(0, 10);
  return createVault(
    keyring,
    createDataKeys(createDataKeyStore(strapi.db.connection), keyring, today),
  );
};

const dayKeys = ({ strapi }: { strapi: Core.Strapi }): DayKeys =>
  createDayKeys(createDataKeyStore(strapi.db.connection), service(strapi, 'operatorKeys').keyring);

export const privacySlice: Slice = {
  createTables,
  services: { operatorKeys, vault, dayKeys },
  async bootstrap({ strapi }) {
    const keys = service(strapi, 'operatorKeys');
    keys.problems = (await keys.uses()).filter(({ problem }) => problem !== null);
    for (const problem of keys.problems)
      strapi.log.error(
        `[campaign-actions] ${keyProblemText(problem)} Signing stops until that is mended.`,
      );
  },
};
