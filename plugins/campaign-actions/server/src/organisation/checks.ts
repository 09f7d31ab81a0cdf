import { yup } from '@strapi/utils';
import { image, safeAddress, webAddress } from '../editing/rule';

export const organisationChecks = yup.object({
  logo: image,
  url: webAddress,
  privacyPolicyUrl: webAddress,
  // Links in mail lead here with a token: only a page that nobody can listen to.
  confirmPageUrl: safeAddress,
  // And here with another one.
  previewUrl: safeAddress,
});
