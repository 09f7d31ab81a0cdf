import type { Answer, App } from './app';
import { someEmail } from './make';
import { API } from './signatures';

type Fields = Record<string, string>;

/** Posts as a browser does that runs no script. */
export const plainPages = (app: App) => {
  const post = (
    path: string,
    fields: Fields | string,
    headers: Record<string, string> = {},
  ): Promise<Answer> =>
    app.get(`${API}/forms/${path}`, {
      method: 'POST',
      body: typeof fields === 'string' ? fields : new URLSearchParams(fields).toString(),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    });
  return {
    post,
    sign: (action: string, fields: Fields = {}, headers: Record<string, string> = {}) =>
      post(
        `sign/${action}`,
        { givenName: 'Zoë', familyName: 'Example', email: someEmail(), ...fields },
        headers,
      ),
  };
};

/** What a page says, without its marks. */
export const saidOn = ({ text }: Answer): string =>
  (/<main>([\s\S]*)<\/main>/.exec(text)?.[1] ?? '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
