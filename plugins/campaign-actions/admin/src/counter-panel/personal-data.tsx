import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { PanelCounter } from '../../../contracts/panel-counter';
import { useSay } from '../say';

/** How long the names and addresses of those who signed are kept. */
export const PersonalData = ({ months, goneAt }: NonNullable<PanelCounter['personalData']>) => {
  const say = useSay();
  const intl = useIntl();
  const words = (): string => {
    if (goneAt === null) return say('counter.personal-data-kept', { months });
    const day = intl.formatDate(goneAt, { dateStyle: 'long' });
    const gone = new Date(goneAt) <= new Date();
    return say(gone ? 'counter.personal-data-gone' : 'counter.personal-data-until', { day });
  };
  return (
    <Typography variant="pi" textColor="neutral600">
      {words()}
    </Typography>
  );
};
