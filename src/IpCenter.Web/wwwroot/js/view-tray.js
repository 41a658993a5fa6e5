// Pictures in any number and order: chosen, photographed or dropped, they go one after the other into the tray. A picture is
// carried to its place by mouse or finger; the list and the button beside it do the same by keyboard and without this script.
import { onItsWay } from './uploads-underway.js';

const largest = 20 * 1024 * 1024;
const tries = 6;
const waiting = [];
let sending;

enhance();
document.addEventListener('view-replaced', addHandles);

function enhance() {
  for (const form of document.querySelectorAll('[data-tray-form]')) {
    form.querySelector('.upload-send').hidden = true;
    // Without scripts a chosen file goes with "next"; with them each place sends its own.
    for (const field of form.querySelectorAll('[data-own]')) {
      field.removeAttribute('form');
      field.name = field.dataset.own;
    }
    form.querySelector('[data-drop-hint]').hidden = !matchMedia('(hover: hover) and (pointer: fine)').matches;
    for (const input of form.querySelectorAll('input[type=file]')) {
      const take = () => { if (input.files.length > 0) { receive(form, input.name, [...input.files]); input.value = ''; } };
      input.addEventListener('change', take);
      // On a slow line the files may have been chosen before this script arrived.
      take();
    }
  }
  addHandles();
}

function addHandles() {
  for (const item of document.querySelectorAll('[data-movable]'))
    addHandle(item);
}

// --- receiving ---------------------------------------------------------------------------------------------------------

function receive(form, name, files) {
  const tray = form.closest('[data-tray]').dataset.tray;
  for (const file of files)
    waiting.push({ tray, name, file, words: { ...form.dataset } });
  if (!sending) {
    sending = sendAll().finally(() => { sending = undefined; });
    onItsWay(sending);
  }
}

// Whether every one was taken.
async function sendAll() {
  const failures = [];
  let done = 0;
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    tell(`${next.words.working} ${done + 1} / ${done + 1 + waiting.length}`);
    if (next.file.size > largest)
      failures.push(`${next.file.name}: ${next.words.tooLarge}`);
    else
      failures.push(...await send(next));
    done++;
    tell(waiting.length > 0 ? `${next.words.working} ${done + 1} / ${done + waiting.length}` : [next.words.done, ...failures].join(' '));
  }
  return failures.length === 0;
}

// Why it was not taken, in words; nothing where it was.
async function send({ tray, name, file, words }) {
  const failure = [`${file.name}: ${words.failed}`];
  for (let attempt = 1; attempt <= tries; attempt++) {
    try {
      const form = document.querySelector(`[data-tray="${CSS.escape(tray)}"] [data-tray-form]`);
      const body = new FormData(form);
      body.delete('Input.Files');
      body.delete('Input.Photos');
      body.append(name, file, file.name);
      body.set('Input.Action', 'receive');
      const answer = await fetch(location.pathname, { method: 'POST', body });
      if (answer.ok) {
        if (!show(await answer.text()))
          return failure;
        return [...document.querySelectorAll(`[data-tray="${CSS.escape(tray)}"] [data-tray-form] .field-error`)].map(reason => reason.textContent);
      }
      if (answer.status !== 429 && answer.status < 500)
        return failure;
    } catch {
      // No connection: the picture is still here, and is sent again.
    }
    tell(words.lost);
    await connection(attempt);
  }
  return failure;
}

function connection(attempt) {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, 1500 * attempt);
    addEventListener('online', () => { clearTimeout(timer); resolve(); }, { once: true });
  });
}

// The server's own page is the answer.
function show(html) {
  const fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('[data-views]');
  const old = document.querySelector('[data-views]');
  if (!fresh || !old)
    return false;
  old.replaceWith(fresh);
  enhance();
  document.dispatchEvent(new CustomEvent('views-replaced'));
  return true;
}

