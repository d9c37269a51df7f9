import assert from 'node:assert/strict';
import { test } from 'node:test';
import { waitMs } from '../../../Dashboard/wwwroot/outbox/backoff.js';
import { isWrong, offMs } from '../../../Dashboard/wwwroot/outbox/clock.js';
import { fileOf } from '../../../Dashboard/wwwroot/outbox/export.js';
import { newId } from '../../../Dashboard/wwwroot/outbox/id.js';
import { judge } from '../../../Dashboard/wwwroot/outbox/server.js';
import { count, entryIds, inOrder, isFormPast, isPast, keptMs, oldestAgeMs, submitted } from '../../../Dashboard/wwwroot/outbox/sheet.js';

const sheet = (state, changedAt = 0) => ({ id: 'a', state, changedAt, submittedAt: changedAt, fields: {} });

test('drafts and what has arrived go after 30 days, what has not arrived never', () => {
  const now = keptMs + 1;

  assert.deepEqual(
    ['draft', 'received', 'certified', 'corrected', 'waiting', 'sending', 'returned'].filter(state => isPast(sheet(state), now)),
    ['draft', 'received', 'certified', 'corrected']);
  assert.equal(isPast(sheet('draft', 2), now), false);
});

test('the form that names a team\'s people goes after 30 days without use, others stay', () => {
  const now = keptMs + 1;

  assert.deepEqual([{ part: 'crew', at: 0 }, { part: 'crew', at: 2 }, { at: 0 }].filter(form => isFormPast(form, now)), [{ part: 'crew', at: 0 }]);
});

test('counts say what waits, what arrived and what came back', () => assert.deepEqual(
  count(['draft', 'waiting', 'sending', 'received', 'certified', 'corrected', 'returned'].map(state => sheet(state))),
  { unsent: 2, received: 3, returned: 1, drafts: 1 }));

test('the oldest unsent sheet tells the age', () =>
  assert.equal(oldestAgeMs([sheet('received', 1), sheet('waiting', 5), sheet('sending', 7)], 10), 5));

test('sheets of one moment have an order', () =>
  assert.deepEqual(inOrder([{ id: 'b', submittedAt: 1 }, { id: 'a', submittedAt: 1 }]).map(it => it.id), ['a', 'b']));

test('a sheet is submitted with the time of the device and without its old reason', () => {
  const sent = submitted({ ...sheet('returned'), reason: [{}] }, { 'v:kwh': '1' }, [], 1000);

  assert.deepEqual([sent.state, sent.reason, sent.deviceAt], ['waiting', undefined, '1970-01-01T00:00:01.000Z']);
});

test('only lines with a figure are entries', () =>
  assert.deepEqual(entryIds({ fields: { 'id:a': '1', 'v:a': '5', 'id:b': '2', 'v:b': '' } }), ['1']));

test('waits lie between two seconds and a minute', () => {
  const waits = Array.from({ length: 40 }, (_, tries) => [waitMs(tries, () => 0), waitMs(tries, () => 0.999)]).flat();

  assert.ok(waits.every(ms => ms >= 2000 && ms <= 60000));
});

test('ids are of version 7 and made in the order of time', () => {
  assert.match(newId(), /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.ok(newId(Date.UTC(2026, 0, 1)) < newId(Date.UTC(2026, 0, 2)));
  assert.equal(parseInt(newId(Date.UTC(2026, 0, 1)).slice(0, 13).replace('-', ''), 16), Date.UTC(2026, 0, 1));
});

test('a clock is wrong from two minutes on, either way', () => {
  const server = 'Thu, 26 Nov 2026 12:00:00 GMT', at = Date.parse(server);

  assert.equal(offMs(server, at + 300_000, at + 301_000), 300_000);
  assert.deepEqual([121_000, -121_000, 119_000, undefined].map(isWrong), [true, true, false, false]);
  assert.equal(offMs(null, 0, 0), undefined);
});

test('answers are judged by what they are, and only our own refusals return a sheet', () => {
  const ours = (status, type) => judge({ status, body: { type: `/problems/${type}`, title: type } }).verdict;

  assert.equal(judge(null).verdict, 'network');
  assert.equal(judge({ status: 200 }).verdict, 'network', "a portal's page is no receipt");
  assert.equal(judge({ status: 403 }).verdict, 'network', "a proxy's refusal is not ours");
  assert.equal(judge({ status: 502 }).verdict, 'busy');
  assert.equal(ours(401, 'sign-in-needed'), 'sign-in');
  assert.equal(ours(403, 'other-person'), 'person');
  assert.equal(ours(503, 'outcome-unknown'), 'busy');
  assert.equal(ours(429, 'too-many'), 'busy');
  assert.deepEqual([400, 403, 404, 409, 413, 422].map(status => ours(status, 'a-rule')), Array(6).fill('returned'));
});

test('the file holds what is unsent, readable and whole', () => {
  const file = JSON.parse(fileOf([{ ...sheet('waiting'), shift: 's', fields: { 'v:kwh': '5' } }, sheet('received')], 0));

  assert.deepEqual(file.sheets.map(it => [it.shift, it.fields['v:kwh']]), [['s', '5']]);
});
