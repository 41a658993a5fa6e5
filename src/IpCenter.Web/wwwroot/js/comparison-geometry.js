// Where pictures lie in a pane. A turn [a, b, c, d] maps (x, y) to (a·x + c·y, b·x + d·y), as CSS matrices do; y points down.

export const mirrored = ([a, b, c, d]) => [-a, b, -c, d];

// A quarter to the right.
export const turned = ([a, b, c, d]) => [-b, a, -d, c];

// For each picture its turn, its scale and the point of it (in its own pixels) that lies in the middle of the pane.
// Lined up, the middles of both regions lie there, both are as large as each other, and they fill most of the pane.
export function placementOf(left, right, width, height, isLinedUp) {
  if (!isLinedUp)
    return { left: whole(left, width, height), right: whole(right, width, height) };
  const [first, second] = [regionOf(left), regionOf(right)];
  const ratio = Math.sqrt((first.width * first.height) / (second.width * second.height));
  const scale = .85 * Math.min(
    width / Math.max(first.width, ratio * second.width),
    height / Math.max(first.height, ratio * second.height));
  return {
    left: { turn: left.turn, scale, anchor: first.middle },
    right: { turn: right.turn, scale: scale * ratio, anchor: second.middle },
  };
}

function whole({ image, turn }, width, height) {
  const { width: across, height: down } = turnedSize(turn, image.naturalWidth, image.naturalHeight);
  return { turn, scale: Math.min(width / across, height / down), anchor: { x: image.naturalWidth / 2, y: image.naturalHeight / 2 } };
}

function regionOf({ image, turn, box }) {
  const [width, height] = [box.width * image.naturalWidth, box.height * image.naturalHeight];
  return {
    ...turnedSize(turn, width, height),
    middle: { x: box.x * image.naturalWidth + width / 2, y: box.y * image.naturalHeight + height / 2 },
  };
}

function turnedSize([a], width, height) {
  return a === 0 ? { width: height, height: width } : { width, height };
}

// The matrix from a picture's pixels to those of the pane.
export function matrixOf({ turn, scale, anchor }, zoom, pan, width, height) {
  const [a, b, c, d] = turn.map(value => value * scale * zoom);
  return [a, b, c, d, width / 2 + pan.x - a * anchor.x - c * anchor.y, height / 2 + pan.y - b * anchor.x - d * anchor.y];
}

// A picture's region in pixels of the pane. Quarter turns keep it upright.
export function boxOf({ image, box }, [a, b, c, d, e, f]) {
  const map = (x, y) => [a * x + c * y + e, b * x + d * y + f];
  const [x1, y1] = map(box.x * image.naturalWidth, box.y * image.naturalHeight);
  const [x2, y2] = map((box.x + box.width) * image.naturalWidth, (box.y + box.height) * image.naturalHeight);
  return { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) };
}
