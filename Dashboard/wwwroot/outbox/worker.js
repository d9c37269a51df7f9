// The service worker of the entry pages; `precache` is said before it. It keeps one build's files and a page that is nobody's,
// and answers for the network only where that does not. What goes to /api and /hubs it never touches.
const prefix = 'ganchao-entry-', cacheName = prefix + precache.version, limitMs = 3000;

const kept = new Set(precache.files);

self.addEventListener('install', event => event.waitUntil(keepAll()));

// Without the person's cookies, so that no page of a person is kept. Until all is there the build before goes on.
async function keepAll() {
  const cache = await caches.open(cacheName);
  await cache.addAll([...precache.files, ...precache.pages].map(file =>
    new Request(file, { cache: 'reload', credentials: 'omit' })));
}

self.addEventListener('activate', event => event.waitUntil(begin()));

async function begin() {
  const old = (await caches.keys()).filter(name => name.startsWith(prefix) && name !== cacheName);
  await Promise.all(old.map(name => caches.delete(name)));
  await self.clients.claim();
}

self.addEventListener('message', event => event.data === 'take-over' && self.skipWaiting());

self.addEventListener('fetch', event => {
  const address = new URL(event.request.url);
  if (event.request.method !== 'GET' || address.origin !== location.origin) return;
  if (kept.has(address.pathname)) event.respondWith(fromCache(event.request));
  else if (event.request.mode === 'navigate' && /^\/entry(\/|$)/.test(address.pathname)) event.respondWith(fromNetwork(event.request));
});

const fromCache = async request => await caches.match(request, { cacheName }) ?? fetch(request);

async function fromNetwork(request) {
  const limit = new AbortController(), timer = setTimeout(() => limit.abort(), limitMs);
  try {
    const answer = await fetch(request, { signal: limit.signal });
    return [502, 503, 504].includes(answer.status) ? await shell(request) ?? answer : answer;
  } catch (unreachable) {
    const page = await shell(request);
    if (page) return page;
    throw unreachable;
  } finally {
    clearTimeout(timer);
  }
}

function shell(request) {
  const asked = new URL(request.url).searchParams.get('lang');
  const spoken = navigator.languages.map(language => language.slice(0, 2)).find(language => ['zh', 'en'].includes(language));
  const lang = ['zh', 'en'].includes(asked) ? asked : spoken ?? 'zh';
  return caches.match(precache.pages.find(page => page.endsWith(lang)), { cacheName });
}
