import { ACTION, COUNTER_LABEL_FIELD } from '../plugin';
import { contentType, localized, shownWhen } from '../schema';

/** The largest number of people any setting may name; counters are 32-bit integers. */
const MOST_PEOPLE = 100_000_000;

/** Texts and the form are localised; what is not is policy, one for all locales. */
export const action = contentType({
  uid: ACTION,
  plural: 'actions',
  collectionName: 'campaign_actions_actions',
  kind: 'collectionType',
  draftAndPublish: true,
  localized: true,
  attributes: {
    title: { type: 'string', required: true, maxLength: 200, ...localized },
    // Not required of editors: left empty, it is made from the title.
    slug: { type: 'uid', targetField: 'title', maxLength: 120, ...localized },
    kind: {
      type: 'enumeration',
      enum: ['petition', 'letter', 'email', 'call'],
      default: 'petition',
      required: true,
    },
    sensitive: { type: 'boolean', default: false, required: true },
    statement: { type: 'text', maxLength: 5000, ...localized },
    targets: {
      type: 'component',
      component: 'campaign-actions.target',
      repeatable: true,
      max: 20,
      ...localized,
    },
    form: { type: 'component', component: 'campaign-actions.form', ...localized },
    letter: {
      type: 'component',
      component: 'campaign-actions.letter',
      ...localized,
      conditions: { visible: { in: [{ var: 'kind' }, ['letter', 'email']] } },
    },
    call: {
      type: 'component',
      component: 'campaign-actions.call',
      ...localized,
      ...shownWhen('kind', 'call'),
    },
    counterLabel: { type: 'customField', customField: COUNTER_LABEL_FIELD, ...localized },
    goalStepsUp: { type: 'boolean', default: false },
    goal: {
      type: 'integer',
      min: 1,
      max: MOST_PEOPLE,
      conditions: { visible: { '!=': [{ var: 'goalStepsUp' }, true] } },
    },
    displayFrom: { type: 'integer', min: 0, max: MOST_PEOPLE, default: 0 },
    hideSplit: { type: 'boolean', default: false },
    opensAt: { type: 'datetime' },
    closesAt: { type: 'datetime' },
    confirmation: { type: 'enumeration', enum: ['required', 'none'] },
    challenge: {
      type: 'enumeration',
      enum: ['never', 'when_busy', 'always'],
      default: 'when_busy',
      required: true,
    },
    holds: { type: 'component', component: 'campaign-actions.holds' },
    reminder: {
      type: 'enumeration',
      enum: ['usual', 'always', 'never'],
      default: 'usual',
      required: true,
    },
    mails: { type: 'component', component: 'campaign-actions.mails', ...localized },
    showSupporters: { type: 'boolean', default: false },
    retentionMonths: { type: 'integer', min: 1, max: 120 },
    thanks: { type: 'component', component: 'campaign-actions.thanks', ...localized },
    closedMessage: { type: 'text', maxLength: 2000, ...localized },
    outcome: {
      type: 'enumeration',
      enum: ['none', 'delivered', 'won', 'lost'],
      default: 'none',
      required: true,
    },
    outcomeText: {
      type: 'text',
      maxLength: 2000,
      ...localized,
      conditions: { visible: { '!=': [{ var: 'outcome' }, 'none'] } },
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
    columns: ['title', 'kind', 'sensitive', 'closesAt', 'updatedAt'],
    sort: ['updatedAt', 'DESC'],
    rows: [
      [
        ['title', 8],
        ['slug', 4],
      ],
      [
        ['kind', 6],
        ['sensitive', 6],
      ],
      [['statement', 12]],
      [['targets', 12]],
      [['letter', 12]],
      [['call', 12]],
      [['form', 12]],
      [['counterLabel', 12]],
      [
        ['goal', 6],
        ['goalStepsUp', 6],
      ],
      [
        ['displayFrom', 6],
        ['hideSplit', 6],
      ],
      [
        ['opensAt', 6],
        ['closesAt', 6],
      ],
      [
        ['confirmation', 6],
        ['challenge', 6],
      ],
      [['holds', 12]],
      [
        ['reminder', 6],
        ['showSupporters', 6],
      ],
      [['mails', 12]],
      [['retentionMonths', 6]],
      [['thanks', 12]],
      [['closedMessage', 12]],
      [['outcome', 6]],
      [['outcomeText', 12]],
      [['externalIds', 12]],
    ],
  },
});
