// How long to wait after so many vain tries: 2, 4, 8 … s, 60 s at most, each spread so that tablets do not come all at once.
const leastMs = 2_000, mostMs = 60_000;

export function waitMs(tries, random = Math.random) {
  const whole = Math.min(mostMs, leastMs * 2 ** Math.min(tries, 10));
  return Math.max(leastMs, Math.round(whole * (0.5 + random() / 2)));
}
