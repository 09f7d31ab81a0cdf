import { type InLanguages, inLanguage } from '../locale';

interface Texts {
  call: string;
  script: string;
  yourName: string;
  hours: string;
  there: string;
  open: string;
  closed: string;
}

const TEXTS: InLanguages<Texts> = {
  en: {
    call: 'Call',
    script: 'What you can say',
    yourName: 'Your name',
    hours: 'When somebody answers',
    there: 'It is {time} on {day} there now.',
    open: 'Somebody should answer now.',
    closed: 'Nobody is likely to answer now.',
  },
  fr: {
    call: 'Appelez',
    script: 'Ce que vous pouvez dire',
    yourName: 'Votre nom',
    hours: 'Quand on répond',
    there: 'Là-bas, c’est {day} et il est {time}.',
    open: 'On devrait répondre en ce moment.',
    closed: 'Il est peu probable qu’on réponde en ce moment.',
  },
};

export const callTexts = (locale: string): Texts => inLanguage(locale, TEXTS);
