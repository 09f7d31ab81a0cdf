import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createFileSender } from './sender';

const MAIL = {
  id: 'f00',
  from: { name: '', address: 'campaigns@example.org' },
  to: 'zoe@example.org',
  subject: 'Please confirm your e-mail address',
  text: 'Confirm here',
  html: '<p>Confirm here</p>',
};

describe('Mail as files', () => {
  // Windows has no such modes.
  const onUnix = process.platform === 'win32' ? it.skip : it;

  onUnix('can be read by the operator of this server alone', async () => {
    const home = await mkdtemp(path.join(tmpdir(), 'campaign-actions-mail-'));
    const folder = path.join(home, 'mail');
    const sender = createFileSender(folder);
    await sender.send(MAIL);
    await sender.send({ ...MAIL, id: 'f01' });
    sender.close();
    const files = await readdir(folder);
    expect(files).toHaveLength(2);
    const modeOf = async (file: string): Promise<number> => (await stat(file)).mode & 0o777;
    expect(await modeOf(folder)).toBe(0o700);
    for (const file of files) expect(await modeOf(path.join(folder, file))).toBe(0o600);
    await rm(home, { recursive: true });
  });
});
