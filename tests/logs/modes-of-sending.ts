import { API } from '../signatures';
import { canary, person } from './canaries';
import type { Mode } from './mode';

const json = JSON.stringify({ data: person });
const door = (action: string): string => `${API}/actions/${action}/signatures`;

/** Bodies that are not right, each in another way. */
const body = (name: string, status: number, data: object): Mode => ({
  name: `a body with ${name}`,
  status,
  play: ({ sign, asking }) => sign(asking, { ...person, ...data }),
});

const bytes = (name: string, status: number, sent: string | Buffer, type?: string): Mode => ({
  name: `a body that is ${name}`,
  status,
  play: ({ post, asking }) => post(door(asking), sent, type),
});

const plain = (name: string, status: number, path: string, sent: string): Mode => ({
  name: `a page without JavaScript with ${name}`,
  status,
  play: ({ post, asking }) =>
    post(
      `${API}/forms/${path.replace('ACTION', asking)}`,
      sent,
      'application/x-www-form-urlencoded',
    ),
});

const link = (name: string, deed: string, token: unknown, status: number): Mode => ({
  name,
  status,
  play: (world) => world.link(deed, token),
});

const look = (name: string, path: string, status: number): Mode => ({
  name,
  status,
  play: ({ get, counted }) => get(API + path.replace('ACTION', counted)),
});

const raw = (name: string, text: (path: string) => string): Mode => ({
  name,
  status: null,
  play: async (world) => world.raw(text(door(world.asking))),
});

export const MODES_OF_SENDING: Mode[] = [
  bytes('no JSON', 400, `email=${canary.email}`),
  bytes('cut off', 400, json.slice(0, -9)),
  bytes('JSON with something behind', 400, `${json}${canary.message}`),
  bytes('in Latin-1', 400, Buffer.from(json.replace('{', '{"é":1,'), 'latin1')),
  bytes('too large', 413, JSON.stringify({ data: { message: canary.message.repeat(5000) } })),
  bytes('plain text', 415, canary.message, 'text/plain'),
  bytes('a form', 415, `email=${canary.email}%40example.org`, 'application/x-www-form-urlencoded'),
  bytes(
    'an upload',
    415,
    `--x\r\n\r\n${canary.message}\r\n--x--`,
    'multipart/form-data; boundary=x',
  ),
  bytes('a list', 400, JSON.stringify(Object.values(canary))),
  bytes('nested deeply', 400, `{"data":${'['.repeat(3000)}"${canary.message}"${']'.repeat(3000)}}`),
  bytes('a prototype', 400, `{"data":{"__proto__":{"email":"${canary.email}"}}}`),
  body('two addresses', 400, { email: `${person.email},${canary.other}@example.org` }),
  body('an address in a list', 400, { email: [person.email] }),
  body('an address that is too long', 400, { email: `${canary.email.repeat(60)}@example.org` }),
  body('a link as a name', 400, { familyName: `${canary.familyName}.com` }),
  body('a formula as a name', 400, { givenName: `=${canary.givenName}` }),
  body('a control in the name', 400, { givenName: `${canary.givenName}\u0000` }),
  body('a second line in the name', 400, { givenName: `${canary.givenName}\r\nBcc: x` }),
  body('a message that is too long', 400, { message: canary.message.repeat(1000) }),
  body('a country that is none', 400, { country: canary.other }),
  body('a choice that is none', 400, { answers: { group: canary.choice } }),
  body('an answer of another type', 400, { answers: { question: { text: canary.answer } } }),
  body('a field that the form has not', 400, { shoeSize: canary.other }),
  body('a consent that is a word', 400, { consents: { newsletter: canary.other } }),
  body('a source that is too long', 400, { source: { code: canary.code.repeat(100) } }),
  body('a language that is too long', 400, { locale: canary.locale.repeat(20) }),
  body('a form version that is none', 400, { formVersion: canary.formVersion }),
  body('a challenge that is too long', 400, { challenge: canary.challenge.repeat(1000) }),
  body('what people do not see', 202, { leaveEmpty: canary.honeypot }),
  plain('a control in the name', 400, 'sign/ACTION', `givenName=${canary.givenName}%00`),
  plain('a word for a number', 400, 'sign/ACTION', `answers[question]=${canary.answer}`),
  plain('half of a sign', 400, 'sign/ACTION', `email=${canary.email}%`),
  plain('too much', 413, 'sign/ACTION', `message=${canary.message.repeat(5000)}`),
  plain('a place of somebody else’s', 400, 'sign/ACTION', `returnTo=https://${canary.other}/`),
  plain('a code that nobody made', 410, 'confirm', `token=${canary.token}`),
  { name: 'a closed action', status: 410, play: ({ sign, closed }) => sign(closed, person) },
  { name: 'an action to come', status: 409, play: ({ sign, early }) => sign(early, person) },
  {
    name: 'an unpublished action',
    status: 404,
    play: ({ sign, unpublished }) => sign(unpublished, person),
  },
  { name: 'an unknown action', status: 404, play: ({ sign }) => sign('nothing', person) },
  {
    name: 'a body by another method',
    status: 405,
    play: ({ send, asking }) => send('PUT', door(asking), `{"${canary.email}`),
  },
  {
    name: 'a form that a browser sent in the address',
    status: 405,
    play: ({ get, asking }) => get(`${door(asking)}?email=${canary.query}`),
  },
  raw('no HTTP at all', () => `${canary.other}\r\n\r\n`),
  raw(
    'a connection that ends in the middle',
    (path) =>
      `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9000\r\n\r\n${json}`,
  ),
  raw(
    'a chunk of no length',
    (path) =>
      `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${canary.message}\r\n`,
  ),
  raw(
    'headers without end',
    (path) => `POST ${path} HTTP/1.1\r\nHost: x\r\nX: ${canary.other.repeat(4000)}\r\n\r\n`,
  ),
  link('a link that nobody made', 'confirm', canary.token.repeat(8), 410),
  link('taking back with a link that nobody made', 'withdraw', canary.token, 410),
  link('a link that is a list', 'confirm', [canary.token], 400),
  link('a link that is too long', 'reject', canary.token.repeat(100), 400),
  {
    name: 'a link used at another door',
    status: 410,
    play: (world) => world.link('withdraw', world.tokens.confirm),
  },
  {
    name: 'a link with a letter changed',
    status: 410,
    play: (world) => world.link('confirm', `${world.tokens.confirm.slice(0, -1)}!`),
  },
  look('a counter in no language', `/actions/ACTION/counter?locale=${canary.query}`, 200),
  look('counters of nothing', `/counters?actions=${canary.query}`, 200),
  look(
    'a history without an interval',
    `/actions/ACTION/counter/history?interval=${canary.query}`,
    400,
  ),
  look(
    'a campaign with a made-up preview',
    `/campaigns/x?status=draft&preview=${canary.token}`,
    404,
  ),
  look('a list with a filter', `/actions?filters[email][$eq]=${canary.query}`, 400),
  look('a page of links with its token in the query', `/confirm?token=${canary.token}`, 200),
];
