// What the pages share. Text from the server reaches the page as text, never as markup.

const texts = JSON.parse(document.getElementById('texts').content.textContent);
const served = Date.parse(document.body.dataset.now);
const skew = Number.isNaN(served) ? 0 : Date.now() - served;

/** The page's language. */
export const tongue = document.documentElement.lang;

const plurals = new Intl.PluralRules(tongue);

/** What the page says under a key, with values filled in. */
export function t(key, ...values) {
  const text = texts[key] ?? key;
  return text.replace(/\{(\d)\}/g, (hole, i) => values[i] ?? hole);
}

/** Likewise, in the form that goes with a number, which is the first value. */
export function tn(key, number, ...more) {
  const form = `${key}.${plurals.select(number)}`;
  return t(form in texts ? form : `${key}.other`, count(number), ...more);
}

/** A number as the page's language writes it. */
export function count(number) {
  return number.toLocaleString(t('locale'));
}

/** The server's time now, in milliseconds. */
export function serverNow() {
  return Date.now() - skew;
}

/** Seconds as the largest unit that says enough: "3 s", "5 min", "2 h", "4 days". */
export function span(seconds) {
  const s = Math.max(0, Math.round(seconds));
  if (s < 60) return t('seconds', s);
  if (s < 3600) return t('minutes', Math.floor(s / 60));
  if (s < 48 * 3600) return t('hours', Math.floor(s / 3600));
  return tn('days', Math.floor(s / 86400));
}

/** "3 s ago", by the server's clock. */
export function ago(iso, now = serverNow()) {
  return t('ago', span((now - Date.parse(iso)) / 1000));
}

/** A date and time where the reader is. */
export function local(iso) {
  return shown(iso, { dateStyle: 'medium', timeStyle: 'short' });
}

/** A date and time of late, where the reader is. */
export function lately(iso) {
  return shown(iso, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
}

/** A date where the reader is. */
export function day(iso) {
  return shown(iso, { dateStyle: 'medium' });
}

/** The day of a document, and that it is only its file's where nothing better is known, or of somebody's word. */
export function writtenOn({ modified, dated, author }) {
  if (dated === 'verified') return t('ask.verified', author, day(modified));
  return dated === 'file' ? t('ask.file-changed', day(modified)) : day(modified);
}

function shown(iso, style) {
  return new Intl.DateTimeFormat(t('locale'), style).format(new Date(iso));
}

const suspect = /[\p{Cf}\p{Cc}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u;
const shownAnyway = /[\n\t\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}\u{13430}-\u{1345f}]/u;
const onlyInvisible = /[\r\u00ad\u034f\u061c\u200b-\u200f\u2060\ufeff]/;
const selector = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u;
const joining = /[\p{sc=Arab}\p{sc=Syrc}\p{sc=Nkoo}\p{sc=Mong}\p{sc=Deva}\p{sc=Beng}\p{sc=Guru}\p{sc=Gujr}\p{sc=Orya}\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}\p{sc=Tibt}\p{sc=Thai}\p{sc=Laoo}\p{sc=Mymr}\p{sc=Khmr}]/u;
const rightToLeft = /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]/u;
const characters = /\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{2,6}\u{e007f}|./gsu;

/** Text as it may be shown: nothing hidden, nothing that changes direction. Visible.java says what and why. */
export function visible(text) {
  if (!suspect.test(text)) return text;
  const all = text.match(characters);
  let shown = '';
  let hidden = [];
  const flush = () => {
    if (hidden.length) {
      const number = hidden[0].codePointAt(0).toString(16).toUpperCase().padStart(4, '0');
      shown += `⟨U+${number}${hidden.length > 1 ? ` +${hidden.length - 1}` : ''}⟩`;
      hidden = [];
    }
  };
  all.forEach((c, i) => {
    const whole = [...c].length > 1;
    if (whole || !suspect.test(c) || shownAnyway.test(c) || needed(c, all[i - 1] ?? ' ', all[i + 1] ?? ' ', text)) {
      flush();
      shown += c;
    } else if (!onlyInvisible.test(c)) {
      hidden.push(c);
    }
  });
  flush();
  return shown;
}

/** Whether a script or an emoji needs a character that is invisible by itself. */
function needed(c, before, after, text) {
  if (/[\u200b-\u200d]/.test(c)) {
    const emoji = c === '\u200d' && (/\p{ExtPict}|\ufe0f|\p{EMod}/u.test(before)) && /^\p{ExtPict}/u.test(after);
    return joining.test(before) || (/\p{Mn}/u.test(before) && joining.test(after)) || emoji;
  }
  if (/[\u200e\u200f\u061c]/.test(c)) return rightToLeft.test(text);
  if (/[\u180b-\u180f]/.test(c)) return /\p{sc=Mong}/u.test(before);
  return selector.test(c) && !selector.test(before) && !/\s/.test(before);
}

