import { Flex, Loader, Status, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { FormattedNumber } from 'react-intl';
import type { PanelCounter } from '../../../contracts/panel-counter';
import { useActionCounterQuery } from '../api';
import { RoomyButton } from '../roomy-button';
import { useSay } from '../say';
import { Figure } from './figure';
import { Goal } from './goal';
import { KeysNote } from './keys-note';
import { OffsetDialog } from './offset-dialog';
import { usePageVisible } from './page-visible';
import { PersonalData } from './personal-data';

const EVERY_FEW_SECONDS = 4000;

const STATES = {
  draft: 'secondary',
  scheduled: 'alternative',
  open: 'success',
  closed: 'neutral',
} as const;

const State = ({ state }: Pick<PanelCounter, 'state'>) => {
  const say = useSay();
  return (
    <Status variant={STATES[state]} size="S">
      <Typography tag="span" variant="pi" fontWeight="bold">
        {say(`counter.state.${state}`)}
      </Typography>
    </Status>
  );
};

interface LiveCounterProps {
  action: string;
  mayChangeOffset: boolean;
}

/** The counter of one action, read again every few seconds while somebody looks at it. */
export const LiveCounter = ({ action, mayChangeOffset }: LiveCounterProps) => {
  const say = useSay();
  const visible = usePageVisible();
  const [dialogOpen, setDialogOpen] = useState(false);
  const { data: counter, isError } = useActionCounterQuery(action, {
    pollingInterval: visible ? EVERY_FEW_SECONDS : 0,
    refetchOnMountOrArgChange: true,
  });

  if (!counter) {
    return isError ? (
      <Typography variant="pi">{say('counter.failed')}</Typography>
    ) : (
      <Loader small />
    );
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Flex justifyContent="space-between" alignItems="flex-end" gap={2} wrap="wrap">
        <Flex alignItems="baseline" gap={1} aria-live="polite">
          <Typography variant="alpha" tag="span">
            <FormattedNumber value={counter.total} />
          </Typography>
          <Typography variant="pi" textColor="neutral600">
            {say('counter.total', { total: counter.total })}
          </Typography>
        </Flex>
        <State state={counter.state} />
      </Flex>
      {!counter.keysFit && <KeysNote />}
      {counter.goal !== null && <Goal total={counter.total} goal={counter.goal} />}
      <Flex tag="dl" direction="column" alignItems="stretch" gap={2}>
        <Figure name={say('counter.signatures')} value={counter.signatures} />
        <Figure name={say('counter.offset')} value={counter.offset} />
        <Figure name={say('counter.waiting')} value={counter.waiting} />
      </Flex>
      {counter.personalData && <PersonalData {...counter.personalData} />}
      <RoomyButton variant="tertiary" onClick={() => setDialogOpen(true)}>
        {say(mayChangeOffset ? 'counter.change-offset' : 'counter.offset-history')}
      </RoomyButton>
      {dialogOpen && (
        <OffsetDialog
          action={action}
          offset={counter.offset}
          mayChange={mayChangeOffset}
          onClose={() => setDialogOpen(false)}
        />
      )}
      {isError && <Typography variant="pi">{say('counter.failed')}</Typography>}
    </Flex>
  );
};
