import type { Core } from '@strapi/strapi';
import type { Text } from '../../../contracts/editor-texts';

const isFrench = (tag: unknown): boolean => typeof tag === 'string' && /^fr\b/i.test(tag.trim());

/**
 * The language of the panel of whoever is asking: the one chosen in the profile, else the
 * browser's first, as the panel itself decides. Nobody asking, as in a seed: English.
 */
export const editorLanguage = (strapi: Core.Strapi): keyof Text => {
  const context = strapi.requestContext.get();
  const user = context?.state.user as { preferedLanguage?: unknown } | undefined;
  const chosen = user?.preferedLanguage ?? context?.get('accept-language');
  return isFrench(chosen) ? 'fr' : 'en';
};
