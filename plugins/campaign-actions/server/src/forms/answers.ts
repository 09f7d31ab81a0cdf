import type { Core } from '@strapi/strapi';
import { options } from '../config';
import { type PublicRequest, type Unread, askedLocale } from '../http/door';
import type { Problem } from '../http/problems';
import type { Reply } from '../http/reply';
import { languageOf } from '../link-page/language';
import { presentOrganisation } from '../organisation/present';
import type { CompiledForm } from '../action/form';
import type { Posted } from './fields';
import { onwardTo } from './onward';
import { type Page, onwardReply, pageReply } from './page';
import { refusalOf } from './refusal';
import { type Texts, TEXTS } from './texts';

/** What is said to one visitor, in their language. */
export interface Answers {
  texts: Texts;
  language: 'en' | 'fr';
  page: (page: Omit<Page, 'language' | 'organisation'>) => Promise<Reply>;
  refusal: (
    problem: Problem,
    form?: CompiledForm | null,
    more?: Pick<Page, 'link' | 'allow'>,
  ) => Promise<Reply>;
  /**
   * Where the page wants its visitor to go on, if that is somebody's whom we know here.
   *
   * @param redirectUrl of the action
   */
  onward: (returnTo: string | null, redirectUrl?: string | null) => Promise<Reply | null>;
}

export const createAnswers = (strapi: Core.Strapi) => {
  const organisationIn = presentOrganisation(strapi);
  const { publicUrl, corsOrigins, previewUrl } = options(strapi);

  return (request: Unread | PublicRequest, posted: Posted | null = null): Answers => {
    const locale = posted?.locale ?? askedLocale(request.query);
    const language = languageOf(locale, request.languages);
    // While the database is away, a page without a name is better than none.
    const organisation = async () => {
      try {
        return await organisationIn(locale ?? language);
      } catch {
        return null;
      }
    };
    const page: Answers['page'] = async (shown) =>
      pageReply({ ...shown, language, organisation: await organisation() });
    return {
      texts: TEXTS[language],
      language,
      page,
      refusal: (problem, form = null, more = {}) =>
        page({ ...refusalOf(problem, form, language), ...more }),
      async onward(returnTo, redirectUrl = null) {
        if (returnTo === null) return null;
        const to = onwardTo(returnTo, {
          publicUrl,
          corsOrigins,
          previewUrl,
          organisation: await organisation(),
          redirectUrl,
        });
        return to === null ? null : onwardReply(to);
      },
    };
  };
};
