// @ts-check
/** What takes days or hundreds of actions otherwise: data keys of many days, a close, and retention a year on. */

/**
 * @typedef {import('@strapi/strapi').Core.Strapi} Strapi
 * @typedef {{ days: number } | { close: string } | { retain: string }} Asked
 * @typedef {{ of: (day: string) => Promise<unknown> }} DayKeys
 * @typedef {{ run: (now: Date) => Promise<Record<string, number> | null> }} Retention
 */

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** @param {Strapi} strapi @param {number} days */
const makeDayKeys = async (strapi, days) => {
  /** @type {DayKeys} */
  const keys = strapi.plugin('campaign-actions').service('dayKeys');
  for (let at = 0; at < days; at += 1)
    await keys.of(new Date(Date.now() - at * DAY_MS).toISOString().slice(0, 10));
};

/** In an hour. @param {Strapi} strapi @param {string} action */
const close = (strapi, action) => {
  const documents = strapi.documents(
    /** @type {'plugin::users-permissions.user'} */ ('plugin::campaign-actions.action'),
  );
  const data = { closesAt: new Date(Date.now() + HOUR_MS) };
  return documents.update(/** @type {never} */ ({ documentId: action, data, status: 'published' }));
};

/** As if whoever was killed with it had been dead for long. @param {Strapi} strapi @param {string} now */
const retain = async (strapi, now) => {
  /** @type {Retention} */
  const retention = strapi.plugin('campaign-actions').service('retention');
  for (;;) {
    await strapi.db.connection('campaign_actions_leases').where({ name: 'retention' }).delete();
    const erased = await retention.run(new Date(now));
    if (erased) return erased;
  }
};

/** @type {import('../serve.mjs').Double} */
export const play = (strapi) => {
  const answer = async (/** @type {Asked} */ asked) => {
    if ('days' in asked) await makeDayKeys(strapi, asked.days);
    else if ('close' in asked) await close(strapi, asked.close);
    else return retain(strapi, asked.retain);
    return 'done';
  };
  process.on('message', (/** @type {Asked} */ asked) => {
    void answer(asked).then((answered) => process.send?.(answered));
  });
};
