import { type Policy, closingTime } from '../action/policy';
import { dayOf } from '../signature/sign';

/** The end of the month when it has no such day: six months after 31 August is the end of February. */
const plusMonths = (date: Date, months: number): Date => {
  const moved = new Date(date);
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0));
  moved.setUTCDate(Math.min(date.getUTCDate(), lastDay.getUTCDate()));
  return moved;
};

/** So long an editor has to see in the panel, and to mend, a closing date that was typed wrong. */
const NOTICE_DAYS = 7;

/**
 * When the personal data of an action's supporters are erased; null while nobody knows when it will
 * close. Never in the first week after its settings were published.
 *
 * @param usualMonths where the action says nothing itself
 */
export const goneAt = (
  policy: Pick<
    Policy,
    'closesAt' | 'publishedAt' | 'unpublishedAt' | 'shreddedAt' | 'retentionMonths'
  >,
  usualMonths: number,
): Date | null => {
  const closedAt = closingTime(policy);
  if (!closedAt) return null;
  const due = plusMonths(closedAt, policy.retentionMonths ?? usualMonths);
  const noticed = new Date(policy.publishedAt.getTime() + NOTICE_DAYS * 86_400_000);
  return due > noticed ? due : noticed;
};

const TEST_DAYS = 7;
const DAY_KEY_DAYS = 14;

/** Test submissions of earlier days are gone. */
export const oldestTest = (now: Date): string => dayOf(now, -TEST_DAYS);

/** Day keys of earlier days are gone: nothing that was made under one is older than its 14 days. */
export const oldestDayKey = (now: Date): string => dayOf(now, 1 - DAY_KEY_DAYS);
