import type { Core } from '@strapi/strapi';
import type { SignAnswer } from '../../../contracts/signing';
import { type Door, type PublicRequest, PREVIEW, askedLocale } from '../http/door';
import { Problem } from '../http/problems';
import type { Reply } from '../http/reply';
import { TEXTS as LINK_TEXTS } from '../link-page/texts';
import { service } from '../plugin';
import { sayingNoReferrer } from '../preview/no-referrer';
import type { TokenPurpose } from '../privacy/token';
import { type Answers, createAnswers } from './answers';
import { type Posted, readPosted, readToken } from './fields';
import { onwardReply } from './page';
import { redirectOf, shownForm } from './shown';

/** What a page without JavaScript posts: the same deeds, answered by a page or a place to go on to. */
export const formDoors = (strapi: Core.Strapi) => {
  const answersTo = createAnswers(strapi);

  /** @param answer throws problems, which are said on a page */
  const door = (
    path: string,
    answer: (request: PublicRequest, posted: Posted, answers: Answers) => Promise<Reply>,
    refuse: (
      problem: Problem,
      request: PublicRequest,
      posted: Posted | null,
      answers: Answers,
    ) => Promise<Reply>,
  ): Door => ({
    method: 'POST',
    path,
    takes: 'form',
    refuse: (problem, request) => answersTo(request).refusal(problem),
    async answer(request) {
      let posted: Posted | null = null;
      try {
        posted = readPosted(request.form);
        return await answer(request, posted, answersTo(request, posted));
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        return refuse(error, request, posted, answersTo(request, posted));
      }
    },
  });

  const link = (purpose: TokenPurpose): Door =>
    door(
      `/forms/${purpose}`,
      async ({ form }, { returnTo }, { page, onward, language }) => {
        const { status } = await service(strapi, 'signatures')[purpose](readToken(form));
        const { doneTitle: title, done: text } = LINK_TEXTS[language][purpose];
        return (await onward(returnTo)) ?? page({ status, title, text });
      },
      async (problem, _request, _posted, { refusal, texts, language }) => {
        const isBad = problem.code === 'invalid' || problem.code === 'link-not-valid';
        if (!isBad) return refusal(problem);
        // A code that is missing is one that is not good.
        const again = { to: `../confirm?locale=${language}`, label: texts.anotherCode };
        return refusal(new Problem('link-not-valid'), null, { link: again });
      },
    );

  const sign = async (
    { id, query, address }: PublicRequest,
    { json, returnTo, locale }: Posted,
    { page, onward, texts }: Answers,
  ): Promise<Reply> => {
    const input = { id, json, channel: 'form' as const, address: address(), plain: true };
    const preview = query.get(PREVIEW);
    if (preview !== null) {
      const { status } = await service(strapi, 'signatures').rehearse({ ...input, preview });
      return page({ status, ...texts.rehearsed });
    }
    const { status, body } = await service(strapi, 'signatures').sign(input);
    const redirectUrl = await redirectOf(strapi, id, locale ?? askedLocale(query));
    const asked = await onward(returnTo, redirectUrl);
    if (asked) return asked;
    if ((body as SignAnswer).data.status === 'confirmation-sent')
      return page({ status, ...texts.sent });
    return redirectUrl === null ? page({ status, ...texts.counted }) : onwardReply(redirectUrl);
  };

  /** Whoever comes by the address alone, as a browser does that opens its tabs again, has posted nothing. */
  const opened = ({ path }: Door): Door => ({
    method: 'GET',
    path,
    answer: (request) =>
      answersTo(request).refusal(new Problem('method-not-allowed'), null, { allow: 'POST' }),
  });

  const posted = {
    sign: sayingNoReferrer(
      door('/forms/sign/:id', sign, async (problem, request, posted, { refusal }) => {
        const isShown = problem.code === 'invalid';
        return refusal(problem, isShown ? await shownForm(strapi, request, posted) : null);
      }),
    ),
    confirm: link('confirm'),
    withdraw: link('withdraw'),
    reject: link('reject'),
  };
  return {
    ...posted,
    openedSign: opened(posted.sign),
    openedConfirm: opened(posted.confirm),
    openedWithdraw: opened(posted.withdraw),
    openedReject: opened(posted.reject),
  };
};
