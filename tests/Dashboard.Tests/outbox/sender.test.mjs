import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSender } from '../../../Dashboard/wwwroot/outbox/sender.js';
import { judge } from '../../../Dashboard/wwwroot/outbox/server.js';
import { locks, memory, received, waiting } from './memory.mjs';

function senderOf(store, send, more = {}) {
  const waits = [];
  const sender = createSender({
    store, send, judge, owner: () => 'me', now: () => 0, locks: locks(), random: () => 1,
    later: (_, ms) => { waits.push(ms); return waits.length; }, forget: () => {}, ...more,
  });
  return { sender, waits };
}

const states = store => [...store.kept.values()].map(sheet => sheet.state);

test('what waits is sent oldest first', async () => {
  const store = memory([waiting('b', 2), waiting('c', 3), waiting('a', 1)]), sent = [];

  await senderOf(store, async sheet => { sent.push(sheet.id); return received; }).sender.wake();

  assert.deepEqual(sent, ['a', 'b', 'c']);
  assert.deepEqual(states(store), ['received', 'received', 'received']);
});

test('without an answer the sheet waits on, and tries are spread further and further', async () => {
  const store = memory([waiting('a', 1), waiting('b', 2)]), { sender, waits } = senderOf(store, async () => null);

  for (let tries = 0; tries < 7; tries++) await sender.wake();

  assert.deepEqual(states(store), ['waiting', 'waiting']);
  assert.deepEqual(waits, [2000, 4000, 8000, 16000, 32000, 60000, 60000]);
});

test('a sheet whose sending was broken off is sent again under the same id', async () => {
  const store = memory([{ ...waiting('a', 1), state: 'sending' }]), sent = [];

  await senderOf(store, async sheet => { sent.push(sheet.id); return received; }).sender.wake();

  assert.deepEqual(sent, ['a']);
  assert.deepEqual(states(store), ['received']);
});

test('two who want it sent send it once', async () => {
  const store = memory([waiting('a', 1)]), shared = locks();
  let sent = 0;
  const send = async () => { sent++; await new Promise(setImmediate); return received; };

  await Promise.all([senderOf(store, send, { locks: shared }).sender.wake(), senderOf(store, send, { locks: shared }).sender.wake()]);

  assert.equal(sent, 1);
});

test('a refused sheet is returned with its reason and does not hold up the next', async () => {
  const store = memory([waiting('a', 1), waiting('b', 2)]);
  const refused = { status: 422, body: { type: '/problems/not-readable', problems: [{ rule: 'not-readable', message: 'no number' }] } };

  await senderOf(store, async sheet => sheet.id === 'a' ? refused : received).sender.wake();

  assert.deepEqual(states(store), ['returned', 'received']);
  assert.equal(store.kept.get('a').reason[0].message, 'no number');
});

test('a sheet that the server fails on does not hold up the next', async () => {
  const store = memory([waiting('a', 1), waiting('b', 2)]);

  await senderOf(store, async sheet => sheet.id === 'a' ? { status: 500 } : received).sender.wake();

  assert.deepEqual(states(store), ['waiting', 'received']);
});

test('an expired sign-in keeps everything waiting and says so', async () => {
  const store = memory([waiting('a', 1), waiting('b', 2)]), told = [];

  await senderOf(store, async () => ({ status: 401 }), { onState: state => told.push(state.trouble) }).sender.wake();

  assert.deepEqual(states(store), ['waiting', 'waiting']);
  assert.deepEqual(told, ['sign-in']);
});

test("other people's sheets wait for their own sign-in", async () => {
  const store = memory([waiting('a', 1, 'other'), waiting('b', 2)]);

  await senderOf(store, async () => received).sender.wake();

  assert.deepEqual(states(store), ['waiting', 'received']);
});

test('a receipt that cannot be stored leaves the sheet to be sent again', async () => {
  const store = memory([waiting('a', 1)]), change = store.change;
  let isFull = true;
  store.change = (name, id, decide) => change(name, id, known => {
    const next = decide(known);
    if (next?.state === 'received' && isFull) throw new Error('the disk is full');
    return next;
  });
  const { sender, waits } = senderOf(store, async () => received);

  await sender.wake();
  assert.deepEqual(states(store), ['sending']);
  assert.deepEqual(waits, [2000]);
  isFull = false;
  await sender.wake();

  assert.deepEqual(states(store), ['received']);
});
