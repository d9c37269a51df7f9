// Sends what waits: one sender on the device whatever the number of tabs, oldest first, again and again until it has arrived.
import { waitMs } from './backoff.js';
import { inOrder } from './sheet.js';

const lock = 'ganchao-outbox';

/// store: all, change. send(sheet): an answer. judge(answer): its verdict. owner(): whose sheets may be sent. The rest is
/// the page's own, and a test's in tests.
export function createSender({
  store, send, judge, owner, now = Date.now, locks = navigator.locks, later = setTimeout, forget = clearTimeout,
  random = Math.random, onState = () => {},
}) {
  let tries = 0, timer, running;

  // Whoever wants it sent while it is being sent waits for that to end, and looks again.
  function wake({ afresh = false } = {}) {
    if (afresh) tries = 0;
    forget(timer);
    timer = undefined;
    return running ??= locks.request(lock, () => {
      running = undefined;
      return pass();
    }).catch(broken => {
      // The device's own memory failed; nothing was taken from it.
      running = undefined;
      timer = later(wake, waitMs(tries++, random));
      onState({ trouble: 'device', broken });
    });
  }

  async function pass() {
    await recover();
    const passed = new Set();
    let trouble;
    for (let due; (due = await dueBut(passed)).length > 0; ) {
      trouble = await sendAll(due, passed) ?? trouble;
      if (trouble && trouble !== 'busy') break;
    }
    const waits = trouble ? waitMs(tries++, random) : undefined;
    if (waits) timer = later(wake, waits);
    onState({ trouble, waits });
  }

  // What stands in the way of the rest; busy concerns one sheet only.
  async function sendAll(due, passed) {
    let trouble;
    for (const sheet of due) {
      passed.add(sheet.id);
      const verdict = await sendOne(sheet);
      if (verdict === 'received' || verdict === 'returned') tries = 0;
      else if (verdict !== undefined) trouble = verdict;
      if (trouble && trouble !== 'busy') break;
    }
    return trouble;
  }

  // We hold the lock, so whatever is being sent is so by a tab that is gone: nobody knows whether it arrived; the same ids tell.
  async function recover() {
    for (const sheet of await store.all('sheets')) {
      if (sheet.state === 'sending') await store.change('sheets', sheet.id, back);
    }
  }

  const dueBut = async passed => inOrder((await store.all('sheets')).filter(sheet =>
    sheet.state === 'waiting' && sheet.owner === owner() && !passed.has(sheet.id)));

  async function sendOne({ id }) {
    const sheet = await store.change('sheets', id, known => known?.state === 'waiting' ? { ...known, state: 'sending' } : undefined);
    if (!sheet) return undefined;
    const { verdict, receipt, problems } = judge(await send(sheet));
    await store.change('sheets', id, known => {
      if (known?.state !== 'sending') return undefined;
      const at = { ...known, changedAt: now() };
      return verdict === 'received' ? { ...at, state: 'received', receipt, receivedAt: now() }
        : verdict === 'returned' ? { ...at, state: 'returned', reason: problems }
        : { ...known, state: 'waiting' };
    });
    return verdict;
  }

  const back = sheet => sheet?.state === 'sending' ? { ...sheet, state: 'waiting' } : undefined;

  return { wake };
}
