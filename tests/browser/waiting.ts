import type { Page } from 'playwright-core';

/**
 * Waits until a JavaScript expression holds in a page. `page.waitForFunction` compiles its text anew at each look, which
 * a page's policy refuses from the second look on.
 */
export const until = (page: Page, expression: string): Promise<unknown> =>
  page.evaluate(`new Promise((resolve) => {
    const look = () => ((${expression}) ? resolve() : requestAnimationFrame(look));
    look();
  })`);

/** Waits until the page's elements live, which one script defines. */
export const isLive = (page: Page): Promise<unknown> =>
  page.evaluate(`customElements.whenDefined('campaign-form').then(() => undefined)`);
