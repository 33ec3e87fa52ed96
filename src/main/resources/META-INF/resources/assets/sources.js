import { ago, count, documentLink, fetchJson, language, lately, local, make, serverNow, span, stamp, t, time, tn, tongue } from './common.js';

const pause = 2000;
const list = document.getElementById('sources');
const feed = document.getElementById('breaths');
const lost = document.getElementById('lost');
const status = document.getElementById('status');
const cards = new Map();
const figures = document.getElementById('figures');
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
    const since = seenAt ? ` ${t('sources.stale', span((Date.now() - seenAt) / 1000))}` : '';
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
  if (sources.length === 0) list.replaceChildren(make('p', 'notice', t('sources.none')));
}

function drawRebuilding(found) {
  const box = document.getElementById('rebuilding');
  box.hidden = !found;
  if (!found) return;
  text(box, 'p', `${found.why}${found.waiting ? ` ${found.waiting}` : ''}`);
  const bar = box.querySelector('progress');
  bar.hidden = found.documents === null;
  if (bar.hidden) return text(box, 'span', '');
  text(box, 'span', t('sources.rebuilding', count(found.documents), count(found.ofAbout)));
  bar.max = Math.max(found.ofAbout, 1);
  bar.value = found.documents;
}

function newCard(source) {
  const card = stamp('source').querySelector('.source-card');
  const heading = card.querySelector('h2');
  heading.textContent = source.name;
  heading.id = `source-${source.name}`;
  card.setAttribute('aria-labelledby', heading.id);
  const kind = card.querySelector('.type');
  kind.textContent = kindOf(source.type);
  kind.translate = kind.textContent !== source.type;
  const button = card.querySelector('button');
  button.setAttribute('aria-label', t('sources.look', source.name));
  button.addEventListener('click', () => lookNow(source.name, button));
  return card;
}

