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

/** Keeps the keys of the texts, so that a definition can be checked against them. */
export const texts = <T extends Record<string, TypeTexts>>(all: T): T => all;
