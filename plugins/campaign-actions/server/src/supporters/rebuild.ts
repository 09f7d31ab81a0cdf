import type { Core } from '@strapi/strapi';
import { durably } from '../database';
import { service } from '../plugin';
import { agreesToBeShown } from '../signature/agreed';
import { DUE } from '../signature/public-signature-store';
import type { Rebuilt } from './rebuilt';
import { showDue } from './show-due';
import { createSupporterStore } from './store';

const AT_ONCE = 250;

/** Compares what is shown with the register, and mends it. What an editor deleted stays deleted. */
export const rebuild = async (strapi: Core.Strapi): Promise<Rebuilt> => {
  const { connection } = strapi.db;
  const removed = await durably(connection, (trx) => createSupporterStore(trx).removeOrphans());
  let missing = await expectLost(strapi);
  for (const action of await createSupporterStore(connection).showing())
    missing += await expectAgreed(strapi, action);
  const rebuilt: Rebuilt = { missing, removed, unreadable: 0 };
  // A server that runs may make some of them.
  for (;;) {
    const { made, unreadable, errors } = await showDue(strapi, []);
    if (errors.length > 0) throw errors[0];
    if (made + unreadable === 0) return rebuilt;
    rebuilt.unreadable += unreadable;
  }
};

/** An import empties every content type; the register stays. */
const expectLost = async (strapi: Core.Strapi): Promise<number> => {
  let sum = 0;
  for (;;) {
    const ids: Buffer[] = await durably(strapi.db.connection, async (trx) => {
      const store = createSupporterStore(trx);
      const lost = await store.lost(AT_ONCE);
      await store.set(lost, DUE);
      return lost;
    });
    if (ids.length === 0) return sum;
    sum += ids.length;
  }
};

const expectAgreed = async (strapi: Core.Strapi, action: string): Promise<number> => {
  const catalogue = service(strapi, 'catalogue');
  let after: Buffer | null = null;
  let sum = 0;
  do {
    const from: Buffer | null = after;
    const rows = await createSupporterStore(strapi.db.connection).page(action, from, AT_ONCE);
    const agreed: Buffer[] = [];
    for (const row of rows)
      if (row.public_signature === null && (await agreesToBeShown(catalogue, row)))
        agreed.push(row.id);
    sum += await durably(strapi.db.connection, (trx) => createSupporterStore(trx).expect(agreed));
    after = rows.at(-1)?.email_index ?? null;
  } while (after);
  return sum;
};
