import { editorTexts, type Text } from '../../../contracts/editor-texts';
import { PLUGIN_ID } from '../../../server/src/plugin';
import { icuText } from '../icu-text';
import en from './en.json';
import fr from './fr.json';

type Messages = Record<string, string>;

const prefixed = (messages: Messages): Messages =>
  Object.fromEntries(
    Object.entries(messages).map(([key, message]) => [`${PLUGIN_ID}.${key}`, message]),
  );

const isContentType = (uid: string): boolean => uid.startsWith('plugin::');

/** The ids under which the content-manager looks up the name of a type, a component and a field. */
const nameId = (uid: string, name: Text): string => (isContentType(uid) ? name.en : uid);
const fieldId = (uid: string, field: string): string =>
  `content-manager.${isContentType(uid) ? 'content-types' : 'components'}.${uid}.${field}`;

/** Names and labels of types, components and fields, which Strapi keeps in English. */
const contentWords = (language: keyof Text): Messages => {
  const words: Messages = {};
  for (const [uid, { name, fields }] of Object.entries(editorTexts)) {
    words[nameId(uid, name)] = icuText(name[language]);
    for (const [field, { label }] of Object.entries(fields)) {
      words[fieldId(uid, field)] = icuText(label[language]);
    }
  }
  return words;
};

/** English content words stay with Strapi, where an administrator may reword them. */
const all: Record<string, Messages> = {
  en: { ...prefixed(en), [PLUGIN_ID]: 'Page sections' },
  fr: { ...prefixed(fr), ...contentWords('fr'), [PLUGIN_ID]: 'Sections de la page' },
};

export const registerTrads = ({ locales }: { locales: string[] }) =>
  Promise.resolve(locales.map((locale) => ({ locale, data: all[locale] ?? {} })));
