import { component } from '../../schema';

export const shareHandle = component({
  uid: 'campaign-actions.share-handle',
  plural: 'share_handles',
  icon: 'user',
  attributes: {
    network: {
      type: 'enumeration',
      enum: [
        'facebook',
        'x',
        'instagram',
        'threads',
        'bluesky',
        'mastodon',
        'linkedin',
        'tiktok',
        'youtube',
        'whatsapp',
        'telegram',
      ],
      required: true,
    },
    handle: { type: 'string', required: true, maxLength: 200 },
  },
  view: {
    mainField: 'handle',
    rows: [
      [
        ['network', 6],
        ['handle', 6],
      ],
    ],
  },
});
