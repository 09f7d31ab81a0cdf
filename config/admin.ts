import type { Core } from '@strapi/strapi';

/** What the plugin offers for Strapi's own preview. */
interface Previews {
  address(uid: string, shown: object): Promise<string | undefined>;
}

/** Whose pages the panel may frame: this host's own, and the website's that shows drafts. */
const framed = (website: string): string[] => [
  "'self'",
  ...(URL.canParse(website) ? [new URL(website).origin] : []),
];

const admin = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Admin => ({
  auth: { secret: env('ADMIN_JWT_SECRET', '') },
  apiToken: { salt: env('API_TOKEN_SALT', '') },
  transfer: { token: { salt: env('TRANSFER_TOKEN_SALT') } },
  secrets: { encryptionKey: env('ENCRYPTION_KEY') },
  flags: { nps: false, promoteEE: false },
  preview: {
    enabled: true,
    config: {
      allowedOrigins: framed(env('PREVIEW_URL', '')),
      handler: (uid, shown) =>
        strapi.plugin('campaign-actions').service<Previews>('previews').address(uid, shown),
    },
  },
});

export default admin;
