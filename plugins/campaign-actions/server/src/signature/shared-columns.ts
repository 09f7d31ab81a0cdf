import type { Connection } from '../database';
import type { Columns } from '../statement';
import type { SharedColumns } from './rows';

/** What submissions and signatures have in common, as it is written. */
export const SHARED: Columns<SharedColumns> = {
  id: 'bytea',
  action: 'text',
  channel: 'text',
  rule: 'text',
  locale: 'text',
  country: 'text',
  day: 'text',
  consents: 'text',
  sealed: 'bytea',
  network: 'bytea',
  held_because: 'text',
};

/** The number in a row of counting; pg gives it as text. */
export const numberOf = (row: unknown): number =>
  Number((row as { n: number | string } | undefined)?.n ?? 0);

/** Marks a row that does not open; false when it is marked already. */
export const setAside = async (
  connection: Connection,
  table: string,
  id: Buffer,
  why: string,
): Promise<boolean> => {
  const marked = connection(table).where({ id }).whereNull('unreadable');
  return (await marked.update({ unreadable: why })) === 1;
};
