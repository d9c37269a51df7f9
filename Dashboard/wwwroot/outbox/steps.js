// Type, check, submit on the page of a shift's form. The server checks where it can be reached in time; what is submitted is
// on the device first, and only then said to be so.
import { addHeat, fieldsOf, fillEmpty, isTyped, linesOf, shiftForm } from './form.js';
import { problemsOf, reviewOf } from './review.js';
import { pageLimitMs, within } from './server.js';
import { link, make, say, time } from './texts.js';

export function begin(form, draft, { onSubmitted, onMore }) {
  let typed = form, shown = form;

  const show = next => {
    shown.replaceWith(next);
    shown = next;
    listen(next);
    const wanted = next.querySelector('.problems') ? null : next.querySelector('[autofocus]');
    const first = wanted ?? next.querySelector('.problems, h2, .done') ?? next;
    if (!wanted) first.setAttribute('tabindex', '-1');
    first.focus();
    scrollTo(0, 0);
  };

  const listen = current => {
    if (current.dataset.heard) return;
    current.dataset.heard = '1';
    current.addEventListener('submit', pressed => {
      pressed.preventDefault();
      press(pressed.submitter?.value || 'check');
    });
    if (current.dataset.step === 'form') {
      for (const event of ['input', 'change']) current.addEventListener(event, () => draft.keep(current));
    }
  };

  async function press(step) {
    if (step === 'more' && addHeat(typed)) return;
    if (step.startsWith('edit')) return edit(step.slice(5));
    if (step === 'submit') return submit();
    return check(step);
  }

  function edit(line) {
    show(typed);
    const named = [...typed.elements].find(control => control.id === line || control.name === `v:${line}`);
    named?.focus();
  }

  async function check(step) {
    typed = shown;
    typed.querySelector(':scope > .problems')?.remove();
    if (!isTyped(fieldsOf(typed)) && step === 'check') return complain(say('nothingTyped'));
    const answer = await askServer(typed, fieldsOf(typed), step);
    if (answer?.form) return showAnswer(answer.form);
    return step.startsWith('fill:') ? fillWith(step.slice(5))
      : step === 'more' ? complain(say('noMoreHeats'))
      : step === 'order' ? complain(say(typed.dataset.part === 'crew' ? 'noPeople' : 'noOrders'))
      : show(reviewOf(typed));
  }

  function fillWith(figure) {
    fillEmpty(typed, figure);
    return draft.keep(typed);
  }

  // The form again, with what is wrong, takes the place of the one that was typed into.
  function showAnswer(next) {
    if (next.dataset.step === 'form') {
      next.dataset.formAt = typed.dataset.formAt ?? '';
      typed = next;
    }

    show(next);
  }

  function complain(message) {
    const problems = problemsOf(message);
    shown.prepend(problems);
    problems.focus();
  }

  // What looks odd to the server and is not explained yet goes back to it: it says what is missing.
  const isUnexplained = page => [...page.querySelectorAll('.unusual')].some(odd =>
    [...odd.querySelectorAll('[name^="ok:"]')].some(tick => !tick.checked) ||
    ![...odd.querySelectorAll('[name^="why:"]')].some(why => why.value.trim() !== ''));

  async function submit() {
    const fields = shown.dataset.step === 'local' ? fieldsOf(typed) : fieldsOf(shown);
    if (isUnexplained(shown)) {
      const answer = await askServer(shown, fields, 'submit');
      if (answer?.form) return showAnswer(answer.form);
    }

    try {
      const sheet = await draft.submit(fields, linesOf(typed));
      show(doneOf(sheet));
      onSubmitted(sheet);
    } catch (broken) {
      complain(say('keepFailed', broken.message));
    }
  }

  const doneOf = sheet => make('section', { class: 'entry kept', 'data-sheet': sheet.id, 'data-shift': sheet.shift, 'data-step': 'kept' },
    make('p', { class: 'done', role: 'status' }, say('stored')),
    make('p', {}, `${time(sheet.submittedAt)} · ${say('number', sheet.id.slice(-4))}`),
    make('p', { class: 'on-its-way' }, say('storedMeaning')),
    make('p', { class: 'buttons' },
      make('a', { class: 'button primary', href: link(`/entry/${sheet.shift}`), onclick: onMore }, say('enterMore')),
      make('a', { class: 'button', href: link('/entry/outbox') }, say('show'))));

  listen(form);
}

// Posts the form as the page without scripts does, and takes the form out of the answer; null where there is none in time.
async function askServer(form, fields, step) {
  const action = form.getAttribute('action');
  try {
    return await within(pageLimitMs, async signal => {
      const proof = proofIn(form) ?? proofIn(shiftForm(await page(action, { signal })));
      if (!proof) return null;
      const body = new URLSearchParams({ ...fields, ...proof, step });
      const answered = shiftForm(await page(action, { method: 'POST', body, signal }));
      return answered ? { form: document.importNode(answered, true) } : null;
    });
  } catch {
    return null;    // no network, too slow, or no page of ours: the sheet is checked when it arrives
  }
}

async function page(address, options) {
  const answer = await fetch(link(address), { credentials: 'same-origin', ...options });
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

function proofIn(form) {
  const [token, handler] = ['__RequestVerificationToken', '_handler'].map(name => form?.querySelector(`[name=${name}]`)?.value);
  return token && handler ? { __RequestVerificationToken: token, _handler: handler } : undefined;
}
