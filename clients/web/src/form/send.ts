import { isOffline } from '../client/wait';
import type { Action, SignAnswer } from '../contracts';
import {
  type CampaignActions,
  CampaignActionsError,
  type Signature,
  type SignStep,
} from '../index';
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
  if (problem instanceof CampaignActionsError) {
    if (problem.code === 'closed') return 'closed';
    if (isChanged(problem)) return 'changed';
    if (board.show(problem.fields)) return 'not-sent';
  }
  board.tell(generalSentence(locale, problem));
  return 'not-sent';
};

/** However long it takes: what was typed is still there. */
const backOnline = (leaving: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    addEventListener('online', () => resolve(), { once: true, signal: leaving });
    leaving.addEventListener('abort', () => resolve(), { once: true });
  });

/** Nobody is kept from signing by what a link says of where they come from. */
const isAboutSource = (problem: unknown): boolean =>
  problem instanceof CampaignActionsError &&
  problem.fields.length > 0 &&
  problem.fields.every(({ path }) => path[0] === 'source');

const isLostOffline = (problem: unknown): boolean =>
  problem instanceof CampaignActionsError && problem.code === 'no-answer' && isOffline();

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
  const texts = formTexts(locale);
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
    say(texts.sending);
    const signature = { ...signatureOf(action.form, typed), locale };
    const source = sourceOf(new URL(location.href), document.referrer);
    const options = {
      locale,
      signal: leaving,
      onStep: (step: SignStep) => say(texts[step === 'waiting' && isOffline() ? 'offline' : step]),
      preview: preview ?? undefined,
    };
    // The client gives up after some minutes. The same body again never counts twice.
    const signed = async (body: Signature): Promise<SignAnswer['data']> => {
      try {
        return await client.sign(action.documentId, body, options);
      } catch (problem) {
        if (leaving.aborted) throw problem;
        if (body.source && isAboutSource(problem)) return signed(signature);
        if (!isLostOffline(problem)) throw problem;
        await backOnline(leaving);
        return signed(body);
      }
    };
    try {
      return { answer: await signed({ ...signature, source }), email: signature.email.trim() };
    } catch (problem) {
      return leaving.aborted ? 'not-sent' : explain(problem, board, locale);
    } finally {
      isSending = false;
      button?.removeAttribute('aria-disabled');
      say('');
    }
  };
};
