import { Flex, Typography } from '@strapi/design-system';
import { useAPIErrorHandler } from '@strapi/strapi/admin';
import type { TestSignature as Started, TestState } from '../../../contracts/panel-test-signature';
import { useStartTestMutation, useTestStateQuery } from '../api';
import { usePageVisible } from '../counter-panel/page-visible';
import { RoomyButton } from '../roomy-button';
import { type Say, useSay } from '../say';

const EVERY_FEW_SECONDS = 3000;

const inWordsOf = (say: Say, state: TestState, { to, folder }: Started): string =>
  state === 'sent' && folder !== null
    ? say('try.test-filed', { to, folder })
    : say(`try.test-${state}`, { to });

interface FollowedProps {
  action: string;
  started: Started;
}

/** What has become of it, read again every few seconds while somebody looks at it. */
const Followed = ({ action, started }: FollowedProps) => {
  const say = useSay();
  const visible = usePageVisible();
  const { data } = useTestStateQuery(
    { action, id: started.id },
    { pollingInterval: visible ? EVERY_FEW_SECONDS : 0 },
  );
  return (
    <Typography role="status" variant="pi" style={{ overflowWrap: 'anywhere' }}>
      {inWordsOf(say, data?.state ?? 'on-its-way', started)}
    </Typography>
  );
};

interface TestSignatureProps {
  documentId: string;
  locale: string;
}

/** A signature of one's own, from the mail to the thank-you, that is never counted. */
export const TestSignature = ({ documentId, locale }: TestSignatureProps) => {
  const say = useSay();
  const { _unstableFormatAPIError: inWords } = useAPIErrorHandler();
  const [start, { data: started, error, isLoading }] = useStartTestMutation();
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography variant="pi" textColor="neutral600">
        {say('try.test-about')}
      </Typography>
      <RoomyButton
        variant="secondary"
        loading={isLoading}
        onClick={() => void start({ action: documentId, locale })}
      >
        {say(started ? 'try.test-again' : 'try.test')}
      </RoomyButton>
      {started && <Followed key={started.id} action={documentId} started={started} />}
      {error && (
        <Typography role="status" variant="pi" textColor="danger600">
          {inWords(error)}
        </Typography>
      )}
    </Flex>
  );
};