/** An element with a class and children; strings become text. */
export function make(name, className, ...children) {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children.map((child) => (typeof child === 'string' ? visible(child) : child)));
  return element;
}

/** A time element, shown as given. */
export function time(iso, shown) {
  const element = make('time', '', shown);
  element.dateTime = iso;
  element.title = local(iso);
  return element;
}

/** The language that a text is written in, as far as fonts and voices need to know. */
export function language(text) {
  const letters = text.match(/\p{L}/gu) ?? [];
  const han = text.match(/\p{Script=Han}/gu) ?? [];
  return han.length > 0 && han.length * 6 >= letters.length ? 'zh' : 'en';
}

/** Puts a text into an element, with its language. */
export function say(element, text) {
  element.textContent = visible(text);
  element.lang = language(text);
  return element;
}

const address = /https?:\/\/[^\s<>"\p{Script=Han}，。；：！？、（）「」]+/gu;

/** Puts a text into an element, with its language; addresses of web pages can be opened. */
export function sayLinked(element, said) {
  const text = visible(said);
  say(element, '');
  element.lang = language(text);
  let from = 0;
  for (const found of text.matchAll(address)) {
    const url = withoutMarks(found[0]);
    if (!URL.canParse(url)) continue;
    const link = make('a', '', url);
    link.href = url;
    link.rel = 'noopener noreferrer';
    link.target = '_blank';
    element.append(text.slice(from, found.index), link);
    from = found.index + url.length;
  }
  element.append(text.slice(from));
  return element;
}

/** What ends a sentence or a parenthesis around an address is no part of it. */
function withoutMarks(found) {
  let url = found.replace(/[.,;:!?'*_\]]+$/, '');
  while (url.endsWith(')') && !url.includes('(')) url = url.slice(0, -1).replace(/[.,;:!?'*_\]]+$/, '');
  return url;
}

/** The first child of a template, to be filled. */
export function stamp(id) {
  return document.getElementById(id).content.cloneNode(true);
}

const longestQuote = 1500;

/** The address of a document's page, at a passage if there is one. */
export function documentLink(id, passage) {
  const path = id.split('/').map(encodeURIComponent).join('/').replaceAll('%3A', ':');
  if (!passage) return `/documents/${path}`;
  const { revision, start, end, quote, signature } = passage;
  const words = [...quote].slice(0, longestQuote).join('');
  return `/documents/${path}?${new URLSearchParams({ revision, start, end, quote: words, signature })}#passage`;
}

/** Whether a link of a source may be offered: http, https, or a path on this server. */
export function safeLink(link) {
  if (!link || /[\u0000-\u0020\\]/.test(link) || link.startsWith('//')) return false;
  return /^https?:\/\/[^/]/i.test(link) || !/^[a-z][a-z0-9+.-]*:/i.test(link);
}

/** Where in an original something stands, as the interface has it. */
export function place({ unit, number, name }) {
  if (unit === 'row' && name) return t('place.sheet-row', number, name);
  if (unit === 'message' && !name) return t('place.a-message');
  return t(`place.${unit}`, number ?? name);
}

/** What this browser keeps under a name; null where nothing is, or nothing may be kept. */
export function kept(store, name) {
  try {
    return JSON.parse(store().getItem(name));
  } catch {
    return null;
  }
}

/** Keeps something in this browser; null takes it away. */
export function keep(store, name, value) {
  try {
    if (value === null) store().removeItem(name);
    else store().setItem(name, JSON.stringify(value));
  } catch {
    // A browser may keep nothing, and the page does without.
  }
}

/** Leads to the sign-in, which leads back here. */
function signIn() {
  location.assign(`/signin/start?to=${encodeURIComponent(location.pathname + location.search)}`);
}

/** The reply of the interface; throws an Error with one readable sentence. */
export async function fetchJson(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new Error(t('unreachable'));
  }
  return readJson(response);
}

/** What a response says as JSON; its sentence where it is a problem. */
export async function readJson(response) {
  if (response.status === 401) signIn();
  if (response.status === 204) return null;
  const body = await response.json().catch(() => null);
  if (!response.ok) throw new Error(body?.detail ?? t('status', response.status));
  return body;
}
