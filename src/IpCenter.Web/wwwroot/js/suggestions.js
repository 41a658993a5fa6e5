// Titles that fit what is being typed, offered by the browser's own list. Without this the field is a plain field.
const pause = 150;

export function suggestTitles(root) {
  for (const input of root.querySelectorAll('input[data-suggest]'))
    suggest(input, root.getElementById(input.getAttribute('list')));
}

function suggest(input, list) {
  let timer;
  let asked;
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      asked?.abort();
      asked = new AbortController();
      try {
        const address = `${input.dataset.suggest}?typed=${encodeURIComponent(input.value)}`;
        const answer = await fetch(address, { signal: asked.signal });
        if (answer.ok)
          list.replaceChildren(...(await answer.json()).map(title => new Option(title, title)));
      } catch (error) {
        if (error.name !== 'AbortError')
          list.replaceChildren();
      }
    }, pause);
  });
}
