import { mails } from './mails';
import { oneApp } from './one-app';

export interface Vault {
  open(action: string, id: Buffer, sealed: Buffer): Promise<unknown>;
  makeToken(purpose: 'confirm' | 'reject' | 'withdraw', id: Buffer): string;
}

/** An app whose site has French and an organisation; whatever a story does there, the ledger is right. */
export const signing = (env: Record<string, string> = {}) => {
  const story = oneApp(
    async ({ make }) => {
      await make.locale('fr');
      await make.organisation();
    },
    () => Promise.resolve(env),
  );
  const { app, supporters } = story;
  afterEach(() => supporters.ledgerEqualsRows());

  const confirmed = async (action: string, email: string): Promise<void> => {
    const before = (await mails(app.mailDir)).filter(({ to }) => to === email).length;
    expect((await supporters.sign(action, { email })).status).toBe(202);
    const { confirm } = await supporters.tokens(email, before + 1);
    expect((await supporters.confirm(confirm)).status).toBe(200);
    // The thank-you has arrived too, so that whoever counts mails from here on counts right.
    await supporters.tokens(email, before + 2);
  };
  return { ...story, confirmed };
};
