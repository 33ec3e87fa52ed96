// Titles and headings that fit what is typed: a list that the box opens, as ARIA's combobox has it.
import { fetchJson, language, make, tn } from './common.js';

const pause = 120;
const box = document.getElementById('question');
const list = document.getElementById('typed');
const said = document.getElementById('typed-count');
let running = null;
let waiting = 0;
let at = -1;

/** Suggests while somebody types; `choose` is called with the question that was chosen. */
export function suggest(choose) {
  box.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, pause);
  });
  box.addEventListener('keydown', (event) => {
    if (list.hidden || event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      mark((at + step + list.children.length + 1) % (list.children.length + 1));
    } else if (event.key === 'Enter' && at >= 0 && at < list.children.length) {
      event.preventDefault();
      event.stopImmediatePropagation();
      take(list.children[at], choose);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      close();
    }
  });
  box.addEventListener('blur', close);
  // The box keeps the focus while an option is pressed.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = event.target.closest('[role=option]');
    if (option) take(option, choose);
  });
}

/** Shows none, and looks for none any more. */
export function close() {
  clearTimeout(waiting);
  running?.abort();
  list.hidden = true;
  list.replaceChildren();
  said.textContent = '';
  box.setAttribute('aria-expanded', 'false');
  mark(-1);
}

async function look() {
  running?.abort();
  const typed = box.value.trim();
  if (typed.length < (language(typed) === 'zh' ? 1 : 2) || box.value.includes('\n')) return close();
  const mine = (running = new AbortController());
  try {
    const { suggestions } = await fetchJson(`/api/suggest?${new URLSearchParams({ q: typed })}`, { signal: mine.signal });
    if (running === mine) show(suggestions);
  } catch (failure) {
    if (failure.name !== 'AbortError') close();
  }
}

function show(suggestions) {
  if (suggestions.length === 0 || document.activeElement !== box) return close();
  list.replaceChildren(...suggestions.map((each, i) => {
    const name = make('span', 'name', each.text);
    name.lang = each.language;
    const where = make('span', 'within', each.within || each.source);
    where.lang = language(where.textContent);
    where.translate = false;
    const option = make('li', '', name, ' ', where);
    option.id = `typed-${i}`;
    option.role = 'option';
    option.ariaSelected = 'false';
    option.dataset.question = each.question;
    return option;
  }));
  list.hidden = false;
  box.setAttribute('aria-expanded', 'true');
  said.textContent = tn('ask.typed', suggestions.length);
  mark(-1);
}

/** Marks an option as the active one; none if there is none of that number. */
function mark(number) {
  at = number < list.children.length ? number : -1;
  [...list.children].forEach((option, i) => { option.ariaSelected = String(i === at); });
  if (at < 0) {
    box.removeAttribute('aria-activedescendant');
  } else {
    box.setAttribute('aria-activedescendant', list.children[at].id);
    list.children[at].scrollIntoView({ block: 'nearest' });
  }
}

function take(option, choose) {
  const { question } = option.dataset;
  close();
  choose(question);
}
