// A wall whose island has not come alive within a minute loads itself again; after three times it makes do with the plain
// page, which the server lets ask again every half minute, and tries the full one again every ten.
const tries = Number(sessionStorage.getItem('wall-tries') ?? 0);
const lite = new URL(location).searchParams.get('lite') === '1';
const go = (toLite, count) => {
  sessionStorage.setItem('wall-tries', count);
  sessionStorage.setItem('wall-since', Date.now());
  const there = new URL(location);
  if (toLite) there.searchParams.set('lite', '1'); else there.searchParams.delete('lite');
  location.replace(there);
};
if (!lite) {
  setTimeout(() => {
    if (window.ganchaoWallIsLive) sessionStorage.removeItem('wall-tries');
    else go(tries >= 2, tries + 1);
  }, 60_000);
} else if (tries > 2) {
  setTimeout(() => go(false, 2), Number(sessionStorage.getItem('wall-since')) + 600_000 - Date.now());
}
