// A spreadsheet's ways in the tables of a lost day: Enter goes on to the next field, and what is pasted fills from there down.
const form = document.querySelector('form.day');
const fields = () => [...form.querySelectorAll('table.figures input[type=text]')];

form?.addEventListener('keydown', pressed => {
  if (pressed.key !== 'Enter' || pressed.isComposing || !pressed.target.closest('table.figures')) return;
  pressed.preventDefault();
  const all = fields(), next = all[all.indexOf(pressed.target) + 1] ?? form.querySelector('button.primary');
  next.focus();
  next.select?.();
});

form?.addEventListener('paste', pasted => {
  if (!pasted.target.matches('input.figure')) return;
  const lines = pasted.clipboardData.getData('text/plain').replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n');
  if (lines.length < 2) return;
  pasted.preventDefault();
  const figures = [...form.querySelectorAll('input.figure')], from = figures.indexOf(pasted.target);
  lines.slice(0, figures.length - from).forEach((line, index) => { figures[from + index].value = line.trim(); });
  figures[Math.min(from + lines.length, figures.length) - 1].focus();
});
