import type { Core } from '@strapi/strapi';

/** Origins that the media library's files come from, where its provider keeps them elsewhere than here. */
export const mediaOrigins = (env: Core.Config.Shared.ConfigParams['env']): string[] =>
  env.array('MEDIA_ORIGINS', []).map((named) => {
    const origin = URL.canParse(named) ? new URL(named).origin : 'null';
    if (origin === 'null')
      throw new Error(
        `MEDIA_ORIGINS names "${named}"; it lists origins, as in https://media.example.org.`,
      );
    return origin;
  });

const media = ({ env }: Core.Config.Shared.ConfigParams) => ({ origins: mediaOrigins(env) });

export default media;
