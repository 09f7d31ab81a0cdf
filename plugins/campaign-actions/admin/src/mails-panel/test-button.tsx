import { Button, Flex, Typography } from '@strapi/design-system';
import { useAPIErrorHandler } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { MailKind } from '../../../contracts/panel-mails';
import { useSendTestMailMutation } from '../api';
import { useSay } from '../say';

interface TestButtonProps {
  action: string;
  kind: MailKind;
  locale: string;
}

/** Sends the mail that is looked at to whoever looks, and says where it went. */
export const TestButton = ({ action, kind, locale }: TestButtonProps) => {
  const say = useSay();
  const { _unstableFormatAPIError: inWords } = useAPIErrorHandler();
  const [send, { isLoading }] = useSendTestMailMutation();
  const [said, setSaid] = useState('');

  const test = async () => {
    const answer = await send({ action, kind, locale });
    if ('error' in answer) {
      setSaid(inWords(answer.error));
      return;
    }
    const { to, folder } = answer.data;
    setSaid(
      folder === null ? say('mails.test-sent', { to }) : say('mails.test-filed', { to, folder }),
    );
  };

  return (
    <Flex justifyContent="space-between" alignItems="center" gap={4} width="100%">
      <Typography role="status" variant="pi" style={{ overflowWrap: 'anywhere' }}>
        {said}
      </Typography>
      <Button
        type="button"
        loading={isLoading}
        onClick={() => void test()}
        style={{ flexShrink: 0, whiteSpace: 'nowrap' }}
      >
        {say('mails.test')}
      </Button>
    </Flex>
  );
};
