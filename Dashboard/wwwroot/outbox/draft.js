// What is typed is kept at each change, for the person who types it; a form that is opened again gets it back.
import { fieldsOf, fill, isTyped, linesOf } from './form.js';
import { isOpen, submitted } from './sheet.js';
import { newId } from './id.js';
import * as store from './store.js';

export async function begin(form, { owner, lang, wanted, now = Date.now }) {
  const { shift, part, name, formAt } = form.dataset;
  let sheet = await findOpen(owner, shift, part, wanted);
  const isBack = sheet !== undefined;
  if (isBack) fill(form, sheet.fields);
  sheet ??= { id: newId(), owner, shift, part, name, lang, state: 'draft', formAt, madeAt: now() };

  // Kept under the same id through all its states, so that a sheet that was submitted leaves no draft behind.
  const keep = from => {
    const fields = fieldsOf(from), lines = linesOf(from);
    if (!isTyped(fields) && sheet.state === 'draft') return store.remove('sheets', sheet.id);
    return store.change('sheets', sheet.id, known =>
      known && !isOpen(known) ? undefined : { ...sheet, ...known, fields, lines, changedAt: now() });
  };

  // Resolves once the device has it. Where another window submitted it meanwhile with other content, it is one more sheet:
  // the server shows both.
  const submit = async (fields, lines) => {
    const done = await store.change('sheets', sheet.id, known =>
      known && !isOpen(known) ? undefined : submitted({ ...sheet, ...known }, fields, lines, now()));
    if (done) return done;
    const other = await store.get('sheets', sheet.id);
    if (isSame(other.fields, fields)) return other;
    const copy = submitted({ ...sheet, id: newId() }, fields, lines, now());
    await store.put('sheets', copy);
    return copy;
  };

  return { sheet, isBack, keep, submit };
}

// The sheet that the address asks for, else the draft of this person for this part of the shift.
async function findOpen(owner, shift, part, wanted) {
  const mine = (await store.all('sheets')).filter(sheet =>
    sheet.owner === owner && sheet.shift === shift && sheet.part === part && isOpen(sheet));
  return wanted ? mine.find(sheet => sheet.id === wanted) : mine.find(sheet => sheet.state === 'draft');
}

// The seal that a check page adds differs from page to page and says nothing of what was typed.
function isSame(one, other) {
  const text = fields => JSON.stringify(Object.entries(fields).filter(([name, value]) => name !== 'before' && value !== '').sort());
  return text(one) === text(other);
}
