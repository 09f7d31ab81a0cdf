import type { PanelComponentProps } from '@strapi/content-manager/strapi-admin';
import type { ActionChoice } from '../../../contracts/action-choice';
import { CAMPAIGN } from '../../../server/src/plugin';
import { useActionChoicesQuery, useActionCounterQuery } from '../api';
import { useContentLocale, useDefaultLocale } from '../content-locale';
import { type Say, useSay } from '../say';
import { useFormValue } from './form-value';
import type { Note } from './note';
import { type Publishing, usePublishing } from './publishing';

const publishedLocales = (action: ActionChoice): string[] =>
  action.locales.filter(({ status }) => status !== 'draft').map(({ locale }) => locale);

const draftNote = (
  say: Say,
  publishing: Publishing | null,
  action: ActionChoice,
  locale: string,
): Note => ({
  tone: 'warning',
  text: say('notes.action-draft', { title: action.title }),
  ...(publishing && {
    offer: {
      label: say('notes.publish-action'),
      accept: () => publishing.publish(action.documentId, locale),
    },
  }),
});

const openNote = (say: Say, publishing: Publishing | null, action: ActionChoice): Note => ({
  tone: 'information',
  text: say('notes.action-open', { title: action.title }),
  ...(publishing && {
    offer: {
      label: say('notes.unpublish-action'),
      accept: () => publishing.unpublish(action.documentId, publishedLocales(action)),
    },
  }),
});

/** Whether the public sees this campaign in any language. */
const isPublished = ({ document, meta }: PanelComponentProps): boolean =>
  document?.publishedAt != null ||
  (meta?.availableStatus ?? []).some(({ publishedAt }) => publishedAt != null) ||
  (meta?.availableLocales ?? []).some(({ status }) => status !== 'draft');

/** The locale in which to publish an action: that of the page if it is written in it. */
const localeToPublish = (action: ActionChoice, wanted: (string | undefined)[]): string => {
  const written = action.locales.map(({ locale }) => locale);
  return wanted.find((locale) => locale && written.includes(locale)) ?? written[0] ?? '';
};

/** A campaign and its action are published apart: what that means for this page now. */
export const useCampaignNotes = (view: PanelComponentProps): Note[] => {
  const say = useSay();
  const locale = useContentLocale();
  const byDefault = useDefaultLocale();
  const publishing = usePublishing();
  const value = useFormValue('action');
  const id = view.model === CAMPAIGN && typeof value === 'string' ? value : '';
  const { currentData: choices } = useActionChoicesQuery({ ids: id, locale }, { skip: id === '' });
  const action = choices?.[0];
  const unseenButSignable =
    view.document !== undefined &&
    !isPublished(view) &&
    action !== undefined &&
    action.status !== 'draft';
  const { currentData: counter } = useActionCounterQuery(id, { skip: !unseenButSignable });

  if (view.model !== CAMPAIGN) return [];
  if (id === '') return [{ tone: 'information', text: say('notes.no-action') }];
  if (choices && !action) return [{ tone: 'warning', text: say('notes.action-gone') }];
  if (action?.status === 'draft') {
    return [draftNote(say, publishing, action, localeToPublish(action, [locale, byDefault?.code]))];
  }
  if (unseenButSignable && counter?.state !== 'closed') return [openNote(say, publishing, action)];
  return [];
};
