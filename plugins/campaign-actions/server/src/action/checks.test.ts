import { yup } from '@strapi/utils';
import { fieldErrors } from '../editing/refuse';
import type { Checking, Fields } from '../editing/rule';
import { actionChecks } from './checks';

const SAVING: Checking = {
  publishing: false,
  documentId: 'own',
  actionIsSensitive: () => Promise.resolve(false),
  scriptOrigins: [],
  actionExists: (documentId) => Promise.resolve(['own', 'next'].includes(documentId)),
  slugIsTaken: (slug) => Promise.resolve(slug === 'taken'),
  hasSvg: () => Promise.resolve(false),
};
const PUBLISHING = { ...SAVING, publishing: true };

/** The problems found, as `path: problem`. */
const problems = async (action: Fields, context: Checking = SAVING): Promise<string[]> => {
  try {
    await actionChecks.validate(action, { strict: true, abortEarly: false, context });
    return [];
  } catch (error) {
    if (!(error instanceof yup.ValidationError)) throw error;
    return error.inner.map(({ path, message }) => `${path}: ${message}`);
  }
};

const own = (more: Fields = {}): Fields => ({
  field: 'own',
  type: 'text',
  label: 'x',
  name: 'x',
  ...more,
});
const form = (fields: Fields[], consents: Fields[] = []): Fields => ({
  form: { fields, consents },
});

describe('an action, on save', () => {
  it.each<[string, Fields]>([
    ['a bare draft', {}],
    [
      'emptied fields',
      {
        slug: null,
        statement: null,
        form: null,
        letter: null,
        call: null,
        thanks: null,
        goal: null,
        counterLabel: '',
        closesAt: null,
      },
    ],
    ['dates in order', { opensAt: '2026-01-01T00:00:00.000Z', closesAt: new Date('2026-02-01') }],
    ['a closing date alone', { opensAt: null, closesAt: '2026-01-01T00:00:00.000Z' }],
    ['a sensitive action that confirms', { sensitive: true, confirmation: 'required' }],
    [
      'two own fields',
      form([{ field: 'city' }, own(), own({ name: 'y', type: 'choice', options: 'a\nb' })]),
    ],
    [
      'a next action',
      { thanks: { nextAction: 'next', redirectUrl: 'https://example.org', body: [] } },
    ],
    [
      'a call',
      {
        kind: 'call',
        call: { numbers: [{ number: '+1 (613) 555-0123' }], timeZone: 'America/Toronto' },
      },
    ],
  ])('takes %s', async (_what, action) => {
    await expect(problems(action)).resolves.toEqual([]);
  });

  it.each<[string, Fields, string]>([
    [
      'a closing date before',
      { opensAt: '2026-02-01T00:00:00.000Z', closesAt: '2026-01-01T00:00:00.000Z' },
      'closesAt: closes-before-opens',
    ],
    [
      'the same two dates',
      { opensAt: '2026-02-01T00:00:00.000Z', closesAt: '2026-02-01T00:00:00.000Z' },
      'closesAt: closes-before-opens',
    ],
    ['a goal of zero', { goal: 0 }, 'goal: goal-not-positive'],
    ['a goal below zero', { goal: -5 }, 'goal: goal-not-positive'],
    ['half a goal', { goal: 1.5 }, 'goal: goal-not-positive'],
    ['showing from below zero', { displayFrom: -1 }, 'displayFrom: display-from-negative'],
    ['a slug that is taken', { slug: 'taken' }, 'slug: slug-taken'],
    [
      'a sensitive action without confirmation',
      { sensitive: true, confirmation: 'none' },
      'confirmation: confirmation-sensitive',
    ],
    [
      'a label that does not compile',
      { counterLabel: '{count, plural, one {' },
      'counterLabel: label-unreadable',
    ],
    [
      'a known field twice',
      form([{ field: 'city' }, { field: 'city' }]),
      'form.fields[1].field: field-twice',
    ],
    ['an own name twice', form([own(), own()]), 'form.fields[1].name: name-twice'],
    ['a name with a space', form([own({ name: 'a b' })]), 'form.fields[0].name: name-invalid'],
    ['a name in capitals', form([own({ name: 'Name' })]), 'form.fields[0].name: name-invalid'],
    ['a name of the system', form([own({ name: 'email' })]), 'form.fields[0].name: name-reserved'],
    [
      'a name of every object',
      form([own({ name: 'constructor' })]),
      'form.fields[0].name: name-reserved',
    ],
    [
      'a choice without choices',
      form([own({ type: 'choice' })]),
      'form.fields[0].options: options-missing',
    ],
    [
      'a choice of one',
      form([own({ type: 'choice', options: ' a \na\n\n' })]),
      'form.fields[0].options: options-missing',
    ],
    [
      'a consent twice',
      form([], [{ name: 'news' }, { name: 'news' }]),
      'form.consents[1].name: name-twice',
    ],
    ['a consent of a bad name', form([], [{ name: '1' }]), 'form.consents[0].name: name-invalid'],
    [
      'a next action that is gone',
      { thanks: { nextAction: 'gone' } },
      'thanks.nextAction: action-unknown',
    ],
    [
      'itself as the next action',
      { thanks: { nextAction: 'own' } },
      'thanks.nextAction: action-itself',
    ],
    [
      'a redirect to a script',
      { thanks: { redirectUrl: 'javascript:alert(1)' } },
      'thanks.redirectUrl: web-address-invalid',
    ],
    [
      'thanks with a script',
      { thanks: { body: [{ type: 'script' }] } },
      'thanks.body: blocks-not-allowed',
    ],
    [
      'a number of words',
      { call: { numbers: [{ number: 'call us' }] } },
      'call.numbers[0].number: phone-number-invalid',
    ],
    [
      'a time zone nobody knows',
      { call: { timeZone: 'Ottawa' } },
      'call.timeZone: time-zone-unknown',
    ],
  ])('refuses %s', async (_what, action, problem) => {
    await expect(problems(action)).resolves.toEqual([problem]);
  });

  it('finds everything at once', async () => {
    const action = { goal: 0, slug: 'taken', ...form([own({ name: '?' })]) };
    await expect(problems(action)).resolves.toHaveLength(3);
  });
});

