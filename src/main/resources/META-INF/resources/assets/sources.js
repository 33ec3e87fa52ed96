import { ago, documentLink, fetchJson, language, lately, local, make, serverNow, span, stamp, time } from './common.js';

const pause = 2000;
const list = document.getElementById('sources');
const feed = document.getElementById('breaths');
const lost = document.getElementById('lost');
const status = document.getElementById('status');
const cards = new Map();
const names = { starting: 'not yet asked', reading: 'reading', in_step: 'in step', failing: 'standing still' };
let seenAt = null;

follow();

async function follow() {
  if (!document.hidden) await look();
  setTimeout(follow, pause);
}

async function look() {
  try {
    const [{ sources, rebuilding }, { breaths }] = await Promise.all([fetchJson('/api/sources'), fetchJson('/api/breaths')]);
    draw(sources);
    drawRebuilding(rebuilding);
    drawBreaths(breaths);
    seenAt = Date.now();
    lost.hidden = true;
    list.classList.remove('old');
  } catch (failure) {
    const since = seenAt ? ` These figures are ${span((Date.now() - seenAt) / 1000)} old.` : '';
    lost.textContent = failure.message + since;
    lost.hidden = false;
    list.classList.add('old');
  }
  list.setAttribute('aria-busy', 'false');
}

function draw(sources) {
  for (const source of sources) {
    if (!cards.has(source.name)) {
      cards.set(source.name, newCard(source));
      list.append(cards.get(source.name));
    }
    fill(cards.get(source.name), source);
  }
  const present = new Set(sources.map((source) => source.name));
  for (const [name, card] of cards) {
    if (!present.has(name)) {
      card.remove();
      cards.delete(name);
    }
  }
  if (sources.length === 0) list.replaceChildren(make('p', 'notice', 'No source is configured. Name one in config/application.properties.'));
}

function drawRebuilding(found) {
  const box = document.getElementById('rebuilding');
  box.hidden = !found;
  if (!found) return;
  text(box, 'p', `${found.why}${found.waiting ? ` ${found.waiting}` : ''}`);
  text(box, 'span', `A new index is being built: ${count(found.documents)} of about ${count(found.ofAbout)} documents.`);
  const bar = box.querySelector('progress');
  bar.max = Math.max(found.ofAbout, 1);
  bar.value = found.documents;
}

function newCard(source) {
  const card = stamp('source').querySelector('.source-card');
  const heading = card.querySelector('h2');
  heading.textContent = source.name;
  heading.id = `source-${source.name}`;
  card.setAttribute('aria-labelledby', heading.id);
  card.querySelector('.type').textContent = source.type;
  const button = card.querySelector('button');
  button.setAttribute('aria-label', `Look now at ${source.name}`);
  button.addEventListener('click', () => lookNow(source.name, button));
  return card;
}

async function lookNow(name, button) {
  button.disabled = true;
  try {
    await fetchJson(`/api/sources/${encodeURIComponent(name)}/sync`, { method: 'POST' });
    status.textContent = `Looking at ${name} now.`;
    await look();
  } catch (failure) {
    lost.textContent = failure.message;
    lost.hidden = false;
  }
  button.disabled = false;
}

function fill(card, source) {
  const state = source.trouble ? 'failing' : source.state;
  card.dataset.state = state;
  text(card, '.state', names[state] ?? state);
  text(card, '.documents', count(source.documents));
  text(card, '.chunks', count(source.chunks));
  text(card, '.lag', source.lag === null ? 'never in step' : span(source.lag));
  text(card, '.last', source.lastSuccess ? lately(source.lastSuccess) : '–');
  card.querySelector('.last').title = source.lastSuccess ? local(source.lastSuccess) : '';
  text(card, '.embedded', count(source.embedded));
  text(card, '.reused', count(source.reused));
  text(card, '.cursor', source.upTo);
  trouble(card.querySelector('.trouble'), source.trouble);
  pass(card.querySelector('.pass'), source);
  failures(card.querySelector('.failures'), source.failures);
  passedOver(card.querySelector('.passed-over'), source.passedOver);
  leftOut(card.querySelector('.left-out'), source.leftOut);
}

function trouble(box, found) {
  box.hidden = !found;
  if (found) {
    const since = time(found.since, `Standing still for ${ago(found.since).replace(' ago', '')}.`);
    box.replaceChildren(make('strong', '', since), ' ', found.why);
  }
}

function pass(box, { documents, remaining, state }) {
  box.hidden = !(remaining > 0) || state !== 'reading';
  if (box.hidden) return;
  const bar = box.querySelector('progress');
  bar.max = documents + remaining;
  bar.value = documents;
  box.querySelector('span').textContent = `${count(documents)} of about ${count(documents + remaining)} documents taken in`;
}

