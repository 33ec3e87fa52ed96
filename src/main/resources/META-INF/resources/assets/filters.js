// Which sources and days a question is restricted to; the page's address says it.
import { day, make, t } from './common.js';

const box = document.getElementById('filters');
const sources = [...box.querySelectorAll('[name=source]')];
const [from, until] = ['from', 'until'].map((name) => box.querySelector(`[name=${name}]`));

/** What is chosen, as the interface wants it. */
export function chosen() {
  return {
    sources: sources.filter((each) => each.checked).map((each) => each.value),
    from: from.value || null,
    until: until.value || null,
  };
}

/** A page's address for a question with what is chosen. */
export function address(question) {
  const { sources: names, from: first, until: last } = chosen();
  const query = new URLSearchParams({ q: question });
  names.forEach((name) => query.append('source', name));
  if (first) query.set('from', first);
  if (last) query.set('until', last);
  return `/?${query}`;
}

/** Chooses what the page's address says. */
export function read() {
  const query = new URLSearchParams(location.search);
  const names = query.getAll('source');
  sources.forEach((each) => { each.checked = names.includes(each.value); });
  from.value = query.get('from') ?? '';
  until.value = query.get('until') ?? '';
  describe();
}

/** Says what is chosen, and calls back when that changes. */
export function watch(changed) {
  box.addEventListener('change', () => {
    describe();
    changed();
  });
  document.getElementById('everything').addEventListener('click', () => {
    sources.forEach((each) => { each.checked = false; });
    from.value = until.value = '';
    describe();
    changed();
    box.querySelector('summary').focus();
  });
  describe();
}

function describe() {
  const { sources: names, from: first, until: last } = chosen();
  const summary = box.querySelector('summary');
  const any = names.length > 0 || first || last;
  box.classList.toggle('set', Boolean(any));
  document.getElementById('everything').hidden = !any;
  if (!any) {
    summary.textContent = t('ask.everything');
    return;
  }
  const where = names.length > 0 ? make('span', '', names.join(t('comma'))) : t('ask.any-source');
  if (names.length > 0) where.translate = false;
  const when = written(first, last);
  summary.replaceChildren(where, ...(when ? [t('comma'), when] : []));
}

function written(first, last) {
  const [a, b] = [first, last].map((date) => date && day(`${date}T12:00:00`));
  if (a && b) return t('ask.written-between', a, b);
  if (a) return t('ask.written-from', a);
  return b ? t('ask.written-until', b) : '';
}
