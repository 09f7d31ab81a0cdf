import { inOneLine, writtenIn } from '../locale';

/** Monday is 0. */
type Day = number;

/** Begins of the names of days, in English and French, Monday first. */
const DAYS: [RegExp, Day][] = [
  [/^(mon|lun)/, 0],
  [/^(tue|mar)/, 1],
  [/^(wed|mer)/, 2],
  [/^(thu|jeu)/, 3],
  [/^(fri|ven)/, 4],
  [/^(sat|sam)/, 5],
  [/^(sun|dim)/, 6],
];

const dayOf = (word: string): Day | null =>
  DAYS.find(([pattern]) => pattern.test(word))?.[1] ?? null;

const DAY = '(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim)[a-z]*\\.?';
const TO = "\\s*(?:to|until|through|-|–|—|au|à|a|jusqu[’']à)\\s*";
const TIME = '(\\d{1,2})(?:\\s*(?:h|:|\\.)\\s*(\\d{2})?)?\\s*(a\\.?m\\.?|p\\.?m\\.?)?';

/** `Monday to Friday, 9 to 5`, `du lundi au vendredi, de 9 h à 17 h`: one span of days, one of hours. */
const HOURS = new RegExp(
  `^(?:du\\s+|from\\s+|le\\s+)?(${DAY})(?:${TO}(${DAY}))?,?\\s*(?:de\\s+|from\\s+)?${TIME}${TO}${TIME}\\.?$`,
);

export interface Hours {
  from: Day;
  to: Day;
  /** Minutes since midnight. */
  opens: number;
  closes: number;
}

const minutes = (hour: string, minute = '0', half = ''): number => {
  const bare = half === '' ? Number(hour) : Number(hour) % 12;
  return (bare + (half.startsWith('p') ? 12 : 0)) * 60 + Number(minute);
};

const DAY_LONG = 24 * 60;

/** Reads what an editor wrote, when it is as plain as that. @returns null when it could mean anything else */
export const readHours = (text: string): Hours | null => {
  const found = HOURS.exec(text.toLowerCase().replace(/\s+/g, ' ').trim());
  if (!found) return null;
  const [, first = '', last = first, ...times] = found;
  const [fromHour = '', fromMinute, fromHalf, toHour = '', toMinute, toHalf] = times;
  const from = dayOf(first);
  const to = dayOf(last);
  const opens = minutes(fromHour, fromMinute, fromHalf);
  const said = minutes(toHour, toMinute, toHalf);
  // "9 to 5" is until the afternoon.
  const closes = said <= opens && !toHalf ? said + DAY_LONG / 2 : said;
  if (from === null || to === null || closes <= opens || closes > DAY_LONG) return null;
  return { from, to, opens, closes };
};

/** Browsers know no zones but those of their year. */
export const isTimeZone = (timeZone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
};

/** Day and minute of a moment in another time zone. */
const localMoment = (now: Date, timeZone: string): { day: Day; minute: number } => {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(now);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return {
    day: dayOf(part('weekday').toLowerCase()) ?? 0,
    minute: Number(part('hour')) * 60 + Number(part('minute')),
  };
};

/** Whether somebody answers now; null where nobody can tell from the text. */
export const isOpenAt = (hours: string, timeZone: string, now: Date): boolean | null => {
  const read = readHours(hours);
  if (!read) return null;
  const { day, minute } = localMoment(now, timeZone);
  const { from, to, opens, closes } = read;
  const isDay = from <= to ? day >= from && day <= to : day >= from || day <= to;
  return isDay && minute >= opens && minute < closes;
};

/** Day and time there, as the locale writes them. */
export const momentThere = (
  locale: string,
  timeZone: string,
  now: Date,
): { day: string; time: string } => {
  const written = (parts: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(writtenIn(locale), { timeZone, ...parts }).format(now);
  return {
    day: written({ weekday: 'long' }),
    time: inOneLine(written({ hour: 'numeric', minute: '2-digit' })),
  };
};
