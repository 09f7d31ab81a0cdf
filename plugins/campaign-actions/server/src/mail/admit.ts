import type { DayKey } from '../privacy/day-keys';
import { canonicalEmail } from '../privacy/canonical-email';
import type { ClaimedItem, OutboxKind, OutboxStore } from '../outbox/store';
import type { MailCountStore } from './count-store';
import { mailDomain } from './mail-domain';

export interface MailCaps {
  /** For all mail; more waits. 0: as many as the mail server takes. */
  perMinute: number;
  /** For each domain but the large providers'; more waits. */
  perDomainAndHour: number;
  /** What strangers can make us send to one mailbox; more is dropped. */
  perAddressAndAction: number;
  perAddress: number;
  /** Registrable domains without a cap per hour. */
  largeProviders: readonly string[];
}

/** A mail on its way, and to whom. */
export interface Asking {
  item: ClaimedItem;
  email: string;
}

export type Admission =
  /** `domain` is the bucket to give back to, should the mail not leave. */
  | { may: 'leave'; domain: Buffer | null }
  | { may: 'wait'; seconds: number }
  | { may: 'be-dropped' };

export interface AdmitUses {
  counts: MailCountStore;
  outbox: Pick<OutboxStore, 'admit'>;
  caps: MailCaps;
  dayKey: DayKey;
  now: Date;
}

const minuteOf = (now: Date): string => now.toISOString().slice(0, 16);
const hourOf = (now: Date): string => now.toISOString().slice(0, 13);
const dayOf = (now: Date): string => now.toISOString().slice(0, 10);

const secondsLeftOf = (lengthSeconds: number, now: Date): number =>
  lengthSeconds - (Math.floor(now.getTime() / 1000) % lengthSeconds);

/** Nobody's, so in clear: all mail of one minute. */
export const minuteBucket = (now: Date): Buffer => Buffer.from(`minute|${minuteOf(now)}`);

const OWNER_ASKED: readonly OutboxKind[] = ['thanks', 'test', 'test-thanks'];

/**
 * The owner's own confirmation is always answered, and so is a panel user's own test; anything else, a
 * stranger may have asked for.
 */
const answersOwner = ({ kind }: ClaimedItem): boolean => OWNER_ASKED.includes(kind);

/** Its place among the mails that one mailbox may get in a day. A retry keeps the one it has. */
const hasPlace = async (
  { counts, caps, dayKey, now }: AdmitUses,
  { item, email }: Asking,
): Promise<boolean> => {
  if (item.admitted || answersOwner(item)) return true;
  const mailbox = canonicalEmail(email);
  const take = (name: string, most: number): Promise<boolean> =>
    counts.take(dayKey.hmac(`mail|${name}|${mailbox}`), most, dayOf(now));
  if (item.kind === 'reminder' && !(await take(`reminder|${item.action}`, 1))) return false;
  return (
    (await take(`action|${item.action}`, caps.perAddressAndAction)) &&
    (await take('all', caps.perAddress))
  );
};

/**
 * Says of mails, in their order, which may leave now: caps per mailbox drop, caps per domain and per
 * minute make wait. Runs in one transaction, so that all nodes together keep to them.
 */
export const admit = async (uses: AdmitUses, asking: readonly Asking[]): Promise<Admission[]> => {
  const { counts, outbox, caps, dayKey, now } = uses;
  await counts.takeTurn();
  const admissions: Admission[] = [];
  const placed: number[] = [];
  for (const each of asking) {
    if (!(await hasPlace(uses, each))) {
      admissions.push({ may: 'be-dropped' });
      continue;
    }
    if (!each.item.admitted) placed.push(each.item.seq);
    const name = mailDomain(each.email);
    const domain = caps.largeProviders.includes(name)
      ? null
      : dayKey.hmac(`mail-domain|${hourOf(now)}|${name}`);
    if (domain && !(await counts.take(domain, caps.perDomainAndHour, dayOf(now)))) {
      admissions.push({ may: 'wait', seconds: secondsLeftOf(3600, now) });
    } else if (
      caps.perMinute > 0 &&
      !(await counts.take(minuteBucket(now), caps.perMinute, dayOf(now)))
    ) {
      if (domain) await counts.giveBack(domain);
      admissions.push({ may: 'wait', seconds: secondsLeftOf(60, now) });
    } else {
      admissions.push({ may: 'leave', domain });
    }
  }
  await outbox.admit(placed);
  return admissions;
};
