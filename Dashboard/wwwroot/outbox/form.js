// The fields of a shift's form as a browser would post them, into and out of the page.
import { newId } from './id.js';

const notTyped = ['__RequestVerificationToken', '_handler', 'step'];

export const shiftForm = root => root.querySelector('form.entry[data-shift]');

// Of fields with one name, as a list of reasons and the words beside it, the server takes both as one text.
export function fieldsOf(form) {
  const fields = {};
  for (const [name, value] of new FormData(form)) {
    if (!notTyped.includes(name)) fields[name] = [fields[name], value].filter(Boolean).join(' ');
  }
  return fields;
}

export const isTyped = fields => Object.entries(fields).some(([name, value]) =>
  /^(v:|record:|event-note)/.test(name) && value.trim() !== '') || fields.event === 'some';

// Puts back what was typed, ids too; a field that the form has no more stays as a hidden one, so that nothing is lost.
export function fill(form, fields) {
  while (heatsIn(form).length > 0 && heatsIn(form).length < heatsAmong(fields)) addHeat(form);
  for (const [name, value] of Object.entries(fields)) {
    const controls = [...form.elements].filter(control => control.name === name);
    if (controls.length === 0 && isKept(name, fields)) form.append(hidden(name, value));
    for (const control of controls) {
      if (control.type === 'select-one' && controls.length > 1) continue;
      if (control.type === 'radio' || control.type === 'checkbox') control.checked = control.value === value;
      else control.value = value;
    }
  }
}

// A field of a line that was typed, or of the check page: ticks, reasons, the way.
const isKept = (name, fields) => {
  const key = /^(?:id|v|ok|why):(.*)$/.exec(name)?.[1];
  if (key === '~day') return true;
  return key === undefined ? name.startsWith('record:') && fields[name] : Boolean(fields[`v:${key}`]);
};

function hidden(name, value) {
  const made = Object.assign(document.createElement('input'), { type: 'hidden', name });
  made.value = value;
  return made;
}

export const heatsIn = form => [...form.querySelectorAll('fieldset')].filter(set => set.querySelector('[name^="record:"]'));

const heatsAmong = fields => Math.max(0, ...Object.keys(fields).map(name => Number(/^record:(\d+)$/.exec(name)?.[1] ?? 0)));

// One more heat like the last one, empty and with ids of its own.
export function addHeat(form) {
  const last = heatsIn(form).at(-1);
  if (!last) return false;
  const from = Number(last.querySelector('[name^="record:"]').name.slice(7)), to = from + 1;
  const heat = last.cloneNode(true);
  const renumber = text => text.replace(/^(id:|v:|record:|h)(\d+)/, (whole, start, number) =>
    Number(number) === from ? `${start}${to}` : whole);
  for (const element of heat.querySelectorAll('*')) {
    for (const name of ['id', 'name', 'for']) {
      if (element.hasAttribute(name)) element.setAttribute(name, renumber(element.getAttribute(name)));
    }
    const described = element.getAttribute('aria-describedby');
    if (described) element.setAttribute('aria-describedby', described.split(' ').map(renumber).join(' '));
  }
  const legend = heat.querySelector('legend');
  legend.textContent = legend.textContent.replace(/\d+/, to);
  renew(heat);
  last.after(heat);
  return true;
}

// A whole shift for everybody who has no figure yet.
export function fillEmpty(form, figure) {
  for (const input of form.querySelectorAll('input[type=text][name^="v:"]')) input.value ||= figure;
}

// Empties the fields below and gives the lines new ids.
export function renew(root) {
  for (const input of root.querySelectorAll('input')) {
    if (input.name.startsWith('id:')) input.value = newId();
    else if (input.type === 'text') input.value = '';
  }
  for (const problem of root.querySelectorAll('.problem')) problem.remove();
}

// What was typed as a reader knows it: the words beside each field.
export function linesOf(form) {
  const lines = [];
  for (const field of form.querySelectorAll('.field')) {
    const input = field.querySelector('input[type=text]'), value = input?.value.trim();
    if (!value) continue;
    const heat = field.closest('fieldset')?.querySelector('[name^="record:"]');
    const label = words(field.querySelector('label'));
    lines.push({ field: input.id, label: heat && heat !== input ? `${label} · ${heat.value}` : label, value });
  }
  if (form.dataset.part === 'nothing') lines.push({ label: words(form.querySelector('h2')), value: '✓' });
  const note = form.querySelector('[name=event-note]');
  if (note && form.querySelector('[name=event][value=some]')?.checked) {
    lines.push({ field: note.id, label: words(form.querySelector('.event legend')), value: note.value });
  }
  return lines;
}

const words = element => element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
