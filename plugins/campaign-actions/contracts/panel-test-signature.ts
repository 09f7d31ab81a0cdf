import { z } from '@strapi/utils';

/** The language that the test shall be in, as far as the action is published in it. */
export const testSignatureBody = z.strictObject({
  data: z.strictObject({ locale: z.string().max(35) }),
});

export const testState = z.enum(['on-its-way', 'sent', 'confirmed', 'rejected', 'gone']);
export type TestState = z.infer<typeof testState>;

/** A test signature that was started; `folder` where mail becomes files. */
export const testSignature = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{32}$/),
  to: z.string(),
  folder: z.string().nullable(),
});
export type TestSignature = z.infer<typeof testSignature>;

export const testSignatureState = z.strictObject({ state: testState });
export type TestSignatureState = z.infer<typeof testSignatureState>;
