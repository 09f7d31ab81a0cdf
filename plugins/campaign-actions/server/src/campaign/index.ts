import type { Slice } from '../assemble';
import { registerComponents } from '../components';
import { checkDocuments, watchDocuments } from '../editing/check-documents';
import { offerEditViews } from '../editing/edit-view';
import { CAMPAIGN } from '../plugin';
import { campaignChecks } from './checks';
import { figure } from './components/figure';
import { furtherAction } from './components/further-action';
import { hero } from './components/hero';
import { question } from './components/question';
import { script } from './components/script';
import { sectionCallToAction } from './components/section-call-to-action';
import { sectionFigures } from './components/section-figures';
import { sectionImage } from './components/section-image';
import { sectionQuestions } from './components/section-questions';
import { sectionQuote } from './components/section-quote';
import { sectionText } from './components/section-text';
import { sectionTimeline } from './components/section-timeline';
import { seo } from './components/seo';
import { share } from './components/share';
import { timelineEntry } from './components/timeline-entry';
import { campaign } from './content-type';
import { campaignController } from './controller';
import { campaignReads } from './routes';

const components = [
  hero,
  sectionText,
  sectionQuote,
  sectionImage,
  sectionFigures,
  figure,
  sectionTimeline,
  timelineEntry,
  sectionCallToAction,
  sectionQuestions,
  question,
  furtherAction,
  script,
  seo,
  share,
];

export const campaignSlice: Slice = {
  contentTypes: { campaign: { schema: campaign.schema } },
  controllers: { campaign: campaignController },
  routes: { 'campaign-reads': campaignReads },
  register({ strapi }) {
    registerComponents(strapi, components);
    offerEditViews(strapi, [campaign, ...components]);
    watchDocuments(strapi, checkDocuments(strapi, { uid: CAMPAIGN, schema: campaignChecks }));
  },
};
