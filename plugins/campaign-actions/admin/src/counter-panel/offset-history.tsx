import { Flex, Loader, Typography } from '@strapi/design-system';
import { FormattedDate } from 'react-intl';
import type { PastOffset } from '../../../contracts/panel-counter';
import { usePastOffsetsQuery } from '../api';
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
export const OffsetHistory = ({ action }: { action: string }) => {
  const say = useSay();
  const { data: changes, isError } = usePastOffsetsQuery(action, {
    refetchOnMountOrArgChange: true,
  });
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography variant="delta" tag="h3">
        {say('offset.history')}
      </Typography>
      {isError && <Typography>{say('counter.failed')}</Typography>}
      {!changes && !isError && <Loader small />}
      {changes?.length === 0 && (
        <Typography textColor="neutral600">{say('offset.history-empty')}</Typography>
      )}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
        {changes?.map((past) => (
          <Change key={`${past.at} ${past.old} ${past.new}`} past={past} />
        ))}
      </Flex>
    </Flex>
  );
};
