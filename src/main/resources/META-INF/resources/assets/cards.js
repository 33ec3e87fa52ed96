// Where an answer says so: a card for each document, with what is quoted of it.
import { day, documentLink, fetchJson, language, local, make, place, safeLink, say, stamp, t, time, writtenOn } from './common.js';
import { linked, words } from './reading.js';

/** The cards of what is cited, in order; what stands in one document shares one. */
export function cards(cited, question, { near = false } = {}) {
  const groups = new Map();
  for (const each of cited) {
    const { document: doc, revision } = each;
    const key = JSON.stringify([doc.id, revision, doc.author, doc.modified]);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].map((group) => card(group, question, near));
}

function card(group, question, near) {
  const [{ document: doc }] = group;
  const item = stamp('card').querySelector('.card');
  item.classList.toggle('near', near);
  const paths = group.map((each) => path(each.document));
  const shared = paths.every((each) => each === paths[0]) ? paths[0] : '';
  const alone = group.length === 1;
  item.querySelector('.quotes').append(
    ...group.map((each, i) => quote(each, question, near, alone ? [] : detail(each, shared ? '' : paths[i]))));
  const title = say(item.querySelector('.title'), doc.title || doc.id);
  title.href = item.querySelector('.open').href;
  say(item.querySelector('.path'), shared);
  facts(item.querySelector('.facts'), group[0], alone);
  abroad(item.querySelector('.abroad'), group[0], question);
  return item;
}

/** Where in its document a quote stands that shares a card with others: elements and texts. */
function detail({ document: doc }, headings) {
  const shown = [];
  if (headings) shown.push(say(make('span'), headings));
  if (doc.position) shown.push(place(doc.position));
  return shown.flatMap((each, i) => (i ? [' · ', each] : [each]));
}

function path(doc) {
  return doc.headings.filter((heading, i) => i > 0 || heading !== doc.title).join(' › ');
}

function quote(cited, question, near, detail) {
  const { document: doc, revision, start, end, signature, marker } = cited;
  const link = documentLink(doc.id, { revision, start, end, quote: cited.quote ?? cited.text, signature });
  const item = stamp('quote').querySelector('.quote');
  if (!near) {
    item.id = `citation-${marker}`;
    item.tabIndex = -1;
    item.querySelector('.number').textContent = marker;
  }
  item.querySelector('blockquote').append(...linked(cited.excerpt?.length ? cited.excerpt : words(cited.plain)));
  item.querySelector('.detail').append(...detail);
  verdict(item.querySelector('.verdict'), cited, question);
  const open = item.querySelector('.open');
  open.href = link;
  open.setAttribute('aria-label', near ? t('ask.open-in', doc.title) : t('ask.open', marker));
  leadTo(item.querySelector('.original'), doc.url);
  leadTo(item.querySelector('.then'), doc.revisionUrl);
  return item;
}

function leadTo(link, url) {
  if (!safeLink(url)) return;
  link.href = url;
  link.hidden = false;
}

/** Says of what is written in another language than the question that it is. */
function abroad(line, cited, question) {
  const written = language(cited.quote ?? cited.text);
  line.hidden = written === language(question);
  if (!line.hidden) line.textContent = t(`ask.abroad.${written}`);
}

/** Lets the asker say whether a quote answers; there only where feedback is kept. */
function verdict(line, { document: doc, revision, start, end }, question) {
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

function facts(line, { document: doc, revision }, alone) {
  const shown = [];
  if (doc.author && doc.dated !== 'verified') shown.push(say(make('span'), doc.author));
  const written = time(doc.modified, writtenOn(doc));
  if (doc.dated === 'verified') written.className = 'verified';
  shown.push(written);
  const id = make('code', '', revision.length > 16 ? `${revision.slice(0, 10)}…` : revision);
  id.title = t('ask.revision-whole', revision);
  id.translate = false;
  shown.push(make('span', '', t('ask.revision'), ' ', id));
  if (alone && doc.position) shown.push(place(doc.position));
  const source = make('span', 'source', doc.source);
  source.translate = false;
  shown.push(source);
  line.append(...shown.flatMap((fact, i) => (i ? [' · ', fact] : [fact])));
  line.title = t(doc.dated === 'file' ? 'ask.file-changed' : 'ask.written', doc.dated === 'document' ? day(doc.modified) : local(doc.modified));
}
