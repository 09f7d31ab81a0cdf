import type { RehearsedAnswer } from '../../../contracts/signing';
import type { Catalogue } from '../action/catalogue';
import { nearestTo } from '../action/policy';
import type { FormVersion } from '../action/policy-store';
import type { Soon } from '../fresh';
import { type GuardUses, pass } from '../guard/pass';
import type { Answer } from '../http/reply';
import { type DraftAction, draftCounter } from '../preview/draft-action';
import type { Previews } from '../preview/previews';
import { compileBodyCheck, readAddressing } from './body';
import { type SignInput, VERSION, answerOf, inForce } from './sign';
import { typed } from './typed';

export interface RehearseUses {
  previews: Pick<Previews, 'action'>;
  catalogue: Pick<Catalogue, 'form'>;
  guard: GuardUses;
  clock: () => Date;
}

export interface RehearseInput extends Omit<SignInput, 'channel'> {
  /** The preview token. */
  preview: string;
}

/**
 * A signature as it will be once the draft is published: everything is checked, limits count, and the
 * answer is that of a real one. Nothing is stored, no challenge used up and nobody mailed. That an
 * action is not open yet, or closed, is said by its counter and stops nobody.
 *
 * @throws Problem 400, 403, 404, 409, 428, 429
 */
export const rehearse = async (uses: RehearseUses, input: RehearseInput): Promise<Answer> => {
  const { previews, catalogue, guard, clock } = uses;
  const { id, json, address, preview, plain = false } = input;
  const { locale, formVersion } = readAddressing(json);
  const action = await previews.action({ id, locale }, preview);
  const { policy } = action;
  const { form } = inForce(await formOf(catalogue, action, locale, formVersion));
  const { challenge } = compileBodyCheck(form)(plain ? typed(form, json) : json);
  await pass(guard, { policy, address, challenge, canSolve: !plain, json });
  const { status, body } = answerOf(policy, draftCounter(action, form.locale, clock()));
  const rehearsed: RehearsedAnswer = { ...body, meta: { preview: true } };
  return { status, body: rehearsed };
};

/** What the draft shows, or a version that was published once. */
const formOf = (
  catalogue: Pick<Catalogue, 'form'>,
  { policy, forms }: DraftAction,
  locale: string | null,
  named: string | null,
): Soon<FormVersion | null> => {
  const version = named ?? nearestTo(policy, locale)?.formVersion ?? '';
  const form = forms.get(version);
  if (form) return { version, withdrawn: false, form };
  return VERSION.test(version) ? catalogue.form(policy.action, version) : null;
};
