// Brings the outbox to life on an entry page. Where the browser cannot keep anything the page stays as it is.
import { begin as beginDraft } from './draft.js';
import { begin as beginSteps } from './steps.js';
import { begin as beginUpdate } from './update.js';
import { canKeep, look } from './device.js';
import { save } from './export.js';
import { shiftForm } from './form.js';
import { begin as beginLeaving, watchLock } from './leave.js';
import { listOf } from './list.js';
import { panelOf } from './panel.js';
import { askOwner, askPage, judge, send, whenClockIsSeen } from './server.js';
import { createSender } from './sender.js';
import { arrived, isFormPast, isPast } from './sheet.js';
import { show as showShell } from './shell.js';
import * as store from './store.js';
import './scan.js';
import { find, keep as keepForm, make as formOf } from './template.js';
import { lang, make, pageOwner, say } from './texts.js';
import { follow } from './tracks.js';

const slowMs = 60_000, restMs = 150;
const root = document.getElementById('outbox'), isShell = root.dataset.view === 'shell';
const panel = root.appendChild(make('section', { class: 'panel', 'aria-live': 'polite' }));
const list = make('section', {});
const status = { owner: pageOwner, promised: true };

async function begin() {
  if (!await canKeep(store)) {
    panel.append(make('p', { class: 'notice warns', 'data-about': 'storage' }, say('noStorage')));
    return;
  }

  if (pageOwner) await store.put('facts', pageOwner, 'owner');
  else status.owner = await store.get('facts', 'owner');
  await forgetPast();

  const sender = createSender({
    store, send, judge, owner: () => status.owner,
    onState: ({ trouble, waits }) => {
      if (trouble !== undefined) status.isReached = !['network', 'device'].includes(trouble);
      status.needsSignIn = trouble === 'sign-in' || trouble === 'person';
      status.waits = waits;
      draw();
    },
  });
  const wake = () => sender.wake({ afresh: true });
  act.sendNow = () => { meet(); wake(); };
  store.onChange(draw);
  whenClockIsSeen(off => { status.off = off; });

  const form = isShell ? await showShell(root) : shiftForm(document);
  if (location.pathname === '/entry/outbox') root.append(list);
  if (form && form.dataset.step === 'form') await beginForm(form, wake);
  const lock = document.getElementById('lock');
  if (lock) watchLock(lock, () => status.isReached !== false);
  if (root.dataset.view === 'leave') beginLeaving(document.querySelector('form.entry'), status.owner, act);
  draw();

  addEventListener('online', act.sendNow);
  addEventListener('offline', () => { status.isReached = false; draw(); });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && act.sendNow());
  setInterval(() => sender.wake(), slowMs);
  look().then(seen => { Object.assign(status, seen); return draw(); });
  act.sendNow();
  await beginWorker();
}

// The form as it came is kept before anything is typed or put back.
async function beginForm(form, wake) {
  if (!isShell && !form.dataset.formAt) {
    await keepForm(form, lang);
    keepCrew();
  }

  const wanted = new URL(location).searchParams.get('sheet');
  const draft = await beginDraft(form, { owner: status.owner, lang, wanted });
  const { sheet } = draft;
  if (draft.isBack) {
    form.before(make('div', { class: 'notice', id: 'restored' },
      ...(sheet.state === 'returned' ? (sheet.reason ?? []).map(problem => make('p', {}, `${say('wasReturned')}${problem.message}`))
        : [make('p', {}, say('restored', new Date(sheet.changedAt).toLocaleString(lang === 'en' ? 'en-GB' : 'zh-CN')))])));
  }
  beginSteps(form, draft, {
    onSubmitted: submitted => {
      document.getElementById('restored')?.remove();
      status.submitted = submitted.id;
      wake();
    },
    onMore: pressed => more(pressed, sheet.shift, wake),
  });
  document.documentElement.dataset.form = 'kept';
}

// The form of the shift's people comes along with that of its figures: whoever is offline cannot fetch it.
async function keepCrew() {
  const crew = document.querySelector('a[data-part=crew]');
  const page = crew && await askPage(crew.href);
  const form = page && shiftForm(page);
  if (form) await keepForm(form, lang);
}

// Another form for the same shift: from the server where it can be reached, else on the spot.
async function more(pressed, shift, wake) {
  status.submitted = undefined;
  if (status.isReached !== false) return;
  pressed.preventDefault();
  const kept = await find(shift);
  if (!kept) return location.assign(pressed.target.href);
  const form = formOf(kept, shift);
  pressed.target.closest('.kept').replaceWith(form);
  await beginForm(form, wake);
  form.querySelector('input[type=text]')?.focus();
}

const act = {
  update: () => status.update?.(),
  save: async () => save((await store.all('sheets')).filter(sheet => sheet.owner === status.owner), say('exportName')),
  discard: sheet => store.remove('sheets', sheet.id),
};

// Is the server there, who is signed in, what time is it there.
async function meet() {
  const answer = await askOwner();
  status.isReached = answer !== null;
  status.needsSignIn = answer?.status === 401;
  if (answer?.status === 200 && answer.body?.owner && answer.body.owner !== status.owner) {
    status.owner = answer.body.owner;
    await store.put('facts', status.owner, 'owner');
  }
  draw();
  if (answer?.status === 200) await follow(status.owner);
}

async function forgetPast() {
  for (const sheet of await store.all('sheets')) if (isPast(sheet, Date.now())) await store.remove('sheets', sheet.id);
  for (const form of await store.all('forms')) if (isFormPast(form, Date.now())) await store.remove('forms', form.key);
}

// At once, then a few times a second at most: five hundred sheets may arrive in a row.
let isDrawing = false, isStale = false;
async function draw() {
  isStale = true;
  if (isDrawing) return;
  isDrawing = true;
  while (isStale) {
    isStale = false;
    const sheets = await store.all('sheets');
    replace(panel, panelOf(sheets, status, act));
    if (list.isConnected) replace(list, listOf(sheets, status, act));
    showArrival(sheets);
    await new Promise(rested => setTimeout(rested, restMs));
  }
  isDrawing = false;
}

// Leaves in place what looks the same, so that nobody's focus is lost and nothing is read out twice.
function replace(place, content) {
  if (place.firstChild?.outerHTML !== content.outerHTML) place.replaceChildren(content);
}

// Whoever still looks at what was just kept is led to the receipt, as without the outbox.
function showArrival(sheets) {
  const sheet = sheets.find(it => it.id === status.submitted);
  const kept = document.querySelector(`[data-sheet="${status.submitted}"].kept`);
  if (!sheet || !kept) return;
  const line = kept.querySelector('.on-its-way');
  if (arrived.includes(sheet.state)) {
    kept.querySelector('.done').textContent = say('delivered');
    line.textContent = '';
    status.submitted = undefined;
    location.assign(sheet.receipt.address);
  } else if (sheet.state === 'returned') {
    line.replaceChildren(...sheet.reason.map(problem => make('span', { class: 'problem' }, `${say('wasReturned')}${problem.message}`)));
  }
}

async function beginWorker() {
  const look = await beginUpdate({
    isIdle: async () => !(await store.all('sheets')).some(sheet => sheet.state === 'sending'),
    onWaiting: update => { status.update = update; draw(); },
  });
  store.onChange(look);
  await navigator.serviceWorker.ready;
  status.isReady = true;
  document.documentElement.dataset.offline = 'ready';
  draw();
}

if (isSecureContext && 'serviceWorker' in navigator) await begin();
