// What is unsent as a file, for the statistician or a memory stick: readable, and complete enough to enter it again.
import { isOpen, isUnsent } from './sheet.js';

export const fileOf = (sheets, now) => JSON.stringify({
  made: new Date(now).toISOString(),
  sheets: sheets.filter(sheet => isUnsent(sheet) || isOpen(sheet)).map(
    ({ shift, part, name, state, lines, fields, deviceAt, formAt, owner, reason }) =>
      ({ shift, part, name, state, lines, deviceAt, formAt, owner, reason, fields })),
}, null, 2);

export function save(sheets, name, now = Date.now()) {
  const address = URL.createObjectURL(new Blob([fileOf(sheets, now)], { type: 'application/json' }));
  const saving = Object.assign(document.createElement('a'), {
    href: address, download: `${name}-${new Date(now).toISOString().slice(0, 10)}.json`,
  });
  document.body.append(saving);
  saving.click();
  saving.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
