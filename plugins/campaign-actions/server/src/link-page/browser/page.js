// @ts-check
/**
 * The page that links in mail open. It says what the link is for, and sends its token when somebody
 * presses the button, never by itself: mail scanners open links too, and run scripts.
 */

/** @typedef {'confirm' | 'reject' | 'withdraw'} Purpose */
/** @typedef {{ purpose: Purpose, token: string }} Link */
/** @typedef {'done' | 'refused' | 'busy' | 'unreachable'} Outcome */
/** @typedef {Record<'title' | 'about' | 'button' | 'doneTitle' | 'done', string>} PurposeTexts */
/** @typedef {Record<'sending' | 'refused' | 'busy' | 'unreachable' | 'again', string>} SharedTexts */

const PATIENCE_MS = 20_000;

/**
 * @template {HTMLElement} Kind
 * @param {string} id
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
const find = (id, kind) => {
  const element = document.getElementById(id);
  if (element instanceof kind) return element;
  throw new Error(`The page has no ${id}.`);
};

const heading = find('heading', HTMLHeadingElement);
const about = find('about', HTMLParagraphElement);
const form = find('form', HTMLFormElement);
const paste = find('paste', HTMLDivElement);
const code = find('code', HTMLInputElement);
const button = find('button', HTMLButtonElement);
const pasteInstead = find('paste-instead', HTMLButtonElement);
const said = find('said', HTMLParagraphElement);
const otherLanguage = find('other-language', HTMLAnchorElement);

/** @typedef {SharedTexts & Record<Purpose, PurposeTexts>} Texts */
/** @type {unknown} */
const parsed = JSON.parse(find('texts', HTMLScriptElement).text);
const texts = /** @type {Texts} */ (parsed);

/**
 * Reads a link, the part behind its `#`, or a bare code; the mail shows one for confirming only.
 *
 * @param {string} text
 * @returns {Link}
 */
const readLink = (text) => {
  const compact = text.replace(/\s+/g, '');
  const fragment = new URLSearchParams(compact.slice(compact.indexOf('#') + 1));
  const purpose = fragment.get('for');
  return {
    purpose: purpose === 'reject' || purpose === 'withdraw' ? purpose : 'confirm',
    token: fragment.get('token') ?? compact,
  };
};

/** What stands in the box goes before what the address says. */
const link = () => readLink(code.value.trim() === '' ? location.hash : code.value);

/** @param {string} title @param {string} text */
const head = (title, text) => {
  document.title = title;
  heading.textContent = title;
  about.textContent = text;
};

const showLink = () => {
  const purpose = texts[link().purpose];
  head(purpose.title, purpose.about);
  button.textContent = purpose.button;
};

const showBox = () => {
  paste.hidden = false;
  code.required = true;
  pasteInstead.hidden = true;
};

const start = () => {
  const { token, purpose } = readLink(location.hash);
  code.value = '';
  said.textContent = '';
  otherLanguage.hash = location.hash;
  form.hidden = false;
  paste.hidden = token !== '';
  code.required = token === '';
  pasteInstead.hidden = token === '' || purpose !== 'confirm';
  showLink();
};

/**
 * @param {Link} link
 * @returns {Promise<Outcome>}
 */
const send = async ({ purpose, token }) => {
  const base = location.pathname.replace(/\/[^/]+\/*$/, '');
  try {
    const answer = await fetch(`${base}/signatures/${purpose}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ data: { token } }),
      credentials: 'omit',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    // Reading the answer too: the sign-in page of a hotel's network is a 200 as well.
    /** @type {unknown} */
    const body = await answer.json();
    const { data } = /** @type {{ data?: object | null }} */ (body);
    if (answer.ok) return data ? 'done' : 'unreachable';
    return answer.status === 400 || answer.status === 410 ? 'refused' : 'busy';
  } catch {
    return 'unreachable';
  }
};

/** @param {Purpose} purpose */
const finish = (purpose) => {
  history.replaceState(null, '', location.pathname + location.search);
  otherLanguage.hash = '';
  form.hidden = true;
  said.textContent = '';
  head(texts[purpose].doneTitle, texts[purpose].done);
  heading.focus();
};

/** @param {Exclude<Outcome, 'done'>} outcome */
const explain = (outcome) => {
  said.textContent = texts[outcome];
  if (outcome === 'refused') {
    showBox();
    code.focus();
    code.select();
  } else {
    button.textContent = texts.again;
  }
};

find('plain', HTMLFormElement).remove();

let sending = false;

const press = async () => {
  if (sending) return;
  sending = true;
  button.setAttribute('aria-disabled', 'true');
  said.textContent = texts.sending;
  const pressed = link();
  const outcome = await send(pressed);
  button.removeAttribute('aria-disabled');
  sending = false;
  if (outcome === 'done') finish(pressed.purpose);
  else explain(outcome);
};

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void press();
});
code.addEventListener('input', showLink);
pasteInstead.addEventListener('click', () => {
  showBox();
  code.focus();
});
addEventListener('hashchange', start);
start();