describe('an action, on publish', () => {
  it.each<[Fields, string[]]>([
    [{ kind: 'petition' }, ['statement: statement-missing']],
    [{ kind: 'petition', statement: 'Urge …' }, []],
    [{ kind: 'letter' }, ['letter: letter-missing']],
    [
      { kind: 'letter', letter: {} },
      ['letter.body: letter-missing', 'letter.recipientName: recipient-missing'],
    ],
    [{ kind: 'letter', letter: { talkingPoints: 'One', recipientName: 'The President' } }, []],
    [{ kind: 'letter', letter: { body: 'Dear …' }, targets: [{ name: 'The President' }] }, []],
    [{ kind: 'email', letter: { body: 'Dear …' } }, []],
    [{ kind: 'call' }, ['call: call-numbers-missing']],
    [{ kind: 'call', call: { numbers: [] } }, ['call.numbers: call-numbers-missing']],
    [{ kind: 'call', call: { numbers: [{ number: '1234' }] }, letter: {} }, []],
  ])('%j needs %j', async (action, expected) => {
    await expect(problems(action, PUBLISHING)).resolves.toEqual(expected);
    await expect(problems(action)).resolves.toEqual([]);
  });
});

describe('the error an editor gets', () => {
  const refused = async (action: Fields) =>
    (await actionChecks
      .validate(action, { strict: true, abortEarly: false, context: SAVING })
      .catch((error: unknown) => error)) as yup.ValidationError;

  it('names each field as the form of the panel does', async () => {
    const found = await refused(form([own(), own({ type: 'choice', name: 'y' })]));
    expect(fieldErrors(found, 'en').details).toEqual({
      errors: [
        {
          path: ['form', 'fields', '1', 'options'],
          message: 'Write at least two different choices, one per line.',
          name: 'ValidationError',
        },
      ],
    });
  });

  it('says how many there are', async () => {
    const found = await refused({ goal: 0, slug: 'taken' });
    expect(fieldErrors(found, 'en').message).toBe(
      '2 fields need a correction. “taken” is already used in this language: choose another address.',
    );
    expect(fieldErrors(found, 'fr').message).toContain('2 champs sont à corriger.');
  });
});
