import type { Core } from '@strapi/strapi';
import type { Door } from '../http/door';
import { type Answer, deedReply } from '../http/reply';
import { service } from '../plugin';
import type { SignatureService } from '.';

/** What supporters send. */
export const signatureDoors = (strapi: Core.Strapi) => {
  const deed = (
    path: string,
    answer: (signatures: SignatureService, id: string, json: unknown) => Promise<Answer>,
  ): Door => ({
    method: 'POST',
    path,
    answer: async ({ id, json }) =>
      deedReply(await answer(service(strapi, 'signatures'), id, json)),
  });
  return {
    sign: deed('/actions/:id/signatures', (signatures, id, json) =>
      signatures.sign({ id, json, channel: 'web' }),
    ),
    confirm: deed('/signatures/confirm', (signatures, _, json) => signatures.confirm(json)),
    withdraw: deed('/signatures/withdraw', (signatures, _, json) => signatures.withdraw(json)),
    reject: deed('/signatures/reject', (signatures, _, json) => signatures.reject(json)),
  };
};
