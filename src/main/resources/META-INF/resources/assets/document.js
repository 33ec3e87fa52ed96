import { ago, day, kept, local } from './common.js';

for (const element of document.querySelectorAll('time')) {
  const iso = element.dateTime;
  element.title = element.textContent;
  element.textContent = 'ago' in element.dataset ? ago(iso) : 'day' in element.dataset ? day(iso) : local(iso);
}

const outline = document.querySelector('.outline');
if (outline && matchMedia('(max-width: 60rem)').matches) outline.open = false;

// Whoever came from an answer goes back to it as it was, without asking anew.
const answer = kept(() => sessionStorage, 'gill.answer');
if (answer) {
  const back = document.getElementById('back');
  back.href = answer.address;
  back.hidden = false;
  back.addEventListener('click', (event) => {
    if (answer.left !== location.pathname + location.search || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    history.back();
  });
}

// The fragment alone scrolls; focus lets the keyboard and a screen reader go on from the passage.
const passage = document.getElementById('passage');
if (passage && (location.hash === '#passage' || !location.hash)) {
  passage.scrollIntoView({ block: 'center' });
  passage.focus({ preventScroll: true });
}
