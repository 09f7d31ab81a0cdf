import { adminApi } from '@strapi/strapi/admin';
import type { ActionChoice } from '../../contracts/action-choice';
import type { OffsetHistory, PanelCounter } from '../../contracts/panel-counter';
import type { MailKind, PanelMails, TestMailSent } from '../../contracts/panel-mails';
import type { PreviewLink } from '../../contracts/panel-preview';
import type { TestSignature, TestSignatureState } from '../../contracts/panel-test-signature';
import type { PendingPolicy } from '../../contracts/panel-policy';
import { ACTION } from '../../server/src/plugin';

export interface Locale {
  code: string;
  name: string;
  isDefault: boolean;
}

/** Strapi's own tags: when the content-manager publishes or saves a document, what we show of it is read again. */
const document = (documentId: string) => ({
  type: 'Document' as const,
  id: `${ACTION}_${documentId}`,
});
const anyAction = { type: 'Document' as const, id: `${ACTION}_LIST` };
const counter = (action: string) => ({ type: 'CampaignActionsCounter' as const, id: action });

const data = <T>(answer: { data: T }): T => answer.data;

const api = adminApi
  .enhanceEndpoints({ addTagTypes: ['Document', 'Locale', 'CampaignActionsCounter'] })
  .injectEndpoints({
    endpoints: (build) => ({
      actionChoices: build.query<ActionChoice[], { search?: string; ids?: string; locale: string }>(
        {
          query: (params) => ({
            url: '/campaign-actions/actions',
            method: 'GET',
            config: { params },
          }),
          transformResponse: data<ActionChoice[]>,
          providesTags: (choices = []) => [
            anyAction,
            ...choices.map(({ documentId }) => document(documentId)),
          ],
        },
      ),
      contentLocales: build.query<Locale[], void>({
        query: () => ({ url: '/i18n/locales', method: 'GET' }),
        providesTags: ['Locale'],
      }),
      pendingPolicy: build.query<PendingPolicy, { documentId: string; locale: string }>({
        query: ({ documentId, locale }) => ({
          url: `/campaign-actions/actions/${documentId}/pending`,
          method: 'GET',
          config: { params: { locale } },
        }),
        transformResponse: data<PendingPolicy>,
        providesTags: (_pending, _error, { documentId }) => [document(documentId)],
      }),
      actionCounter: build.query<PanelCounter, string>({
        query: (action) => ({ url: `/campaign-actions/actions/${action}/counter`, method: 'GET' }),
        transformResponse: data<PanelCounter>,
        providesTags: (_counter, _error, action) => [counter(action), document(action)],
      }),
      offsetHistory: build.query<OffsetHistory, string>({
        query: (action) => ({ url: `/campaign-actions/actions/${action}/offsets`, method: 'GET' }),
        providesTags: (_history, _error, action) => [counter(action)],
      }),
      makePreview: build.mutation<
        PreviewLink,
        { type: 'campaign' | 'action'; documentId: string; locale: string }
      >({
        query: ({ type, documentId, locale }) => ({
          url: `/campaign-actions/${type}s/${documentId}/preview`,
          method: 'POST',
          data: { data: { locale } },
        }),
        transformResponse: data<PreviewLink>,
      }),
      startTest: build.mutation<TestSignature, { action: string; locale: string }>({
        query: ({ action, locale }) => ({
          url: `/campaign-actions/actions/${action}/test-signatures`,
          method: 'POST',
          data: { data: { locale } },
        }),
        transformResponse: data<TestSignature>,
      }),
      testState: build.query<TestSignatureState, { action: string; id: string }>({
        query: ({ action, id }) => ({
          url: `/campaign-actions/actions/${action}/test-signatures/${id}`,
          method: 'GET',
        }),
        transformResponse: data<TestSignatureState>,
      }),
      changeOffset: build.mutation<
        PanelCounter,
        { action: string; offset: number; reason: string }
      >({
        query: ({ action, offset, reason }) => ({
          url: `/campaign-actions/actions/${action}/offset`,
          method: 'PUT',
          data: { data: { offset, reason } },
        }),
        transformResponse: data<PanelCounter>,
        invalidatesTags: (_counter, error, { action }) => (error ? [] : [counter(action)]),
      }),
      actionMails: build.query<PanelMails, { action: string; locale: string }>({
        query: ({ action, locale }) => ({
          url: `/campaign-actions/actions/${action}/mails`,
          method: 'GET',
          config: { params: { locale } },
        }),
        transformResponse: data<PanelMails>,
        providesTags: (_mails, _error, { action }) => [document(action)],
      }),
      sendTestMail: build.mutation<
        TestMailSent,
        { action: string; kind: MailKind; locale: string }
      >({
        query: ({ action, kind, locale }) => ({
          url: `/campaign-actions/actions/${action}/mails/test`,
          method: 'POST',
          data: { data: { kind, locale } },
        }),
        transformResponse: data<TestMailSent>,
      }),
    }),
  });

export const {
  useActionChoicesQuery,
  useContentLocalesQuery,
  usePendingPolicyQuery,
  useActionCounterQuery,
  useOffsetHistoryQuery,
  useChangeOffsetMutation,
  useMakePreviewMutation,
  useStartTestMutation,
  useTestStateQuery,
  useActionMailsQuery,
  useSendTestMailMutation,
} = api;
