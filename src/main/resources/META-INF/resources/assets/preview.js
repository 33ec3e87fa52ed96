// The passage behind a citation's number, shown beside it while it is pointed at or has the focus.
import { make } from './common.js';

const pause = 150;
let open = null;
let waiting = 0;

addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && open) hide();
});

/** Shows a quote with its document's title at a link to it. */
export function preview(link, quote) {
  const show = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => place(link, quote()), pause);
  };
  const leave = () => {
    clearTimeout(waiting);
    waiting = setTimeout(hide, pause);
  };
  link.addEventListener('pointerenter', (event) => { if (event.pointerType !== 'touch') show(); });
  link.addEventListener('pointerleave', leave);
  link.addEventListener('focus', () => { if (link.matches(':focus-visible')) show(); });
  link.addEventListener('blur', leave);
  link.addEventListener('click', hide);
}

function place(link, cited) {
  hide();
  if (!link.isConnected || !cited) return;
  const quote = cited.querySelector('blockquote').cloneNode(true);
  const title = make('p', 'where', ...[...cited.closest('.card').querySelector('.where').childNodes].map((node) => node.cloneNode(true)));
  title.querySelector('a')?.replaceWith(make('strong', '', title.querySelector('a').textContent));
  quote.querySelectorAll('button').forEach((each) => each.remove());
  quote.querySelectorAll('a').forEach((each) => each.replaceWith(each.textContent));
  const box = make('div', 'preview', quote, title);
  box.id = 'preview';
  box.role = 'tooltip';
  box.addEventListener('pointerenter', () => clearTimeout(waiting));
  box.addEventListener('pointerleave', () => { waiting = setTimeout(hide, pause); });
  document.getElementById('main').append(box);
  const at = link.getBoundingClientRect();
  const width = document.documentElement.clientWidth;
  const left = Math.max(8, Math.min(at.left - 24, width - box.offsetWidth - 8));
  const above = at.bottom + box.offsetHeight + 12 > innerHeight && at.top > box.offsetHeight + 12;
  box.style.left = `${left + scrollX}px`;
  box.style.top = `${(above ? at.top - box.offsetHeight - 6 : at.bottom + 6) + scrollY}px`;
  link.setAttribute('aria-describedby', box.id);
  open = { link, box };
}

function hide() {
  clearTimeout(waiting);
  open?.link.removeAttribute('aria-describedby');
  open?.box.remove();
  open = null;
}
