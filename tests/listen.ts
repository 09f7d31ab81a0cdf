import { once } from 'node:events';
import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import type { z } from '@strapi/utils';
import { type Counter, counterEvent } from '../plugins/campaign-actions/contracts/counter';
import type { App } from './app';

/** What stands between two blank lines of a stream: a counter, or only when to come back. */
export interface Block {
  said: z.infer<typeof counterEvent> | null;
  retry: number | null;
}

export interface Listening {
  status: number;
  headers: IncomingHttpHeaders;
  /** Everything received so far. */
  text(): string;
  /** The next event with a counter, from the first on. @throws when the stream ends before it */
  next(): Promise<Counter>;
  /** Resolves when the server has ended the stream. @throws when it was cut */
  ended(): Promise<void>;
  leave(): Promise<void>;
}

const fieldOf = (block: string, name: string): string | null =>
  new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? null;

/** All that has arrived whole. */
export const blocksOf = (text: string): Block[] =>
  text
    .split('\n\n')
    .slice(0, -1)
    .map((block) => {
      const [event, retry] = [fieldOf(block, 'event'), fieldOf(block, 'retry')];
      const data: unknown = JSON.parse(fieldOf(block, 'data') ?? 'null');
      return {
        said: event === null ? null : counterEvent.parse({ event, id: fieldOf(block, 'id'), data }),
        retry: retry === null ? null : Number(retry),
      };
    });

/** Opens a stream as a browser would, on a connection of its own. */
export const listen = async (
  { url }: Pick<App, 'url'>,
  path: string,
  headers: Record<string, string> = {},
): Promise<Listening> => {
  const asking = request(url + path, { agent: false, headers });
  asking.end();
  const [answer] = (await once(asking, 'response')) as [IncomingMessage];
  answer.setEncoding('utf8');
  // Whoever leaves is told so; whoever waits for the end learns of it there.
  answer.on('error', () => undefined);
  let text = '';
  let read = 0;
  answer.on('data', (part: string) => (text += part));
  const told = (): Counter[] => blocksOf(text).flatMap(({ said }) => (said ? [said.data] : []));
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    text: () => text,
    async next() {
      while (told().length <= read) {
        if (answer.readableEnded) throw new Error('The stream has ended.');
        await Promise.race([once(answer, 'data'), once(answer, 'end')]);
      }
      read += 1;
      return told()[read - 1] as Counter;
    },
    async ended() {
      if (!answer.readableEnded) await once(answer, 'end');
    },
    async leave() {
      if (answer.closed) return;
      answer.destroy();
      await once(answer, 'close');
    },
  };
};
