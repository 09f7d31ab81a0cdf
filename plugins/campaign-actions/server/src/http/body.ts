import type { IncomingMessage } from 'node:http';
import { Problem, type ProblemCode, fieldError } from './problems';

export const LARGEST_BODY = 32 * 1024;
/** Of all bodies that are only half here; slow senders must not fill the memory together. */
const MOST_HALF_READ = 64 * 1024 * 1024;
const RETRY_SECONDS = 5;
const DEADLINE_MS = 10_000;

/** Said before all of the body was read: such a connection cannot serve another request. */
const UNREAD = new Set<ProblemCode>([
  'not-json-type',
  'not-form-type',
  'too-large',
  'too-slow',
  'method-not-allowed',
]);

export const leavesBodyUnread = (problem: Problem): boolean => UNREAD.has(problem.code);

/** What a browser sends by itself: a name and a value for each field. */
export type FormFields = [name: string, value: string][];

/** A body as its door takes it. */
export interface Body {
  json: unknown;
  form: FormFields;
}

const TYPES = {
  json: { type: 'application/json', refusal: 'not-json-type' },
  form: { type: 'application/x-www-form-urlencoded', refusal: 'not-form-type' },
} as const;
export type BodyKind = keyof typeof TYPES;

/**
 * A request's body. What is of another type or too large is refused before it is read.
 *
 * @throws Problem 400, 408, 413, 415, 503
 */
export const readBody = async (request: IncomingMessage, kind: BodyKind): Promise<Body> => {
  const { headers } = request;
  const said = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  const { type, refusal } = TYPES[kind];
  if (said !== type) throw new Problem(refusal);
  if (Number(headers['content-length'] ?? 0) > LARGEST_BODY) throw new Problem('too-large');
  const raw = await read(request);
  return kind === 'json'
    ? { json: parse(raw), form: [] }
    : { json: undefined, form: parseForm(raw) };
};

let halfRead = 0;

const read = (request: IncomingMessage): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const end = (settle: () => void): void => {
      clearTimeout(deadline);
      request.removeAllListeners('data');
      halfRead -= size;
      size = 0;
      settle();
    };
    const deadline = setTimeout(() => end(() => reject(new Problem('too-slow'))), DEADLINE_MS);
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      halfRead += chunk.length;
      if (halfRead > MOST_HALF_READ)
        end(() => reject(new Problem('unavailable', [], RETRY_SECONDS)));
      else if (size > LARGEST_BODY) end(() => reject(new Problem('too-large')));
      else chunks.push(chunk);
    });
    request.once('end', () =>
      end(() => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks))),
    );
    request.once('error', () => end(() => reject(new Problem('too-slow'))));
    request.once('aborted', () => end(() => reject(new Problem('too-slow'))));
  });

const utf8 = new TextDecoder('utf-8', { fatal: true });

const parse = (raw: Buffer): unknown => {
  const { text, json } = decode(raw);
  // Schemas never see this key, so it would be swallowed instead of refused.
  if (MAYBE_PROTOTYPE.test(text) && namesPrototype(json)) {
    throw new Problem('invalid', [fieldError(['__proto__'], 'unknown')]);
  }
  return json;
};

const decode = (raw: Buffer): { text: string; json: unknown } => {
  try {
    const text = utf8.decode(raw);
    return { text, json: JSON.parse(text) };
  } catch {
    throw new Problem('not-json');
  }
};

const fieldOf = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '));

/** Stricter than `URLSearchParams`, which puts signs of replacement for what is not UTF-8. */
const parseForm = (raw: Buffer): FormFields => {
  try {
    const pairs = utf8.decode(raw).split('&');
    return pairs
      .filter((pair) => pair !== '')
      .map((pair) => {
        const [name = '', ...value] = pair.split('=');
        return [fieldOf(name), fieldOf(value.join('='))];
      });
  } catch {
    throw new Problem('not-form');
  }
};

/** Cheap, and right for all but a few bodies; an escape could spell any part of the key. */
const MAYBE_PROTOTYPE = /__proto__|\\u00/;

const namesPrototype = (json: unknown): boolean => {
  const left = [json];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value !== 'object' || value === null) continue;
    if (Object.hasOwn(value, '__proto__')) return true;
    left.push(...Object.values(value as Record<string, unknown>));
  }
  return false;
};
