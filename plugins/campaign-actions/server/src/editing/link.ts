const LONGEST = 2000;

/**
 * Browsers drop tabs and newlines inside a scheme, and read a backslash as a slash:
 * a link that holds any such character is refused before it is parsed.
 */
const isPlain = (text: string): boolean =>
  text.length <= LONGEST && !/[\s\\"<>\p{C}\p{Z}]/u.test(text);

const parsed = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null);

const isLocal = (host: string): boolean =>
  host === 'localhost' || host === '127.0.0.1' || host === '[::1]';

/** An address of the web, whole, and without a user name that could pass for a host. */
const webAddress = (text: string): URL | null => {
  if (!isPlain(text) || !/^https?:\/\/[^/]/i.test(text)) return null;
  const url = parsed(text);
  return url && url.hostname !== '' && url.username === '' && url.password === '' ? url : null;
};

export const isWebAddress = (text: string): boolean => webAddress(text) !== null;

/** A web address whose answer nobody on the way can change: https, or a machine's own http. */
export const isSafeAddress = (text: string): boolean => {
  const url = webAddress(text);
  return url !== null && (url.protocol === 'https:' || isLocal(url.hostname));
};

/** What a visitor may be led to: a web address, a mailbox or a telephone. */
export const isLink = (text: string): boolean =>
  isWebAddress(text) ||
  (isPlain(text) &&
    (/^mailto:[^@?:/]+@[^@?:/]+(\?[^#]*)?$/i.test(text) || /^tel:\+?[0-9][0-9().-]*$/i.test(text)));
