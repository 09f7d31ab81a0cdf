import { Typography } from '@strapi/design-system';
import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { useRBAC } from '@strapi/strapi/admin';
import { ACTION, PERMISSIONS } from '../../../server/src/plugin';
import { useContentLocale } from '../content-locale';
import { useSay } from '../say';
import { ActionMails } from './action-mails';

const NEEDED = [{ action: PERMISSIONS.testSignatures, subject: null }];

/** Beside an action: what its mails look like, and a test of them. */
export const MailsPanel: PanelComponent = ({ model, documentId }) => {
  const say = useSay();
  const locale = useContentLocale();
  const { allowedActions } = useRBAC(NEEDED);
  if (model !== ACTION) return null;
  return {
    title: say('mails.title'),
    content: documentId ? (
      <ActionMails action={documentId} locale={locale} mayTest={allowedActions.canTest === true} />
    ) : (
      <Typography variant="pi" textColor="neutral600">
        {say('mails.unsaved')}
      </Typography>
    ),
  };
};
