// The check page where the server cannot be reached: what was typed, each line with a way back. Nothing is judged here.
import { linesOf } from './form.js';
import { make, say } from './texts.js';

export function reviewOf(form) {
  const row = ({ field, label, value }) => make('li', {},
    make('span', { class: 'what' }, label),
    make('b', { class: 'figure' }, value),
    make('button', { class: 'change', type: 'submit', name: 'step', value: `edit:${field}`, 'aria-label': `${say('change')} ${label}` },
      say('change')));
  return make('form', { class: 'entry', method: 'post', action: form.getAttribute('action'), novalidate: '', 'data-shift': form.dataset.shift, 'data-step': 'local' },
    make('h2', { tabindex: '-1' }, say('check')),
    make('p', { class: 'notice' }, say('checkOffline')),
    make('ul', { class: 'review' }, ...linesOf(form).map(row)),
    make('p', { class: 'buttons' },
      make('button', { class: 'primary', id: 'submit', name: 'step', value: 'submit' }, say('submit')),
      make('button', { name: 'step', value: 'edit' }, say('back'))));
}

export function problemsOf(...messages) {
  return make('div', { class: 'problems', role: 'alert', tabindex: '-1' },
    make('ul', {}, ...messages.map(message => make('li', {}, message))));
}
