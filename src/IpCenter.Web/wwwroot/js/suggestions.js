// Titles that fit what is being typed, as a combobox with a list (WAI-ARIA Authoring Practices 1.2, "editable combobox with list
// autocomplete"): the arrow keys choose, Enter takes, Escape closes. Without this the field is a plain field.
const pause = 150;

export function suggestTitles(root) {
  for (const input of root.querySelectorAll('input[data-suggest]'))
    suggest(input, root.getElementById(`${input.id}-suggestions`));
}

function suggest(input, list) {
  const status = document.createElement('span');
  status.className = 'visually-hidden';
  status.setAttribute('role', 'status');
  list.after(status);
  for (const [name, value] of [['role', 'combobox'], ['aria-autocomplete', 'list'], ['aria-controls', list.id], ['aria-expanded', 'false']])
    input.setAttribute(name, value);
  let timer;
  let asked;
  input.addEventListener('input', () => {
    clearTimeout(timer);
    asked?.abort();
    timer = setTimeout(async () => {
      asked = new AbortController();
      show(input, list, status, await titles(input, asked.signal));
    }, pause);
  });
  input.addEventListener('keydown', event => press(event, input, list));
  input.addEventListener('blur', () => close(input, list));
  // The list would be gone with the focus before the click arrives.
  list.addEventListener('pointerdown', event => event.preventDefault());
  list.addEventListener('click', event => {
    const option = event.target.closest('[role=option]');
    if (option)
      use(input, list, option);
  });
}

async function titles(input, signal) {
  if (input.value.trim() === '')
    return [];
  try {
    const answer = await fetch(`${input.dataset.suggest}?typed=${encodeURIComponent(input.value)}`, { signal });
    return answer.ok ? await answer.json() : [];
  } catch {
    return null;
  }
}

function show(input, list, status, found) {
  if (!found || document.activeElement !== input)
    return;
  close(input, list);
  list.replaceChildren(...found.map((title, at) => {
    const option = document.createElement('li');
    option.id = `${list.id}-${at}`;
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', 'false');
    option.textContent = title;
    return option;
  }));
  status.textContent = found.length > 0 ? input.dataset.suggestCount.replace('{0}', found.length) : '';
  list.hidden = found.length === 0;
  input.setAttribute('aria-expanded', String(found.length > 0));
}

function press(event, input, list) {
  if (list.hidden || event.isComposing)
    return;
  const options = [...list.children];
  const here = options.findIndex(option => option.id === input.getAttribute('aria-activedescendant'));
  if (event.key === 'ArrowDown')
    mark(input, options, here + 1 < options.length ? here + 1 : -1);
  else if (event.key === 'ArrowUp')
    mark(input, options, here < 0 ? options.length - 1 : here - 1);
  else if (event.key === 'Escape')
    close(input, list);
  else if (event.key === 'Enter' && here >= 0)
    use(input, list, options[here]);
  else
    return;
  event.preventDefault();
}

function mark(input, options, at) {
  for (const [i, option] of options.entries())
    option.setAttribute('aria-selected', String(i === at));
  if (at < 0) {
    input.removeAttribute('aria-activedescendant');
    return;
  }
  input.setAttribute('aria-activedescendant', options[at].id);
  options[at].scrollIntoView({ block: 'nearest' });
}

// Titles hold characters that the query language reads otherwise: a phrase is read as it is.
function use(input, list, option) {
  const title = option.textContent;
  input.value = /^[\p{L}\p{N} ]+$/u.test(title) ? title : `"${title.replaceAll('"', '')}"`;
  close(input, list);
  input.form.requestSubmit();
}

function close(input, list) {
  list.hidden = true;
  input.setAttribute('aria-expanded', 'false');
  input.removeAttribute('aria-activedescendant');
}
