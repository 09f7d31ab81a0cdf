import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { tokenIn, waitForMail } from './mails';

const letter = [
  'From: Campaigns <campaigns@example.org>',
  'To: zoe@example.org',
  'Subject: =?UTF-8?Q?Confirmez_votre_signature_=C3=A0_la_p=C3=A9tition?=',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Bonjour Zo=C3=AB,',
  'http://localhost:1337/api/campaign-actions/confirm#token=3Dabc-DEF_0123456=',
  '789',
].join('\r\n');

describe('reading the mail', () => {
  let mailDir: string;
  beforeAll(async () => {
    mailDir = await mkdtemp(path.join(tmpdir(), 'campaign-actions-mails-'));
  });
  afterAll(() => rm(mailDir, { recursive: true }));

  it('waits for a letter and decodes it', async () => {
    const waiting = waitForMail(mailDir, 'zoe@example.org');
    await writeFile(path.join(mailDir, '1.tmp'), letter);
    await rename(path.join(mailDir, '1.tmp'), path.join(mailDir, '1.eml'));
    const mail = await waiting;
    expect(mail.subject).toBe('Confirmez votre signature à la pétition');
    expect(mail.text).toContain('Bonjour Zoë,');
    expect(tokenIn(mail.links[0])).toBe('abc-DEF_0123456789');
  });
});
