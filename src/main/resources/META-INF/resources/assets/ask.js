import { ago, day, documentLink, fetchJson, language, local, make, safeLink, say, sayLinked, stamp, time } from './common.js';

const form = document.getElementById('ask');
const box = document.getElementById('question');
const status = document.getElementById('status');
const result = document.getElementById('result');
const title = document.title;
let running = null;

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const question = box.value.trim();
  if (!question) return;
  if (question !== asked()) history.pushState(null, '', `/?${new URLSearchParams({ q: question })}`);
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

document.getElementById('suggestions')?.addEventListener('click', (event) => {
  const link = event.target.closest('a');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  box.value = link.textContent;
  form.requestSubmit();
  box.focus();
});

addEventListener('popstate', open);
open();

function asked() {
  return (new URLSearchParams(location.search).get('q') ?? '').trim();
}

function open() {
  const question = asked();
  box.value = question;
  if (question) {
    ask(question);
  } else {
    running?.abort();
    show(null);
    status.textContent = '';
    document.title = title;
    if (matchMedia('(hover: hover)').matches) box.focus();
  }
}

async function ask(question) {
  running?.abort();
  const mine = (running = new AbortController());
  document.body.classList.add('asking');
  status.classList.remove('bad');
  status.textContent = 'Looking …';
  document.title = `${question} · Gill`;
  try {
    const reply = await fetchJson('/api/ask', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({ question }),
      signal: mine.signal,
    });
    show({ answered, near, unknown }[reply.status](reply));
    status.textContent = summary(reply);
  } catch (failure) {
    if (failure.name === 'AbortError') return;
    show(null);
    status.classList.add('bad');
    status.textContent = failure.message;
  }
  if (running === mine) document.body.classList.remove('asking');
}

function summary(reply) {
  if (reply.status === 'near') return 'No sure answer found.';
  if (reply.status !== 'answered') return 'No answer found.';
  const count = reply.citations.length;
  return `Answered with ${count} ${count === 1 ? 'quote' : 'quotes'}.`;
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
  return page;
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
  link.setAttribute('aria-label', `Citation ${marker}`);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    const target = document.getElementById(`citation-${marker}`);
    target.scrollIntoView({ block: 'center' });
    target.focus({ preventScroll: true });
  });
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
    line.append('In step as of ', time(reply.asOf, ago(reply.asOf, Date.parse(reply.answeredAt))));
  } else {
    line.append('Not yet in step with any source');
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
  open.setAttribute('aria-label', marker ? `Open passage ${marker}` : `Open passage in ${doc.title}`);
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
        kept.textContent = 'Kept to learn from: the question and where the quote stands, not who said it.';
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
  id.title = `Revision ${revision}`;
  shown.push(make('span', '', 'revision ', id));
  if (doc.position) shown.push(`${doc.position.unit} ${doc.position.number}`);
  shown.push(make('span', 'source', doc.source));
  line.append(...shown.flatMap((fact, i) => (i ? [' · ', fact] : [fact])));
  line.title = `Written ${local(doc.modified)}`;
}
