// Mouse, pen and fingers on a comparison: drag moves, wheel and two fingers zoom, a double click zooms in or back.

export function listenToHandles(comparison) {
  const { panes } = comparison;
  const fingers = new Map();
  comparison.handle = panes.appendChild(document.createElement('div'));
  comparison.handle.className = 'compare-handle';

  panes.addEventListener('pointerdown', event => {
    const held = event.target.closest('.compare-glass, .compare-handle');
    if (event.button !== 0 || !held)
      return;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY, slides: held === comparison.handle });
    held.setPointerCapture(event.pointerId);
  });
  panes.addEventListener('pointermove', event => {
    const finger = fingers.get(event.pointerId);
    if (!finger)
      return;
    const before = [...fingers.values()].map(at => ({ ...at }));
    Object.assign(finger, { x: event.clientX, y: event.clientY });
    if (finger.slides)
      slide(comparison, event.clientX);
    else if (fingers.size === 2)
      pinch(comparison, before, [...fingers.values()]);
    else if (fingers.size === 1)
      comparison.moveBy(finger.x - before[0].x, finger.y - before[0].y);
  });
  for (const end of ['pointerup', 'pointercancel'])
    panes.addEventListener(end, event => fingers.delete(event.pointerId));

  panes.addEventListener('wheel', event => {
    // In a page of many things the wheel goes on scrolling; with Ctrl (as trackpads send two fingers) it zooms.
    if (!event.target.closest('.compare-glass, .compare-handle') || !(comparison.isPage || event.ctrlKey))
      return;
    event.preventDefault();
    const { x, y } = fromCentre(comparison, event);
    comparison.zoomBy(Math.exp(-event.deltaY * (event.deltaMode === 1 ? .05 : .002)), x, y);
  }, { passive: false });
  panes.addEventListener('dblclick', event => {
    if (!event.target.closest('.compare-glass'))
      return;
    const { x, y } = fromCentre(comparison, event);
    comparison.zoomBy(comparison.zoom > 1 ? 1 / comparison.zoom : 2.5, x, y);
    if (comparison.zoom === 1)
      comparison.moveBy(-comparison.pan.x, -comparison.pan.y);
  });
}

function slide(comparison, clientX) {
  const box = comparison.sides.left.glass.getBoundingClientRect();
  comparison.setAmount('slide', 100 * (clientX - box.left) / box.width);
}

function pinch(comparison, before, now) {
  const apart = ([a, b]) => Math.hypot(a.x - b.x, a.y - b.y);
  const middle = ([a, b]) => ({ clientX: (a.x + b.x) / 2, clientY: (a.y + b.y) / 2 });
  const [from, to] = [middle(before), middle(now)];
  comparison.moveBy(to.clientX - from.clientX, to.clientY - from.clientY);
  const { x, y } = fromCentre(comparison, to);
  if (apart(before) > 0)
    comparison.zoomBy(apart(now) / apart(before), x, y);
}

// The place in the pane that is pointed at, from the pane's centre: in whichever pane, both zoom there.
function fromCentre(comparison, { clientX, clientY }) {
  const boxes = Object.values(comparison.sides).map(side => side.glass.getBoundingClientRect());
  const box = boxes.find(b => clientX >= b.left && clientX <= b.right && clientY >= b.top && clientY <= b.bottom) ?? boxes[0];
  return { x: clientX - box.left - box.width / 2, y: clientY - box.top - box.height / 2 };
}
