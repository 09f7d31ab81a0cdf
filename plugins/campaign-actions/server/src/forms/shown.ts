import type { Core } from '@strapi/strapi';
import type { ActionPage } from '../../../contracts/action';
import type { CompiledForm } from '../action/form';
import { nearestTo } from '../action/policy';
import { PREVIEW, type PublicRequest } from '../http/door';
import { service } from '../plugin';
import { readAddressing } from '../signature/body';
import type { Posted } from './fields';

/** The form that somebody had before them, for the labels on it; null where there is none such. */
export const shownForm = async (
  strapi: Core.Strapi,
  { id, query }: Pick<PublicRequest, 'id' | 'query'>,
  posted: Posted | null,
): Promise<CompiledForm | null> => {
  const { locale, formVersion } = readAddressing(posted?.json ?? null);
  const catalogue = service(strapi, 'catalogue');
  const preview = query.get(PREVIEW);
  const draft =
    preview === null ? null : await service(strapi, 'previews').action({ id, locale }, preview);
  const policy = draft?.policy ?? (await catalogue.find(id, locale))?.policy;
  const version = formVersion ?? (policy && nearestTo(policy, locale)?.formVersion);
  if (!policy || !version) return null;
  const form = draft?.forms.get(version);
  return form ?? (await catalogue.form(policy.action, version))?.form ?? null;
};

/**
 * The editor's own page to go on to, as it is published, written as a header can hold it; null: there
 * is none.
 */
export const redirectOf = async (
  strapi: Core.Strapi,
  id: string,
  locale: string | null,
): Promise<string | null> => {
  try {
    const { body } = await service(strapi, 'actionPages').reply({ id, locale, counters: false });
    const { data } = JSON.parse(body.toString()) as { data: ActionPage };
    const { redirectUrl = null } = data.thanks ?? {};
    return redirectUrl && new URL(redirectUrl).href;
  } catch {
    // The signature is taken: whatever is wrong with the page, nobody shall be told that it was not.
    return null;
  }
};
