// Quotes as they are read: words in lines, code as code, what was looked for marked.
import { copy } from './copying.js';
import { language, make, say, sayLinked, stamp, t } from './common.js';

/** The elements that the parts of a quote come to: a paragraph a line, and code in boxes of its own. */
export function reading(parts, inline = say) {
  const elements = [];
  let line = null;
  for (const { kind, text, marked } of parts) {
    if (kind === 'code') {
      line = null;
      elements.push(code(text));
      continue;
    }
    text.split('\n').forEach((words, i) => {
      if (i > 0) line = null;
      if (!words) return;
      if (!line) {
        line = make('p');
        elements.push(line);
      }
      line.append(inline(make(marked ? 'mark' : 'span'), words));
    });
  }
  return elements.filter((each) => each.textContent.trim()).map(whole);
}

/** The same where addresses can be opened. */
export function linked(parts) {
  return reading(parts, sayLinked);
}

/** The parts of what comes from a server that knows none. */
export function words(text) {
  return [{ kind: 'words', text, marked: false }];
}

/** A line has one language, and is indented as far as its words are. */
function whole(element) {
  if (element.localName !== 'p') return element;
  const depth = Math.min(4, element.textContent.match(/^ */)[0].length >> 1);
  if (depth) element.dataset.depth = depth;
  element.lang = language(element.textContent);
  return element;
}

function code(text) {
  const box = stamp('code').firstElementChild;
  box.querySelector('code').textContent = make('span', '', text).textContent;
  const button = box.querySelector('button');
  button.addEventListener('click', async () => {
    button.textContent = t((await copy(text)) ? 'ask.code-copied' : 'ask.not-copied');
  });
  return box;
}
