// What every entry page says of the outbox: how much waits, and what stands in its way.
import { isWrong } from './clock.js';
import { count, isUnsent, manyUnsent, oldUnsentMs, oldestAgeMs } from './sheet.js';
import { link, make, say, span, time } from './texts.js';

// status: what is known of device, server and sign-in. act: sendNow, update.
export function panelOf(sheets, status, act, now = Date.now()) {
  const mine = sheets.filter(sheet => sheet.owner === status.owner);
  const counts = count(mine);
  return make('div', {},
    ...noticesOf(mine, sheets, status, act, now),
    make('p', { class: 'counts' },
      make('a', { href: link('/entry/outbox') }, say('counts', counts.unsent, counts.received, counts.returned)),
      status.isReady ? make('small', {}, say('ready')) : ''),
    counts.unsent > 0 ? make('p', {}, make('button', { type: 'button', class: 'button', onclick: act.sendNow }, say('sendNow'))) : '');
}

function noticesOf(mine, all, status, act, now) {
  const counts = count(mine), age = oldestAgeMs(mine, now);
  const foreign = all.filter(sheet => isUnsent(sheet) && sheet.owner !== status.owner).length;
  const here = `${location.pathname}${location.search}`;
  return [
    status.needsSignIn && warn('sign-in', say('signInAgain'), make('a', { href: link(`/sign-in?back=${encodeURIComponent(here)}`) }, say('signIn'))),
    !status.needsSignIn && status.isReached === false && warn('network', say('noNetwork')),
    counts.unsent > manyUnsent && warn('many', say('tooMany', counts.unsent)),
    age > oldUnsentMs && warn('old', say('tooOld', span(age))),
    isWrong(status.off) && warn('clock', say('clockWrong', span(Math.abs(status.off)), time(now), time(now - status.off))),
    foreign > 0 && warn('person', say('otherPerson', foreign)),
    status.isPrivate && warn('private', say('private')),
    status.update && make('p', { class: 'notice' },
      make('button', { type: 'button', class: 'button primary', id: 'update', onclick: act.update }, say('newVersion'))),
  ].filter(Boolean);
}

const warn = (about, ...parts) => make('p', { class: 'notice warns', 'data-about': about }, parts[0], parts[1] ? ' ' : '', parts[1]);
