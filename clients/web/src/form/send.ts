import type { Action, SignAnswer } from '../contracts';
import { type CampaignActions, CampaignActionsError } from '../index';
import type { Place } from '../page/place';
import type { ProblemBoard } from '../problem/show';
import { generalSentence } from '../problem/sentences';
import { sourceOf } from '../signature/source';
import { problemsIn, signatureOf, typedIn } from './read';
import { formTexts } from './texts';

/** What came of sending a form; `changed` asks for the form as it is now, with what was typed. */
export type Sent =
  { answer: SignAnswer['data']; email: string } | 'not-sent' | 'changed' | 'closed';

const CHANGED = new Set(['form-withdrawn', 'unknown-version', 'unknown']);

const unreadableIn = (form: HTMLFormElement): Set<string> =>
  new Set(
    [...form.querySelectorAll('input')]
      .filter(({ validity }) => validity.badInput)
      .map(({ name }) => name),
  );

const isChanged = ({ code, fields }: CampaignActionsError): boolean =>
  CHANGED.has(code) || fields.some((field) => CHANGED.has(field.code));

/** Shows what was refused, at the fields where that is possible. */
const explain = (problem: unknown, board: ProblemBoard, locale: string): Sent => {
  const error =
    problem instanceof CampaignActionsError
      ? problem
      : new CampaignActionsError('', 0, 'unexpected');
  if (error.code === 'closed') return 'closed';
  if (isChanged(error)) return 'changed';
  if (!board.show(error.fields)) {
    const code = error.fields[0]?.code ?? error.code;
    board.tell(generalSentence(locale, code, error.status, error.retryAfter));
  }
  return 'not-sent';
};

/**
 * Checks what stands in the form, sends it and says each step. The button keeps the focus meanwhile,
 * and pressing it again does nothing.
 */
export const formSender = (
  form: HTMLFormElement,
  board: ProblemBoard,
  action: Action,
  { preview }: Place,
  client: CampaignActions,
  leaving: AbortSignal,
) => {
  const { locale } = action;
  const button = form.querySelector('button.main');
  const said = form.querySelector<HTMLElement>('[data-said]');
  const say = (words: string): void => {
    if (said) said.textContent = words;
  };
  let isSending = false;

  return async (): Promise<Sent> => {
    if (isSending) return 'not-sent';
    const typed = typedIn(form);
    if (board.show(problemsIn(action.form, typed, unreadableIn(form)))) return 'not-sent';
    board.clear();
    isSending = true;
    button?.setAttribute('aria-disabled', 'true');
    say(formTexts(locale).sending);
    try {
      const signature = {
        ...signatureOf(action.form, typed),
        locale,
        source: sourceOf(new URL(location.href), document.referrer),
      };
      const answer = await client.sign(action.documentId, signature, {
        locale,
        signal: leaving,
        onStep: (step) => say(formTexts(locale)[step]),
        ...(preview === null ? {} : { preview }),
      });
      return { answer, email: signature.email.trim() };
    } catch (problem) {
      return leaving.aborted ? 'not-sent' : explain(problem, board, locale);
    } finally {
      isSending = false;
      button?.removeAttribute('aria-disabled');
      say('');
    }
  };
};
