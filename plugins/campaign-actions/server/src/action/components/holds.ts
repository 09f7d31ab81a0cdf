import { component } from '../../schema';

/** What of an action's signatures is set aside for an editor to look at. */
export const holds = component({
  uid: 'campaign-actions.holds',
  plural: 'holds',
  icon: 'shield',
  attributes: {
    throwaway: { type: 'boolean', default: false },
    domains: { type: 'text', maxLength: 5000 },
    countries: { type: 'text', maxLength: 1000 },
    words: { type: 'text', maxLength: 5000 },
    perHour: { type: 'integer', min: 1, max: 100_000 },
  },
  view: {
    mainField: 'domains',
    rows: [
      [
        ['throwaway', 6],
        ['perHour', 6],
      ],
      [
        ['domains', 6],
        ['words', 6],
      ],
      [['countries', 6]],
    ],
  },
});
