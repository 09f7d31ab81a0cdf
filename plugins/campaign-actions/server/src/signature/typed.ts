import type { CompiledForm } from '../action/form';

interface PlainBody {
  data: { answers?: Record<string, unknown> };
}

const NUMBER = /^\s*[-+]?\d{1,15}(?:[.,]\d{1,15})?\s*$/;

/** What a browser sends for a box that is ticked, or by a page that says it in so many words. */
const BOXES: Record<string, boolean> = { on: true, true: true, false: false };

const READS: Partial<Record<string, (text: string) => unknown>> = {
  number: (text) => (NUMBER.test(text) ? Number(text.replace(',', '.')) : text),
  checkbox: (text) => readBox(text),
};

/** A box or a yes or no; what is neither stays what it is, and is refused. */
export const readBox = (text: string): unknown => (Object.hasOwn(BOXES, text) ? BOXES[text] : text);

const readAs = (type: string | undefined, value: unknown): unknown => {
  if (typeof value !== 'string') return value;
  const read = READS[type ?? ''];
  if (!read) return value;
  return value.trim() === '' ? null : read(value);
};

/** The answers of a body whose values are all texts, typed as this form asks for them. */
export const typed = ({ fields }: CompiledForm, json: unknown): unknown => {
  const { data } = json as PlainBody;
  if (typeof data.answers !== 'object') return json;
  const types = new Map(fields.map(({ name, type }) => [name, type]));
  const answers = Object.entries(data.answers).map(([name, value]) => [
    name,
    readAs(types.get(name), value),
  ]);
  return { data: { ...data, answers: Object.fromEntries(answers) as Record<string, unknown> } };
};
