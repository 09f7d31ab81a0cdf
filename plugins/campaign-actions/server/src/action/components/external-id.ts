import { component } from '../../schema';

/** The name of an action or campaign in another system, the organisation's CRM for one. */
export const externalId = component({
  uid: 'campaign-actions.external-id',
  plural: 'external_ids',
  icon: 'key',
  attributes: {
    system: { type: 'string', required: true, maxLength: 80 },
    externalId: { type: 'string', required: true, maxLength: 200 },
  },
  view: {
    mainField: 'system',
    rows: [
      [
        ['system', 6],
        ['externalId', 6],
      ],
    ],
  },
});
