import { component } from '../../schema';

export const seo = component({
  uid: 'campaign-actions.seo',
  plural: 'seos',
  icon: 'search',
  attributes: {
    metaTitle: { type: 'string', maxLength: 120 },
    metaDescription: { type: 'text', maxLength: 320 },
    shareImage: { type: 'media', multiple: false, allowedTypes: ['images'] },
    canonicalUrl: { type: 'string', maxLength: 2000 },
    noIndex: { type: 'boolean', default: false },
  },
  view: {
    mainField: 'metaTitle',
    rows: [
      [
        ['metaTitle', 6],
        ['canonicalUrl', 6],
      ],
      [['metaDescription', 12]],
      [
        ['shareImage', 6],
        ['noIndex', 6],
      ],
    ],
  },
});
