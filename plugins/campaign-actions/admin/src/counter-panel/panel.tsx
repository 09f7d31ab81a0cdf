import { useRBAC } from '@strapi/strapi/admin';
import { Typography } from '@strapi/design-system';
import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { ACTION, PERMISSIONS } from '../../../server/src/plugin';
import { useSay } from '../say';
import { LiveCounter } from './live-counter';

const NEEDED = [
  { action: PERMISSIONS.readOverview, subject: null },
  { action: PERMISSIONS.updateOffset, subject: null },
];

/** Beside an action: its counter, live, and what was collected elsewhere. */
export const CounterPanel: PanelComponent = ({ model, documentId }) => {
  const say = useSay();
  const { allowedActions } = useRBAC(NEEDED);
  if (model !== ACTION || !allowedActions.canRead) return null;
  return {
    title: say('counter.title'),
    content: documentId ? (
      <LiveCounter action={documentId} mayChangeOffset={allowedActions.canUpdate === true} />
    ) : (
      <Typography variant="pi" textColor="neutral600">
        {say('counter.unsaved')}
      </Typography>
    ),
  };
};
