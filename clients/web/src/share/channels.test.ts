import { anAction } from '../form/action.fixture';
import { type Sharing, linkFor, sharingOf, urlFor } from './channels';
import { shareHtml } from './html';
import { shareTexts } from './texts';

const SHARING: Sharing = {
  pageUrl: 'https://act.example.org/attacks',
  title: 'Attacks must stop',
  share: { text: 'Take action:', emailSubject: 'Please look', emailBody: 'Join me:' },
};

describe('Sharing', () => {
  it('says in each channel’s address where somebody came from', () => {
    expect(urlFor('whatsapp', SHARING)).toBe(
      'https://act.example.org/attacks?source=share-whatsapp',
    );
    expect(linkFor('facebook', SHARING)).toContain(
      encodeURIComponent('https://act.example.org/attacks?source=share-facebook'),
    );
  });

  it('uses the editor’s words, and the title where there are none', () => {
    expect(decodeURIComponent(linkFor('email', SHARING))).toBe(
      'mailto:?subject=Please look&body=Join me:\n\nhttps://act.example.org/attacks?source=share-email',
    );
    expect(decodeURIComponent(linkFor('whatsapp', { ...SHARING, share: null }))).toBe(
      'https://wa.me/?text=Attacks must stop https://act.example.org/attacks?source=share-whatsapp',
    );
  });

  it('keeps the address whole where a network takes short texts only', () => {
    const share = { text: '👍'.repeat(400), emailSubject: null, emailBody: null };
    const text = new URL(linkFor('bluesky', { ...SHARING, share })).searchParams.get('text') ?? '';
    expect([...text]).toHaveLength(300);
    expect(text).toMatch(/… https:\/\/act\.example\.org\/attacks\?source=share-bluesky$/);
  });

  it('passes nothing of this visit on', () => {
    const visited =
      'https://act.example.org/attacks?lang=fr&utm_source=mail&source=zoe&fbclid=1&preview=KEY#email=zoe';
    expect(sharingOf(anAction(), { pageUrl: null, share: null }, visited).pageUrl).toBe(
      'https://act.example.org/attacks?lang=fr',
    );
  });

  it('never says for whoever shares that they took part', () => {
    for (const locale of ['en', 'fr']) {
      const own = { ...SHARING, share: null };
      const text = shareHtml(own, { locale, sensitive: true }).text;
      expect(text).not.toMatch(/I (have )?sign|j’ai signé/i);
      expect(text).toContain(shareTexts(locale).careful);
    }
  });

  it('opens other sites in a tab of their own that learns nothing', () => {
    const text = shareHtml(SHARING, { locale: 'en', sensitive: false }).text;
    expect(text.match(/target="_blank" rel="noopener noreferrer nofollow"/g)).toHaveLength(3);
    expect(text).toContain('opens in a new tab');
  });
});
