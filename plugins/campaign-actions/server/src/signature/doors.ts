import type { Core } from '@strapi/strapi';
import { PREVIEW, type Door, type PublicRequest } from '../http/door';
import { type Answer, deedReply } from '../http/reply';
import { service } from '../plugin';
import { sayingNoReferrer } from '../preview/no-referrer';
import type { SignatureService } from '.';

/** What supporters send. */
export const signatureDoors = (strapi: Core.Strapi) => {
  const deed = (
    path: string,
    answer: (signatures: SignatureService, request: PublicRequest) => Promise<Answer>,
  ): Door => ({
    method: 'POST',
    path,
    answer: async (request) => deedReply(await answer(service(strapi, 'signatures'), request)),
  });
  return {
    sign: sayingNoReferrer(
      deed('/actions/:id/signatures', (signatures, { id, json, address, onBehalf, query }) => {
        const channel = onBehalf ? ('api' as const) : ('web' as const);
        const input = { id, json, channel, address: address() };
        const preview = query.get(PREVIEW);
        return preview === null
          ? signatures.sign(input)
          : signatures.rehearse({ ...input, preview });
      }),
    ),
    confirm: deed('/signatures/confirm', (signatures, { json }) => signatures.confirm(json)),
    withdraw: deed('/signatures/withdraw', (signatures, { json }) => signatures.withdraw(json)),
    reject: deed('/signatures/reject', (signatures, { json }) => signatures.reject(json)),
  };
};
