import { ACTION_FIELD, CAMPAIGN } from '../plugin';
import { contentType, localized } from '../schema';

export const campaign = contentType({
  uid: CAMPAIGN,
  plural: 'campaigns',
  collectionName: 'campaign_actions_campaigns',
  kind: 'collectionType',
  draftAndPublish: true,
  localized: true,
  attributes: {
    title: { type: 'string', required: true, maxLength: 200, ...localized },
    // Not required of editors: left empty, it is made from the title.
    slug: { type: 'uid', targetField: 'title', maxLength: 120, ...localized },
    hero: { type: 'component', component: 'campaign-actions.hero', ...localized },
    action: { type: 'customField', customField: ACTION_FIELD },
    sections: {
      type: 'dynamiczone',
      components: [
        'campaign-actions.section-text',
        'campaign-actions.section-quote',
        'campaign-actions.section-image',
        'campaign-actions.section-figures',
        'campaign-actions.section-timeline',
        'campaign-actions.section-call-to-action',
        'campaign-actions.section-questions',
      ],
      ...localized,
    },
    furtherActions: {
      type: 'component',
      component: 'campaign-actions.further-action',
      repeatable: true,
      max: 20,
      ...localized,
    },
    seo: { type: 'component', component: 'campaign-actions.seo', ...localized },
    share: { type: 'component', component: 'campaign-actions.share', ...localized },
    scripts: {
      type: 'component',
      component: 'campaign-actions.script',
      repeatable: true,
      max: 30,
    },
    externalIds: {
      type: 'component',
      component: 'campaign-actions.external-id',
      repeatable: true,
      max: 20,
    },
  },
  view: {
    mainField: 'title',
    columns: ['title', 'slug', 'updatedAt'],
    sort: ['updatedAt', 'DESC'],
    rows: [
      [
        ['title', 8],
        ['slug', 4],
      ],
      [['action', 12]],
      [['hero', 12]],
      [['sections', 12]],
      [['furtherActions', 12]],
      [['share', 12]],
      [['seo', 12]],
      [['scripts', 12]],
      [['externalIds', 12]],
    ],
  },
});
