import { z } from '@strapi/utils';
import { actionReference } from './action';
import { blocks } from './blocks';
import { image } from './image';

const text = z.string().nullable();

export const figure = z.strictObject({ figure: text, statement: text });

/** The parts that a campaign's story is told in, in the order the editor gave them. */
export const section = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), heading: text, body: blocks }),
  z.strictObject({ type: z.literal('quote'), text, name: text, role: text }),
  z.strictObject({
    type: z.literal('image'),
    image: image.nullable(),
    caption: text,
    credit: text,
  }),
  z.strictObject({ type: z.literal('figures'), heading: text, figures: z.array(figure) }),
  z.strictObject({
    type: z.literal('timeline'),
    heading: text,
    entries: z.array(z.strictObject({ date: text, title: text, text })),
  }),
  z.strictObject({
    type: z.literal('call-to-action'),
    heading: text,
    text,
    label: text,
    action: actionReference.nullable(),
    url: text,
  }),
  z.strictObject({
    type: z.literal('questions'),
    heading: text,
    questions: z.array(z.strictObject({ question: text, answer: blocks })),
  }),
]);
export type Section = z.infer<typeof section>;
