// A chosen picture is sent at once, with progress; after a lost connection it is sent again. The server's own page is
// the answer: the card of the place is taken from it. Without this the button beside the file sends the form.
import { allTaken, anyOnItsWay, onItsWay } from './uploads-underway.js';

const largest = 20 * 1024 * 1024;
const tries = 6;
let queue = Promise.resolve();
let isOld = false;
let goesOn = false;

enhanceAll();
// The tray shows the whole list anew.
document.addEventListener('views-replaced', enhanceAll);
// Who goes on while pictures are on their way waits for them: leaving the page would lose them.
document.getElementById('views-next').addEventListener('submit', async event => {
  if (!anyOnItsWay())
    return;
  event.preventDefault();
  const button = event.target.querySelector('button');
  button.disabled = goesOn = true;
  const taken = await allTaken();
  button.disabled = goesOn = false;
  if (taken)
    event.target.requestSubmit();
  else
    document.querySelector('[data-views] .field-error, [data-views] .upload-status, .tray-status')?.scrollIntoView({ block: 'center' });
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
  // Each file goes by itself; what is chosen in the other field follows.
  for (const other of form.querySelectorAll('input[type=file]'))
    if (other !== input)
      body.delete(other.name);
  // One after the other: a phone's line carries one picture faster than seven at once.
  queue = queue.then(() => send(form, body, bar, text)).catch(() => {
    text.textContent = form.dataset.failed;
    return false;
  });
  onItsWay(queue);
  queue.then(() => setTimeout(renew));
}

// A further view has a card of its own, which only the whole page shows.
function renew() {
  if (isOld && !goesOn && !anyOnItsWay())
    location.reload();
}

async function send(form, body, bar, text) {
  for (let attempt = 1; attempt <= tries; attempt++) {
    try {
      const answer = await post(body, share => { bar.value = share; text.textContent = form.dataset.working; });
      if (answer.status === 200) {
        return show(form, answer.page);
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

// Whether the picture was taken: what was refused comes back with the reason at its place.
function show(form, html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  // Another page, such as that for signing in.
  if (!page.querySelector('[data-views]'))
    throw new Refusal();
  // The tray may have shown the whole list anew meanwhile.
  const { id } = form.closest('li');
  const [card, fresh] = [document.getElementById(id), page.getElementById(id)];
  const taken = !fresh?.querySelector('.field-error');
  if (taken && form.dataset.viewForm === 'page') {
    isOld = true;
    return true;
  }
  replace(card, fresh);
  // A new picture can change what is said of the others.
  for (const other of document.querySelectorAll('.place')) {
    const fresh = page.getElementById(other.id);
    const [old, now] = [other.querySelector('.remarks'), fresh?.querySelector('.remarks')];
    if (other.id !== id && old && now && old.innerHTML !== now.innerHTML)
      old.replaceWith(now);
  }
  for (const part of ['views-state', ...[...document.querySelectorAll('.design-remarks')].map(remarks => remarks.id)])
    document.getElementById(part)?.replaceChildren(...(page.getElementById(part)?.childNodes ?? []));
  return taken;
}

function replace(card, fresh) {
  if (!card || !fresh)
    return;
  card.replaceWith(fresh);
  enhance(fresh.querySelector('form'));
  document.dispatchEvent(new CustomEvent('view-replaced'));
}
