// Keys of a comparison. On its own page they work everywhere, in a page of many things while it, or the item of a list in
// which it lies open, has the focus. What nobody sees is not changed by a key pressed elsewhere.
import { isCovered, isOff } from './keyboard.js';

const pressed = {
  b: 'beside', s: 'slide', f: 'flicker', o: 'overlay', d: 'difference',
  '+': 'in', '=': 'in', '-': 'out', '_': 'out', 0: 'reset', m: 'mirror', r: 'turn', l: 'line', x: 'boxes', '[': 'previous', ']': 'next',
};
const arrows = { ArrowLeft: [40, 0], ArrowRight: [-40, 0], ArrowUp: [0, 40], ArrowDown: [0, -40] };

export function listenToComparisonKeys(comparison) {
  const place = comparison.isPage ? document : comparison.element.closest('[data-key-item]') ?? comparison.element;
  place.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target) || isOff(event)
      || comparison.panes.offsetParent === null || !isSeen(comparison.element) || !act(comparison, event))
      return;
    event.preventDefault();
    event.stopPropagation();
  });
}

// Whether a part of the page is on the screen.
export function isSeen(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return !isCovered() && bottom > 0 && top < innerHeight;
}

export function isTyping(element) {
  return element.matches('textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=range])');
}

function act(comparison, { key, target }) {
  const onPanes = comparison.panes.contains(target);
  if (key in arrows) {
    // The arrows scroll the page, or choose a view, until there is something to move; in a field they are the field's.
    const isZoomed = comparison.zoom !== 1;
    if (target.matches('input') || !(onPanes ? isZoomed || !comparison.arrowsStep : comparison.isPage && isZoomed))
      return false;
    comparison.moveBy(...arrows[key]);
  } else if (key === ' ') {
    if (comparison.mode !== 'flicker' || target.matches('a, button, summary, input'))
      return false;
    comparison.press('run');
  } else if (key === '{' || key === '}')
    comparison.views.step('left', key === '}' ? 1 : -1);
  else if (key === ',' || key === '.') {
    const input = comparison.tools.querySelector(`[data-for=${comparison.mode}] input`);
    if (!input)
      return false;
    comparison.setAmount(comparison.mode, Number(input.value) + (key === '.' ? 1 : -1) * (input.max - input.min) / 10);
  } else if (key in pressed)
    comparison.press(pressed[key]);
  else
    return false;
  return true;
}
