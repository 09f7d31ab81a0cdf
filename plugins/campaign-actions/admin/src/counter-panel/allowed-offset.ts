import type { OffsetBounds } from '../../../contracts/panel-counter';

/** Whether the number can be sent; an emptied box has none. */
export const isAllowed = (
  number: number | undefined,
  { min, max }: OffsetBounds,
): number is number =>
  number !== undefined && Number.isInteger(number) && number >= min && number <= max;
