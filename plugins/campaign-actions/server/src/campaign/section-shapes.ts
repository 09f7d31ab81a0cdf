import type { Section } from '../../../contracts/section';
import type { Refer } from '../action/shape';
import { imageShape } from '../publication/image';
import type { FigureContent, SectionContent } from './document';

export const figureShape = ({ figure, statement }: FigureContent) => ({
  figure: figure || null,
  statement: statement || null,
});

/** One part of the story, as a front end shows it. */
export const sectionShape = (section: SectionContent, refer: Refer, publicUrl: string): Section => {
  switch (section.__component) {
    case 'campaign-actions.section-text':
      return { type: 'text', heading: section.heading || null, body: section.body ?? [] };
    case 'campaign-actions.section-quote':
      return {
        type: 'quote',
        text: section.text || null,
        name: section.name || null,
        role: section.role || null,
      };
    case 'campaign-actions.section-image':
      return {
        type: 'image',
        image: imageShape(section.image, publicUrl, section.alt),
        caption: section.caption || null,
        credit: section.credit || null,
      };
    case 'campaign-actions.section-figures':
      return {
        type: 'figures',
        heading: section.heading || null,
        figures: (section.figures ?? []).map(figureShape),
      };
    case 'campaign-actions.section-timeline':
      return {
        type: 'timeline',
        heading: section.heading || null,
        entries: (section.entries ?? []).map(({ date, title, text }) => ({
          date: date || null,
          title: title || null,
          text: text || null,
        })),
      };
    case 'campaign-actions.section-call-to-action':
      return {
        type: 'call-to-action',
        heading: section.heading || null,
        text: section.text || null,
        label: section.label || null,
        action: refer(section.action),
        url: section.url || null,
      };
    case 'campaign-actions.section-questions':
      return {
        type: 'questions',
        heading: section.heading || null,
        questions: (section.questions ?? []).map(({ question, answer }) => ({
          question: question || null,
          answer: answer ?? [],
        })),
      };
  }
};
