import type { Core } from '@strapi/strapi';
import type { PersonExport, PersonFound } from '../../../contracts/panel-person';
import { rowsOf } from '../action/choice-rows';
import { choices } from '../action/choices';
import { stateOf } from '../action/policy';
import type { Slice } from '../assemble';
import { type AuditEntry, createAuditStore } from '../audit/store';
import { durably, readDatabaseNow } from '../database';
import { registerPermissions } from '../http/panel-permissions';
import { PERMISSIONS, service } from '../plugin';
import { defaultLocale } from '../publication/site-locales';
import { personController } from './controller';
import { erase, finish } from './erase';
import { exportPerson, isSpelledOtherwise } from './export';
import { type Found, addressIn, find } from './find';
import { personRoutes } from './routes';

/** What a supporter may ask of an organisation; each time a line in the audit says so, not of whom. */
export interface Persons {
  /** In which actions something is held about an address. */
  look(email: string, who: string): Promise<PersonFound>;
  /** The same, and it is held no longer. */
  erase(email: string, who: string): Promise<PersonFound>;
  /** What an erasure that was killed may have left to do, when nothing is held any more. */
  finish(): Promise<void>;
  export(email: string, who: string, reason: string): Promise<PersonExport>;
}

type Titles = ReadonlyMap<string, string>;

const summary = (found: Found, titles: Titles, email: string, now: Date): PersonFound => ({
  actions: found.actions.map((each) => {
    const rows = [...each.signatures, ...each.submissions];
    return {
      action: each.policy.action,
      title: titles.get(each.policy.action) ?? null,
      state: stateOf(each.policy, now),
      signatures: each.signatures.length,
      submissions: each.submissions.length,
      mails: each.mails,
      spelledOtherwise: rows.filter(({ person }) => isSpelledOtherwise(addressIn(person), email))
        .length,
      leftInPeace: each.leftInPeaceSince !== null,
    };
  }),
  unreadable: found.unreadable.map(({ action, problem }) => ({
    action,
    title: titles.get(action) ?? null,
    problem,
  })),
});

const persons = ({ strapi }: { strapi: Core.Strapi }): Persons => {
  const knex = strapi.db.connection;

  const titlesOf = async (found: Found): Promise<Titles> => {
    const ids = [
      ...found.actions.map(({ policy }) => policy.action),
      ...found.unreadable.map(({ action }) => action),
    ];
    const named = choices(await rowsOf(strapi, ids), await defaultLocale(strapi));
    return new Map(named.map(({ documentId, title }) => [documentId, title]));
  };

  const findOut = async (email: string) => {
    const now = await readDatabaseNow(knex);
    const found = await find({ knex, vault: service(strapi, 'vault') }, email);
    return { now, found, titles: await titlesOf(found) };
  };

  const audit = (who: string, deed: AuditEntry['deed'], details: AuditEntry['details']) =>
    durably(knex, (trx) => createAuditStore(trx).write({ who, deed, action: null, details }));

  const journal = service(strapi, 'erasureJournal');

  return {
    async look(email, who) {
      const { now, found, titles } = await findOut(email);
      await audit(who, 'person.look', { actions: found.actions.length });
      return summary(found, titles, email, now);
    },
    async erase(email, who) {
      const { now, found, titles } = await findOut(email);
      const uses = {
        knex,
        vault: service(strapi, 'vault'),
        journal,
        now,
      };
      await erase(uses, found, who);
      return summary(found, titles, email, now);
    },
    finish: () => finish({ knex, journal }),
    async export(email, who, reason) {
      const { now, found, titles } = await findOut(email);
      // Before anything is handed over.
      await audit(who, 'person.export', { actions: found.actions.length, reason });
      return exportPerson({ strapi, titles, now }, found, email);
    },
  };
};

export const personSlice: Slice = {
  services: { persons },
  controllers: { persons: personController },
  routes: personRoutes,
  register: ({ strapi }) =>
    registerPermissions(strapi, 'Supporters', {
      [PERMISSIONS.eraseSignatures]: 'Erase a person',
      [PERMISSIONS.exportSignatures]: 'Export personal data',
    }),
};
