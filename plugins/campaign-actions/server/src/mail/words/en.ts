import type { MailFacts, Passage, Words } from '../texts';

const SUBJECT = 'Please confirm your e-mail address';

const confirmCode = ({ page, code }: MailFacts): Passage => ({
  type: 'code',
  before: 'If the link does not open, go to',
  page,
  after: 'and paste this code:',
  code,
});

const notYou = ({ rejectUrl }: MailFacts): Passage => ({
  type: 'link',
  lead: 'This was not you? Say so here, and we will not write to you about it again:',
  label: 'This was not me',
  url: rejectUrl,
});

const withdraw = ({ withdrawUrl }: MailFacts, lead: string): Passage[] =>
  withdrawUrl ? [{ type: 'link', lead, label: 'Withdraw', url: withdrawUrl }] : [];

export const en: Words = {
  confirm: (facts) => ({
    subject: SUBJECT,
    passages: [
      {
        type: 'text',
        text: facts.title
          ? `Thank you for taking action: “${facts.title}”. It counts once you confirm that this address is yours.`
          : 'Please confirm that this e-mail address is yours.',
      },
      { type: 'button', lead: 'Confirm here:', label: 'Confirm', url: facts.confirmUrl },
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
          ? `You have already taken this action: “${facts.title}”. It counts once, however often you sign.`
          : 'You have already confirmed this e-mail address.',
      },
      {
        type: 'button',
        lead: 'To confirm the choices you have just made:',
        label: 'Confirm my choices',
        url: facts.confirmUrl,
      },
      confirmCode(facts),
      ...withdraw(facts, 'To withdraw instead:'),
    ],
  }),
  reminder: (facts) => ({
    subject: 'A reminder: please confirm your e-mail address',
    passages: [
      {
        type: 'text',
        text: facts.title
          ? `One click is missing: “${facts.title}” does not count you yet. Please confirm that this address is yours. We will not remind you again.`
          : 'This e-mail address is not confirmed yet. Please confirm that it is yours. We will not remind you again.',
      },
      { type: 'button', lead: 'Confirm here:', label: 'Confirm', url: facts.confirmUrl },
      confirmCode(facts),
      notYou(facts),
    ],
  }),
  thanks: (facts) => ({
    subject: 'Thank you',
    passages: [
      {
        type: 'text',
        text: facts.title
          ? `Thank you. Your name stands under “${facts.title}”.`
          : 'Thank you. Your confirmation has arrived.',
      },
      ...withdraw(facts, 'If you change your mind, withdraw here:'),
    ],
  }),
};
