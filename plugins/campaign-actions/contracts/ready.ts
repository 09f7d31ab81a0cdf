import { z } from '@strapi/utils';

/**
 * Why a server cannot take signatures: `database` does not take a write in time, `durability` would
 * lose what it answered for at a power cut, `keys` are not those that data is sealed under, `stopping`
 * ends by itself.
 */
export const unready = z.enum(['database', 'durability', 'keys', 'stopping']);
export type Unready = z.infer<typeof unready>;

/**
 * What somebody should look at soon: `mail-waits` for longer than it should,
 * `mail-per-minute`: more mail is to leave than may, and the rest waits, `proxy-hops` does not
 * fit: a proxy stands in front that PROXY_HOPS does not count.
 */
export const warning = z.enum(['mail-waits', 'mail-per-minute', 'proxy-hops']);
export type Warning = z.infer<typeof warning>;

/** 200 of the door `ready`; a 503 has the reasons in `error.details.reasons`. */
export const ready = z.strictObject({
  data: z.strictObject({ status: z.literal('ready'), warnings: z.array(warning) }),
});
export type Ready = z.infer<typeof ready>;
