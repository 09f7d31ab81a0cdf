export { CampaignElement } from './element/campaign-element';
export { CampaignCounter } from './counter/element';
export { CampaignForm } from './form/element';
export { CampaignProgress } from './progress/element';
export { CampaignSupporters } from './supporters/element';
export { CampaignShare } from './share/element';
export { CampaignLink } from './link/element';
export { CampaignPage } from './page/element';
