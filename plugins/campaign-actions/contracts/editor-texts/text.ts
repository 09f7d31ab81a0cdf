/** A text of the admin panel in both of its languages. French is Canadian French. */
export interface Text {
  en: string;
  fr: string;
}

export interface FieldTexts {
  label: Text;
  /** One sentence for somebody in a hurry. */
  help: Text;
  /** What each value of an enumeration is called. */
  values?: Record<string, Text>;
}

/** What editors read about one content type or component. */
export interface TypeTexts {
  name: Text;
  help: Text;
  fields: Record<string, FieldTexts>;
}

/** English, then French. */
type Pair = readonly [en: string, fr: string];

const text = ([en, fr]: Pair): Text => ({ en, fr });

const texts = (pairs: Record<string, Pair>): Record<string, Text> =>
  Object.fromEntries(Object.entries(pairs).map(([key, pair]) => [key, text(pair)]));

export const field = (label: Pair, help: Pair, values?: Record<string, Pair>): FieldTexts => ({
  label: text(label),
  help: text(help),
  ...(values ? { values: texts(values) } : {}),
});

export const type = (name: Pair, help: Pair, fields: Record<string, FieldTexts>): TypeTexts => ({
  name: text(name),
  help: text(help),
  fields,
});
