import { CampaignForm } from './form/element';

export { CampaignElement } from './element/campaign-element';
export { CampaignForm };

if (!customElements.get('campaign-form')) customElements.define('campaign-form', CampaignForm);
