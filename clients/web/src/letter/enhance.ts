import type { Action } from '../contracts';
import { addressesOf, mailto } from '../email/mailto';
import { fullName, typedIn } from '../form/read';
import { copy } from '../share/copy';
import { ownWordsIn, putOwnWords } from './own-words';
import { printLetter } from './print';
import { letterTexts, nobodyIn } from './texts';
import { letterText, renamed, withName } from './write';

/** Puts the name into the letter (or what to say on the phone) as it is typed, and makes its buttons work. */
export const enhanceLetter = (
  form: HTMLFormElement,
  action: Action,
  leaving: AbortSignal,
): void => {
  const { letter, title, locale } = action;
  const texts = letterTexts(locale);
  const own = form.querySelector<HTMLTextAreaElement>('[data-own-words]');
  const mail = form.querySelector<HTMLAnchorElement>('[data-letter=mail]');
  const tooLong = form.querySelector<HTMLElement>('[data-too-long]');
  const said = form.querySelector('[data-letter-said]');
  let name = fullName(typedIn(form));

  const nobody = nobodyIn(locale);

  const written = (): string => (letter ? letterText(letter, name, nobody) : '');
  const text = (): string => {
    const ownWords = ownWordsIn(form)?.trim();
    return ownWords === undefined ? written() : withName(ownWords, name || nobody);
  };

  const follow = (): void => {
    const typed = fullName(typedIn(form));
    if (own && !own.hidden) own.value = renamed(own.value, name, typed);
    name = typed;
    for (const writer of form.querySelectorAll<HTMLElement>('[data-writer]'))
      writer.textContent = name || (writer.dataset.nobody ?? '');
    if (!mail) return;
    const { href, whole } = mailto(addressesOf(action), title ?? '', text());
    mail.href = href;
    if (tooLong) tooLong.hidden = whole;
  };

  const edit = (): void => {
    putOwnWords(form, written());
    own?.focus();
  };

  const insert = (): void => {
    const message = form.querySelector<HTMLTextAreaElement>('[name=message]');
    if (!message) return;
    message.value = text();
    message.dispatchEvent(new Event('input', { bubbles: true }));
    message.focus();
  };

  const address = (): string =>
    [letter?.recipient.name, letter?.recipient.postalAddress].filter(Boolean).join('\n');

  form.addEventListener(
    'click',
    ({ target }) => {
      const button = (target as Element).closest<HTMLElement>('[data-letter]');
      if (button?.dataset.letter === 'edit') edit();
      if (button?.dataset.letter === 'print') printLetter(address(), text(), locale);
      if (button?.dataset.letter === 'insert') insert();
      if (button?.dataset.letter === 'copy')
        void copy(text()).then((copied) => {
          if (said) said.textContent = copied ? texts.copied : texts.notCopied;
        });
    },
    { signal: leaving },
  );
  form.addEventListener('input', follow, { signal: leaving });
  follow();
};
