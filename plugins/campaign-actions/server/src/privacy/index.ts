import type { Core } from '@strapi/strapi';
import type { Slice } from '../assemble';
import { options } from '../config';
import { createDataKeys } from './data-keys';
import { createKeyring } from './keyring';
import { createDataKeyStore } from './store';
import { createTables } from './tables';
import { type Vault, createVault } from './vault';

const vault = ({ strapi }: { strapi: Core.Strapi }): Vault => {
  const keyring = createKeyring(options(strapi).keys);
  const today = () => new Date().toISOString().slice(0, 10);
  return createVault(
    keyring,
    createDataKeys(createDataKeyStore(strapi.db.connection), keyring, today),
  );
};

export const privacySlice: Slice = { createTables, services: { vault } };
