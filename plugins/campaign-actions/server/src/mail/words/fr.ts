import type { MailFacts, Passage, Words } from '../texts';

const SUBJECT = 'Veuillez confirmer votre adresse courriel';

const confirmCode = ({ page, code }: MailFacts): Passage => ({
  type: 'code',
  before: 'Si le lien ne s’ouvre pas, allez à',
  page,
  after: 'et collez-y ce code :',
  code,
});

const notYou = ({ rejectUrl }: MailFacts): Passage => ({
  type: 'link',
  lead: 'Ce n’était pas vous? Dites-le ici, et nous ne vous écrirons plus à ce sujet :',
  label: 'Ce n’était pas moi',
  url: rejectUrl,
});

const withdraw = ({ withdrawUrl }: MailFacts, lead: string): Passage[] =>
  withdrawUrl ? [{ type: 'link', lead, label: 'Me retirer', url: withdrawUrl }] : [];

export const fr: Words = {
  confirm: (facts) => ({
    subject: SUBJECT,
    passages: [
      {
        type: 'text',
        text: facts.title
          ? `Merci d’agir : « ${facts.title} ». Votre signature comptera dès que vous aurez confirmé que cette adresse est la vôtre.`
          : 'Veuillez confirmer que cette adresse courriel est la vôtre.',
      },
      { type: 'button', lead: 'Confirmez ici :', label: 'Confirmer', url: facts.confirmUrl },
      confirmCode(facts),
      notYou(facts),
    ],
  }),
  'already-signed': (facts) => ({
    subject: SUBJECT,
    passages: [
      {
        type: 'text',
        text: facts.title
          ? `Vous avez déjà agi : « ${facts.title} ». Une signature compte une seule fois, même répétée.`
          : 'Vous avez déjà confirmé cette adresse courriel.',
      },
      {
        type: 'button',
        lead: 'Pour confirmer les choix que vous venez de faire :',
        label: 'Confirmer mes choix',
        url: facts.confirmUrl,
      },
      confirmCode(facts),
      ...withdraw(facts, 'Pour vous retirer :'),
    ],
  }),
  reminder: (facts) => ({
    subject: 'Un rappel : veuillez confirmer votre adresse courriel',
    passages: [
      {
        type: 'text',
        text: facts.title
          ? `Il ne manque qu’un clic : « ${facts.title} » ne vous compte pas encore. Veuillez confirmer que cette adresse est la vôtre. Nous n’enverrons pas d’autre rappel.`
          : 'Cette adresse courriel n’est pas encore confirmée. Veuillez confirmer que c’est la vôtre. Nous n’enverrons pas d’autre rappel.',
      },
      { type: 'button', lead: 'Confirmez ici :', label: 'Confirmer', url: facts.confirmUrl },
      confirmCode(facts),
      notYou(facts),
    ],
  }),
  thanks: (facts) => ({
    subject: 'Merci',
    passages: [
      {
        type: 'text',
        text: facts.title
          ? `Merci. Votre nom figure sous « ${facts.title} ».`
          : 'Merci. Votre confirmation nous est parvenue.',
      },
      ...withdraw(facts, 'Si vous changez d’avis, retirez-vous ici :'),
    ],
  }),
};
