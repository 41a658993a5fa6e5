// A chosen picture is sent at once, with progress; after a lost connection it is sent again. The server's own page is
// the answer: the card of the place is taken from it. Without this the button beside the file sends the form.
const largest = 20 * 1024 * 1024;
const tries = 6;
let queue = Promise.resolve();
let pending = 0;
let failed = false;

enhanceAll();
// The tray shows the whole list anew.
document.addEventListener('views-replaced', enhanceAll);
// Who goes on while pictures are on their way waits for them: leaving the page would lose them.
document.getElementById('views-next').addEventListener('submit', event => {
  if (pending === 0)
    return;
  event.preventDefault();
  const button = event.target.querySelector('button');
  button.disabled = true;
  failed = false;
  queue.then(() => {
    button.disabled = false;
    if (!failed)
      event.target.requestSubmit();
  });
});

function enhanceAll() {
  for (const form of document.querySelectorAll('form[data-view-form]'))
    enhance(form);
}

function enhance(form) {
  // Without scripts a chosen file goes with "next"; with them each place sends its own.
  for (const field of form.querySelectorAll('[data-own]')) {
    field.removeAttribute('form');
    field.name = field.dataset.own;
  }
  form.querySelector('.upload-send').hidden = true;
  for (const input of form.querySelectorAll('input[type=file]')) {
    const sendChosen = () => input.files.length > 0 && enqueue(form, input);
    input.addEventListener('change', sendChosen);
    // On a slow line the file may have been chosen before this script arrived.
    sendChosen();
  }
}

function enqueue(form, input) {
  const status = document.createElement('div');
  status.className = 'upload-status';
  status.setAttribute('role', 'status');
  form.querySelector('.upload-inputs').after(status);
  if (input.files[0].size > largest) {
    status.textContent = form.dataset.tooLarge;
    input.value = '';
    return;
  }
  const bar = document.createElement('progress');
  bar.max = 1;
  const text = document.createElement('span');
  text.textContent = form.dataset.working;
  status.replaceChildren(bar, text);
  const body = new FormData(form);
  body.set('Input.Action', 'upload');
  // One after the other: a phone's line carries one picture faster than seven at once.
  pending++;
  queue = queue.then(() => send(form, body, bar, text)).catch(() => {
    failed = true;
    text.textContent = form.dataset.failed;
  }).finally(() => { pending--; });
}

async function send(form, body, bar, text) {
  for (let attempt = 1; attempt <= tries; attempt++) {
    try {
      const answer = await post(body, share => { bar.value = share; text.textContent = form.dataset.working; });
      if (answer.status === 200) {
        show(form, answer.page);
        return;
      }
      if (answer.status !== 429 && answer.status < 500)
        throw new Refusal();
    } catch (error) {
      if (error instanceof Refusal)
        throw error;
    }
    text.textContent = form.dataset.lost;
    await connection(attempt);
  }
  throw new Refusal();
}

class Refusal extends Error {}

function post(body, progress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', location.pathname);
    request.upload.addEventListener('progress', event => event.lengthComputable && progress(event.loaded / event.total));
    request.addEventListener('load', () => resolve({ status: request.status, page: request.responseText }));
    request.addEventListener('error', () => reject(new Error('lost')));
    request.addEventListener('timeout', () => reject(new Error('lost')));
    request.timeout = 120000;
    request.send(body);
  });
}

function connection(attempt) {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, 1500 * attempt);
    addEventListener('online', () => { clearTimeout(timer); resolve(); }, { once: true });
  });
}

function show(form, html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const card = form.closest('li');
  if (form.dataset.viewForm === 'page') {
    // A further view adds a card of its own.
    const wrong = page.getElementById(card.id)?.querySelector('.field-error');
    if (!wrong) {
      location.reload();
      return;
    }
  }
  replace(card, page.getElementById(card.id));
  // A new picture can change what is said of the others.
  for (const other of document.querySelectorAll('.place')) {
    const fresh = page.getElementById(other.id);
    const [old, now] = [other.querySelector('.remarks'), fresh?.querySelector('.remarks')];
    if (other.id !== card.id && old && now && old.innerHTML !== now.innerHTML)
      old.replaceWith(now);
  }
  for (const id of ['views-state', ...[...document.querySelectorAll('.design-remarks')].map(part => part.id)])
    document.getElementById(id)?.replaceChildren(...(page.getElementById(id)?.childNodes ?? []));
}

function replace(card, fresh) {
  if (!fresh)
    return;
  card.replaceWith(fresh);
  enhance(fresh.querySelector('form'));
  document.dispatchEvent(new CustomEvent('view-replaced'));
}
