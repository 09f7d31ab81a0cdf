import type { PanelComponentProps } from '@strapi/content-manager/strapi-admin';
import { useIntl } from 'react-intl';
import { editorTexts } from '../../../contracts/editor-texts';
import { ACTION } from '../../../server/src/plugin';
import { usePublishedActionQuery } from '../api';
import { useContentLocale, useDefaultLocale } from '../content-locale';
import { useSay } from '../say';
import type { Note } from './note';
import { changedPolicy, type PolicyField } from './policy';
import { usePublishing } from './publishing';

/** What the edit view calls a field of the action, in the language of the panel. */
const useFieldNames = (): ((fields: PolicyField[]) => string) => {
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
 * Settings are taken from the published row of the default locale. Publishing another locale saves
 * a changed setting everywhere, but puts it in force nowhere: so say it, and offer the rest.
 */
export const useActionNotes = ({ model, document, documentId }: PanelComponentProps): Note[] => {
  const say = useSay();
  const intl = useIntl();
  const fieldNames = useFieldNames();
  const locale = useContentLocale();
  const byDefault = useDefaultLocale();
  const publishing = usePublishing();
  const applies =
    model === ACTION &&
    documentId !== undefined &&
    byDefault !== undefined &&
    byDefault.code !== locale;
  const { currentData: inForce } = usePublishedActionQuery(
    { documentId: documentId ?? '', locale: byDefault?.code ?? '' },
    { skip: !applies },
  );
  if (!applies || !inForce || !document?.documentId) return [];
  const changed = changedPolicy(document, inForce);
  if (changed.length === 0) return [];
  const language = intl.formatDisplayName(byDefault.code, { type: 'language' }) ?? byDefault.name;
  return [
    {
      tone: 'warning',
      text: say('notes.policy', { fields: fieldNames(changed), language }),
      ...(publishing && {
        offer: {
          label: say('notes.publish-locale', { language }),
          hint: say('notes.publish-locale-hint', { language }),
          accept: () => publishing.publish(documentId, byDefault.code),
        },
      }),
    },
  ];
};
