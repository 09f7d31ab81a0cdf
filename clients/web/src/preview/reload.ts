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
