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
  type Situation,
} from '../editing/rule';
import { originOf } from './scripts';

/** One hash, or several apart by spaces: the browser takes the strongest it knows. */
const INTEGRITY =
  /^(sha256-[A-Za-z0-9+/]{43}=|sha384-[A-Za-z0-9+/]{64}|sha512-[A-Za-z0-9+/]{86}==)( (?!$)|$)/;

const isIntegrity = (text: string): boolean => {
  let rest = text;
  while (INTEGRITY.test(rest)) rest = rest.replace(INTEGRITY, '');
  return rest === '';
};

/** Whether the page holds the form of an action whose signers are at risk. */
const isAtRisk = ({ checking, within }: Situation): Promise<boolean> => {
  const action = within.at(-1)?.action;
  return typeof action === 'string' && action !== ''
    ? checking.actionIsSensitive(action)
    : Promise.resolve(false);
};

const scripts = parts({
  src: rule(async (src, situation) => {
    const { checking, within } = situation;
    const [script] = within;
    if (isEmpty(src)) return isEmpty(script?.inline) ? { problem: 'script-empty' } : null;
    const address = String(src).trim();
    if (!isSafeAddress(address)) return { problem: 'script-address-invalid' };
    const origin = originOf(address);
    if (origin !== "'self'" && origin !== null && !checking.scriptOrigins.includes(origin))
      return { problem: 'script-origin-unlisted', values: { origin } };
    return isEmpty(script?.integrity) && (await isAtRisk(situation))
      ? { problem: 'script-integrity-at-risk' }
      : null;
  }),
  inline: textRule(async (code, situation) => {
    if (!isEmpty(situation.within[0]?.src)) return { problem: 'script-twice' };
    // Either would end the script element early, or hide its end.
    if (/<\/?script|<!--/i.test(code)) return { problem: 'script-tag' };
    return (await isAtRisk(situation)) ? { problem: 'script-inline-at-risk' } : null;
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
