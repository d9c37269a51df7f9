// Whether this browser can keep anything: a written line tells.
export async function canKeep(store) {
  try {
    await store.open();
    await store.put('facts', Date.now(), 'looked');
    return true;
  } catch {
    return false;
  }
}

// Whether it promises to keep it, and whether the window is one whose memory goes with it. A browser may ask the person
// first, and may never answer.
export async function look() {
  const isPrivate = await seemsPrivate();
  const promised = await navigator.storage?.persisted?.() || await navigator.storage?.persist?.() || false;
  return { isPrivate, promised };
}

// A private window of this engine gets a small part of the memory as its disk; nothing says so outright.
async function seemsPrivate() {
  const { quota } = await navigator.storage?.estimate?.() ?? {};
  const heap = performance.memory?.jsHeapSizeLimit;
  return quota !== undefined && heap !== undefined && quota < 2 * heap;
}
