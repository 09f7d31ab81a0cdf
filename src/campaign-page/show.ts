import type { ActionPage, Campaign, Organisation } from 'campaign-actions-web';
import { actionDocumentHtml, campaignDocumentHtml } from 'campaign-actions-web/html';
import type { Context } from 'koa';
import { answerPage } from './answer';
import { type Asked, draftQuery } from './asked';
import type { Modules } from './modules';
import { placeOf } from './place';
import { type Needs, imageOrigins } from './policy';
import type { Reader } from './read';

const queryOf = ({ locale, preview }: Asked) => ({
  locale,
  ...(preview !== null && draftQuery(preview)),
});

/** The address of a draft holds its token, which any script on it could read. */
const withoutScripts = (campaign: Campaign): Campaign => ({
  ...campaign,
  scripts: [],
  contentSecurityPolicy: { scriptSrc: [] },
});

/** Where the form of this action leads on to by itself: to its page of thanks, once it counts. */
const leadsTo = (action: Pick<ActionPage, 'confirmation' | 'thanks'> | null): string[] => {
  const { redirectUrl = null } = action?.thanks ?? {};
  const leads = action?.confirmation === 'none' && redirectUrl && URL.canParse(redirectUrl);
  return leads ? [new URL(redirectUrl).origin] : [];
};

/** Shows what an address asks for. */
export type Show = (ctx: Context, asked: Asked) => Promise<void>;

export const createShow = (
  reader: Reader,
  { elements, preview: inPreview }: Modules,
): Record<'campaign' | 'action', Show> => {
  const modulesFor = (preview: string | null): string[] =>
    preview === null ? [elements] : [elements, inPreview];
  const images = imageOrigins(reader);
  const needs = (more: Needs): Needs => ({ images, ...more });

  return {
    async campaign(ctx: Context, asked: Asked): Promise<void> {
      const path = `/campaigns/${encodeURIComponent(asked.slug)}`;
      const read = await reader.read<Campaign>(path, queryOf(asked));
      const campaign = asked.preview === null ? read : withoutScripts(read);
      const place = placeOf(reader, 'campaign', campaign, asked);
      const { text } = campaignDocumentHtml(campaign, place, {
        modules: modulesFor(asked.preview),
      });
      const scripts = campaign.contentSecurityPolicy.scriptSrc;
      answerPage(ctx, text, place, needs({ scripts, forms: leadsTo(campaign.action) }));
    },

    async action(ctx: Context, asked: Asked): Promise<void> {
      const path = `/actions/${encodeURIComponent(asked.slug)}`;
      const [action, organisation] = await Promise.all([
        reader.read<ActionPage>(path, queryOf(asked)),
        reader.read<Organisation>('/organisation', { locale: asked.locale }).catch(() => null),
      ]);
      const place = placeOf(reader, 'action', { ...action, organisation }, asked);
      const { text } = actionDocumentHtml(action, place, { modules: modulesFor(asked.preview) });
      answerPage(ctx, text, place, needs({ forms: leadsTo(action) }));
    },
  };
};
