import { asText, copy } from './copying.js';
import { ago, day, documentLink, fetchJson, keep, language, local, make, place, safeLink, say, sayLinked, serverNow, stamp, t, time, tn } from './common.js';
import * as filters from './filters.js';
import * as past from './past.js';
import { preview } from './preview.js';
import { close, suggest } from './typing.js';

const form = document.getElementById('ask');
const box = document.getElementById('question');
const status = document.getElementById('status');
const result = document.getElementById('result');
const title = document.title;
const reachable = 'a, button, [tabindex]';
let running = null;
let seen = serverNow();
const reloaded = performance.getEntriesByType('navigation')[0]?.type === 'reload';

history.scrollRestoration = 'manual';
for (const element of document.querySelectorAll('time[data-day]')) {
  element.title = element.textContent;
  element.textContent = day(element.dateTime);
}

suggest((question) => {
  box.value = question;
  form.requestSubmit();
});

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const question = box.value.trim();
  if (!question) return;
  close();
  const address = filters.address(question);
  if (address !== location.pathname + location.search) {
    leave();
    history.pushState(null, '', address);
  }
  ask(question);
});

box.addEventListener('keydown', (event) => {
  // An input method uses Enter to choose characters.
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    form.requestSubmit();
  }
});

document.addEventListener('keydown', (event) => {
  const typing = /^(input|textarea|select)$/i.test(event.target.tagName);
  if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    box.focus();
    box.select();
  }
});

for (const section of document.querySelectorAll('.asks, #history')) {
  section.addEventListener('click', (event) => {
    const link = event.target.closest('a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, '', link.href);
    open();
    box.focus();
  });
}

filters.watch(() => {
  if (asked()) form.requestSubmit();
});
past.forgetting(() => {
  status.textContent = t('ask.cleared');
  box.focus();
});

// Whoever leaves for a document finds the answer again as it was.
result.addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="/documents/"]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const { pathname, search } = new URL(link.href);
  leave();
  keep(() => sessionStorage, 'gill.answer', { address: location.pathname + location.search, left: pathname + search });
});
addEventListener('popstate', open);
open();

function asked() {
  return (new URLSearchParams(location.search).get('q') ?? '').trim();
}

/** Shows what the address says; an answer that the history has, unless the page was loaded anew to see what holds now. */
function open(event) {
  const question = asked();
  close();
  box.value = question;
  filters.read();
  past.show();
  if (!question) {
    running?.abort();
    show(null);
    status.textContent = '';
    document.title = title;
    if (matchMedia('(hover: hover)').matches) box.focus();
  } else if (history.state?.reply && (event || !reloaded)) {
    comeBack(question, history.state);
  } else {
    ask(question);
  }
}

/** Notes in the history where the reader is on the page. */
function leave() {
  if (!history.state?.reply) return;
  const focus = [...result.querySelectorAll(reachable)].indexOf(document.activeElement);
  history.replaceState({ ...history.state, scroll: scrollY, focus }, '');
}

function comeBack(question, { reply, scroll, focus }) {
  running?.abort();
  document.title = `${question} · Gill`;
  present(reply, serverNow());
  scrollTo(0, scroll ?? 0);
  result.querySelectorAll(reachable)[focus ?? -1]?.focus({ preventScroll: true });
}

async function ask(question) {
  running?.abort();
  const mine = (running = new AbortController());
  document.body.classList.add('asking');
  status.classList.remove('bad');
  status.textContent = t('ask.looking');
  document.title = `${question} · Gill`;
  try {
    const reply = await fetchJson('/api/ask', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({ question, ...filters.chosen() }),
      signal: mine.signal,
    });
    past.remember(question, location.pathname + location.search);
    history.replaceState({ reply }, '');
    present(reply, Date.parse(reply.answeredAt));
    scrollTo(0, 0);
  } catch (failure) {
    if (failure.name === 'AbortError') return;
    show(null);
    status.classList.add('bad');
    status.textContent = failure.message;
  }
  if (running === mine) document.body.classList.remove('asking');
}

function present(reply, now) {
  seen = now;
  show({ answered, near, unknown }[reply.status](reply));
  status.classList.remove('bad');
  status.textContent = summary(reply);
}

function summary(reply) {
  if (reply.status === 'near') return t('ask.near');
  if (reply.status !== 'answered') return t('ask.none');
  return tn('ask.answered', reply.citations.length);
}

function show(content) {
  document.body.classList.toggle('has-result', content !== null);
  result.hidden = content === null;
  result.replaceChildren(...(content ? [content] : []));
}

function answered(reply) {
  const page = stamp('answered');
  for (const statement of reply.statements) {
    page.querySelector('.answer').append(...paragraphs(statement));
  }
  fresh(page.querySelector('.fresh'), reply);
  page.querySelector('.citations').append(
    ...reply.citations.map((citation) => card(citation, citation.marker)));
  taking(page.querySelector('.take'), reply);
  return page;
}

