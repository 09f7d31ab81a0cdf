import { Flex, Typography } from '@strapi/design-system';
import { FormattedDate } from 'react-intl';
import type { PastOffset } from '../../../contracts/panel-counter';
import { useSay } from '../say';

const Change = ({ past }: { past: PastOffset }) => {
  const say = useSay();
  return (
    <Flex tag="li" direction="column" alignItems="flex-start" gap={1}>
      <Flex gap={3} alignItems="baseline" wrap="wrap">
        <Typography fontWeight="bold">
          {say('offset.from-to', { old: past.old, new: past.new })}
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          <FormattedDate value={past.at} dateStyle="long" timeStyle="short" />
          {` · ${past.who}`}
        </Typography>
      </Flex>
      <Typography>{past.reason}</Typography>
    </Flex>
  );
};

/** Every change of the offset, newest first: when, by whom, from what to what, and why. */
export const PastOffsets = ({ changes }: { changes: PastOffset[] }) => {
  const say = useSay();
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography variant="delta" tag="h3">
        {say('offset.history')}
      </Typography>
      {changes.length === 0 && (
        <Typography textColor="neutral600">{say('offset.history-empty')}</Typography>
      )}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
        {changes.map((past) => (
          <Change key={`${past.at} ${past.old} ${past.new}`} past={past} />
        ))}
      </Flex>
    </Flex>
  );
};
