import { callHtml } from '../call/html';
import type { Action, Form, FormField } from '../contracts';
import { emailHtml } from '../email/html';
import { shadowHtml } from '../html/shadow';
import { type Html, attributes, dataScript, html, safeUrl } from '../html/tag';
import { letterHtml, stepHtml, writingButtonHtml } from '../letter/html';
import { letterTexts } from '../letter/texts';
import { closedHtml, outcomeHtml, scheduledHtml } from '../outcome/html';
import type { Place } from '../page/place';
import { previewHtml } from '../signature/html';
import { consentHtml } from './consent-html';
import { fieldHtml } from './field-html';
import { screenHtml } from './screen';
import { type FormState, stateOf } from './state';
import { FORM_STYLE } from './style';
import { formTexts } from './texts';

const NAMES = new Set(['givenName', 'familyName']);

const targetsHtml = ({ targets, locale }: Action): Html | null =>
  targets.length === 0
    ? null
    : html`<p class="targets" part="targets">
        <span class="soft">${formTexts(locale).to}</span> ${targets.map(
          ({ name, role }, at) =>
            html`${at > 0 && html`<br />`}<strong>${name}</strong>${role && `, ${role}`}`,
        )}
      </p>`;

/** Seen by programs alone: people cannot reach it, and browsers are asked not to fill it. */
const leaveEmptyHtml = (locale: string): Html =>
  html`<p class="leave" aria-hidden="true">
    <label
      >${formTexts(locale).leaveEmpty}
      <input name="leaveEmpty" tabindex="-1" autocomplete="off" data-1p-ignore data-lpignore="true"
    /></label>
  </p>`;

const privacyHtml = ({ locale }: Action, { organisation }: Place): Html => {
  const { stored, privacy, privacyOf } = formTexts(locale);
  const href = safeUrl(organisation?.privacyPolicyUrl);
  const name = organisation?.name;
  const label = name ? privacyOf.replace('{organisation}', () => name) : privacy;
  return html`<p class="soft" part="privacy">
    ${stored}${href && html` <a${attributes({ href })}>${label}</a>`}
  </p>`;
};

/** What comes before the form of an action that is done elsewhere: writing, sending, calling. */
const doingHtml = (action: Action, names: Html): Html | null => {
  switch (action.kind) {
    case 'petition':
      return null;
    case 'letter':
      return letterHtml(action, names);
    case 'email':
      return emailHtml(action, names);
    case 'call':
      return callHtml(action, names);
  }
};

/** Whether what is done needs the supporter's name, so that it is asked for there. */
const usesName = ({ kind, letter, call }: Action): boolean =>
  kind === 'call' ? Boolean(call?.script) : kind !== 'petition' && letter !== null;

/** A question that is answered yes or no is answered in any case. */
const isAllRequired = ({ fields, consents }: Form): boolean =>
  fields.every(({ required }) => required) &&
  consents.every(({ required, display }) => required || display === 'yes-no');

const markingHtml = (all: boolean, locale: string): Html => {
  const texts = formTexts(locale);
  return html`<p class="soft">${all ? texts.allRequired : texts.someOptional}</p>`;
};

const stepOf = ({ kind }: Action): number => (kind === 'call' ? 2 : 3);

const tellUsHtml = (action: Action): Html => {
  const texts = letterTexts(action.locale);
  return html`${stepHtml(stepOf(action), texts.tellUs, 'tell')}
    <p class="soft">${texts.tellUsWhy}</p>`;
};

const fieldsHtml = (action: Action, place: Place, submit: string): Html => {
  const { form, locale } = action;
  const { fields, consents, heading, messageHeading } = form;
  const all = isAllRequired(form);
  const show = (some: FormField[]): Html =>
    html`${some.length > 0 && html`<div class="fields">${some.map((field) => fieldHtml(field, locale, all))}</div>`}`;
  const names = usesName(action) ? fields.filter(({ name }) => NAMES.has(name)) : [];
  const message = fields.filter(({ name }) => name === 'message');
  const rest = fields.filter((field) => !names.includes(field) && !message.includes(field));
  const doing = doingHtml(action, show(names));
  const insert =
    action.letter && doing && message.length > 0
      ? html`<div class="buttons">${writingButtonHtml('insert', letterTexts(locale).insert)}</div>`
      : null;
  const title = (text: string | null): Html | null =>
    text ? (doing ? html`<h4>${text}</h4>` : html`<h3>${text}</h3>`) : null;
  return html`${markingHtml(all, locale)}
    <div
      class="summary"
      part="summary"
      role="group"
      aria-labelledby="summary"
      aria-describedby="summary-list"
      tabindex="-1"
      data-summary
      hidden
    >
      <p class="summary-heading" id="summary"></p>
      <ul id="summary-list"></ul>
    </div>
    ${doing}
    <div class="stage">
      ${doing && tellUsHtml(action)}${title(messageHeading)}${show(message)}${insert}${title(heading)}${show(rest)}
      ${consents.length > 0 && html`<div class="consents">${consents.map((consent) => consentHtml(consent, locale))}</div>`}
      ${privacyHtml(action, place)}${leaveEmptyHtml(locale)}
      <button class="main" part="button">${submit}</button>
      ${action.confirmation === 'required' && html`<p class="soft after">${formTexts(locale).mailFollows}</p>`}
      <p class="said" role="status" data-said></p>
    </div>`;
};

const openHtml = (action: Action, place: Place): Html => {
  const { documentId, form, locale, statement } = action;
  const { baseUrl, preview } = place;
  const query = preview === null ? '' : `?${new URLSearchParams({ preview }).toString()}`;
  const submit = form.submitLabel ?? formTexts(locale).submit[action.kind];
  const to = `${baseUrl}/forms/sign/${encodeURIComponent(documentId)}${query}`;
  const hidden = (name: string, value: string): Html =>
    html`<input type="hidden" ${attributes({ name, value })} />`;
  return screenHtml(
    action,
    'open',
    html`${preview !== null && previewHtml(locale)}${outcomeHtml(action)}${statement && html`<h2 class="statement lines" part="statement" tabindex="-1" data-heading dir="auto">${statement}</h2>`}${targetsHtml(action)}
      <form
        method="post"
        part="form"
        ${attributes({ action: to, 'aria-label': action.title ?? submit })}
      >
        ${hidden('formVersion', form.version)}${hidden('locale', locale)}${fieldsHtml(action, place, submit)}
      </form>`,
  );
};

/** What stands inside `<campaign-form>` before anybody did anything. */
export const formHtml = (
  action: Action,
  place: Place,
  state: FormState = stateOf(action, Date.now()),
  timeZone = 'UTC',
): Html => {
  switch (state) {
    case 'scheduled':
      return scheduledHtml(action, timeZone);
    case 'closed':
      return closedHtml(action, place);
    case 'open':
      return openHtml(action, place);
  }
};

/** The whole element for a page that is rendered on a server: it works before any script, and without. */
export const formElementHtml = (action: Action, place: Place): Html =>
  shadowHtml(
    'campaign-form',
    { action: action.documentId, 'base-url': place.baseUrl, locale: place.locale },
    FORM_STYLE,
    formHtml(action, place),
    dataScript({ action, place }, 'data-action'),
  );
