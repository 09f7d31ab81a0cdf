import { component } from '../../schema';

export const hero = component({
  uid: 'campaign-actions.hero',
  plural: 'heroes',
  icon: 'star',
  attributes: {
    figure: { type: 'string', maxLength: 40 },
    statement: { type: 'text', maxLength: 300 },
    image: { type: 'media', multiple: false, allowedTypes: ['images'] },
  },
  view: {
    mainField: 'figure',
    rows: [
      [
        ['figure', 4],
        ['statement', 8],
      ],
      [['image', 6]],
    ],
  },
});
