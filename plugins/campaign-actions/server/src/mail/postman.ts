import type { Policy } from '../action/policy';
import type { ClaimedItem } from '../outbox/store';
import { type Deed, type Fate, failing } from '../outbox/worker';
import type { Asking } from './admit';
import { failureOf } from './failure';
import type { MailGate } from './gate';
import type { Lanes, Passage } from './lanes';
import { mailDomain } from './mail-domain';
import type { Mail, Sender } from './sender';
import { type MailUses, writeMail } from './write-mail';

export interface PostmanUses {
  /** Null for an action that nobody knows any more. */
  policyOf: (action: string) => Promise<Policy | null>;
  writing: Omit<MailUses, 'policy'>;
  gate: Pick<MailGate, 'admit'>;
  lanes: Lanes;
  sender: Sender;
  /** Both are told with no personal data. */
  onFailure: (item: ClaimedItem, error: unknown) => void;
  onBounce: (item: ClaimedItem, error: unknown) => void;
}

/** Carries out what the outbox asks for: a deed for each item, in their order. */
export type Postman = (items: ClaimedItem[]) => Promise<Deed[]>;

/** A mail server of its own takes a mail in a fraction of this. */
const SLOW_MS = 5000;

const nothingToSay: Deed = () => Promise.resolve({ what: 'happened', mailed: false });

const comeBack =
  (seconds: number): Deed =>
  () =>
    Promise.resolve({ what: 'waits', tried: false, seconds });

interface Ready extends Asking {
  mail: Mail;
}

/** What is there to send, or what else becomes of the item. */
type Written = Ready | { deed: Deed };

const isReady = (written: Written): written is Ready => 'mail' in written;

export const createPostman = (uses: PostmanUses): Postman => {
  const { policyOf, writing, gate, lanes, sender, onFailure, onBounce } = uses;

  const write = async (item: ClaimedItem): Promise<Written> => {
    try {
      const policy = await policyOf(item.action);
      const mail = policy && (await writeMail({ ...writing, policy }, item));
      if (!mail) return { deed: nothingToSay };
      const rest = lanes.enter(mailDomain(mail.to));
      return rest > 0 ? { deed: comeBack(rest) } : { item, mail, email: mail.to };
    } catch (error) {
      return { deed: failing(error) };
    }
  };

  const leave = ({ to }: Mail, how: Passage): void => lanes.leave(mailDomain(to), how);

  const send = async ({ item, mail }: Ready, slot: Buffer | null): Promise<Fate> => {
    const startedAt = performance.now();
    try {
      await sender.send(mail);
    } catch (error) {
      const failure = failureOf(error);
      leave(mail, failure === 'theirs' ? 'ill' : 'unknown');
      if (failure === 'for-good') {
        onBounce(item, error);
        return { what: 'bounced' };
      }
      onFailure(item, error);
      return { what: 'waits', tried: true, giveBack: slot };
    }
    leave(mail, performance.now() - startedAt > SLOW_MS ? 'slow' : 'well');
    return { what: 'happened', mailed: true };
  };

  return async (items) => {
    const written = await Promise.all(items.map(write));
    const ready = written.filter(isReady);
    const admissions = await gate.admit(ready).catch((error: unknown) => {
      for (const { mail } of ready) leave(mail, 'unknown');
      throw error;
    });
    const deedOf = new Map(
      ready.map((each, at): [Written, Deed] => {
        const admission = admissions[at];
        if (admission?.may === 'leave') return [each, () => send(each, admission.domain)];
        leave(each.mail, 'unknown');
        return [each, admission?.may === 'wait' ? comeBack(admission.seconds) : nothingToSay];
      }),
    );
    return written.map((each) => (isReady(each) ? (deedOf.get(each) ?? nothingToSay) : each.deed));
  };
};
