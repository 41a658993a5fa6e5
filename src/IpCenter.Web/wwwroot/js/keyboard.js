// j and k move through [data-key-item], with Shift through [data-key-aside]; 1 to 9 press [data-key], a letter the
// [data-key-here] of the item that has the focus; ? opens the help. Enter is the browser's own: the link has the focus.
// Who turned single keys off (html[data-keys=off]) is left alone, here and wherever else keys are listened for.
export function listenToKeys(root) {
  root.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || isCovered() || isOff(event))
      return;
    // What fills the screen hides the rest of the page: no key may act there.
    const seen = document.fullscreenElement ?? root;
    if (event.key === 'j' || event.key === 'k')
      move(seen, '[data-key-item]', event.key === 'j' ? 1 : -1);
    else if (event.key === 'J' || event.key === 'K')
      move(seen, '[data-key-aside]', event.key === 'J' ? 1 : -1);
    else if (event.key === '?')
      openHelp(seen);
    else if (/^[1-9]$/.test(event.key))
      press(seen, event.key);
    else if (!pressHere(event))
      return;
    event.preventDefault();
  });
}

// Whether it is a single character, and those do nothing for this person.
export function isOff({ key }) {
  return document.documentElement.dataset.keys === 'off' && key.length === 1;
}

// A picture that was opened large lies over the page and has keys of its own.
export function isCovered() {
  return document.querySelector('.viewer-container.viewer-in') !== null;
}

function isTyping(element) {
  return element.matches('textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=button], [type=submit])');
}

function move(root, which, step) {
  // What opens a row is its link, also where an explanation that unfolds stands before it; a defect is ticked at its box.
  const items = [...root.querySelectorAll(which)]
    .map(item => item.querySelector('[data-key-focus]') ?? item.querySelector(item.matches('details') ? 'summary' : 'a, button') ?? item)
    .filter(item => item.tabIndex >= 0 && item.getClientRects().length > 0);
  if (items.length === 0)
    return;
  const within = document.activeElement.closest(which);
  const here = items.findIndex(item => item === document.activeElement || within?.contains(item));
  const next = here < 0 ? (step > 0 ? 0 : items.length - 1) : Math.min(Math.max(here + step, 0), items.length - 1);
  items[next].focus();
}

function press(root, key) {
  const target = root.querySelector(`[data-key="${key}"]`);
  target?.focus();
  target?.click();
}

function pressHere({ key, target }) {
  const button = /^[a-z]$/.test(key) ? target.closest('[data-key-item]')?.querySelector(`[data-key-here="${key}"]`) : null;
  button?.click();
  return button != null;
}

function openHelp(root) {
  const help = root.querySelector('[data-keyboard-help]');
  if (!help)
    return;
  help.open = !help.open;
  help.querySelector('summary').focus();
}
