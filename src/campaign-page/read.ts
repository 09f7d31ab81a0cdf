import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Core } from '@strapi/strapi';
import { hasMailbox } from '../mailbox';

/** A public door said no. */
export class Refused extends Error {
  constructor(readonly status: number) {
    super(`A public door answered ${status}.`);
  }
}

const PATIENCE_MS = 10_000;
/** Listening everywhere, a server is reached from here. */
const ANYWHERE: Record<string, string> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

type Query = Record<string, string | undefined>;

/** Everything but what is left undefined. */
const searchOf = (query: Query): string => {
  const given = Object.entries(query).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return new URLSearchParams(given).toString();
};

const answerTo = (options: object): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    request({ ...options, signal: AbortSignal.timeout(PATIENCE_MS) }, resolve)
      .on('error', reject)
      .end();
  });

/** Reads this very server's public doors, so that the page shows what any other front end would get. */
export const createReader = (strapi: Core.Strapi) => {
  const api = `${strapi.config.get<string>('api.rest.prefix')}/campaign-actions`;
  const publicUrl = strapi.config.get<string>('plugin::campaign-actions.publicUrl', '');

  /** Where this server listens, as it can be reached from here. */
  const here = (): object => {
    const address = strapi.server.httpServer.address();
    if (address === null) throw new Error('The server does not listen yet.');
    if (typeof address === 'string') return { socketPath: address };
    return { host: ANYWHERE[address.address] ?? address.address, port: address.port };
  };

  return {
    /** Where the public doors are, as a browser on this page reaches them. */
    api,
    publicUrl,
    /** Where its media are, besides here. */
    mediaOrigins: strapi.config.get<string[]>('media.origins', []),
    /** Whether there is a mailbox to lead to, and somebody who looks around. */
    isDemo: () => hasMailbox(strapi),
    /** @throws Refused when the door says no */
    async read<Data>(path: string, query: Query): Promise<Data> {
      const answer = await answerTo({ ...here(), path: `${api}${path}?${searchOf(query)}` });
      const body = await text(answer);
      if (answer.statusCode !== 200) throw new Refused(answer.statusCode ?? 0);
      // What lies on this server is shown from it, under whatever name it was reached.
      const local = body.replaceAll(`"${publicUrl}/uploads/`, '"/uploads/');
      return (JSON.parse(local) as { data: Data }).data;
    },
  };
};
export type Reader = ReturnType<typeof createReader>;
