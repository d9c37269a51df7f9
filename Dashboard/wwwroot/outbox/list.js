// The outbox page: every sheet of the person on this device with its state, what is wrong with it and what to do.
import { count, isOpen, isUnsent } from './sheet.js';
import { addressOf } from './template.js';
import { link, make, say, time } from './texts.js';

const marks = {
  draft: '◇', waiting: '●', sending: '↑', received: '✓', certified: '■', returned: '✕', corrected: '↻',
};
const mostArrived = 60;

export function listOf(sheets, status, act) {
  const mine = sheets.filter(sheet => sheet.owner === status.owner).sort(newestFirst);
  const waits = mine.filter(sheet => isUnsent(sheet) || isOpen(sheet));
  const shown = [...waits, ...mine.filter(sheet => !waits.includes(sheet)).slice(0, mostArrived)];
  const { unsent } = count(mine);
  return make('div', {},
    waits.length > 0 ? make('p', { class: 'buttons' },
      make('button', { type: 'button', class: 'button', id: 'export', onclick: act.save }, say('export'))) : '',
    unsent > 0 && status.waits ? make('p', { class: 'hint' }, say('notReached', Math.round(status.waits / 1000))) : '',
    !status.promised ? make('p', { class: 'hint' }, say('notPersistent')) : '',
    shown.length === 0 ? make('p', { class: 'empty' }, say('empty')) : '',
    make('ul', { class: 'sheets' }, ...shown.map(sheet => rowOf(sheet, act))));
}

const newestFirst = (one, other) => (other.submittedAt ?? other.changedAt) - (one.submittedAt ?? one.changedAt);

function rowOf(sheet, act) {
  const [, , date] = sheet.shift.split('/');
  return make('li', { 'data-state': sheet.state, 'data-sheet': sheet.id },
    make('h2', {},
      make('span', { class: `state ${sheet.state}` }, `${marks[sheet.state]} ${say(sheet.state)}${sheet.receipt?.isLate ? ` · ${say('late')}` : ''}`),
      make('span', {}, sheet.name), ' ', make('small', {}, date)),
    make('ul', { class: 'lines' }, ...(sheet.lines ?? []).map(line => make('li', {}, `${line.label}: `, make('b', {}, line.value)))),
    make('p', { class: 'hint' }, time(sheet.submittedAt ?? sheet.changedAt), ` · ${say('number', sheet.id.slice(-4))}`),
    ...(sheet.reason ?? []).map(problem => make('p', { class: 'problem' }, problem.message,
      problem.detail ? make('small', { lang: 'en' }, problem.detail) : '')),
    make('p', { class: 'buttons row' }, ...waysOf(sheet, act)));
}

const recordedBefore = ['id-taken', 'cell-taken', 'already-superseded'];

function waysOf(sheet, act) {
  const open = link(`${addressOf(sheet.shift, sheet.part)}?sheet=${sheet.id}`), history = link(`/entry/history/${sheet.shift}`);
  const isTaken = sheet.reason?.some(problem => recordedBefore.includes(problem.rule));
  return [
    sheet.state === 'draft' && make('a', { class: 'button', href: open }, say('resume')),
    sheet.state === 'returned' && make('a', { class: 'button primary', href: open }, say('correct')),
    (isTaken || sheet.receipt) && make('a', { class: 'button', href: history }, say('history')),
    sheet.receipt && make('a', { class: 'button', href: sheet.receipt.address }, say('receipt')),
    isOpen(sheet) && make('details', {}, make('summary', {}, say('delete')),
      make('button', { type: 'button', class: 'button', onclick: () => act.discard(sheet) }, say('confirmDelete'))),
  ].filter(Boolean);
}
