// Signing out on a shared device while something is unsent: the person is told first, and chooses.
import { isUnsent } from './sheet.js';
import { link, make, say } from './texts.js';
import * as store from './store.js';

export function begin(form, owner, act) {
  let isSure = false;
  form.addEventListener('submit', async pressed => {
    if (isSure) return;
    pressed.preventDefault();
    const left = (await store.all('sheets')).filter(sheet => sheet.owner === owner && isUnsent(sheet)).length;
    isSure = true;
    if (left === 0) return form.requestSubmit();
    const told = make('div', { class: 'problems', role: 'alert', tabindex: '-1', 'data-about': 'leave' },
      make('p', {}, say('leaveUnsent', left)),
      make('p', { class: 'buttons' },
        make('button', { type: 'button', onclick: act.sendNow }, say('sendNow')),
        make('button', { type: 'button', onclick: act.save }, say('export'))));
    form.prepend(told);
    form.querySelector('button.primary').textContent = say('leaveAnyway');
    told.focus();
  });
}

// A tablet that locks itself while there is no network closes the form, whose draft is kept; the sign-out needs the server.
export const watchLock = (lock, isReached) => lock.addEventListener('submit', pressed => {
  if (navigator.onLine && isReached()) return;
  pressed.preventDefault();
  location.assign(link('/entry'));
});
