import type { PanelComponentProps } from '@strapi/content-manager/strapi-admin';
import { ACTION, ORGANISATION } from '../../../server/src/plugin';
import { useSay } from '../say';
import { useFormValue } from './form-value';
import type { Note } from './note';

/** Where confirmation is switched off: the live counter then tells whether somebody signed. */
export const useConfirmationNotes = ({ model }: PanelComponentProps): Note[] => {
  const say = useSay();
  const ofAction = useFormValue('confirmation');
  const byDefault = useFormValue('defaultConfirmation');
  const off =
    (model === ACTION && ofAction === 'none') || (model === ORGANISATION && byDefault === 'none');
  return off ? [{ tone: 'warning', text: say('notes.confirmation-off') }] : [];
};
