import { mailWarnings } from './warnings';

const ready = {
  smtpUrl: 'smtps://mail.example.org',
  mailDir: '',
  mailFrom: 'act@amnesty.example',
  publicUrl: 'https://act.example.org',
};
const unset = { ...ready, smtpUrl: '', mailFrom: 'campaigns@example.org' };

describe('Before mail can reach anybody', () => {
  it.each([
    ['SMTP_URL', { ...ready, smtpUrl: '' }],
    ['MAIL_FROM', { ...ready, mailFrom: 'campaigns@example.org' }],
    ['PUBLIC_URL', { ...ready, publicUrl: 'http://localhost:1337' }],
    ['PUBLIC_URL', { ...ready, publicUrl: 'http://127.0.0.1' }],
  ])('the operator reads that %s is missing', (variable, options) => {
    const warnings = mailWarnings(options);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(`set ${variable}`);
  });

  it('and each of them at once, where none is set', () => {
    expect(mailWarnings({ ...unset, publicUrl: 'http://localhost:1337' })).toHaveLength(3);
  });

  it('and nothing where all is set, or files were asked for', () => {
    expect(mailWarnings(ready)).toEqual([]);
    expect(mailWarnings({ ...ready, publicUrl: 'https://localhost.example.org' })).toEqual([]);
    expect(mailWarnings({ ...unset, mailDir: '/var/mail' })).toEqual([]);
  });
});
