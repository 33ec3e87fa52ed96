// An answer as text, with where it says so, and how it gets into the clipboard.
import { place, t, writtenOn } from './common.js';

/** What was answered, with its citations numbered below. */
export function asText(reply) {
  const lines = reply.statements.map(({ text, citations }) => `${text} ${citations.map((n) => `[${n}]`).join(' ')}`);
  const sources = [...document.querySelectorAll('.card .open')];
  const cited = reply.citations.map(({ marker, document: doc }, i) => {
    const path = doc.headings.filter((heading, j) => j > 0 || heading !== doc.title);
    const where = [[doc.title || doc.id, ...path].join(' › '), doc.dated === 'verified' ? '' : doc.author, writtenOn(doc), doc.position && place(doc.position)];
    return `[${marker}] ${where.filter(Boolean).join(t('comma'))}\n    ${sources[i]?.href ?? ''}`;
  });
  return `${lines.join('\n')}\n\n${cited.join('\n')}\n`;
}

/** Puts a text into the clipboard; whether that was let happen. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByHand(text);
  }
}

/** Browsers give pages that did not come by https no clipboard. */
function copyByHand(text) {
  const before = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'unseen';
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  before?.focus({ preventScroll: true });
  return done;
}
