import { aPolicy } from '../action/policy.fixture';
import { type ConfirmUses, confirm } from './confirm';
import type { SubmissionRow } from './rows';

const ID = Buffer.alloc(16, 1);

/** A submission that waits when it is first looked at, and what became of it until its turn. */
const confirming = (afterwards: SubmissionRow['state'] | null) => {
  const waiting = {
    id: ID,
    action: 'action',
    state: 'waiting',
    sealed: Buffer.alloc(1),
    consents: '[]',
    expires_on: '2999-01-01',
    locale: 'en',
  } as SubmissionRow;
  const reads = [waiting, afterwards && { ...waiting, state: afterwards }];
  const uses = {
    vault: {
      readToken: () => ID,
      of: () => ({
        emailIndex: () => ({ hash: Buffer.alloc(32), keyId: 'k1', table: 1 }),
        seal: () => Buffer.alloc(1),
      }),
    },
    quarantine: { open: () => Promise.resolve({ email: 'zoe@example.org' }) },
    books: { submissions: { read: () => Promise.resolve(reads.shift() ?? null) } },
    catalogue: { find: () => ({ policy: aPolicy() }) },
    counters: { of: () => ({ counter: {} }) },
    confirmations: {
      join: (item: { passedOver?: boolean }) => {
        item.passedOver = true;
        return Promise.resolve();
      },
    },
    capSource: () => null,
    clock: () => new Date(),
  } as unknown as ConfirmUses;
  return confirm(uses, { data: { token: 'token' } });
};

describe('A link whose submission is not waiting any more when its turn comes', () => {
  it('is answered as ever when somebody else confirmed it', async () => {
    expect((await confirming('done')).status).toBe(200);
  });

  it.each([null, 'rejected'] as const)(
    'is not valid when it was erased or rejected (%s)',
    (state) => expect(confirming(state)).rejects.toMatchObject({ code: 'link-not-valid' }),
  );
});
