import { Flex, Typography } from '@strapi/design-system';
import { Information, WarningCircle } from '@strapi/icons';
import { useState } from 'react';
import { RoomyButton } from '../roomy-button';

/** Something an editor should know before or after publishing, with a way to put it right. */
export interface Note {
  tone: 'warning' | 'information';
  text: string;
  offer?: { label: string; hint?: string; accept: () => Promise<unknown> };
}

const TONES = {
  warning: { Icon: WarningCircle, colour: 'warning600', background: 'warning100' },
  information: { Icon: Information, colour: 'primary600', background: 'primary100' },
} as const;

export const NoteBox = ({ note }: { note: Note }) => {
  const [busy, setBusy] = useState(false);
  const { Icon, colour, background } = TONES[note.tone];
  const accept = async () => {
    setBusy(true);
    await note.offer?.accept();
    setBusy(false);
  };
  return (
    <Flex
      tag="li"
      direction="column"
      alignItems="stretch"
      gap={3}
      background={background}
      padding={3}
      hasRadius
    >
      <Flex gap={2} alignItems="flex-start">
        <Flex paddingTop={1} shrink={0}>
          <Icon fill={colour} aria-hidden />
        </Flex>
        <Typography variant="pi">{note.text}</Typography>
      </Flex>
      {note.offer && (
        <RoomyButton variant="secondary" loading={busy} onClick={() => void accept()}>
          {note.offer.label}
        </RoomyButton>
      )}
      {note.offer?.hint && (
        <Typography variant="pi" textColor="neutral600">
          {note.offer.hint}
        </Typography>
      )}
    </Flex>
  );
};
