import { field, type } from './text';

export const mailsTexts = {
  'campaign-actions.mails': type(
    ['E-mails', 'Courriels'],
    ['Your words, in place of ours.', 'Vos mots, à la place des nôtres.'],
    {
      confirmSubject: field(
        ['Confirmation: subject', 'Confirmation : objet'],
        [
          'For example “Please confirm: {title}”; the name cannot stand here.',
          'Par exemple « Veuillez confirmer : {title} »; le nom ne peut pas figurer ici.',
        ],
      ),
      confirmText: field(
        ['Confirmation: text', 'Confirmation : texte'],
        [
          'Stands above our links; {givenName}, {title} and {organisation} are filled in. Where signers are at risk our own words are used.',
          'Placé au-dessus de nos liens; {givenName}, {title} et {organisation} sont remplis. Si des signataires sont à protéger, nos propres mots servent.',
        ],
      ),
      reminderSubject: field(
        ['Reminder: subject', 'Rappel : objet'],
        ['Of the one mail that reminds.', 'De l’unique courriel de rappel.'],
      ),
      reminderText: field(
        ['Reminder: text', 'Rappel : texte'],
        [
          'To whoever has not confirmed after two days.',
          'À qui n’a pas confirmé après deux jours.',
        ],
      ),
      thanksSubject: field(
        ['Thank-you: subject', 'Merci : objet'],
        ['Of the mail after confirming.', 'Du courriel qui suit la confirmation.'],
      ),
      thanksText: field(
        ['Thank-you: text', 'Merci : texte'],
        [
          'What happens next, and what else people can do.',
          'La suite, et ce qu’on peut faire d’autre.',
        ],
      ),
    },
  ),
};