function tell(text) {
  let status = document.querySelector('.tray-status');
  if (!status) {
    status = document.createElement('p');
    status.className = 'tray-status';
    status.setAttribute('role', 'status');
    document.querySelector('[data-views]').before(status);
  }
  status.textContent = text;
}

// --- files dropped from the desktop --------------------------------------------------------------------------------------

document.addEventListener('dragover', event => {
  if ([...event.dataTransfer.types].includes('Files'))
    event.preventDefault();
});
document.addEventListener('drop', event => {
  const files = [...event.dataTransfer.files].filter(file => file.type.startsWith('image/'));
  if (files.length === 0)
    return;
  event.preventDefault();
  const section = event.target.closest?.('[data-design]') ?? document.querySelector('[data-design]');
  receive(section.querySelector('[data-tray-form]'), 'Input.Files', files);
});

// --- carrying a picture to its place -------------------------------------------------------------------------------------

function addHandle(item) {
  if (item.querySelector('.carry'))
    return;
  const image = item.querySelector('img');
  if (!image)
    return;
  image.draggable = false;
  image.closest('a').draggable = false;
  const handle = document.createElement('span');
  handle.className = 'carry';
  handle.setAttribute('aria-hidden', 'true');
  handle.textContent = '⠿';
  image.closest('a').after(handle);
  for (const grip of [handle, image])
    grip.addEventListener('pointerdown', event => begin(event, item, image, grip === handle));
}

function begin(down, item, image, isHandle) {
  // A finger on the picture scrolls the page; only the handle carries. A mouse carries by both.
  if (down.button !== 0 || (down.pointerType !== 'mouse' && !isHandle))
    return;
  let ghost, over;
  const end = carried => {
    removeEventListener('pointermove', move);
    removeEventListener('pointerup', drop);
    removeEventListener('pointercancel', cancel);
    removeEventListener('keydown', escape);
    ghost?.remove();
    over?.classList.remove('place-over');
    document.body.classList.remove('carrying');
    if (ghost)
      // The click that ends a carry opens no picture.
      addEventListener('click', event => { event.preventDefault(); event.stopPropagation(); }, { capture: true, once: true });
    if (carried && over)
      place(item, over);
  };
  const move = event => {
    if (!ghost && Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) < 6)
      return;
    event.preventDefault();
    ghost ??= lift(image);
    ghost.style.transform = `translate(${event.clientX - 40}px, ${event.clientY - 40}px)`;
    const target = targetAt(event, item);
    if (target !== over) {
      over?.classList.remove('place-over');
      target?.classList.add('place-over');
      over = target;
    }
    const edge = 60;
    if (event.clientY < edge)
      scrollBy(0, -12);
    else if (event.clientY > innerHeight - edge)
      scrollBy(0, 12);
  };
  const drop = () => end(true);
  const cancel = () => end(false);
  const escape = event => event.key === 'Escape' && end(false);
  addEventListener('pointermove', move, { passive: false });
  addEventListener('pointerup', drop);
  addEventListener('pointercancel', cancel);
  addEventListener('keydown', escape);
}

function lift(image) {
  const ghost = image.cloneNode();
  ghost.className = 'carried';
  ghost.removeAttribute('id');
  document.body.append(ghost);
  document.body.classList.add('carrying');
  return ghost;
}

function targetAt(event, item) {
  const under = document.elementFromPoint(event.clientX, event.clientY);
  const target = under?.closest('[data-place], [data-tray]');
  return !target || target === item || (target.dataset.tray && item.closest('[data-tray]') === target) ? undefined : target;
}

function place(item, target) {
  const form = item.querySelector('form');
  if (target.dataset.tray) {
    form.requestSubmit(form.querySelector('[data-to-tray]'));
    return;
  }
  const list = form.querySelector('[data-target]');
  list.value = target.dataset.place;
  if (list.value === target.dataset.place)
    form.requestSubmit(form.querySelector('[data-go]'));
}
