// The service worker, and a new version of it: it waits until nothing is being sent, then until somebody presses.
export async function begin({ isIdle, onWaiting }) {
  const registration = await navigator.serviceWorker.register('/entry/worker.js', { scope: '/entry' });
  let asked = false;
  navigator.serviceWorker.addEventListener('controllerchange', () => asked && location.reload());
  const look = async () => {
    const waiting = navigator.serviceWorker.controller && registration.waiting;
    onWaiting(waiting && await isIdle() ? () => { asked = true; registration.waiting.postMessage('take-over'); } : undefined);
  };
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look));
  await look();
  return look;
}
