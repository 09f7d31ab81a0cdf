import { type InLanguages, inLanguage } from '../locale';

interface Texts {
  delivered: string;
  won: string;
  lost: string;
  closed: string;
  closedText: string;
  scheduled: string;
  opensOn: string;
}

const TEXTS: InLanguages<Texts> = {
  en: {
    delivered: 'Handed in',
    won: 'Victory',
    lost: 'Not achieved',
    closed: 'This action is closed',
    closedText: 'Thank you to everybody who took part.',
    scheduled: 'This action is not open yet',
    opensOn: 'It opens on {date}.',
  },
  fr: {
    delivered: 'Remise aux destinataires',
    won: 'Victoire',
    lost: 'Objectif non atteint',
    closed: 'Cette action est terminée',
    closedText: 'Merci à toutes les personnes qui y ont pris part.',
    scheduled: 'Cette action n’est pas encore ouverte',
    opensOn: 'Elle ouvre le {date}.',
  },
};

export const outcomeTexts = (locale: string): Texts => inLanguage(locale, TEXTS);
