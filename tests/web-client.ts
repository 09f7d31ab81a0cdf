import { type CampaignActions, type Counter, createCampaignActions } from 'campaign-actions-web';
import { someEmail } from './make';
import { API } from './signatures';

/** The client as it was built, on its way to a server. */
export const clientAt = (url: string, locale?: string): CampaignActions =>
  createCampaignActions({ baseUrl: url + API, ...(locale ? { locale } : {}) });

export const zoe = (email = someEmail()) => ({
  ...{ givenName: 'Zoë', familyName: 'Example', email },
});

/** Whoever watches a counter, with everything that was told. */
export const listener = () => {
  const counters: Counter[] = [];
  let wake = (): void => undefined;
  return {
    counters,
    hear: (counter: Counter): void => {
      counters.push(counter);
      wake();
    },
    /** The first that is such a one, as soon as it is told. */
    async until(isSuch: (counter: Counter) => boolean): Promise<Counter> {
      for (;;) {
        const found = counters.find(isSuch);
        if (found) return found;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
};
