import { previewLink, type PreviewLink } from '../plugins/campaign-actions/contracts/panel-preview';
import {
  type Subject,
  makePreviewToken,
} from '../plugins/campaign-actions/server/src/preview/token';
import type { Keyring } from '../plugins/campaign-actions/server/src/privacy/keyring';
import type { Answer, App } from './app';
import type { Made } from './make';
import { type ContentPermission, panelUser } from './panel-users';

const UIDS = {
  campaign: 'plugin::campaign-actions.campaign',
  action: 'plugin::campaign-actions.action',
};

/** Whoever may see documents of this type in the content-manager. */
export const reader = (type: Subject['type'], more: Partial<ContentPermission> = {}) => ({
  action: 'plugin::content-manager.explorer.read',
  subject: UIDS[type],
  properties: { fields: ['title'], locales: ['en'] },
  ...more,
});

interface Tokens {
  create(token: object): Promise<{ accessKey: string }>;
}

/** What editors do to show a draft, and what stands in the address of it. */
export const previews = (app: App) => {
  const link = async (
    editor: Record<string, string>,
    type: Subject['type'],
    { documentId }: Pick<Made, 'documentId'>,
    locale = 'en',
  ): Promise<Answer<{ data: PreviewLink }>> => {
    const answer = await app.post<{ data: PreviewLink }>(
      `/campaign-actions/${type}s/${documentId}/preview`,
      { data: { locale } },
      { headers: editor },
    );
    if (answer.status === 200) previewLink.parse(answer.body.data);
    return answer;
  };
  return {
    editor: () => panelUser(app, [reader('campaign'), reader('action')]),
    link,
    /** A token as the panel makes it, so many minutes ago. */
    token: (type: Subject['type'], { documentId }: Pick<Made, 'documentId'>, minutesAgo = 0) => {
      const { keyring } = app.strapi
        .plugin('campaign-actions')
        .service<{ keyring: Keyring }>('operatorKeys');
      const expiresAt = new Date(Date.now() + (60 - minutesAgo) * 60_000);
      return makePreviewToken(keyring, { type, documentId }, expiresAt);
    },
    /** Signs a request with an API token: such a one goes through Strapi's middlewares. */
    async routed(): Promise<Record<string, string>> {
      const tokens = app.strapi.service('admin::api-token') as unknown as Tokens;
      const { accessKey } = await tokens.create({
        name: `token ${Date.now()}`,
        description: '',
        type: 'full-access',
        lifespan: null,
      });
      return { Authorization: `Bearer ${accessKey}` };
    },
  };
};
