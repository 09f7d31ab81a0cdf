import { action as contract } from '../../../contracts/action';
import type { ActionDocument } from './document';
import type { Policy } from './policy';
import { aPolicy } from './policy.fixture';
import { actionShape, type Refer } from './shape';

const policy = aPolicy({
  action: 'petition0000000000000000',
  closesAt: new Date('2030-01-01T00:00:00.000Z'),
});

const bare: ActionDocument = {
  documentId: policy.action,
  locale: 'fr',
  slug: 'halte',
  title: 'Halte',
  publishedAt: '2026-11-22T12:00:00.000Z',
  outcome: null,
};

/** As a row comes out of the database: with much that is nobody's business. */
const full = {
  ...bare,
  id: 7,
  createdBy: { email: 'editor@example.org' },
  retentionMonths: 6,
  reminder: 'usual',
  displayFrom: 100,
  statement: 'Exhortez les autorités …',
  targets: [{ id: 1, name: 'Gouvernement' }],
  letter: { id: 1, salutation: 'Monsieur,', talkingPoints: 'Un\n\nDeux', recipientName: 'M. P.' },
  call: { id: 1, numbers: [{ id: 1, label: 'Ambassade', number: '+1 613 555 0100' }] },
  thanks: { id: 1, heading: 'Merci', nextAction: 'letter' },
  externalIds: [{ id: 1, system: 'salesforce', externalId: '7013' }],
};

const refer: Refer = (documentId) =>
  documentId ? { documentId, slug: 'lettre', title: 'Lettre', kind: 'letter' } : null;

const shape = (document: ActionDocument, rules: Partial<Policy> = {}) =>
  contract.parse(actionShape(document, { ...policy, ...rules }, 'none', refer));

describe('actionShape', () => {
  it('is the contract’s, for a bare action and for a full one', () => {
    expect(shape(bare)).toMatchObject({ statement: null, targets: [], thanks: null });
    expect(shape(full)).toMatchObject({
      locale: 'fr',
      closesAt: '2030-01-01T00:00:00.000Z',
      targets: [{ name: 'Gouvernement', role: null, postalAddress: null }],
      externalIds: [{ system: 'salesforce', id: '7013' }],
      thanks: { heading: 'Merci', body: [], nextAction: { slug: 'lettre' } },
    });
  });

  it('has the part that fits its kind, and no other', () => {
    expect(shape(full)).toMatchObject({ letter: null, call: null });
    expect(shape(full, { kind: 'email' })).toMatchObject({
      letter: {
        salutation: 'Monsieur,',
        talkingPoints: ['Un', 'Deux'],
        recipient: { name: 'M. P.', postalAddress: null },
      },
      call: null,
    });
    expect(shape(full, { kind: 'call' })).toMatchObject({
      letter: null,
      call: { numbers: [{ label: 'Ambassade', number: '+1 613 555 0100' }] },
    });
  });

  it('addresses a letter without a recipient to the target', () => {
    const document = {
      ...bare,
      targets: [{ name: 'The President', postalAddress: 'Moscow' }],
      letter: { body: 'Dear …' },
    };
    expect(shape(document, { kind: 'letter' }).letter?.recipient).toEqual({
      name: 'The President',
      postalAddress: 'Moscow',
    });
  });

  it('tells browsers what belongs into known fields', () => {
    const fields = shape({
      ...bare,
      form: {
        fields: [
          { field: 'region', label: 'Province' },
          { field: 'message', label: 'Message' },
          { field: 'own', name: 'email2', label: 'Autre' },
        ],
      },
    }).form.fields.map(({ name, autocomplete }) => [name, autocomplete]);
    expect(fields).toEqual([
      ['email', 'email'],
      ['region', 'address-level1'],
      ['message', null],
      ['email2', null],
    ]);
  });
});
