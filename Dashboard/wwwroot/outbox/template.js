// The last forms that were downloaded for each team and kind of shift; without a network they serve for other dates too. A
// shift has parts, each a form of its own: its figures (no name in addresses), the hours of its people (crew), and that there
// is nothing to report (nothing), whose form is made here.
import { fieldsOf, isTyped, renew } from './form.js';
import { newId } from './id.js';
import * as store from './store.js';
import { make as element, say } from './texts.js';

const pattern = /^([^/]+)\/([^/]+)\/(\d{4}-\d\d-\d\d)\/([^/]+)$/;

export const keyOf = (shift, part = '') => shift.replace(pattern, '$1/$2/$4') + (part && `#${part}`);
export const dateOf = shift => pattern.exec(shift)?.[3];
export const onDate = (shift, date) => shift.replace(pattern, `$1/$2/${date}/$4`);

export const addressOf = (shift, part = '') => `/entry/${part && `${part}/`}${shift}`;

// The shift and the part that an address is about; undefined: it is about none.
export function partIn(pathname) {
  const [, part = '', shift = ''] = /^\/entry\/(?:(crew|nothing)\/)?(.*)$/.exec(decodeURIComponent(pathname)) ?? [];
  return pattern.test(shift) ? { part, shift } : undefined;
}

// Keeps a form as it came from the server, before anything is typed; without what proves that it is ours to post, and what
// it says of its own date.
export async function keep(form, lang, now = Date.now()) {
  if (form.dataset.step !== 'form' || !form.querySelector('[name^="id:"]') || isTyped(fieldsOf(form))) return;
  const copy = form.cloneNode(true);
  copy.querySelectorAll('[name=__RequestVerificationToken], [name=_handler], .problems, .problem, .notice').forEach(left => left.remove());
  const { shift, part, name, plant } = form.dataset;
  await store.put('forms', { key: keyOf(shift, part), shift, part, name, plant, lang, html: copy.outerHTML, at: now });
}

// The choice is by team and kind of shift: one form stands for all its parts.
export const all = async () => (await store.all('forms')).filter(form => !form.part);

export const find = (shift, part) => store.get('forms', keyOf(shift, part));

// A form for the shift, empty and with ids of its own.
export function make(kept, shift) {
  const parsed = new DOMParser().parseFromString(kept.html, 'text/html').querySelector('form');
  const form = document.importNode(parsed, true);
  form.dataset.shift = shift;
  form.setAttribute('action', addressOf(shift, kept.part));
  form.dataset.formAt = new Date(kept.at).toISOString();
  renew(form);
  return form;
}

// The form that there is nothing to report, as the server's page has it.
export const makeNothing = (kept, shift) => element('form', {
  class: 'entry', method: 'post', action: addressOf(shift, 'nothing'), 'data-shift': shift, 'data-part': 'nothing', 'data-step': 'form',
  'data-name': kept.name, 'data-plant': kept.plant,
},
  element('h2', {}, say('nothing')),
  element('p', {}, say('nothingMeaning')),
  element('input', { type: 'hidden', name: 'id', value: newId() }),
  element('p', { class: 'buttons' }, element('button', { class: 'primary', name: 'step', value: 'submit' }, say('nothingConfirm'))));
