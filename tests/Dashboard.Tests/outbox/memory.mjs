// A device's memory, locks and clock under a test's hand.
export function memory(sheets = []) {
  const kept = new Map(sheets.map(sheet => [sheet.id, sheet]));
  return {
    kept,
    all: async () => [...kept.values()],
    change: async (_, id, decide) => {
      const next = decide(kept.get(id));
      if (next !== undefined) kept.set(id, next);
      return next;
    },
  };
}

export function locks() {
  let last = Promise.resolve();
  return {
    request: (_, act) => {
      const turn = last.then(act);
      last = turn.catch(() => {});
      return turn;
    },
  };
}

export const waiting = (id, submittedAt, owner = 'me') => ({ id, owner, submittedAt, state: 'waiting', shift: 'p/t/2026-07-01/day', fields: {} });

export const received = { status: 200, body: { address: '/entry/receipt/1', entries: [{ id: '1', seq: 1 }] } };
