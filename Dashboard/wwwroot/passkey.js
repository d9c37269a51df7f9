// Passkeys. A form marked data-passkey is shown only where the browser has passkeys; pressing its button fetches a challenge from
// the address that it names, has the device answer, and posts the form with that answer. Whatever goes wrong is said in the form,
// in the page's words; without this script the form is not there.
const acts = { get: answerOf, create: keyOf };

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
  .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
const known = (keys = []) => keys.map((key) => ({ ...key, id: bytes(key.id) }));
const outer = (key, response) => ({
  id: key.id,
  rawId: text(key.rawId),
  type: key.type,
  authenticatorAttachment: key.authenticatorAttachment ?? undefined,
  clientExtensionResults: key.getClientExtensionResults(),
  response: { clientDataJSON: text(key.response.clientDataJSON), ...response },
});

async function answerOf(options) {
  const challenge = { ...options, challenge: bytes(options.challenge), allowCredentials: known(options.allowCredentials) };
  const key = await navigator.credentials.get({ publicKey: challenge });
  const { authenticatorData, signature, userHandle } = key.response;
  return outer(key, {
    authenticatorData: text(authenticatorData),
    signature: text(signature),
    userHandle: userHandle ? text(userHandle) : undefined,
  });
}

async function keyOf(options) {
  const key = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: known(options.excludeCredentials),
    },
  });
  return outer(key, {
    attestationObject: text(key.response.attestationObject),
    transports: key.response.getTransports?.() ?? [],
  });
}

// Throws the name of the text that tells what to do.
async function challengeOf(form) {
  const fields = new URLSearchParams(new FormData(form));
  const reply = await fetch(form.dataset.challenge, { method: 'POST', body: fields, credentials: 'same-origin' })
    .catch(() => { throw 'failed'; });
  if (!reply.ok) throw { 409: 'full', 422: 'wrong', 429: 'many' }[reply.status] ?? 'failed';
  return reply.json();
}

async function run(form) {
  const options = await challengeOf(form);
  try {
    return await acts[form.dataset.passkey](options);
  } catch (refused) {
    console.warn(refused);
    throw refused.name === 'InvalidStateError' ? 'known' : 'cancelled';
  }
}

async function submit(form) {
  const problem = form.querySelector('.problem');
  const button = form.querySelector('button');
  problem.hidden = true;
  button.disabled = true;
  try {
    form.elements.answer.value = JSON.stringify(await run(form));
    for (const secret of form.querySelectorAll('input[type=password]')) secret.disabled = true;    // it is not sent twice
    form.submit();
  } catch (reason) {
    if (typeof reason !== 'string') throw reason;
    problem.textContent = form.dataset[reason] ?? form.dataset.failed;
    problem.hidden = false;
    button.disabled = false;
  }
}

if (window.isSecureContext && window.PublicKeyCredential) {
  for (const form of document.querySelectorAll('form[data-passkey]')) {
    form.hidden = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      submit(form);
    });
  }
  for (const instead of document.querySelectorAll('[data-without-passkey]')) instead.hidden = true;
}
