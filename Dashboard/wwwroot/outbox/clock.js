// How far the device's clock is off, by what the server's answers say. The device's own time is sent as it is.
export const wrongMs = 120_000;

// The header has whole seconds; half of one is the best guess at the rest.
export function offMs(dateHeader, sentAt, receivedAt) {
  const server = Date.parse(dateHeader);
  return Number.isNaN(server) ? undefined : Math.round((sentAt + receivedAt) / 2 - (server + 500));
}

export const isWrong = off => off !== undefined && Math.abs(off) > wrongMs;
