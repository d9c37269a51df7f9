// What has become of sheets that have arrived: certified, corrected, or as they were.
import { arrived, entryIds } from './sheet.js';
import { askTracks } from './server.js';
import * as store from './store.js';

const mostShifts = 12;

export const fateOf = (sheet, tracks) => {
  const fates = tracks.filter(track => entryIds(sheet).includes(track.entry)).map(track => track.fate);
  return fates.length === 0 ? undefined
    : fates.includes('corrected') ? 'corrected'
    : fates.every(fate => fate === 'certified') ? 'certified' : 'received';
};

export async function follow(owner) {
  const sheets = (await store.all('sheets')).filter(sheet => sheet.owner === owner && arrived.includes(sheet.state));
  const newest = sheets.sort((one, other) => other.submittedAt - one.submittedAt);
  for (const shift of [...new Set(newest.map(sheet => sheet.shift))].slice(0, mostShifts)) {
    const answer = await askTracks(shift);
    if (answer?.status !== 200) return;
    for (const sheet of sheets.filter(it => it.shift === shift)) {
      const fate = fateOf(sheet, answer.body);
      await store.change('sheets', sheet.id, known => fate && known && known.state !== fate ? { ...known, state: fate } : undefined);
    }
  }
}
