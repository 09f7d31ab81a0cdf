import { baseUrlOf, localeOf, nearest } from '../element/said';

const LOOK_EVERY_MS = 3000;

/**
 * For a page that Strapi's preview shows: loads it anew each time its draft was saved. Listens to the
 * page that frames it and to nobody else; the page's policy says who that may be.
 */
export const reloadOnSave = (page: Window): void => {
  if (page.parent === page) return;
  page.addEventListener('message', ({ source, data }: MessageEvent<{ type?: unknown } | null>) => {
    if (source === page.parent && data?.type === 'strapiUpdate') page.location.reload();
  });
};

/** Where the draft is read that the page's element shows; without counters, which move by themselves. */
const draftAddress = (page: Document): string | null => {
  const element = page.querySelector('campaign-page');
  const preview = element && nearest(element, 'preview');
  if (!element || preview === null) return null;
  const kind = element.hasAttribute('campaign') ? 'campaign' : 'action';
  const id = encodeURIComponent(element.getAttribute(kind) ?? '');
  const query = new URLSearchParams({
    locale: localeOf(element),
    status: 'draft',
    preview,
    counters: 'false',
  });
  return `${baseUrlOf(element)}/${kind}s/${id}?${query.toString()}`;
};

const seen = (page: Document): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (page.hidden) return;
      page.removeEventListener('visibilitychange', look);
      resolve();
    };
    page.addEventListener('visibilitychange', look);
    look();
  });

/** For a draft in a window of its own: looks, while it is seen, whether it was saved in another one. */
export const reloadWhenSaved = async (page: Window): Promise<void> => {
  const address = draftAddress(page.document);
  let shown: string | null = null;
  while (address !== null) {
    const answer = await fetch(address).catch(() => null);
    // Its hour is over.
    if (answer && answer.status >= 400 && answer.status < 500) return;
    const draft = answer?.ok ? await answer.text() : null;
    if (shown !== null && draft !== null && draft !== shown) return page.location.reload();
    shown ??= draft;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    await seen(page.document);
  }
};
