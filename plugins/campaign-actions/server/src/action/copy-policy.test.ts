import { type PublishedRow, copyPolicy } from './copy-policy';
import type { Policy } from './policy';
import type { FormVersion, PolicyStore } from './policy-store';

const now = new Date('2026-06-01T12:00:00Z');

const VERSION: unknown = expect.stringMatching(/^\w{64}$/);

const row = (values: Partial<PublishedRow> = {}): PublishedRow => ({
  documentId: 'action-one',
  locale: 'en',
  publishedAt: '2026-05-01T00:00:00Z',
  slug: 'stop',
  kind: 'petition',
  sensitive: false,
  confirmation: 'none',
  challenge: 'when_busy',
  opensAt: null,
  closesAt: null,
  counterLabel: null,
  goal: 100,
  goalStepsUp: false,
  displayFrom: 0,
  hideSplit: false,
  retentionMonths: 6,
  reminder: 'usual',
  form: null,
  ...values,
});

/** Policies in memory, and how often one was written. */
const shelf = () => {
  const policies = new Map<string, Policy>();
  const forms = new Map<string, FormVersion>();
  let writes = 0;
  const store: Omit<PolicyStore, 'formVersions' | 'setFormWithdrawn'> = {
    pulses: () => Promise.resolve([]),
    takeTurn: () => Promise.resolve(),
    read: (action) => Promise.resolve(policies.get(action) ?? null),
    readMany: (actions) => Promise.resolve(actions.flatMap((each) => policies.get(each) ?? [])),
    write(policy) {
      writes += 1;
      policies.set(policy.action, policy);
      return Promise.resolve();
    },
    closeForGood: () => Promise.resolve(true),
    remove(action) {
      policies.delete(action);
      return Promise.resolve();
    },
    actions: () => Promise.resolve([...policies.keys()]),
    addFormVersion(action, version, form) {
      forms.set(`${action}|${version}`, { version, withdrawn: false, form });
      return Promise.resolve(false);
    },
    formVersion: (action, version) => Promise.resolve(forms.get(`${action}|${version}`) ?? null),
  };
  return {
    forms,
    writes: () => writes,
    async publish(rows: PublishedRow[], at = now): Promise<Policy | undefined> {
      const restored = () => Promise.reject(new Error('Nothing was taken back.'));
      const uses = { policies: store, now: at, defaultLocale: 'en', restored };
      await copyPolicy(uses, 'action-one', rows);
      return policies.get('action-one');
    },
  };
};

describe('The policy of an action', () => {
  it('is the default locale’s, whichever was published last', async () => {
    const french = row({ locale: 'fr', goal: 900, publishedAt: '2026-05-31T00:00:00Z' });
    expect(await shelf().publish([french, row()])).toMatchObject({ goal: 100 });
  });

  it('is that of the locale published last where the default one is not', async () => {
    const french = row({ locale: 'fr', goal: 900, publishedAt: '2026-05-02T00:00:00Z' });
    const german = row({ locale: 'de', goal: 500, publishedAt: new Date('2026-05-03') });
    expect(await shelf().publish([german, french])).toMatchObject({ goal: 500 });
    expect(await shelf().publish([french, german])).toMatchObject({ goal: 500 });
  });

  it('protects signers everywhere as soon as one locale says that they are at risk', async () => {
    const french = row({ locale: 'fr', sensitive: true });
    expect(await shelf().publish([row(), french])).toMatchObject({
      sensitive: true,
      confirmation: 'required',
    });
  });

  it('is careful where an editor left something empty', async () => {
    const empty = row({
      kind: null,
      confirmation: null,
      challenge: null,
      displayFrom: null,
      retentionMonths: null,
      reminder: null,
      sensitive: null,
    });
    expect(await shelf().publish([empty])).toMatchObject({
      kind: 'petition',
      sensitive: false,
      confirmation: 'required',
      challenge: 'when-busy',
      displayFrom: 0,
      reminder: 'usual',
      retentionMonths: null,
    });
  });

  it('names each published locale with its slug, label and exact form', async () => {
    const kept = shelf();
    const french = row({
      locale: 'fr',
      slug: 'halte',
      counterLabel: '{count}',
      form: { heading: 'Vos renseignements' },
    });
    const policy = await kept.publish([row(), french]);
    expect(policy?.locales).toEqual({
      en: { slug: 'stop', counterLabel: null, formVersion: VERSION },
      fr: {
        slug: 'halte',
        counterLabel: '{count}',
        formVersion: VERSION,
      },
    });
    const version = policy?.locales['fr']?.formVersion;
    expect(kept.forms.get(`action-one|${version}`)?.form.heading).toBe('Vos renseignements');
  });

  it('keeps the old form when an editor changes the new one (T-68)', async () => {
    const kept = shelf();
    await kept.publish([row({ form: { heading: 'Old' } })]);
    await kept.publish([row({ form: { heading: 'New' } })]);
    expect([...kept.forms.values()].map(({ form }) => form.heading)).toEqual(['Old', 'New']);
  });

  it('is written only when something changed', async () => {
    const kept = shelf();
    await kept.publish([row()]);
    await kept.publish([row()]);
    expect(kept.writes()).toBe(1);
    await kept.publish([row({ goal: 200, publishedAt: '2026-06-01T00:00:00Z' })]);
    expect(kept.writes()).toBe(2);
  });

  it('stays as it was when its row was published, though the row was changed from elsewhere', async () => {
    const kept = shelf();
    await kept.publish([row({ goal: 100 })]);
    expect(await kept.publish([row({ goal: 900 })])).toMatchObject({ goal: 100 });
    const anew = row({ goal: 900, publishedAt: '2026-06-01T00:00:00Z' });
    expect(await kept.publish([anew])).toMatchObject({ goal: 900 });
  });

  it('is kept as it was, and closed from that moment, when the action is unpublished', async () => {
    const kept = shelf();
    await kept.publish([row({ goal: 700 })]);
    expect(await kept.publish([])).toMatchObject({ goal: 700, unpublishedAt: now });
    expect(await kept.publish([], new Date('2026-07-01'))).toMatchObject({ unpublishedAt: now });
    expect(kept.writes()).toBe(2);
    expect(await kept.publish([row({ goal: 700 })])).toMatchObject({ unpublishedAt: null });
  });

  it('does not exist for an action that was never published', async () => {
    const kept = shelf();
    expect(await kept.publish([])).toBeUndefined();
    expect(kept.writes()).toBe(0);
  });
});
