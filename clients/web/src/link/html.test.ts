import type { ActionPage } from '../contracts';
import { askHtml, confirmedHtml, linkElementHtml } from './html';

const place = { locale: 'en', baseUrl: '/api/campaign-actions' };
const count = (text: string, part: string): number => text.split(part).length - 1;

describe('the page behind a link', () => {
  it('works without any script: a code, and a button for each that it can be for', () => {
    const { text } = linkElementHtml({ ...place, actionUrl: null });
    expect(text).toContain('method="post"');
    expect(text).toContain('name="token"');
    for (const deed of ['confirm', 'reject', 'withdraw'])
      expect(text).toContain(`formaction="/api/campaign-actions/forms/${deed}"`);
  });

  it('has the one button of a link that is known, and asks for no code', () => {
    const { text } = askHtml({ purpose: 'withdraw' }, place);
    expect(count(text, 'data-purpose=')).toBe(1);
    expect(text).toContain('data-purpose="withdraw"');
    expect(text).not.toContain('name="token"');
  });

  const action = {
    documentId: 'k3b1',
    locale: 'fr',
    slug: 'agir',
    title: 'Agir & <réagir>',
    sensitive: false,
    form: { version: 'v1' },
    thanks: { heading: 'Merci!', body: [], redirectUrl: null, nextAction: null },
  } as unknown as ActionPage;

  it('thanks in the words of the action, and shares the address of its page', () => {
    const where = { locale: 'en', actionUrl: '/{locale}/actions/{slug}' };
    const here = 'https://act.example.org/confirm?locale=fr';
    const { text } = confirmedHtml(action, where, here);
    expect(text).toContain('Merci!');
    expect(text).toMatch(/<campaign-counter\s+action="k3b1" locale="fr">/);
    expect(text).toContain(encodeURIComponent('https://act.example.org/fr/actions/agir'));
    expect(text).not.toContain('<réagir>');
  });

  it('shares nothing where nobody knows its address', () => {
    const { text } = confirmedHtml(action, { locale: 'en', actionUrl: null }, '');
    expect(text).not.toContain('data-share');
  });
});
