import { ORGANISATION } from '../plugin';
import { contentType, localized } from '../schema';

export const organisation = contentType({
  uid: ORGANISATION,
  plural: 'organisations',
  collectionName: 'campaign_actions_organisations',
  kind: 'singleType',
  draftAndPublish: false,
  localized: true,
  attributes: {
    name: { type: 'string', required: true, maxLength: 120, ...localized },
    url: { type: 'string', maxLength: 2000, ...localized },
    logo: { type: 'media', multiple: false, allowedTypes: ['images'] },
    privacyPolicyUrl: { type: 'string', maxLength: 2000, ...localized },
    confirmPageUrl: { type: 'string', maxLength: 2000, ...localized },
    previewUrl: { type: 'string', maxLength: 2000, ...localized },
    shareHandles: {
      type: 'component',
      component: 'campaign-actions.share-handle',
      repeatable: true,
      max: 20,
    },
    defaultConfirmation: {
      type: 'enumeration',
      enum: ['required', 'none'],
      default: 'required',
      required: true,
    },
  },
  view: {
    mainField: 'name',
    rows: [
      [
        ['name', 8],
        ['logo', 4],
      ],
      [
        ['url', 6],
        ['privacyPolicyUrl', 6],
      ],
      [['confirmPageUrl', 12]],
      [['previewUrl', 12]],
      [['defaultConfirmation', 12]],
      [['shareHandles', 12]],
    ],
  },
});
