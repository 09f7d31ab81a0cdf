import { Flex, Loader, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useActionMailsQuery } from '../api';
import { RoomyButton } from '../roomy-button';
import { useSay } from '../say';
import { MailsDialog } from './mails-dialog';

interface ActionMailsProps {
  action: string;
  locale: string;
  mayTest: boolean;
}

/** What there is to know about an action's mails at a glance, and the way to look at them. */
export const ActionMails = ({ action, locale, mayTest }: ActionMailsProps) => {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const { data, isError } = useActionMailsQuery(
    { action, locale },
    { refetchOnMountOrArgChange: true },
  );
  if (!data)
    return isError ? <Typography variant="pi">{say('mails.failed')}</Typography> : <Loader small />;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      {data.neutral && (
        <Typography variant="pi" textColor="neutral600">
          {say('mails.neutral')}
        </Typography>
      )}
      {data.bounced > 0 && (
        <Typography variant="pi">{say('mails.bounced', { bounced: data.bounced })}</Typography>
      )}
      <RoomyButton variant="tertiary" onClick={() => setOpen(true)}>
        {say('mails.look')}
      </RoomyButton>
      {open && (
        <MailsDialog
          action={action}
          locale={locale}
          mails={data.mails}
          mayTest={mayTest}
          onClose={() => setOpen(false)}
        />
      )}
    </Flex>
  );
};