/** Lets the answer and its address be copied. */
function taking(line, reply) {
  const taken = line.querySelector('.taken');
  const take = async (text) => {
    taken.textContent = '';
    taken.textContent = t((await copy(text)) ? 'ask.copied' : 'ask.not-copied');
  };
  line.querySelector('.copy').addEventListener('click', () => take(asText(reply)));
  line.querySelector('.link').addEventListener('click', () => take(location.href));
}

/** A paragraph a line; the last one ends with the markers. */
function paragraphs({ text, citations }) {
  const lines = text.split('\n').filter((line) => line.trim());
  return lines.map((line, i) => {
    const element = say(make('p'), line);
    if (i === lines.length - 1) {
      for (const marker of citations) element.append(' ', reference(marker));
    }
    return element;
  });
}

function reference(marker) {
  const link = make('a', 'marker', String(marker));
  link.href = `#citation-${marker}`;
  link.setAttribute('aria-label', t('ask.citation', marker));
  link.addEventListener('click', (event) => {
    event.preventDefault();
    const target = document.getElementById(`citation-${marker}`);
    target.scrollIntoView({ block: 'center' });
    target.focus({ preventScroll: true });
  });
  preview(link, () => document.getElementById(`citation-${marker}`));
  return link;
}

function near(reply) {
  const page = stamp('near');
  fresh(page.querySelector('.fresh'), reply);
  page.querySelector('.citations').append(...reply.citations.map((citation) => card(citation)));
  return page;
}

function unknown(reply) {
  const page = stamp('unknown');
  fresh(page.querySelector('.fresh'), reply);
  page.querySelector('.nearest').hidden = reply.nearest.length === 0;
  page.querySelector('.citations').append(...reply.nearest.map((passage) => card(passage)));
  return page;
}

function fresh(line, reply) {
  if (reply.asOf) {
    const [before, after] = t('ask.in-step').split('{0}');
    line.append(before, time(reply.asOf, ago(reply.asOf, seen)), after);
  } else {
    line.append(t('ask.not-in-step'));
  }
}

function card(cited, marker) {
  const { document: doc, revision, start, end, signature } = cited;
  const quote = cited.quote ?? cited.text;
  const item = stamp('card').querySelector('.card');
  const link = documentLink(doc.id, { revision, start, end, quote, signature });
  if (marker) {
    item.id = `citation-${marker}`;
    item.querySelector('.number').textContent = marker;
  } else {
    item.classList.add('near');
  }
  sayLinked(item.querySelector('blockquote'), cited.plain);
  say(item.querySelector('.columns'), (doc.columns ?? []).join(' · '));
  const name = say(item.querySelector('.title'), doc.title || doc.id);
  name.href = link;
  const path = doc.headings.filter((heading, i) => i > 0 || heading !== doc.title);
  say(item.querySelector('.path'), path.join(' › '));
  facts(item.querySelector('.facts'), cited);
  verdict(item.querySelector('.verdict'), cited);
  const open = item.querySelector('.open');
  open.href = link;
  open.setAttribute('aria-label', marker ? t('ask.open', marker) : t('ask.open-in', doc.title));
  if (safeLink(doc.url)) {
    const original = item.querySelector('.original');
    original.href = doc.url;
    original.hidden = false;
  }
  return item;
}

/** Lets the asker say whether a quote answers; there only where feedback is kept. */
function verdict(line, { document: doc, revision, start, end }) {
  const question = asked();
  const kept = line?.querySelector('.kept');
  for (const button of line?.querySelectorAll('button') ?? []) {
    button.addEventListener('click', async () => {
      const helpful = button.dataset.helpful === 'true';
      try {
        await fetchJson('/api/feedback', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
          body: JSON.stringify({ question, helpful, document: doc.id, revision, start, end }),
        });
        line.querySelectorAll('button').forEach((each) => { each.disabled = true; });
        kept.textContent = t('ask.kept');
      } catch (failure) {
        kept.textContent = failure.message;
      }
    });
  }
}

function facts(line, { document: doc, revision }) {
  const shown = [];
  if (doc.author) shown.push(say(make('span'), doc.author));
  shown.push(time(doc.modified, day(doc.modified)));
  const id = make('code', '', revision.length > 16 ? `${revision.slice(0, 10)}…` : revision);
  id.title = t('ask.revision-whole', revision);
  id.translate = false;
  shown.push(make('span', '', t('ask.revision'), ' ', id));
  if (doc.position) shown.push(place(doc.position));
  const source = make('span', 'source', doc.source);
  source.translate = false;
  shown.push(source);
  line.append(...shown.flatMap((fact, i) => (i ? [' · ', fact] : [fact])));
  line.title = t('ask.written', local(doc.modified));
}
