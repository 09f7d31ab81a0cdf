import { randomBytes } from 'node:crypto';
import { finish } from '../plugins/campaign-actions/server/src/mail/finish';
import type { ClaimedItem } from '../plugins/campaign-actions/server/src/outbox/store';
import { mails } from './mails';
import { signing } from './signing';
import { someEmail } from './make';

const TWO_DAYS_MS = 2 * 24 * 3600 * 1000;

describe('A reminder', () => {
  const { app, make, supporters } = signing();
  const reminders = () => app.strapi.db.connection('campaign_actions_reminders');

  const signed = async (
    values: Record<string, unknown>,
  ): Promise<{ action: string; email: string }> => {
    const action = (await make.action(values)).documentId;
    const email = someEmail();
    expect((await supporters.sign(action, { email })).status).toBe(202);
    await supporters.tokens(email);
    await supporters.everyMailIsOut();
    return { action, email };
  };

  /** As if two days had gone. */
  const afterTwoDays = async (action: string): Promise<void> => {
    await reminders()
      .where({ action })
      .update({ due_at: new Date(Date.now() - 1000) });
    const patience = Date.now() + 10_000;
    while ((await reminders().where({ action })).length > 0 && Date.now() < patience)
      await new Promise((resolve) => setImmediate(resolve));
    await supporters.everyMailIsOut();
  };

  const subjects = async (email: string): Promise<string[]> =>
    (await mails(app.mailDir)).filter(({ to }) => to === email).map(({ subject }) => subject);

  const [CONFIRM, REMINDER] = [
    'Please confirm your e-mail address',
    'A reminder: please confirm your e-mail address',
  ];

  it('goes once, two days after the mail, to whoever has not confirmed; its link confirms', async () => {
    const before = Date.now();
    const { action, email } = await signed({});
    const [waiting] = (await reminders().where({ action })) as { due_at: number | Date }[];
    const due = new Date(waiting?.due_at ?? 0).getTime();
    expect(due).toBeGreaterThanOrEqual(before + TWO_DAYS_MS - 2000);
    expect(due).toBeLessThan(Date.now() + TWO_DAYS_MS + 2000);
    const [submission] = await supporters.submissions(action);
    await afterTwoDays(action);
    expect(await subjects(email)).toEqual([CONFIRM, REMINDER]);
    // It lives no longer for having been reminded of, and there is no second reminder.
    const [reminded] = await supporters.submissions(action);
    expect(reminded?.expires_on).toBe(submission?.expires_on);
    expect(await reminders().where({ action })).toEqual([]);
    const { confirm } = await supporters.tokens(email, 2);
    expect((await supporters.confirm(confirm)).status).toBe(200);
  });

  it('is one, though two nodes believe that the first mail was theirs', async () => {
    const action = (await make.action()).documentId;
    const outbox = app.strapi.db.connection('campaign_actions_outbox');
    const id = randomBytes(16);
    // Held by somebody, so that this app's own worker leaves it alone.
    const held = {
      id,
      kind: 'confirm',
      action,
      row_id: id,
      leased_until: new Date(Date.now() + 60_000),
    };
    await outbox.insert(held);
    const row: unknown = await app.strapi.db
      .connection('campaign_actions_outbox')
      .where({ action })
      .first();
    const settled = { item: row as ClaimedItem, fate: { what: 'happened', mailed: true } } as const;
    const { connection } = app.strapi.db;
    await Promise.all([finish(connection, [settled]), finish(connection, [settled])]);
    expect(await reminders().where({ action })).toHaveLength(1);
  });

  it('is not written to who has confirmed, has said “this was not me”, or confirmed another one', async () => {
    const first = await signed({});
    await supporters.confirm((await supporters.tokens(first.email)).confirm);
    const second = await signed({});
    await supporters.reject((await supporters.tokens(second.email)).reject);
    const third = await signed({});
    await supporters.sign(third.action, { email: third.email });
    await supporters.confirm((await supporters.tokens(third.email, 2)).confirm);
    for (const { action } of [first, second, third]) await afterTwoDays(action);
    for (const { email } of [first, second, third])
      expect(await subjects(email)).not.toContain(REMINDER);
  });

  it.each([
    ['for signers at risk', { sensitive: true }, false],
    [
      'for signers at risk, where an editor switched it on',
      { sensitive: true, reminder: 'always' },
      true,
    ],
    ['where an editor switched it off', { reminder: 'never' }, false],
  ])('%s: %j, sent: %s', async (_where, values, sent) => {
    const { action, email } = await signed(values);
    await afterTwoDays(action);
    expect(await subjects(email)).toEqual(sent ? [CONFIRM, REMINDER] : [CONFIRM]);
  });

  it('is not sent once the action is closed, though the first link still confirms', async () => {
    const { action, email } = await signed({});
    await app.strapi
      .documents('plugin::campaign-actions.action')
      .unpublish({ documentId: action } as never);
    await afterTwoDays(action);
    expect(await subjects(email)).toEqual([CONFIRM]);
    const { confirm } = await supporters.tokens(email);
    expect((await supporters.confirm(confirm)).status).toBe(200);
  });
});
