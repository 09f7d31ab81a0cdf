export { CampaignElement } from './element/campaign-element';
export { CampaignCounter } from './counter/element';
export { CampaignProgress } from './progress/element';
export { CampaignSupporters } from './supporters/element';
export { CampaignPage } from './page/element';
