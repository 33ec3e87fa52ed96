// Asks, and hears what of an answer holds while a chat model still words the rest.
import { fetchJson, readJson, t } from './common.js';

const path = '/api/ask';

/** The reply; each statement that holds before it is handed on. */
export async function listen(asked, signal, said) {
  const request = (accept) => ({
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: accept },
    body: JSON.stringify(asked),
    signal,
  });
  const response = await open(request('text/event-stream'));
  const events = response.ok && response.headers.get('Content-Type')?.startsWith('text/event-stream');
  if (!events) return readJson(response);
  const reply = await read(response.body, said, signal);
  return reply ?? fetchJson(path, request('application/json'));
}

async function open(request) {
  try {
    return await fetch(path, request);
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new Error(t('unreachable'));
  }
}

/** What the last event says; null if the events broke off before it. */
async function read(body, said, signal) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  try {
    for (let { value, done } = await reader.read(); !done; { value, done } = await reader.read()) {
      const events = (text + value).split('\n\n');
      text = events.pop();
      for (const event of events) {
        const { name, data } = parse(event);
        if (name === 'statement') said(JSON.parse(data));
        if (name === 'done') return JSON.parse(data);
      }
    }
  } catch (failure) {
    if (signal.aborted) throw failure;
  }
  return null;
}

function parse(event) {
  const field = (line, name) => line.slice(name.length).replace(/^ /, '');
  const lines = event.split('\n');
  const name = lines.find((line) => line.startsWith('event:')) ?? 'event:';
  const data = lines.filter((line) => line.startsWith('data:')).map((line) => field(line, 'data:'));
  return { name: field(name, 'event:'), data: data.join('\n') };
}
