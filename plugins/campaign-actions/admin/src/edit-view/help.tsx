import { useIntl } from 'react-intl';
import type { Text } from '../../../contracts/editor-texts';

/** The text in the language of the panel: French for French, English for every other. */
export const inLanguage = (text: Text, locale: string): string =>
  locale.startsWith('fr') ? text.fr : text.en;

/** A help text in the language of the panel; Strapi itself keeps one for all languages. */
export const Help = ({ text }: { text: Text }) => <>{inLanguage(text, useIntl().locale)}</>;
