// j and k move through [data-key-item], 1 to 9 press [data-key], ? opens the help. Enter is the browser's own: the link has the focus.
export function listenToKeys(root) {
  root.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
      return;
    if (event.key === 'j' || event.key === 'k')
      move(root, event.key === 'j' ? 1 : -1);
    else if (event.key === '?')
      openHelp(root);
    else if (/^[1-9]$/.test(event.key))
      press(root, event.key);
    else
      return;
    event.preventDefault();
  });
}

function isTyping(element) {
  return element.matches('textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=button], [type=submit])');
}

function move(root, step) {
  const items = [...root.querySelectorAll('[data-key-item]')].map(item => item.querySelector('a, button') ?? item);
  if (items.length === 0)
    return;
  const here = items.findIndex(item => item === document.activeElement);
  const next = here < 0 ? (step > 0 ? 0 : items.length - 1) : Math.min(Math.max(here + step, 0), items.length - 1);
  items[next].focus();
}

function press(root, key) {
  const target = root.querySelector(`[data-key="${key}"]`);
  target?.focus();
  target?.click();
}

function openHelp(root) {
  const help = root.querySelector('[data-keyboard-help]');
  if (!help)
    return;
  help.open = !help.open;
  help.querySelector('summary').focus();
}
