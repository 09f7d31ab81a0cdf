import { randomBytes } from 'node:crypto';
import {
  type Conditions,
  type InvalidationShown,
  invalidationShown,
} from '../plugins/campaign-actions/contracts/panel-invalidations';
import type { App } from './app';
import { panelUser } from './panel-users';

type Deed = 'start' | 'cancel' | 'undo';

/** An editor who sets signatures aside, over the panel's own doors. */
export const invalidating = (app: App) => {
  let editor: Record<string, string>;
  const at = (action: string, rest = ''): string =>
    `/campaign-actions/actions/${action}/invalidations${rest}`;
  const shown = (body: unknown): InvalidationShown =>
    invalidationShown.parse((body as { data: unknown }).data);

  /** @param base of another node, where it is not the story's own app */
  const show = async (action: string, id: string, base = app.url): Promise<InvalidationShown> => {
    const response = await fetch(`${base}${at(action, `/${id}`)}`, { headers: editor });
    return shown(await response.json());
  };
  const becomes = async (
    action: string,
    id: string,
    is: (now: InvalidationShown) => boolean,
    base = app.url,
  ): Promise<InvalidationShown> => {
    const patience = Date.now() + 90_000;
    let now = await show(action, id, base);
    while (!is(now) && Date.now() < patience) now = await show(action, id, base);
    expect(is(now) ? 'as awaited' : now).toBe('as awaited');
    return now;
  };
  const ask = (action: string, conditions: Conditions, summary = 'Stuffed by a machine') =>
    app.post(at(action), { data: { summary, conditions } }, { headers: editor });

  return {
    async signIn(): Promise<void> {
      editor = await panelUser(app, ['signatures.invalidate']);
    },
    headers: () => editor,
    at,
    show,
    becomes,
    ask,
    /** Asks, and waits for what is found. */
    async look(action: string, conditions: Conditions): Promise<InvalidationShown> {
      const { status, body } = await ask(action, conditions);
      expect(status).toBe(202);
      return becomes(action, shown(body).id, ({ state }) => state === 'looked');
    },
    act: (action: string, id: string, deed: Deed, data: object = {}) =>
      app.post(at(action, `/${id}/${deed}`), { data }, { headers: editor }),
    is:
      (...states: string[]) =>
      ({ state }: InvalidationShown) =>
        states.includes(state),
  };
};

/**
 * Puts signatures into the register that nobody could open: quicker than signing, for stories in which
 * there are thousands.
 */
export const stuff = async (
  { strapi }: App,
  action: string,
  count: number,
  values: object = {},
): Promise<void> => {
  const { connection } = strapi.db;
  const rows = Array.from({ length: count }, () => ({
    id: randomBytes(16),
    action,
    state: 'counted',
    channel: 'import',
    rule: 'none',
    locale: 'en',
    country: 'FR',
    day: '2026-03-02',
    consents: '[]',
    sealed: randomBytes(64),
    email_index: randomBytes(32),
    index_key: 'k1',
    index_table: 1,
    ...values,
  }));
  await connection.transaction(async (trx) => {
    await trx.batchInsert('campaign_actions_register', rows, 100);
    await trx('campaign_actions_ledger')
      .insert({ action, signatures: count, shown: count })
      .onConflict('action')
      .merge({
        signatures: trx.raw('campaign_actions_ledger.signatures + ?', [count]),
        shown: trx.raw('campaign_actions_ledger.signatures + ?', [count]),
      });
  });
};
