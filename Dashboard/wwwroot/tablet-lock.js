// A shared tablet that nobody touches for a minute belongs to nobody: whoever was signed in is out. What was typed is kept by
// the page itself, for the person who typed it.
const idle = 60_000;
const form = document.getElementById('lock');
let timer;
const wait = () => {
  clearTimeout(timer);
  timer = setTimeout(() => form.requestSubmit(), idle);
};
for (const touch of ['pointerdown', 'keydown', 'input', 'scroll']) addEventListener(touch, wait, { passive: true });
wait();
