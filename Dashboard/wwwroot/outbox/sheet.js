// A sheet on the device and its life: draft → waiting → sending → received → certified or corrected; or returned → waiting.
const hourMs = 3_600_000, dayMs = 24 * hourMs;
export const keptMs = 30 * dayMs, manyUnsent = 20, oldUnsentMs = dayMs;

export const unsent = ['waiting', 'sending'];
export const arrived = ['received', 'certified', 'corrected'];

export const isUnsent = sheet => unsent.includes(sheet.state);
export const isOpen = sheet => sheet.state === 'draft' || sheet.state === 'returned';

// Drafts and what has arrived go after 30 days; what has not arrived never goes by itself.
export const isPast = (sheet, now) =>
  (sheet.state === 'draft' || arrived.includes(sheet.state)) && now - sheet.changedAt > keptMs;

// The form of a shift's people names them: it stays no longer than it is used.
export const isFormPast = (form, now) => form.part === 'crew' && now - form.at > keptMs;

export function count(sheets) {
  const of = states => sheets.filter(sheet => states.includes(sheet.state)).length;
  return { unsent: of(unsent), received: of(arrived), returned: of(['returned']), drafts: of(['draft']) };
}

// The order in which they were submitted; ids settle what one millisecond leaves open.
export const inOrder = sheets => [...sheets].sort((one, other) =>
  one.submittedAt - other.submittedAt || (one.id < other.id ? -1 : 1));

export const oldestAgeMs = (sheets, now) =>
  Math.max(0, ...sheets.filter(isUnsent).map(sheet => now - sheet.submittedAt));

export const submitted = (sheet, fields, lines, now) => ({
  ...sheet, fields, lines, state: 'waiting', reason: undefined,
  submittedAt: now, changedAt: now, deviceAt: new Date(now).toISOString(),
});

export const entryIds = sheet => Object.entries(sheet.fields)
  .filter(([name]) => name.startsWith('id:') && sheet.fields[`v:${name.slice(3)}`])
  .map(([, id]) => id);