async function lookNow(name, button) {
  button.disabled = true;
  try {
    await fetchJson(`/api/sources/${encodeURIComponent(name)}/sync`, { method: 'POST' });
    status.textContent = t('sources.looking', name);
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
  text(card, '.state', t(`state.${state}`));
  text(card, '.place', source.branch ? `${source.place}${t('comma')}${t('sources.branch', source.branch)}` : source.place);
  card.querySelector('.place').hidden = !source.place;
  text(card, '.documents', count(source.documents));
  moment(card.querySelector('.newest'), source.lastChange);
  moment(card.querySelector('.looked'), source.lastSuccess);
  text(card, '.chunks', count(source.chunks));
  number(card, '.embedded', source.embedded);
  number(card, '.reused', source.reused);
  number(card, '.requests', source.traffic?.requests ?? null);
  number(card, '.throttled', source.traffic?.throttled ?? null);
  behind(card.querySelector('.behind'), source.lagP99);
  text(card, '.cursor', source.upTo || '–');
  trouble(card.querySelector('.trouble'), source.trouble);
  pass(card.querySelector('.pass'), source);
  failures(card.querySelector('.failures'), source.failures);
  passedOver(card.querySelector('.passed-over'), source.passedOver);
  leftOut(card.querySelector('.left-out'), source.leftOut);
}

/** Nothing of what the reader may not know. */
function number(card, selector, value) {
  const cell = card.querySelector(selector);
  cell.parentElement.hidden = value === null;
  if (value !== null) text(card, selector, count(value));
}

/** To the tenth of a second while it is short. */
function behind(cell, seconds) {
  cell.parentElement.hidden = seconds === null;
  if (seconds !== null) cell.textContent = seconds < 10 ? t('seconds', seconds.toLocaleString(tongue, { maximumFractionDigits: 1 })) : span(seconds);
}

/** A kind of source in words, where there are some. */
function kindOf(type) {
  const words = t(`type.${type}`);
  return words === `type.${type}` ? type : words;
}

function moment(cell, iso) {
  const shown = iso ? lately(iso) : t('sources.never');
  if (cell.textContent !== shown) cell.replaceChildren(iso ? time(iso, shown) : shown);
}

function trouble(box, found) {
  box.hidden = !found;
  if (found) {
    const since = time(found.since, t('sources.standing', span((serverNow() - Date.parse(found.since)) / 1000)));
    box.replaceChildren(make('strong', '', since), ' ', gills(found.why, found.language), again(found.next));
  }
}

/** When something is tried again, unless that is now. */
function again(iso) {
  const seconds = iso ? (Date.parse(iso) - serverNow()) / 1000 : 0;
  return seconds < 1 ? '' : make('span', 'muted', ' ', time(iso, t('sources.again', span(seconds))));
}

/** A sentence that was written down when it happened, in this language if there are words for it. */
function gills(sentence, tag) {
  const quoted = make('span', '', sentence);
  if (tag !== tongue) quoted.lang = tag;
  return quoted;
}

function pass(box, { documents, remaining, state }) {
  box.hidden = !(remaining > 0) || state !== 'reading';
  if (box.hidden) return;
  const bar = box.querySelector('progress');
  bar.max = documents + remaining;
  bar.value = documents;
  box.querySelector('span').textContent = t('sources.pass', count(documents), count(documents + remaining));
}

function failures(box, found) {
  box.hidden = found.length === 0;
  text(box, 'summary', tn('sources.failures', found.length));
  box.querySelector('ul').replaceChildren(...found.map((failure) => make('li', '', place(failure.document), ' ',
    make('span', 'stage', t(`stage.${failure.stage}`)), ' ', gills(failure.cause, failure.language), ' ', make('span', 'muted', time(failure.at, ago(failure.at))), again(failure.nextTry))));
}

function passedOver(box, { count: all, groups }) {
  box.hidden = all === 0;
  const loud = groups.filter((group) => !group.quiet);
  const told = sum(loud);
  text(box, 'summary', told > 0 ? tn('sources.aside', told) : tn('sources.aside-quiet', all));
  const lines = loud.map(passedOverGroup);
  const quiet = quietKinds(groups.filter((group) => group.quiet));
  if (quiet) lines.push(make('li', 'muted', told > 0 ? t('sources.besides', quiet) : quiet));
  box.querySelector('ul').replaceChildren(...lines);
}

function passedOverGroup({ reason, ending, count: all, why, first }) {
  if (all === 1) return make('li', '', place(first[0].document), ' ', whyAside(reason, single(first[0].why)));
  const names = first.flatMap((item, i) => [i > 0 ? t('comma') : '', place(item.document)]);
  const more = all > first.length ? ` ${tn('sources.more', all - first.length)}` : '';
  const own = reason === 'conflict_copy' ? [make('ul', '', ...first.map((item) => make('li', '', place(item.document), ' ', whyAside(reason, item.why))))] : [];
  return make('li', '', groupTitle(reason, ending, all), ': ', whyAside(reason, why), ' ', ...(own.length ? [more] : [make('span', 'muted', ...names, more)]), ...own);
}

/** The interface says it in English, and of each file what to do with it; another page says it of its kind. */
function whyAside(reason, sentence) {
  return tongue === 'en' ? sentence : t(`aside-why.${reason}`);
}

function single(why) {
  return why.replace(/^Their names have/, 'Its name has').replace(/ save them /, ' save it ');
}

function groupTitle(reason, ending, all) {
  const some = tn(`aside.${reason}`, all);
  if (reason !== 'format') return some;
  if (ending === '') return t('sources.no-ending', some);
  return ending === '.*' ? t('sources.other-endings', some) : t('sources.ending', some, ending);
}

function quietKinds(groups) {
  const all = new Map();
  for (const { reason, count: some } of groups) all.set(reason, (all.get(reason) ?? 0) + some);
  return [...all].map(([reason, some]) => tn(`aside.${reason}`, some)).join(t('comma'));
}

function sum(groups) {
  return groups.reduce((all, group) => all + group.count, 0);
}

function leftOut(box, kinds) {
  box.hidden = kinds.length === 0;
  box.querySelector('ul').replaceChildren(...kinds.map(({ format, kind, count: pieces, documents }) => {
    const form = documents === 1 ? 'one' : 'other';
    const name = t(`format.${format.toLowerCase().replaceAll(' ', '-')}`);
    return make('li', '', t(`sources.left-out.${form}`, name.startsWith('format.') ? format : name,
      count(pieces), t(`left-out.${kind}`), count(documents), t(`left-out-why.${kind}`)));
  }));
}

function place(document) {
  const key = document.slice(document.indexOf(':') + 1);
  const name = make('code', '', key);
  name.lang = language(key);
  name.translate = false;
  return name;
}

function drawBreaths(breaths) {
  document.getElementById('still').hidden = breaths.length > 0;
  feed.hidden = figures.hidden = breaths.length === 0;
  fillFeed(feed, breaths, said);
  fillFeed(figures.querySelector('ol'), breaths, inFigures);
}

function fillFeed(list, breaths, words) {
  const old = new Set([...list.children].map((line) => line.dataset.id));
  list.replaceChildren(...breaths.map((breath) => {
    const line = breathLine(breath, words(breath));
    line.dataset.id = `${breath.document} ${breath.at}`;
    if (old.size && !old.has(line.dataset.id)) line.classList.add('new');
    return line;
  }));
}

function breathLine(breath, words) {
  const name = make(breath.kind === 'upserted' ? 'a' : 'span', 'key', breath.key);
  name.lang = language(breath.key);
  name.translate = false;
  if (breath.kind === 'upserted') name.href = documentLink(breath.document);
  const source = make('span', 'source', breath.source);
  source.translate = false;
  const line = make('li', breath.kind, name, ` ${words} `, source, ' ');
  const seconds = (serverNow() - Date.parse(breath.at)) / 1000;
  line.append(make('span', 'muted', time(breath.at, seconds < 1 ? t('now') : ago(breath.at))));
  return line;
}

/** What happened to a document, for whoever reads it. */
function said({ kind, chunks, embedded, reused }) {
  if (kind !== 'upserted') return t(`change.${kind}`);
  if (chunks === 0) return t('change.empty');
  if (embedded === 0) return t('change.same');
  return reused === 0 ? t('change.new') : tn('change.changed', embedded, count(chunks));
}

function inFigures({ kind, chunks, embedded, reused, milliseconds }) {
  const took = milliseconds < 10_000 ? t('milliseconds', count(milliseconds)) : span(milliseconds / 1000);
  return kind === 'upserted'
    ? t('figures.read', count(chunks), count(embedded), count(reused), took)
    : t(`figures.${kind}`, took);
}

function text(parent, selector, value) {
  const element = parent.querySelector(selector);
  if (element.textContent !== value) element.textContent = value;
}
