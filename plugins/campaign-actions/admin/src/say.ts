import { useCallback } from 'react';
import { type PrimitiveType, useIntl } from 'react-intl';
import { PLUGIN_ID } from '../../server/src/plugin';
import type en from './translations/en.json';

export type Sentence = keyof typeof en;
export type Say = (sentence: Sentence, values?: Record<string, PrimitiveType>) => string;

export const messageId = (sentence: Sentence): string => `${PLUGIN_ID}.${sentence}`;

/** The plugin's own words, in the language of the panel. */
export const useSay = (): Say => {
  const intl = useIntl();
  return useCallback(
    (sentence, values) => intl.formatMessage({ id: messageId(sentence) }, values),
    [intl],
  );
};
