import { figure } from './figure';
import { furtherAction } from './further-action';
import { hero } from './hero';
import { question } from './question';
import { script } from './script';
import { sectionCallToAction } from './section-call-to-action';
import { sectionFigures } from './section-figures';
import { sectionImage } from './section-image';
import { sectionQuestions } from './section-questions';
import { sectionQuote } from './section-quote';
import { sectionText } from './section-text';
import { sectionTimeline } from './section-timeline';
import { seo } from './seo';
import { share } from './share';
import { timelineEntry } from './timeline-entry';

export const campaignComponents = [
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
