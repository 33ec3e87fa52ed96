// The questions that were asked here, kept in this browser alone.
import { keep, kept, make, language } from './common.js';

const name = 'gill.questions';
const most = 30;
const shown = 5;
const store = () => localStorage;
const section = document.getElementById('history');

/** Remembers a question with the address of its page. */
export function remember(question, address) {
  const others = past().filter((each) => each.question !== question);
  keep(store, name, [{ question, address }, ...others].slice(0, most));
}

/** Shows the latest questions. */
export function show() {
  const list = past().slice(0, shown);
  section.hidden = list.length === 0;
  section.querySelector('ul').replaceChildren(...list.map(({ question, address }) => {
    const link = make('a', '', question);
    link.href = address;
    link.lang = language(question);
    return make('li', '', link);
  }));
}

/** Forgets them when asked to, and calls back. */
export function forgetting(done) {
  document.getElementById('forget').addEventListener('click', () => {
    keep(store, name, null);
    show();
    done();
  });
}

function past() {
  const found = kept(store, name);
  const isOurs = (each) => typeof each?.question === 'string' && /^\/\?/.test(each?.address);
  return Array.isArray(found) ? found.filter(isOurs) : [];
}
