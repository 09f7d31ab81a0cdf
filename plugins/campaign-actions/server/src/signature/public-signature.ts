import { ACTION_FIELD, PUBLIC_SIGNATURE } from '../plugin';
import { contentType } from '../schema';

/**
 * What a supporter agreed to show, and nothing else of them: a draft until an editor publishes it.
 * The plugin alone writes it; the register is no content type.
 */
export const publicSignature = contentType({
  uid: PUBLIC_SIGNATURE,
  plural: 'signatures',
  collectionName: 'campaign_actions_public_signatures',
  kind: 'collectionType',
  draftAndPublish: true,
  localized: false,
  attributes: {
    nameShown: { type: 'string', maxLength: 200 },
    message: { type: 'text', maxLength: 5000 },
    country: { type: 'string', maxLength: 2 },
    action: { type: 'customField', customField: ACTION_FIELD },
  },
  view: {
    mainField: 'nameShown',
    columns: ['nameShown', 'message', 'country', 'action', 'createdAt'],
    sort: ['createdAt', 'DESC'],
    readOnly: true,
    rows: [
      [
        ['nameShown', 8],
        ['country', 4],
      ],
      [['message', 12]],
      [['action', 12]],
    ],
  },
});
