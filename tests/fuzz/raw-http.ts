import { once } from 'node:events';
import { connect } from 'node:net';
import fc from 'fast-check';
import { API } from '../signatures';
import { type Corpus, playAll } from './corpus';
import { MARK, type Stage } from './stage';

/** A request as bytes, right or not. */
interface Raw {
  line: string;
  headers: string[];
  body: Buffer;
  framing: 'length' | 'wrong' | 'chunked' | 'broken' | 'both' | 'none';
  odd: number;
}

const person = JSON.stringify({
  data: { email: 'RAW@example.org', givenName: MARK, message: `é ${MARK}` },
});

const METHODS = [
  'POST',
  'POST',
  'POST',
  'GET',
  'HEAD',
  'PUT',
  'DELETE',
  'OPTIONS',
  'PATCH',
  'TRACE',
];
const odder = fc.constantFrom('post', 'POST ', 'PO ST', 'BREW', '', '\u0000', 'G'.repeat(500));
const TYPES = [
  'application/json',
  'application/json; charset=utf-8',
  'APPLICATION/JSON;charset=latin1',
  ' application/json ',
  'application/json, text/plain',
  'application/jsonp',
  'text/plain',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  '',
  'é',
  ';',
];
const EXTRA = [
  'Content-Encoding: gzip',
  'Content-Encoding: identity, br',
  'Expect: 100-continue',
  'Expect: 200-ok',
  'Transfer-Encoding: gzip, chunked',
  'Transfer-Encoding: identity',
  'Content-Length: 0x10',
  'Content-Length: -1',
  'Content-Length: 5, 5',
  'Content-Length: 99999999999999999999',
  'X-Forwarded-For: 1.2.3.4, ::1, <script>',
  'X-HTTP-Method-Override: DELETE',
  'X-Supporter-Address: 1.2.3.4',
  'Origin: null',
  'Origin: https://evil.example',
  'If-None-Match: *',
  'If-None-Match: W/"é", """',
  'Cookie: a=b; __proto__=c',
  'Accept: text/html',
  'Accept-Encoding: gzip;q=x',
  'Range: bytes=0-1,5-',
  'Host: evil.example',
  'Upgrade: websocket',
  ' folded: x',
  'no colon',
  'Bad Name: x',
  'A: \u0001',
  `Big: ${'x'.repeat(9000)}`,
];

const bytes = fc.oneof(
  { weight: 4, arbitrary: fc.constant(Buffer.from(person)) },
  fc.constantFrom(
    Buffer.from(`\ufeff${person}`),
    Buffer.from(person, 'utf16le'),
    Buffer.from(person, 'latin1'),
    Buffer.from(`${person}\u0000`),
    Buffer.from(person.replace('é', '\\ud800')),
    Buffer.from('a'.repeat(40_000)),
    Buffer.alloc(0),
  ),
  fc.nat(60).map((at) => Buffer.concat([Buffer.from(person.slice(0, at)), Buffer.from([0xc3])])),
  fc.uint8Array({ maxLength: 60 }).map((some) => Buffer.from(some)),
);

const path = (stage: Stage): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(stage.asking, stage.counted) },
    fc.constantFrom(
      `${API}/signatures/confirm`,
      `${API}/signatures/withdraw`,
      `${API}/counters?actions=${'a,'.repeat(200)}`,
      `${API}/actions/%00/signatures`,
      `${API}/actions/%ff/counter`,
      `${API}/actions/..%2f../counter?locale=${MARK}`,
      `${API}//actions`,
      stage.asking.toUpperCase(),
      `${stage.counted}/`,
      `${stage.counted}?${MARK}[__proto__]=1&preview=${'x'.repeat(2000)}`,
      `http://evil.example${stage.counted}`,
      `${API}/actions/a b/counter`,
      `${API}/ready`,
      `${API}/*`,
      API,
    ),
  );

const raw = (stage: Stage): fc.Arbitrary<Raw> =>
  fc.record({
    line: fc
      .tuple(
        fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...METHODS) }, odder),
        path(stage),
        fc.constantFrom('HTTP/1.1', 'HTTP/1.1', 'HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', 'HTTP/9', ''),
      )
      .map((parts) => parts.join(' ')),
    headers: fc
      .tuple(
        fc.constantFrom(
          ...TYPES.map((type) => `Content-Type: ${type}`),
          'Content-Type: application/json',
        ),
        fc.array(fc.constantFrom(...EXTRA), { maxLength: 2 }),
      )
      .map(([type, extra]) => ['Host: localhost', type, ...extra]),
    body: bytes,
    framing: fc.constantFrom(
      'length',
      'length',
      'length',
      'wrong',
      'chunked',
      'broken',
      'both',
      'none',
    ),
    odd: fc.nat(64),
  });

const chunks = (body: Buffer, size: number): Buffer[] => {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; at += size) {
    const part = body.subarray(at, at + size);
    parts.push(Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n'));
  }
  return parts;
};

const written = ({ line, headers, body, framing, odd }: Raw): Buffer => {
  const chunked = framing === 'chunked' || framing === 'broken' || framing === 'both';
  const length = framing === 'wrong' ? body.length + odd - 32 : body.length;
  const all = [
    line,
    ...headers,
    ...(chunked ? ['Transfer-Encoding: chunked'] : []),
    ...(framing === 'none' || (chunked && framing !== 'both') ? [] : [`Content-Length: ${length}`]),
  ];
  const end = framing === 'broken' ? `${odd}zz\r\n` : '0\r\n\r\n';
  const sent = chunked ? [...chunks(body, odd + 1), Buffer.from(end)] : [body];
  return Buffer.concat([Buffer.from(`${all.join('\r\n')}\r\n\r\n`), ...sent]);
};

const LONGEST_MS = 15_000;

/** Sends all of it and hangs up; answers whatever came back until the server did, too. */
const exchange = async (url: string, request: Buffer): Promise<string> => {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  const signal = AbortSignal.timeout(LONGEST_MS);
  let answer = '';
  socket.setEncoding('utf8').on('data', (part: string) => (answer += part));
  // Whoever sends what is no HTTP may be cut off.
  socket.on('error', () => undefined);
  socket.end(request);
  if (!socket.closed) await once(socket, 'close', { signal });
  return answer;
};

/** Node's own words for a version of HTTP that it does not speak. */
const BY_NODE = 'HTTP/1.1 505 ';

export const rawHttp: Corpus = {
  id: 'F-1',
  what: 'HTTP as bytes',
  cases: { quick: 1200, full: 20_000 },
  play: (stage, run) =>
    playAll(raw(stage), run, async (request) => {
      const answer = await exchange(stage.app.url, written(request));
      let taken = false;
      for (const text of answer.split(/(?=HTTP\/1\.[01] \d{3} )/)) {
        if (text === '') continue;
        const status = Number(text.slice(9, 12));
        taken ||= status === 201 || status === 202;
        if (status >= 500 && !text.startsWith(BY_NODE))
          throw new Error(`${request.line}: ${text.slice(0, 60)} ${text.slice(-300)}`);
        if (status >= 400 && text.includes(MARK))
          throw new Error(`Repeated: ${text.slice(0, 300)}`);
      }
      return taken;
    }),
};
