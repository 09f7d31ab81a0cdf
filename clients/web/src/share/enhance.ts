import type { Channel } from './channels';
import { copy } from './copy';
import { shareTexts } from './texts';

/** Makes the buttons of `shareHtml` work, and tells which channel was taken. */
export const enhanceShare = (
  part: ParentNode,
  locale: string,
  tell: (channel: Channel) => void,
  leaving: AbortSignal,
): void => {
  const texts = shareTexts(locale);
  for (const share of part.querySelectorAll<HTMLElement>('.share')) {
    const { text, title } = share.dataset;
    const device = share.querySelector('[data-share=device]')?.closest('li');
    if (device) device.hidden = !('share' in navigator);

    const said = share.querySelector<HTMLElement>('[data-said]');
    const say = (words: string): void => {
      if (said) said.textContent = words;
    };
    const press = (event: Event): void => {
      const pressed = (event.target as Element).closest<HTMLElement>('[data-share]');
      if (!pressed) return;
      const channel = pressed.dataset.share as Channel;
      const { url = '' } = pressed.dataset;
      if (channel === 'copy')
        void copy(url).then((copied) => {
          say(copied ? texts.copied : `${texts.notCopied} ${url}`);
          if (copied) tell(channel);
        });
      else if (channel === 'device')
        // Whoever changes their mind has shared nothing.
        navigator.share({ title, text, url }).then(
          () => tell(channel),
          () => undefined,
        );
      else tell(channel);
    };
    share.addEventListener('click', press, { signal: leaving });
  }
};
