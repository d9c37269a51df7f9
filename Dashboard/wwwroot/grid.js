// A spreadsheet's ways in a grid: Enter and the arrows go on in the column, and what is pasted fills from there right and down.
const table = document.querySelector('table.cells');
const rows = () => [...table.tBodies[0].rows].map(row => [...row.cells].slice(1).map(cell => cell.querySelector('input[type=text], select')));

const placeOf = field => {
  const all = rows();
  const row = all.findIndex(fields => fields.includes(field));
  return { all, row, column: row < 0 ? -1 : all[row].indexOf(field) };
};

table?.addEventListener('keydown', pressed => {
  const step = { Enter: pressed.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[pressed.key];
  if (!step || pressed.isComposing || !pressed.target.matches('input[type=text]')) return;
  pressed.preventDefault();
  const { all, row, column } = placeOf(pressed.target);
  for (let next = row + step; next >= 0 && next < all.length; next += step) {
    const field = all[next][column];
    if (field) {
      field.focus();
      field.select?.();
      return;
    }
  }
});

// Lists take what they show.
const put = (field, text) => {
  const shown = field.options && [...field.options].find(option => option.value && option.text.trim().startsWith(text));
  field.value = shown ? shown.value : text;
};

// A blank cell changes nothing.
table?.addEventListener('paste', pasted => {
  if (!pasted.target.matches('input[type=text]')) return;
  const lines = pasted.clipboardData.getData('text/plain').replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n').map(line => line.split('\t'));
  if (lines.length < 2 && lines[0].length < 2) return;
  pasted.preventDefault();
  const { all, row, column } = placeOf(pasted.target);
  lines.forEach((cells, down) => cells.forEach((text, right) => {
    const field = all[row + down]?.[column + right];
    if (field && text.trim()) put(field, text.trim());
  }));
});
