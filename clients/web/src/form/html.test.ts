import { EMAIL, PLACE, aConsent, aField, anAction, withForm } from './action.fixture';
import { formElementHtml, formHtml } from './html';
import { formTexts } from './texts';

const markup = (...parts: Parameters<typeof formHtml>): string => formHtml(...parts).text;

/** The control of that name, as it is written. */
const control = (text: string, name: string): string =>
  (new RegExp(
    `<(?:input|select|textarea)[^>]* name="${name.replace(/[[\]]/g, '\\$&')}"[^>]*>`,
  ).exec(text) ?? [''])[0];

describe('The form of an action', () => {
  it('posts by itself, under the names that its door takes', () => {
    const action = withForm({
      fields: [EMAIL, aField({ name: 'membershipNumber' })],
      consents: [aConsent({})],
    });
    const text = markup(action, PLACE);
    expect(text).toContain('method="post"');
    expect(text).toContain('action="/api/campaign-actions/forms/sign/petition"');
    expect(control(text, 'email')).toContain('type="email"');
    expect(control(text, 'answers[membershipNumber]')).not.toBe('');
    expect(control(text, 'consents[newsletter]')).toContain('value="true"');
    expect(control(text, 'formVersion')).toContain(`value="${action.form.version}"`);
    expect(control(text, 'locale')).toContain('value="en"');
  });

  it('agrees to nothing by itself', () => {
    const consents = [aConsent({}), aConsent({ name: 'calls', display: 'yes-no' })];
    expect(markup(withForm({ consents }), PLACE)).not.toMatch(/ (checked|selected)/);
  });

  it('hides what is to be left empty from people, keyboards and browsers that fill forms', () => {
    const text = markup(anAction(), PLACE);
    const trap = control(text, 'leaveEmpty');
    expect(trap).toContain('tabindex="-1"');
    expect(trap).toContain('autocomplete="off"');
    expect(text).toMatch(/<p class="leave" aria-hidden="true"\s*>/);
  });

  it('says in words what is optional, or that everything is needed', () => {
    const texts = formTexts('en');
    expect(markup(withForm({ fields: [EMAIL] }), PLACE)).toContain(texts.allRequired);
    const some = markup(withForm({ fields: [EMAIL, aField({})] }), PLACE);
    expect(some).toContain('(optional)');
    expect(some).toContain('not marked “optional”');
  });

  it('says of what somebody may agree to that they need not', () => {
    const texts = formTexts('en');
    const agreeing = (consent: Parameters<typeof aConsent>[0]): string =>
      markup(withForm({ consents: [aConsent(consent)] }), PLACE);
    expect(agreeing({})).toMatch(/Send me your newsletter\. <span class="mark">\(optional\)/);
    expect(agreeing({})).toContain(texts.someOptional);
    expect(agreeing({ required: true })).toContain(texts.allRequired);
    expect(agreeing({ display: 'yes-no' })).toContain(texts.allRequired);
  });

  it('reads out what is wrong to whoever is led to it', () => {
    const [, described = ''] =
      /aria-describedby="(summary-[^"]+)"/.exec(markup(anAction(), PLACE)) ?? [];
    expect(markup(anAction(), PLACE)).toContain(`<ul id="${described}">`);
  });

  it('names its help, its problem and its length to screen readers', () => {
    const message = aField({
      name: 'message',
      type: 'textarea',
      maxLength: 1000,
      help: 'It goes to the government.',
    });
    const text = markup(withForm({ fields: [EMAIL, message] }), PLACE);
    expect(control(text, 'message')).toContain(
      'aria-describedby="message-help message-problem message-count"',
    );
    expect(text).toContain('At most 1,000 characters');
  });

  it('puts the message first, under its own heading', () => {
    const message = aField({ name: 'message', type: 'textarea', label: 'Your message' });
    const text = markup(withForm({ fields: [EMAIL, message] }), PLACE);
    const order = ['Add your message', 'Your message', 'Your information', 'E-mail'];
    const places = order.map((part) => text.indexOf(part));
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  it('names countries in its language, in its order, and guesses none', () => {
    const country = aField({ name: 'country', type: 'country', label: 'Pays' });
    const text = markup(withForm({ fields: [EMAIL, country] }, { locale: 'fr' }), PLACE);
    const names = [...text.matchAll(/<option value="([A-Z]{2})"\s*>([^<]+)/g)].map(
      ([, , name]) => name ?? '',
    );
    expect(names).toHaveLength(249);
    expect(names).toContain('Allemagne');
    // "Équateur" stands among the E, not behind Z.
    expect(names.indexOf('Équateur')).toBeLessThan(names.indexOf('France'));
  });

  it('offers a few answers side by side, and many or none in a list', () => {
    const options = ['Yes', 'No'];
    const choice = (required: boolean) =>
      markup(
        withForm({
          fields: [EMAIL, aField({ name: 'how', type: 'choice', options, required })],
        }),
        PLACE,
      );
    expect(control(choice(true), 'answers[how]')).toContain('type="radio"');
    expect(control(choice(false), 'answers[how]')).toContain('<select');
  });

  it('is written from right to left where its language is', () => {
    expect(markup(anAction({ locale: 'ar' }), PLACE)).toMatch(/lang="ar"[^>]* dir="rtl"/);
  });

  it('shows nothing of an editor as markup', () => {
    const action = withForm(
      { fields: [aField({ label: '<img src=x>', help: '<b>' })], heading: '<script>' },
      { statement: '<script>alert(1)</script>', title: '"><script>' },
    );
    expect(markup(action, PLACE)).not.toMatch(/<(script|img|b)\b/);
  });

  it('says of a draft that nothing is stored, and keeps its key to the preview', () => {
    const text = markup(anAction(), { ...PLACE, preview: 'KEY' });
    expect(text).toContain('nothing is stored');
    expect(text).toContain('/forms/sign/petition?preview=KEY');
  });

  it('asks for the name where the letter is, and once', () => {
    const letter = {
      salutation: 'Dear President,',
      body: 'I urge you.',
      closing: 'Yours sincerely,',
      talkingPoints: ['Free them.'],
      recipient: { name: 'The President', postalAddress: 'Moscow' },
    };
    const text = markup(
      withForm({ fields: [aField({}), EMAIL] }, { kind: 'letter', letter }),
      PLACE,
    );
    expect(text.match(/name="givenName"/g)).toHaveLength(1);
    expect(text.indexOf('name="givenName"')).toBeLessThan(text.indexOf('Dear President,'));
    expect(text.indexOf('Dear President,')).toBeLessThan(text.indexOf('name="email"'));
  });

  it('comes whole from a server: style, form and data', () => {
    const text = formElementHtml(anAction(), PLACE).text;
    expect(text).toMatch(/^<campaign-form action="petition" base-url="\/api\/campaign-actions"/);
    expect(text).toContain('<template shadowrootmode="open"><style>');
    expect(text).toContain('<script type="application/json" data-action>');
    expect(text).not.toMatch(/ style=| on[a-z]+=/);
  });
});

describe('What stands in place of the form', () => {
  it('says when an action opens', () => {
    const text = markup(anAction({ opensAt: '2030-01-01T12:00:00.000Z' }), PLACE, 'scheduled');
    expect(text).toContain('It opens on ');
    expect(text).toContain('Tuesday, January 1, 2030');
    expect(text).toContain('UTC');
  });

  it('says that it is closed in the editor’s words, and what became of it', () => {
    const action = anAction({
      closedMessage: 'This petition is closed.',
      outcome: { state: 'won', text: 'They are free.' },
    });
    const text = markup(action, PLACE, 'closed');
    for (const words of ['Victory', 'They are free.', 'This petition is closed.'])
      expect(text).toContain(words);
    expect(text).not.toContain('<form');
  });
});
