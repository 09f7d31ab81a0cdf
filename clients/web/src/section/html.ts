import type { ActionReference, Image, Section } from '../contracts';
import { type Html, html, safeUrl } from '../html/tag';
import { imageHtml } from '../image/html';
import { type Place, wayToPage } from '../page/place';
import { blocksHtml } from './blocks';

type Of<Type extends Section['type']> = Extract<Section, { type: Type }>;

const headingHtml = (heading: string | null): Html | null =>
  heading === null ? null : html`<h2>${heading}</h2>`;

/** What stands around every kind of section; a site styles it by these classes. */
const framed = (type: Section['type'], heading: string | null, inside: Html): Html => {
  const bare = heading === null ? ' campaign-untitled' : '';
  return html`<section class="campaign-section campaign-${type}${bare}">
    <div class="campaign-inner">${headingHtml(heading)}${inside}</div>
  </section>`;
};

const paragraphs = (text: string | null): Html =>
  html`${(text ?? '')
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => html`<p>${line}</p>`)}`;

const textHtml = ({ heading, body }: Of<'text'>): Html => {
  const under = heading === null ? 1 : 2;
  return framed(
    'text',
    heading,
    html`<div class="campaign-blocks">${blocksHtml(body, { under })}</div>`,
  );
};

const quoteHtml = ({ text, name, role }: Of<'quote'>): Html => {
  const who = name && html`<cite>${name}</cite>`;
  const about =
    (who || role) && html`<figcaption>${who}${role && html` <span>${role}</span>`}</figcaption>`;
  return framed(
    'quote',
    null,
    html`<figure>
      <blockquote>${paragraphs(text)}</blockquote>
      ${about}
    </figure>`,
  );
};

/** An image with what is said about it. */
export const pictureHtml = (image: Image, caption: string | null, credit: string | null): Html => {
  const sizes = '(min-width: 75rem) 70rem, 100vw';
  const about =
    (caption || credit) &&
    html`<figcaption>${caption}${credit && html` <small>${credit}</small>`}</figcaption>`;
  return html`<figure>${imageHtml(image, { sizes })}${about}</figure>`;
};

const figuresHtml = ({ heading, figures }: Of<'figures'>): Html => {
  const items = figures.map(
    ({ figure, statement }) => html`<li><strong>${figure}</strong> <span>${statement}</span></li>`,
  );
  return framed(
    'figures',
    heading,
    html`<ul>
      ${items}
    </ul>`,
  );
};

const timelineHtml = ({ heading, entries }: Of<'timeline'>): Html => {
  const level = heading === null ? 'h2' : 'h3';
  const titled = (title: string | null): Html | null => {
    if (title === null) return null;
    return level === 'h2' ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`;
  };
  const items = entries.map(
    ({ date, title, text }) =>
      html`<li>
        ${date && html`<p class="campaign-date">${date}</p>`}${titled(title)}${paragraphs(text)}
      </li>`,
  );
  return framed(
    'timeline',
    heading,
    html`<ol>
      ${items}
    </ol>`,
  );
};

/** Where an action is done; null where nobody knows. */
export type WayTo = (action: ActionReference) => Way | null;

export interface Way {
  href: string;
  /** What it leads to is there only where scripts run. */
  isByScript?: boolean;
}

const callToActionHtml = (
  { heading, text, label, action, url }: Of<'call-to-action'>,
  wayTo: WayTo,
): Html => {
  const { href, isByScript = false } = (action && wayTo(action)) ?? { href: safeUrl(url) };
  const name = isByScript ? 'campaign-button campaign-by-script' : 'campaign-button';
  const link = href && html`<p><a class="${name}" href="${href}">${label ?? action?.title}</a></p>`;
  return framed('call-to-action', heading, html`${paragraphs(text)}${link}`);
};

const questionsHtml = ({ heading, questions }: Of<'questions'>): Html => {
  const items = questions.map(
    ({ question, answer }) =>
      html`<details>
        <summary>${question}</summary>
        <div class="campaign-blocks">${blocksHtml(answer)}</div>
      </details>`,
  );
  return framed('questions', heading, html`${items}`);
};

/** One part of the story. Kinds of sections that nobody has heard of yet are left out. */
export const sectionHtml = (
  section: Section,
  place: Place,
  wayTo: WayTo = (action) => wayToPage(place, action),
): Html => {
  switch (section.type) {
    case 'text':
      return textHtml(section);
    case 'quote':
      return quoteHtml(section);
    case 'image':
      return section.image
        ? framed('image', null, pictureHtml(section.image, section.caption, section.credit))
        : html``;
    case 'figures':
      return figuresHtml(section);
    case 'timeline':
      return timelineHtml(section);
    case 'call-to-action':
      return callToActionHtml(section, wayTo);
    case 'questions':
      return questionsHtml(section);
    default:
      return html``;
  }
};
