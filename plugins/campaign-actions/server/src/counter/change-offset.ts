import { z } from '@strapi/utils';
import { LONGEST_REASON } from '../../../contracts/offset-reason';
import type { OffsetBounds } from '../../../contracts/panel-counter';
import type { Catalogue } from '../action/catalogue';
import { fit } from '../http/fit';
import { Problem, fieldError } from '../http/problems';
import type { OffsetStore } from './offset-store';

export interface OffsetChange {
  /** documentId of the action. */
  action: string;
  /** People counted before or outside this system. */
  offset: number;
  reason: string;
  /** Who changed it, as the audit shall name them. */
  who: string;
}

export interface OffsetUses {
  offsets: OffsetStore;
  catalogue: Catalogue;
  bounds: OffsetBounds;
}

const REASON = z.string().trim().min(1).max(LONGEST_REASON);

/**
 * Changes the offset of an action at once, for every locale, with a reason that stays.
 *
 * @throws Problem 400 when the number is out of bounds or no reason is given
 */
export const changeOffset = async (
  { offsets, catalogue, bounds }: OffsetUses,
  change: OffsetChange,
): Promise<void> => {
  const errors = [];
  const inBounds =
    Number.isInteger(change.offset) && change.offset >= bounds.min && change.offset <= bounds.max;
  if (!inBounds) errors.push(fieldError(['offset'], 'format'));
  const { data: reason } = fit(REASON, change.reason);
  if (reason === undefined) errors.push(fieldError(['reason'], 'required'));
  if (errors.length > 0 || reason === undefined) throw new Problem('invalid', errors);
  await offsets.change({ ...change, reason });
  catalogue.forget();
};
