import type { Core } from '@strapi/strapi';
import { campaignIn, CONTENT, letterIn, LOCALES, type Locale, petitionIn } from './content';
import { type InAllLocales, writer } from './writer';

interface Locales {
  findByCode(code: string): Promise<unknown>;
  create(locale: { code: string; name: string }): Promise<unknown>;
}

interface Offset {
  change(input: { action: string; offset: number; reason: string; who: string }): Promise<unknown>;
}

const ORGANISATION = 'plugin::campaign-actions.organisation';
const CAMPAIGN = 'plugin::campaign-actions.campaign';
const ACTION = 'plugin::campaign-actions.action';

/** People counted on the page before this system. */
const OFFSET = 785;

const inAll = <T>(write: (locale: Locale) => T) =>
  Object.fromEntries(LOCALES.map((locale) => [locale, write(locale)])) as InAllLocales<T>;

/**
 * Loads the demo's organisation, actions and campaign, published in English and French. A second
 * run changes nothing, and what editors change meanwhile stays as long as the content files do.
 *
 * @returns what was written, by name; empty when everything was there
 */
export const seed = async (strapi: Core.Strapi): Promise<string[]> => {
  const locales = strapi.plugin('i18n').service<Locales>('locales');
  if (!(await locales.findByCode('fr'))) await locales.create({ code: 'fr', name: 'French (fr)' });

  const write = await writer(strapi);
  const publicUrl = strapi.config.get<string>('plugin::campaign-actions.publicUrl');
  await write.document(
    ORGANISATION,
    'organisation',
    inAll((locale) => CONTENT[locale].organisation),
  );
  // The host's own page, which leads on to the next action.
  const confirmPages = inAll((locale) => `${publicUrl}/confirm?locale=${locale}`);
  await write.address(ORGANISATION, 'organisation', 'confirmPageUrl', confirmPages);

  const letters = inAll((locale) => letterIn(CONTENT[locale]));
  const letter = await write.document(ACTION, 'letter', letters);

  const petitions = inAll((locale) => petitionIn(CONTENT[locale], letter));
  const petition = await write.document(ACTION, 'petition', petitions);

  const images = { en: await write.image('en'), fr: await write.image('fr') };
  const campaigns = inAll((locale) =>
    campaignIn(CONTENT[locale], { petition, letter }, images[locale]),
  );
  await write.document(CAMPAIGN, 'campaign', campaigns);

  const offset = strapi.plugin('campaign-actions').services.offset as Offset | undefined;
  // Set once: from then on it is the organisation's to change.
  const reason = 'Collected on the earlier page';
  if (offset)
    await write.once('offset', () =>
      offset.change({ action: petition, offset: OFFSET, reason, who: 'seed' }),
    );
  return write.written;
};
