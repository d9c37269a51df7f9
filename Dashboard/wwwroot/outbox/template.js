// The last form that was downloaded for each team and kind of shift; without a network it serves for other dates too.
import { fieldsOf, isTyped, renew } from './form.js';
import * as store from './store.js';

const pattern = /^([^/]+)\/([^/]+)\/(\d{4}-\d\d-\d\d)\/([^/]+)$/;

export const keyOf = shift => shift.replace(pattern, '$1/$2/$4');
export const dateOf = shift => pattern.exec(shift)?.[3];
export const onDate = (shift, date) => shift.replace(pattern, `$1/$2/${date}/$4`);

export const shiftIn = pathname => {
  const shift = decodeURIComponent(pathname.replace(/^\/entry\//, ''));
  return pathname.startsWith('/entry/') && pattern.test(shift) ? shift : undefined;
};

// Keeps a form as it came from the server, before anything is typed; without what proves that it is ours to post.
export async function keep(form, lang, now = Date.now()) {
  if (form.dataset.step !== 'form' || !form.querySelector('[name^="id:"]') || isTyped(fieldsOf(form))) return;
  const copy = form.cloneNode(true);
  copy.querySelectorAll('[name=__RequestVerificationToken], [name=_handler], .problems, .problem').forEach(part => part.remove());
  const { shift, name, plant } = form.dataset;
  await store.put('forms', { key: keyOf(shift), shift, name, plant, lang, html: copy.outerHTML, at: now });
}

export const all = () => store.all('forms');

export const find = shift => store.get('forms', keyOf(shift));

// A form for the shift, empty and with ids of its own.
export function make(kept, shift) {
  const parsed = new DOMParser().parseFromString(kept.html, 'text/html').querySelector('form');
  const form = document.importNode(parsed, true);
  form.dataset.shift = shift;
  form.setAttribute('action', `/entry/${shift}`);
  form.dataset.formAt = new Date(kept.at).toISOString();
  renew(form);
  return form;
}
