import { cards } from './cards.js';
import { asText, copy } from './copying.js';
import { ago, count, day, fetchJson, keep, make, serverNow, span, stamp, t, time, tn } from './common.js';
import * as filters from './filters.js';
import * as past from './past.js';
import { listen } from './listening.js';
import { preview } from './preview.js';
import { reading, words } from './reading.js';
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
    history.pushState({ before: before(question) }, '', address);
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

/** What was asked before a question in the same conversation, which is what is shown when it is asked. */
function before(question) {
  const { before: earlier = [], reply } = history.state ?? {};
  if (!reply || question === asked()) return earlier;
  return [...earlier, reply.restated?.question ?? asked()].slice(-8);
}

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
  const before = history.state?.before ?? [];
  try {
    const said = [];
    const reply = await listen({ question, before, ...filters.chosen() }, mine.signal, (each) => {
      said.push(each);
      unfold(said);
    });
    past.remember(question, location.pathname + location.search);
    history.replaceState({ before, reply }, '');
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

/** Shows what of an answer holds while the rest is still being worded. */
function unfold(said) {
  const page = stamp('answered');
  const answer = page.querySelector('.answer');
  answer.removeAttribute('aria-live'); // the whole answer is read out once it is there
  answer.append(...said.flatMap(({ statement }) => paragraphs(statement)));
  const cited = new Map(said.flatMap(({ citations }) => citations.map((each) => [each.marker, each])));
  page.querySelector('.citations').append(...cards([...cited.values()], asked()));
  for (const later of page.querySelectorAll('.fresh, .take, .opinions')) later.remove();
  show(page);
  status.textContent = t('ask.unfolding');
}

function present(reply, now) {
  seen = now;
  const page = { answered, near, unknown }[reply.status](reply);
  worded(page, reply.composition);
  taken(page, reply.restated);
  opinion(page.querySelector('.opinions'), reply);
  show(page);
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
  page.querySelector('.citations').append(...cards(reply.citations, asked()));
  taking(page.querySelector('.take'), reply);
  return page;
}

/** Says what a chat model had to do with the answer, and what it said that no passage says. */
function worded(page, composition) {
  if (!composition) return;
  const note = make('div', 'model');
  note.append(make('p', null, composition.note));
  if (composition.dropped.length) {
    const left = make('details');
    const list = make('ul');
    for (const { text, reason } of composition.dropped) {
      const item = make('li');
      item.append(make('s', null, text), ` ${reason}`);
      list.append(item);
    }
    left.append(make('summary', null, tn('ask.left-out', composition.dropped.length)), list);
    note.append(left);
  }
  page.querySelector('.fresh').before(note);
}

/** Says what a question was taken for after others, and lets it be asked alone. */
function taken(page, restated) {
  if (!restated) return;
  const alone = make('a', null, t('ask.alone'));
  alone.href = location.pathname + location.search;
  alone.addEventListener('click', (event) => {
    event.preventDefault();
    history.replaceState(null, '');
    ask(asked());
  });
  page.querySelector('.fresh').before(make('p', 'model', restated.note, ' ', alone));
}

/** Asks whether the answer helps, where that is kept, and lets those write another who may. */
function opinion(line, reply) {
  if (!line) return;
  const correct = line.querySelector('.correct');
  if (correct) {
    const from = [...new Set([...reply.citations, ...reply.nearest].map((each) => each.document.id))].slice(0, 8);
    correct.href = `/verified/new?${new URLSearchParams([['question', asked()], ...from.map((id) => ['from', id])])}`;
  }
  const kept = line.querySelector('[role=status]');
  for (const button of line.querySelectorAll('button')) {
    button.hidden = !reply.entry;
    button.addEventListener('click', async () => {
      try {
        await fetchJson(`/api/trail/${encodeURIComponent(reply.entry)}/opinions`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
          body: JSON.stringify({ helpful: button.dataset.helpful === 'true' }),
        });
        line.querySelectorAll('button').forEach((each) => { each.disabled = true; });
        kept.textContent = t('ask.opinion');
      } catch (failure) {
        kept.textContent = failure.message;
      }
    });
  }
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

/** What a statement says; its last line, or the bar of its last code, ends with the markers. */
function paragraphs({ text, parts, citations }) {
  const elements = reading(parts ?? words(text));
  const last = elements.at(-1)?.querySelector('figcaption') ?? elements.at(-1);
  for (const marker of citations) last?.append(' ', reference(marker));
  return elements;
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
  page.querySelector('.citations').append(...cards(reply.citations, asked(), { near: true }));
  return page;
}

function unknown(reply) {
  const page = stamp('unknown');
  fresh(page.querySelector('.fresh'), reply);
  if (reply.answer) {
    page.querySelector('.answer p').textContent = reply.answer;
  } else if (reply.firstPass) {
    page.querySelector('.answer p').textContent = t('ask.unknown-yet');
    page.querySelector('.answer').append(make('p', 'reading', firstPass(reply.firstPass)));
  }
  page.querySelector('.nearest').hidden = reply.nearest.length === 0;
  page.querySelector('.citations').append(...cards(reply.nearest, asked(), { near: true }));
  return page;
}

/** How far the sources are read that are read for the first time. */
function firstPass({ read, of }) {
  if (read === null) return t('ask.reading-some');
  return of === null ? tn('ask.reading-on', read) : t('ask.reading', count(read), count(of));
}

function fresh(line, reply) {
  for (const { source, why, language, since } of reply.standstills ?? []) {
    const name = make('span', '', source);
    name.translate = false;
    const reason = make('span', '', why);
    reason.lang = language;
    const [before, after] = t('ask.stands-still', '\u0000', span((seen - Date.parse(since)) / 1000)).split('\u0000');
    const still = make('p', 'standstill', before, name, after, ' ', reason);
    line.before(still);
    line.classList.add('amber');
  }
  if (reply.asOf) {
    const [before, after] = t('ask.in-step').split('{0}');
    line.append(before, time(reply.asOf, ago(reply.asOf, seen)), after);
  } else {
    line.append(t('ask.not-in-step'));
  }
}
