import { en } from './en';
import { fr } from './fr';

/** Every word that is not an editor's. */
export type Texts = typeof en;

const ALL: Record<string, Texts> = { en, fr };

/** Of the nearest language there is: `fr-CA` has `fr`, what nobody has written has English. */
export const textsIn = (locale: string): Texts =>
  ALL[locale.toLowerCase()] ?? ALL[locale.toLowerCase().split('-')[0] ?? ''] ?? en;
