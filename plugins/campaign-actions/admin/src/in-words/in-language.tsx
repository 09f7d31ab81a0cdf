import { useIntl } from 'react-intl';
import type { Text } from '../../../contracts/editor-texts';

/** The text in the language of the panel: French for French, English for every other. */
export const inLanguage = (text: Text, locale: string): string =>
  locale.startsWith('fr') ? text.fr : text.en;

/** A text in the language of the panel, where the content-manager has no place for two. */
export const InWords = ({ text }: { text: Text }) => <>{inLanguage(text, useIntl().locale)}</>;