function failures(box, found) {
  box.hidden = found.length === 0;
  text(box, 'summary', `${count(found.length)} ${found.length === 1 ? 'document' : 'documents'} could not be taken in`);
  box.querySelector('ul').replaceChildren(...found.map((failure) => make('li', '', place(failure.document), ' ',
    make('span', 'stage', failure.stage), ' ', failure.cause, ' ', make('span', 'muted', time(failure.at, ago(failure.at))))));
}

const kinds = {
  leads_out: ['link', 'links'],
  link: ['link', 'links'],
  recycled: ['recycle bin', 'recycle bins'],
  backup: ['backup', 'backups'],
  conflict_copy: ['conflict copy', 'conflict copies'],
  picture: ['picture', 'pictures'],
  recording: ['recording', 'recordings'],
  archive: ['archive', 'archives'],
  program: ['file of a program', 'files of programs'],
  system: ['system file', 'system files'],
};

function passedOver(box, { count: all, groups }) {
  box.hidden = all === 0;
  const loud = groups.filter((group) => !group.quiet);
  const told = sum(loud);
  text(box, 'summary', told > 0 ? `${count(told)} passed over` : `${count(all)} passed over, none of a kind that holds text`);
  const lines = loud.map(passedOverGroup);
  const quiet = quietKinds(groups.filter((group) => group.quiet));
  if (quiet) lines.push(make('li', 'muted', `${told > 0 ? 'Besides: ' : ''}${quiet}`));
  box.querySelector('ul').replaceChildren(...lines);
}

function passedOverGroup({ reason, ending, count: all, why, first }) {
  if (all === 1) return make('li', '', place(first[0].document), ' ', first[0].why.replace(/^Their names have/, 'Its name has').replace(/ save them /, ' save it '));
  const names = first.flatMap((item, i) => [i > 0 ? ', ' : '', place(item.document)]);
  const more = all > first.length ? ` and ${count(all - first.length)} more` : '';
  const own = reason === 'conflict_copy' ? [make('ul', '', ...first.map((item) => make('li', '', place(item.document), ' ', item.why)))] : [];
  return make('li', '', `${groupTitle(reason, ending, all)}: ${why} `, ...(own.length ? [more] : [make('span', 'muted', ...names, more)]), ...own);
}

function groupTitle(reason, ending, all) {
  if (reason !== 'format') return `${count(all)} ${kinds[reason][1]}`;
  if (ending === '') return `${count(all)} files without an ending`;
  return ending === '.*' ? `${count(all)} files of other endings` : `${count(all)} files end in ${ending}`;
}

function quietKinds(groups) {
  const all = new Map();
  for (const { reason, count: some } of groups) all.set(reason, (all.get(reason) ?? 0) + some);
  return [...all].map(([reason, some]) => `${count(some)} ${kinds[reason][some === 1 ? 0 : 1]}`).join(', ');
}

function sum(groups) {
  return groups.reduce((all, group) => all + group.count, 0);
}

function leftOut(box, kinds) {
  box.hidden = kinds.length === 0;
  box.querySelector('ul').replaceChildren(...kinds.map((kind) =>
    make('li', '', `${kind.format}: ${count(kind.count)} ${kind.what} in ${count(kind.documents)} ${kind.documents === 1 ? 'document' : 'documents'}; ${kind.why}.`)));
}

function place(document) {
  const key = document.slice(document.indexOf(':') + 1);
  const name = make('code', '', key);
  name.lang = language(key);
  return name;
}

function drawBreaths(breaths) {
  document.getElementById('still').hidden = breaths.length > 0;
  feed.hidden = breaths.length === 0;
  const old = new Set([...feed.children].map((line) => line.dataset.id));
  feed.replaceChildren(...breaths.map((breath) => {
    const line = breathLine(breath);
    line.dataset.id = `${breath.document} ${breath.at}`;
    if (old.size && !old.has(line.dataset.id)) line.classList.add('new');
    return line;
  }));
}

function breathLine(breath) {
  const name = make(breath.kind === 'upserted' ? 'a' : 'span', 'key', breath.key);
  name.lang = language(breath.key);
  if (breath.kind === 'upserted') name.href = documentLink(breath.document);
  const line = make('li', breath.kind, name, `: ${told(breath)} `, make('span', 'source', breath.source), ' ');
  const seconds = (serverNow() - Date.parse(breath.at)) / 1000;
  line.append(make('span', 'muted', time(breath.at, seconds < 1 ? 'now' : ago(breath.at))));
  return line;
}

function told({ kind, chunks, embedded, reused, milliseconds }) {
  const took = milliseconds < 10_000 ? `${count(milliseconds)} ms` : span(milliseconds / 1000);
  if (kind === 'deleted') return `deleted, ${took}`;
  if (kind === 'failed') return `could not be taken in, ${took}`;
  return `${count(chunks)} ${chunks === 1 ? 'chunk' : 'chunks'}, ${count(embedded)} embedded, ${count(reused)} re-used, ${took}`;
}

function text(parent, selector, value) {
  const element = parent.querySelector(selector);
  if (element.textContent !== value) element.textContent = value;
}

function count(number) {
  return number.toLocaleString('en');
}
