import { type App, startApp } from './app';
import { maker } from './make';
import { signatures } from './signatures';

/** An app, who makes content in it, and who signs there. */
export interface Story {
  app: App;
  make: ReturnType<typeof maker>;
  supporters: ReturnType<typeof signatures>;
}

/**
 * One app for all stories of a file, made ready by `prepare` before the first and removed after the
 * last. What is answered may be taken apart at once, and can be used from `prepare` on; after
 * `restart` it is the app that runs then.
 */
export const oneApp = (
  prepare?: (story: Story) => Promise<void>,
  env: () => Promise<Record<string, string>> = () => Promise.resolve({}),
) => {
  const story: Story = {
    app: {} as App,
    make: {} as Story['make'],
    supporters: {} as Story['supporters'],
  };
  const { app, make, supporters } = story;
  const hold = (running: App): void => {
    Object.assign(app, running);
    Object.assign(make, maker(running));
    Object.assign(supporters, signatures(running));
  };
  beforeAll(async () => {
    hold(await startApp(await env()));
    await prepare?.(story);
  });
  afterAll(() => app.destroy());
  return {
    ...story,
    restart: async (env?: Record<string, string>, plugins?: object): Promise<void> =>
      hold(await app.restart(env, plugins)),
  };
};
