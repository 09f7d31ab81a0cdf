import { Flex, Link, Typography } from '@strapi/design-system';
import { useAPIErrorHandler, useClipboard } from '@strapi/strapi/admin';
import { useState } from 'react';
import { FormattedDate } from 'react-intl';
import type { PreviewLink } from '../../../contracts/panel-preview';
import { useMakePreviewMutation } from '../api';
import { RoomyButton } from '../roomy-button';
import { useSay } from '../say';

interface CopyProps {
  address: string;
  label: string;
}

const Copy = ({ address, label }: CopyProps) => {
  const say = useSay();
  const { copy } = useClipboard();
  const [copied, setCopied] = useState(false);
  return (
    <RoomyButton
      variant="tertiary"
      onClick={() => void copy(address).then((isCopied) => setCopied(isCopied))}
    >
      {copied ? say('try.copied') : label}
    </RoomyButton>
  );
};

/** Where the draft can be seen: on the website, or where none is known, as data. */
const Links = ({ page, api, expiresAt }: PreviewLink) => {
  const say = useSay();
  return (
    <Flex direction="column" alignItems="stretch" gap={2} role="status">
      {page === null ? (
        <>
          <Typography variant="pi">{say('try.no-page')}</Typography>
          <Copy address={api} label={say('try.copy-api')} />
        </>
      ) : (
        <>
          <Link href={page} isExternal>
            {say('try.open')}
          </Link>
          <Copy address={page} label={say('try.copy')} />
        </>
      )}
      <Typography variant="pi" textColor="neutral600">
        {say('try.until')} <FormattedDate value={expiresAt} timeStyle="short" />
      </Typography>
    </Flex>
  );
};

interface ShowDraftProps {
  type: 'campaign' | 'action';
  documentId: string;
  locale: string;
}

/** Makes a link with which anybody can see the draft, and try its form, for an hour. */
export const ShowDraft = ({ type, documentId, locale }: ShowDraftProps) => {
  const say = useSay();
  const { _unstableFormatAPIError: inWords } = useAPIErrorHandler();
  const [make, { data, error, isLoading }] = useMakePreviewMutation();
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography variant="pi" textColor="neutral600">
        {say('try.draft-about')}
      </Typography>
      <RoomyButton
        variant="secondary"
        loading={isLoading}
        onClick={() => void make({ type, documentId, locale })}
      >
        {say(data ? 'try.draft-again' : 'try.draft')}
      </RoomyButton>
      {data && <Links {...data} />}
      {error && (
        <Typography role="status" variant="pi" textColor="danger600">
          {inWords(error)}
        </Typography>
      )}
    </Flex>
  );
};
