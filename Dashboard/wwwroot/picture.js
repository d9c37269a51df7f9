// The picture as a PNG, which chats take, and the text into the clipboard. Without it the drawing and the text are there.
const drawing = document.querySelector('#picture svg');

async function toPng() {
  const { width, height } = drawing.viewBox.baseVal;
  const source = new Blob([new XMLSerializer().serializeToString(drawing)], { type: 'image/svg+xml' });
  const image = new Image();
  image.src = URL.createObjectURL(source);
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  canvas.getContext('2d').drawImage(image, 0, 0, width, height);
  URL.revokeObjectURL(image.src);
  return canvas.toDataURL('image/png');
}

const png = await toPng();
const shown = Object.assign(new Image(), { src: png, alt: drawing.getAttribute('aria-label') });
drawing.replaceWith(shown);
document.querySelector('#save').href = png;
document.querySelector('#saving').hidden = false;

const message = document.querySelector('#message');
document.querySelector('#copying').hidden = false;
document.querySelector('#copy').addEventListener('click', async () => {
  message.select();
  // Over plain http a page has no clipboard of its own.
  const copied = navigator.clipboard
    ? await navigator.clipboard.writeText(message.value).then(() => true, () => false)
    : document.execCommand('copy');
  const note = document.querySelector('#copied');
  note.textContent = copied ? note.dataset.text : '';
});
