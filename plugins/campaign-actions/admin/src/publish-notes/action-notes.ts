import type { PanelComponentProps } from '@strapi/content-manager/strapi-admin';
import { useIntl } from 'react-intl';
import { editorTexts } from '../../../contracts/editor-texts';
import type { PolicySetting } from '../../../contracts/panel-policy';
import { ACTION } from '../../../server/src/plugin';
import { useContentLocalesQuery, usePendingPolicyQuery } from '../api';
import { useContentLocale } from '../content-locale';
import { useSay } from '../say';
import type { Note } from './note';
import { policyNote } from './policy';
import { usePublishing } from './publishing';

/** What the edit view calls a field of the action, in the language of the panel. */
const useFieldNames = (): ((fields: PolicySetting[]) => string) => {
  const intl = useIntl();
  return (fields) =>
    intl.formatList(
      fields.map((field) =>
        intl.formatMessage({
          id: `content-manager.content-types.${ACTION}.${field}`,
          defaultMessage: editorTexts[ACTION].fields[field]?.label.en ?? field,
        }),
      ),
    );
};

/**
 * Settings are in force as they were when the default locale was last published. Publishing another
 * locale saves a changed setting everywhere, but puts it in force nowhere: so say it, and offer the
 * rest.
 */
export const useActionNotes = ({ model, document, documentId }: PanelComponentProps): Note[] => {
  const say = useSay();
  const intl = useIntl();
  const fieldNames = useFieldNames();
  const locale = useContentLocale();
  const publishing = usePublishing();
  const { data: locales = [] } = useContentLocalesQuery();
  const applies = model === ACTION && documentId !== undefined && Boolean(document?.documentId);
  const { currentData: pending } = usePendingPolicyQuery(
    { documentId: documentId ?? '', locale },
    { skip: !applies },
  );
  const note =
    pending && policyNote(pending, { locale, status: document?.status as string | undefined });
  if (!applies || !note) return [];
  const language =
    intl.formatDisplayName(note.locale, { type: 'language' }) ??
    locales.find(({ code }) => code === note.locale)?.name ??
    note.locale;
  return [
    {
      tone: 'warning',
      text: say('notes.policy', { fields: fieldNames(note.settings), language }),
      ...(publishing && {
        offer: {
          label: say('notes.publish-locale', { language }),
          hint: say('notes.publish-locale-hint', { language }),
          accept: () => publishing.publish(documentId, note.locale),
        },
      }),
    },
  ];
};
