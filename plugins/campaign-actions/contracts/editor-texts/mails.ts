import { field, type } from './text';

export const mailsTexts = {
  'campaign-actions.mails': type(
    ['E-mails', 'Courriels'],
    [
      'Your words above our links; {givenName}, {title} and {organisation} are filled in.',
      'Vos mots au-dessus de nos liens; {givenName}, {title} et {organisation} sont remplis.',
    ],
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
          'Stands above the button, for example “Hello {givenName}, …”.',
          'Placé au-dessus du bouton, par exemple « Bonjour {givenName}, … ».',
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
