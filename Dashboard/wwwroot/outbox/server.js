// What is said to the server, each call within its time limit, and what its answers mean for a sheet.
import { offMs } from './clock.js';

export const limitMs = 8_000, pageLimitMs = 3_000;

// The timer is the page's own, so that a test's clock moves it.
export async function within(ms, act) {
  const limit = new AbortController(), timer = setTimeout(() => limit.abort(), ms);
  try {
    return await act(limit.signal);
  } finally {
    clearTimeout(timer);
  }
}

let onClock = () => {};
export const whenClockIsSeen = listener => { onClock = listener; };

// The answer with its body; null where there was none in time.
export function ask(path, options = {}) {
  return within(limitMs, async signal => {
    const sentAt = Date.now();
    const answer = await fetch(path, { cache: 'no-store', redirect: 'error', ...options, signal });
    const off = offMs(answer.headers.get('date'), sentAt, Date.now());
    if (off !== undefined) onClock(off);
    const isJson = /\bjson\b/.test(answer.headers.get('content-type') ?? '');
    return { status: answer.status, body: isJson ? await answer.json() : undefined };
  }).catch(() => null);
}

// A page of ours; null where there was none in time.
export const askPage = address => within(limitMs, async signal => {
  const answer = await fetch(address, { credentials: 'same-origin', redirect: 'error', signal });
  return answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
}).catch(() => null);

export const askOwner = () => ask('/api/outbox/owner');

export const askTracks = shift => ask(`/api/shifts/${shift}/tracks`);

export const send = sheet => ask(`/api/shifts/${sheet.shift}/typed?lang=${sheet.lang}`, {
  method: 'PUT',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    owner: sheet.owner, part: sheet.part, fields: sheet.fields, deviceAt: sheet.deviceAt, formAt: sheet.formAt,
  }),
});

// received, returned, or why it waits on: sign-in, person, busy (this sheet; others may pass), network (all).
// Whoever answers without our own problem document is not our server: a portal of the Wi-Fi, a proxy.
export function judge(answer) {
  if (!answer) return { verdict: 'network' };
  const { status, body } = answer;
  if (status === 200 && body?.address && body.entries) return { verdict: 'received', receipt: body };
  if (status === 200) return { verdict: 'network' };
  if (status === 401) return { verdict: 'sign-in' };
  const isOurs = typeof body?.type === 'string' && body.type.startsWith('/problems/');
  if (!isOurs) return { verdict: status >= 500 ? 'busy' : 'network' };
  if (body.type === '/problems/other-person') return { verdict: 'person' };
  if (body.type === '/problems/must-change-password') return { verdict: 'sign-in' };
  if (status >= 500 || [408, 425, 429].includes(status)) return { verdict: 'busy' };
  return { verdict: 'returned', problems: body.problems ?? [{ rule: body.title ?? '', message: body.detail ?? body.title ?? '' }] };
}
