import { z } from '@strapi/utils';

type Fit<Data> =
  | { success: true; data: Data; error?: never }
  | { success: false; data?: never; error: z.ZodError };

/**
 * Whether what came over the wire fits a schema, as `safeParse`. zod measures whatever has a `length`,
 * text or not, and throws where that is an object that cannot become a number: that fits nothing.
 */
export const fit = <Schema extends z.ZodType>(
  schema: Schema,
  sent: unknown,
): Fit<z.output<Schema>> => {
  try {
    return schema.safeParse(sent);
  } catch (thrown) {
    if (!(thrown instanceof TypeError) || !/primitive value/.test(thrown.message)) throw thrown;
    const message = 'A length that is none.';
    const error = new z.ZodError([{ code: 'custom', path: [], message, input: undefined }]);
    return { success: false, error };
  }
};
