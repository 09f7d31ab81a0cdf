import { component } from '../../schema';

export const sectionImage = component({
  uid: 'campaign-actions.section-image',
  plural: 'section_images',
  icon: 'picture',
  attributes: {
    image: { type: 'media', multiple: false, allowedTypes: ['images'], required: true },
    alt: { type: 'string', maxLength: 500 },
    caption: { type: 'text', maxLength: 500 },
    credit: { type: 'string', maxLength: 200 },
  },
  view: {
    mainField: 'alt',
    rows: [
      [
        ['image', 6],
        ['alt', 6],
      ],
      [
        ['caption', 6],
        ['credit', 6],
      ],
    ],
  },
});
