// A scanner is a keyboard that ends each code with Enter. In a field that takes codes Enter does not send the form: it goes on to
// the next field, or adds what the code asks for.
document.addEventListener('keydown', pressed => {
  const field = pressed.target?.closest?.('input[data-scan]');
  if (!field || pressed.key !== 'Enter' || pressed.isComposing) return;
  pressed.preventDefault();
  const step = field.dataset.scan && field.value.trim() ? field.dataset.scan : '';
  const button = step && field.form.querySelector(`button[name="step"][value="${step}"]`);
  if (button) button.click();
  else after(field)?.focus();
});

// Fields that one types into, in the order of the page.
function after(field) {
  const fields = [...field.form.querySelectorAll('input[type="text"], textarea, select')].filter(it => it.offsetParent !== null);
  return fields[fields.indexOf(field) + 1] ?? field.form.querySelector('button.primary');
}
