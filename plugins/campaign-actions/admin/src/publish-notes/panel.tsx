import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Flex } from '@strapi/design-system';
import { useSay } from '../say';
import { useActionNotes } from './action-notes';
import { useCampaignNotes } from './campaign-notes';
import { useConfirmationNotes } from './confirmation-notes';
import { NoteBox } from './note';

/** Beside a campaign, an action or the organisation: what publishing does not do by itself. */
export const PublishNotes: PanelComponent = (view) => {
  const say = useSay();
  const campaign = useCampaignNotes(view);
  const action = useActionNotes(view);
  const confirmation = useConfirmationNotes(view);
  const notes = [...campaign, ...action, ...confirmation];
  if (notes.length === 0) return null;
  return {
    title: say('notes.title'),
    content: (
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2} width="100%">
        {notes.map((note) => (
          <NoteBox key={note.text} note={note} />
        ))}
      </Flex>
    ),
  };
};
