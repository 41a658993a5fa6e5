// A draft saves itself: the form is sent to its own step in the background while it is filled in. The "next" button
// saves as well, so nothing depends on this. What depends on the answers ([data-live]) is taken from the saved page.
const pause = 2500;
// A click that leaves a field must reach its target first.
const afterField = 400;

for (const form of document.querySelectorAll('form[data-draft]'))
  saveInBackground(form);
offerExamples();

function saveInBackground(form) {
  const state = document.querySelector('[data-draft-state]');
  let timer, running, overtaken = form.querySelector('[data-overtaken]') !== null, sent = serialize(form);

  const save = async () => {
    clearTimeout(timer);
    const answers = serialize(form);
    if (answers === sent || running || overtaken || form.dataset.sent)
      return;
    running = new AbortController();
    say(state, state.dataset.saving);
    try {
      // A redirect is the answer of a form that was saved; where to is of no interest here.
      const answer = await fetch(location.pathname, { method: 'POST', body: new URLSearchParams(answers), redirect: 'manual', signal: running.signal });
      if (answer.ok && (await answer.text()).includes('data-overtaken')) {
        // Another window saved this step. Nothing is overwritten: the person decides with the button.
        overtaken = true;
        say(state, state.dataset.conflict);
        return;
      }
      if (answer.type !== 'opaqueredirect')
        throw new Error(`answered ${answer.status}`);
      sent = answers;
      say(state, `${state.dataset.saved} ${new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' })}`);
      await refresh(running.signal);
    } catch (error) {
      if (error.name !== 'AbortError') {
        say(state, state.dataset.offline);
        timer = setTimeout(save, 4 * pause);
      }
    } finally {
      running = undefined;
    }
  };

  form.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(save, pause); });
  form.addEventListener('focusout', () => { clearTimeout(timer); timer = setTimeout(save, afterField); });
  form.addEventListener('submit', () => { clearTimeout(timer); running?.abort(); });
  addEventListener('online', save);
}

function serialize(form) {
  return new URLSearchParams(new FormData(form)).toString();
}

function say(state, text) {
  if (state)
    state.textContent = text;
}

async function refresh(signal) {
  if (!document.querySelector('[data-live]'))
    return;
  const answer = await fetch(location.pathname, { signal });
  if (!answer.ok)
    return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const live of document.querySelectorAll('[data-live]')) {
    const fresh = page.querySelector(`[data-live="${CSS.escape(live.dataset.live)}"]`);
    if (fresh && fresh.innerHTML !== live.innerHTML && !live.contains(document.activeElement))
      live.replaceChildren(...fresh.childNodes);
  }
}

// A click on an example takes it over into the field before it.
function offerExamples() {
  for (const list of document.querySelectorAll('[data-examples]')) {
    const field = list.closest('form')?.querySelector('[data-fill]');
    if (!field)
      continue;
    for (const item of list.children) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'btn btn-outline-secondary';
      button.textContent = item.textContent.trim();
      button.addEventListener('click', () => {
        field.value = button.textContent;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        field.focus();
      });
      item.replaceChildren(button);
    }
  }
}
