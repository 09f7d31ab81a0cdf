import { Typography } from '@strapi/design-system';
import { useActionChoicesQuery } from '../api';
import { useContentLocale } from '../content-locale';

/** The title of a chosen action, where only its documentId is stored. */
export const ActionTitle = ({ documentId }: { documentId: string | null | undefined }) => {
  const locale = useContentLocale();
  const { data: choices } = useActionChoicesQuery(
    { ids: documentId ?? '', locale },
    { skip: !documentId },
  );
  return <Typography ellipsis>{(documentId && choices?.[0]?.title) || '-'}</Typography>;
};
