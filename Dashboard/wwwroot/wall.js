// What a wall needs of its screen: no pointer, no sleep, keys of a remote, a fresh page every night.
const nightlyHour = 4, nightlyMinute = 10, spreadMinutes = 5, pointerMs = 3000;

export function begin(wall) {
  hidePointer();
  keepAwake();
  reloadAtNight();
  document.addEventListener('keydown', pressed => {
    if (['ArrowLeft', 'ArrowRight', ' '].includes(pressed.key)) {
      pressed.preventDefault();
      wall.invokeMethodAsync('Press', pressed.key);
    }
  });
  window.ganchaoWallIsLive = true;
  return performance.now() / 1000;
}

function hidePointer() {
  let timer;
  const still = () => document.documentElement.classList.add('still');
  document.addEventListener('pointermove', () => {
    document.documentElement.classList.remove('still');
    clearTimeout(timer);
    timer = setTimeout(still, pointerMs);
  });
  timer = setTimeout(still, pointerMs);
}

function keepAwake() {
  const ask = () => document.visibilityState === 'visible' && navigator.wakeLock?.request('screen').catch(() => {});
  document.addEventListener('visibilitychange', ask);
  ask();
}

function reloadAtNight() {
  const now = new Date(), night = new Date(now);
  night.setHours(nightlyHour, nightlyMinute + (Math.random() * 2 - 1) * spreadMinutes, 0, 0);
  if (night <= now) night.setDate(night.getDate() + 1);
  setTimeout(() => location.reload(), night - now);
}
