export { CampaignElement } from './element/campaign-element';
