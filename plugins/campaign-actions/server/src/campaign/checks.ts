import { yup } from '@strapi/utils';
import { isSafeAddress } from '../editing/link';
import {
  blocks,
  destination,
  existingAction,
  image,
  isEmpty,
  part,
  parts,
  rule,
  slug,
  textRule,
  webAddress,
  type Fields,
} from '../editing/rule';

/** One hash, or several apart by spaces: the browser takes the strongest it knows. */
const INTEGRITY =
  /^(sha256-[A-Za-z0-9+/]{43}=|sha384-[A-Za-z0-9+/]{64}|sha512-[A-Za-z0-9+/]{86}==)( (?!$)|$)/;

const isIntegrity = (text: string): boolean => {
  let rest = text;
  while (INTEGRITY.test(rest)) rest = rest.replace(INTEGRITY, '');
  return rest === '';
};

const scripts = parts({
  src: rule((src, { within: [script] }) => {
    if (isEmpty(src)) return isEmpty(script?.inline) ? { problem: 'script-empty' } : null;
    return isSafeAddress(String(src)) ? null : { problem: 'script-address-invalid' };
  }),
  inline: textRule((code, { within: [script] }) => {
    if (!isEmpty(script?.src)) return { problem: 'script-twice' };
    // Either would end the script element early, or hide its end.
    return /<\/?script|<!--/i.test(code) ? { problem: 'script-tag' } : null;
  }),
  integrity: textRule((text) =>
    isIntegrity(text.trim()) ? null : { problem: 'integrity-invalid' },
  ),
});

const leadsSomewhere = { action: existingAction, url: destination };

const SECTIONS = new Map<unknown, yup.AnySchema>([
  ['campaign-actions.section-text', part({ body: blocks })],
  ['campaign-actions.section-image', part({ image })],
  ['campaign-actions.section-call-to-action', part(leadsSomewhere)],
  ['campaign-actions.section-questions', part({ questions: parts({ answer: blocks }) })],
]);

const section = yup.lazy((value: Fields) => SECTIONS.get(value.__component) ?? yup.mixed());

// yup's types know lazy schemas in objects, but not in arrays.
const sections = yup
  .array()
  .of(section as unknown as yup.AnySchema)
  .nullable();

/** What a campaign page must hold to be saved and, where a rule asks for it, to be published. */
export const campaignChecks = yup.object({
  slug,
  action: existingAction,
  hero: part({ image }),
  sections,
  furtherActions: parts(leadsSomewhere),
  scripts,
  seo: part({ shareImage: image, canonicalUrl: webAddress }),
});
