import type { Page } from 'playwright-core';

const LONGEST_MS = 20_000;

/**
 * Waits until a JavaScript expression holds in a page. `page.waitForFunction` compiles its text anew at each look, which
 * a page's policy refuses from the second look on.
 *
 * @throws Error that names the expression when it does not hold within twenty seconds, and what it throws itself
 */
export const until = (page: Page, expression: string): Promise<unknown> =>
  page.evaluate(`new Promise((resolve, reject) => {
    const from = performance.now();
    const late = () => reject(new Error('It never held: ' + ${JSON.stringify(expression)}));
    const look = () => {
      try {
        if (${expression}) resolve();
        else if (performance.now() - from > ${LONGEST_MS}) late();
        else requestAnimationFrame(look);
      } catch (error) {
        reject(error);
      }
    };
    look();
  })`);

/** Waits until the page's elements live, which one script defines. */
export const isLive = (page: Page): Promise<unknown> =>
  page.evaluate(`customElements.whenDefined('campaign-form').then(() => undefined)`);
