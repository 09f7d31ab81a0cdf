import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { KNOWN_FIELDS } from '../../plugins/campaign-actions/contracts/form';

/** What may be in an input: each stands in one place, so that a leak tells where it came from. */
const PLACES = [
  ...['email', 'givenName', 'familyName', 'phone', 'region', 'postalCode', 'city', 'message'],
  ...['answer', 'choice', 'code', 'utmSource', 'utmMedium', 'utmCampaign', 'utmContent', 'utmTerm'],
  ...['referrer', 'honeypot', 'locale', 'formVersion', 'challenge', 'token', 'query', 'path'],
  ...['userAgent', 'cookie', 'authorization', 'forwardedFor', 'supporterAddress', 'etag', 'other'],
] as const;
export type Place = (typeof PLACES)[number];

const WORD = 'kanari';
const NUMBER = String.raw`\d\d`;

export const canary = Object.fromEntries(
  PLACES.map((place, at) => [place, WORD + String(at + 1).padStart(2, '0')]),
) as Record<Place, string>;
export const CANARIES = Object.values(canary);

/** Whatever stands around it, one of these is in the base64 of what holds the word. */
const ENCODED = ['', 'x', 'xx'].map((before) => {
  const text = Buffer.from(before + WORD).toString('base64');
  return text.slice(before === '' ? 0 : 4, -4);
});

const SEEN = new RegExp(`${WORD}${NUMBER}`, 'gi');

/** Every canary in a text, and every token that was made. */
export const seenIn = (text: string, tokens: readonly string[] = []): string[] => [
  ...(text.match(SEEN) ?? []),
  ...ENCODED.filter((encoded) => encoded !== '' && text.includes(encoded)),
  ...tokens.filter((token) => text.includes(token)),
];

/** A supporter all of whose data are canaries, and right. */
export const person = {
  email: `${canary.email}@example.org`,
  givenName: canary.givenName,
  familyName: canary.familyName,
  phone: canary.phone,
  region: canary.region,
  postalCode: canary.postalCode,
  city: canary.city,
  message: canary.message,
  answers: { question: canary.answer },
  source: {
    code: canary.code,
    utmSource: canary.utmSource,
    utmMedium: canary.utmMedium,
    utmCampaign: canary.utmCampaign,
    utmContent: canary.utmContent,
    utmTerm: canary.utmTerm,
    referrer: `https://example.org/${canary.referrer}`,
  },
};

export const headers = {
  'User-Agent': canary.userAgent,
  Cookie: `session=${canary.cookie}`,
  Referer: `https://example.org/?${canary.query}`,
  'X-Forwarded-For': canary.forwardedFor,
  'X-Supporter-Address': canary.supporterAddress,
  'If-None-Match': `"${canary.etag}"`,
  'X-Other': canary.other,
};

/** The form that asks for all of it. */
export const form = {
  fields: [
    ...KNOWN_FIELDS.filter((field) => field !== 'email').map((field) => ({ field, label: field })),
    { field: 'own', name: 'question', label: 'Question', type: 'text' },
    { field: 'own', name: 'group', label: 'Group', type: 'choice', options: 'Youth\nStudents' },
  ],
};

/** Everything that this process prints from now on, which nobody sees meanwhile. */
export const listenToProcess = () => {
  const heard: string[] = [];
  const { stdout, stderr } = process;
  const writes = [stdout, stderr].map((stream) =>
    jest.spyOn(stream, 'write').mockImplementation((chunk: string | Uint8Array) => {
      heard.push(Buffer.from(chunk).toString());
      return true;
    }),
  );
  const consoles = (['log', 'info', 'warn', 'error', 'debug', 'trace'] as const).map((name) =>
    jest.spyOn(console, name).mockImplementation((...all: unknown[]) => {
      heard.push(all.map(inFull).join(' '));
    }),
  );
  return { heard, end: () => [...writes, ...consoles].forEach((spy) => spy.mockRestore()) };
};

const inFull = (value: unknown): string =>
  value instanceof Error
    ? [value.stack, JSON.stringify(value)].join(' ')
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);

/** Files in a folder that hold a canary; the mails, which are letters to the supporter, are left out. */
export const filesWith = async (
  folder: string,
  allowed: string,
  tokens: readonly string[],
): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.endsWith('.eml'));
  const found = await Promise.all(
    files.map(async (file) => ({
      file,
      seen: seenIn(await readFile(file, 'latin1'), tokens).filter((each) => each !== allowed),
    })),
  );
  return found.flatMap(({ file, seen }) => (seen.length > 0 ? [`${file}: ${seen.join()}`] : []));
};
