import type { Supporters } from '../plugins/campaign-actions/contracts/supporters';
import { supporters as schema } from '../plugins/campaign-actions/contracts/supporters';
import type { App } from './app';
import { someEmail } from './make';
import { API, type signatures } from './signatures';
import type { Vault } from './signing';

const UID = 'plugin::campaign-actions.signature' as 'plugin::users-permissions.user';

export interface Entry {
  id: number;
  documentId: string;
  nameShown: string | null;
  message: string | null;
  country: string | null;
  action: string;
  publishedAt: string | null;
}

/** Supporters who agree to be shown, and the editor who publishes them. */
export const showing = (app: App, people: ReturnType<typeof signatures>) => {
  const documents = () => app.strapi.documents(UID);
  const vault = () => app.strapi.plugin('campaign-actions').service<Vault>('vault');

  const entries = (action: string): Promise<Entry[]> =>
    app.strapi.db.query(UID).findMany({ where: { action }, orderBy: 'id' }) as Promise<Entry[]>;

  /** Resolves once what is due has its draft. */
  const settled = async (action: string): Promise<void> => {
    const patience = Date.now() + 30_000;
    while (Date.now() < patience) {
      const due: unknown = await app.strapi.db
        .connection('campaign_actions_register')
        .where({ action, public_signature: 'due', state: 'counted' })
        .first('id');
      if (due === undefined) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('Drafts are still due after half a minute.');
  };

  /** Signs, and confirms; answers the id that the signature's links are made of. */
  const confirm = async (action: string, values: object = {}): Promise<Buffer> => {
    const before = new Set((await people.submissions(action)).map(({ id }) => id.toString('hex')));
    const signed = await people.sign(action, {
      email: someEmail(),
      consents: { showPublicly: true },
      ...values,
    });
    expect(signed.status).toBe(202);
    const id = (await people.submissions(action))
      .map((row) => row.id)
      .find((each) => !before.has(each.toString('hex')));
    if (!id) throw new Error('Nothing was submitted.');
    expect((await people.confirm(vault().makeToken('confirm', id))).status).toBe(200);
    return id;
  };

  return {
    entries,
    settled,
    confirm,
    withdraw: (id: Buffer) => people.withdraw(vault().makeToken('withdraw', id)),
    publish: (documentId: string) => documents().publish({ documentId }),
    refuse: (documentId: string) => documents().delete({ documentId }),
    async read(action: string): Promise<Supporters> {
      const { status, body } = await app.get(`${API}/actions/${action}/supporters`);
      expect(status).toBe(200);
      return schema.parse(body);
    },
    status: async (action: string): Promise<number> =>
      (await app.get(`${API}/actions/${action}/supporters`)).status,
    /** What a signature holds of what it shows. */
    async held(id: Buffer): Promise<string | null> {
      const row: unknown = await app.strapi.db
        .connection('campaign_actions_register')
        .where({ id })
        .first('public_signature');
      return (row as { public_signature: string | null }).public_signature;
    },
  };
};
