// What stands in for an entry page without a network: a form that was downloaded before, the outbox, or a choice of forms.
import { addressOf, dateOf, find, make as formOf, makeNothing, onDate, partIn } from './template.js';
import * as templates from './template.js';
import { day, link, make, say, span } from './texts.js';

// root: where to put it. The form that was put there, if it is one.
export async function show(root) {
  const asked = partIn(location.pathname);
  if (asked) return showForm(root, asked);
  const { pathname } = location;
  if (pathname === '/entry/outbox') root.append(make('h1', {}, say('outbox')));
  else {
    if (pathname !== '/entry' && pathname !== '/entry/offline') root.append(make('p', { class: 'notice warns' }, say('needsNetwork')));
    await showChoice(root);
  }
  return undefined;
}

async function showForm(root, { part, shift }) {
  const kept = await find(shift, part === 'nothing' ? '' : part);
  root.append(
    make('p', { class: 'crumb' }, make('a', { href: link('/entry') }, `‹ ${say('enter')}`)),
    make('h1', {}, kept?.name ?? shift, make('small', {}, `${day(dateOf(shift))}${kept ? ` · ${kept.plant}` : ''}`)));
  if (!kept) {
    root.append(make('p', { class: 'notice warns' }, say('noForm')));
    return undefined;
  }

  const form = part === 'nothing' ? makeNothing(kept, shift) : formOf(kept, shift);
  root.append(make('p', { class: 'hint form-age' }, say('formAge', span(Date.now() - kept.at))), form, await othersOf(shift, part));
  document.title = `${kept.name} · ${document.title}`;
  return form;
}

// The other parts of the shift that the device has forms for.
async function othersOf(shift, part) {
  const to = (other, text) => make('a', { href: link(addressOf(shift, other)) }, say(text));
  return make('p', { class: 'further' },
    part !== '' && to('', 'enter'),
    part !== 'crew' && await find(shift, 'crew') && to('crew', 'crew'),
    part !== 'nothing' && to('nothing', 'nothing'));
}

async function showChoice(root) {
  const kept = (await templates.all()).sort((one, other) => one.name < other.name ? -1 : 1);
  root.append(make('h1', {}, say('chooseTeam')));
  if (kept.length === 0) root.append(make('p', { class: 'notice' }, say('noForm')));
  root.append(make('ul', { class: 'teams' }, ...kept.map(rowOf)));
}

function rowOf(form, index) {
  const today = localDate(new Date());
  const date = make('input', { type: 'date', id: `date-${index}`, value: today, max: today, required: '' });
  const go = make('a', { class: 'button', href: link(`/entry/${onDate(form.shift, today)}`) }, say('enter'));
  date.addEventListener('change', () => { if (date.value) go.href = link(`/entry/${onDate(form.shift, date.value)}`); });
  return make('li', {},
    make('h2', {}, form.name, ' ', make('small', {}, say('formAge', span(Date.now() - form.at)))),
    make('div', { class: 'field' }, make('label', { for: `date-${index}` }, say('date')), date),
    go);
}

const localDate = at => [at.getFullYear(), at.getMonth() + 1, at.getDate()].map(part => String(part).padStart(2, '0')).join('-');
