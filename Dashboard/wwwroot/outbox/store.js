// The device's memory: sheets as they were typed, forms as they were downloaded, and a few facts. Every change is one
// transaction, and tabs tell each other.
let opened;

export function open(name = 'ganchao-entry') {
  return opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open(name, 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore('sheets', { keyPath: 'id' });
      asked.result.createObjectStore('forms', { keyPath: 'key' });
      asked.result.createObjectStore('facts');
    };
    asked.onsuccess = () => {
      asked.result.onversionchange = () => asked.result.close();
      resolve(asked.result);
    };
    asked.onerror = () => reject(asked.error);
  });
}

// Resolves once the change is on the disk, as far as the browser can tell.
async function within(store, mode, act) {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, mode, { durability: 'strict' });
    let result;
    transaction.oncomplete = () => resolve(result);
    transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error('aborted'));
    act(transaction.objectStore(store), value => { result = value; });
  });
}

const read = (store, ask) => within(store, 'readonly', (from, answer) => {
  const asked = ask(from);
  asked.onsuccess = () => answer(asked.result);
});

export const get = (store, key) => read(store, from => from.get(key));
export const all = store => read(store, from => from.getAll());

export async function put(store, value, key) {
  await within(store, 'readwrite', into => { key === undefined ? into.put(value) : into.put(value, key); });
  tell();
}

export async function remove(store, key) {
  await within(store, 'readwrite', from => { from.delete(key); });
  tell();
}

// Reads, decides and writes as one step that no other tab can cross. Deciding on undefined changes nothing.
export async function change(store, key, decide) {
  const changed = await within(store, 'readwrite', (there, answer) => {
    const asked = there.get(key);
    asked.onsuccess = () => {
      const next = decide(asked.result);
      if (next !== undefined) there.put(next);
      answer(next);
    };
  });
  if (changed !== undefined) tell();
  return changed;
}

const listeners = new Set();
const others = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('ganchao-entry');
if (others) others.onmessage = () => listeners.forEach(listener => listener());

function tell() {
  others?.postMessage('changed');
  listeners.forEach(listener => listener());
}

// Called after a change in this tab or another.
export const onChange = listener => { listeners.add(listener); };
