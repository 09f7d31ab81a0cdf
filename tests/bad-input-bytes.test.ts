import { connect } from 'node:net';
import { unsigned } from './bad-input';
import type { SignatureAnswer } from './signatures';

describe('A body that is not right', () => {
  const { app, address } = unsigned();

  describe('as bytes', () => {
    const raw = (body: string | Buffer, headers: Record<string, string> = {}) =>
      app.get<SignatureAnswer>(address(), {
        method: 'POST',
        body: body as string,
        headers: { 'Content-Type': 'application/json', ...headers },
      });

    it.each([
      ['nothing', ''],
      ['half an object', '{"data":'],
      ['two objects', '{}{}'],
      ['a trailing comma', '{"data":{},}'],
      ['single quotes', "{'data':{}}"],
      ['not a number', '{"data":NaN}'],
      ['a comment', '{"data":{}} // hello'],
      ['Latin-1', Buffer.from('{"data":{"givenName":"Zo\xeb"}}', 'latin1')],
      ['half a UTF-8 character', Buffer.from([0x7b, 0x22, 0xc3, 0x22, 0x7d])],
    ])('is refused when it is no JSON in UTF-8: %s', async (_, body) => {
      const { status, body: answer } = await raw(body);
      expect([status, answer.error.name, answer.error.details.code]).toEqual([
        400,
        'ValidationError',
        'not-json',
      ]);
    });

    it('is refused with a polluted prototype (T-52)', async () => {
      const { status } = await raw(
        `{"data":{"givenName":"Z","familyName":"E","email":"zoe@example.org","__proto__":{"admin":true}}}`,
      );
      expect(status).toBe(400);
      expect(({} as { admin?: boolean }).admin).toBeUndefined();
    });

    it('is refused when it is nested deeper than any form', async () => {
      const { status } = await raw(`{"data":${'['.repeat(5000)}${']'.repeat(5000)}}`);
      expect(status).toBe(400);
    });

    it.each([
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/xml',
      '',
    ])('is 415 before it is read when its type is %j (T-69)', async (type) => {
      const { status, headers } = await raw('{"data":{}}', { 'Content-Type': type });
      expect(status).toBe(415);
      expect(headers.get('connection')).toBe('close');
    });

    it('is 413 over 32 KiB, said beforehand or found out while reading (T-51)', async () => {
      const body = JSON.stringify({ data: { message: 'a'.repeat(33 * 1024) } });
      expect((await raw(body)).status).toBe(413);
      expect(await chunked(app.url, address(), body)).toContain('HTTP/1.1 413');
      expect(await chunked(app.url, address(), '{"data":{}}')).toContain('HTTP/1.1 400');
    });

    it.each(['GET', 'PUT', 'PATCH', 'DELETE'])('is 405 when sent with %s', async (method) => {
      const { status, headers } = await app.get(address(), { method });
      expect([status, headers.get('allow')]).toEqual([405, 'POST']);
    });
  });
});

/** Sends a body in chunks, without saying how long it is; answers what came back. */
const chunked = (url: string, path: string, body: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { port, host } = new URL(url);
    const socket = connect(Number(port), '127.0.0.1');
    let answer = '';
    socket.on('data', (data) => {
      answer += data.toString();
      if (answer.includes('\r\n\r\n')) socket.destroy();
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', (error) => (answer ? resolve(answer) : reject(error)));
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`,
    );
    for (let at = 0; at < body.length; at += 4096) {
      const part = body.slice(at, at + 4096);
      socket.write(`${part.length.toString(16)}\r\n${part}\r\n`);
    }
    socket.write('0\r\n\r\n');
  });
