import { ball, group, post, ring, rod, strut, turned } from './shapes.js';
import { drape, ribbon } from './drape.js';
import { cloth, metal, paint } from './materials.js';
import { picture } from './motifs.js';

// What is sewn or hung on a costume: flowers, bows, tassels, beads, buttons. Each stands at the origin and looks along +z.

export const plain = colour => cloth(picture(16, 16, (g, w, h) => { g.fillStyle = colour; g.fillRect(0, 0, w, h); }));

const petalCloth = ([middle, heart, rim]) => cloth(picture(128, 128, (g, w, h) => {
  const tone = g.createLinearGradient(0, h, 0, 0);
  [[0.1, heart], [0.6, middle], [1, rim]].forEach(stop => tone.addColorStop(...stop));
  g.fillStyle = tone;
  g.fillRect(0, 0, w, h);
  g.strokeStyle = heart;
  g.globalAlpha = 0.22;
  for (let x = 16; x < w; x += 16) { g.beginPath(); g.moveTo(w / 2, h); g.lineTo(x, h * 0.12); g.stroke(); }
}));

/** A petal from the origin along +y, cupped towards +z. */
function petal(length, width, cup, material, turn, tilt) {
  const leaf = drape((u, v) => {
    const s = u * 2 - 1, half = width / 2 * Math.sin(Math.PI * (0.08 + 0.84 * v ** 0.8)) ** 0.75;
    const notch = 0.07 * length * v ** 4 * (1 - Math.abs(s));
    return [s * half, length * v - notch, cup * length * (0.55 * s * s * v + 0.5 * v * v - 0.2 * v ** 5)];
  }, material, { across: 10, along: 12 });
  leaf.rotation.x = tilt;
  const turned = group(leaf);
  turned.rotation.z = turn;
  return turned;
}

/** A peony of silk: rings of petals, the inner ones more upright, around golden stamens. */
export function blossom(radius, { silk, gold }, { rings = [[8, 1, 0.02], [7, 0.8, 0.3], [6, 0.56, 0.6]] } = {}) {
  const parts = [post(radius * 0.3, radius * 0.3, radius * 0.1, 0.05, metal(gold))];
  for (const [k, [count, size, tilt]] of rings.entries()) {
    const material = petalCloth(silk);
    for (let i = 0; i < count; i++) {
      const turn = (i + k * 0.5) / count * Math.PI * 2;
      parts.push(petal(radius * size, radius * size * 0.84, 0.3, material, turn, tilt).translateZ(radius * 0.05 * k));
    }
  }
  parts[0].rotation.x = Math.PI / 2;
  for (let i = 0; i < 9; i++) {
    const a = i * 2.4, q = radius * 0.045 * Math.sqrt(i) * 1.4;
    parts.push(ball(radius * 0.055, metal(gold), [Math.cos(a) * q, Math.sin(a) * q, radius * 0.3]));
  }
  return group(parts);
}

/** A leaf along +y, bent backwards at its tip. */
export function leaf(length, colour, turn) {
  const blade = drape((u, v) => {
    const s = u * 2 - 1;
    return [s * length * 0.24 * Math.sin(Math.PI * v ** 0.8), length * v,
      length * (0.1 * Math.abs(s) + 0.12 * Math.sin(Math.PI * v) - 0.1 * v * v)];
  }, cloth(picture(64, 128, (g, w, h) => {
    g.fillStyle = colour;
    g.fillRect(0, 0, w, h);
    g.strokeStyle = 'rgba(255,255,235,.6)';
    g.lineWidth = 3;
    g.beginPath();
    g.moveTo(w / 2, h);
    g.lineTo(w / 2, 8);
    g.stroke();
    g.lineWidth = 1.2;
    for (let y = 24; y < h; y += 18) for (const x of [6, w - 6]) { g.beginPath(); g.moveTo(w / 2, y); g.lineTo(x, y - 18); g.stroke(); }
  })), { across: 8, along: 14 });
  const turned = group(blade);
  turned.rotation.z = turn;
  return turned;
}

/** A tassel hanging from the origin: a knot, a bound head and threads. */
export function tassel(length, colour, bound = '#d9b25f') {
  const r = length * 0.1;
  const threads = cloth(picture(256, 32, (g, w, h) => {
    g.fillStyle = colour;
    g.fillRect(0, 0, w, h);
    for (const [first, tone] of [[0, 'rgba(0,0,0,.22)'], [4, 'rgba(255,255,255,.14)']]) {
      g.fillStyle = tone;
      for (let x = first; x < w; x += 8) g.fillRect(x, 0, 2, h);
    }
  }));
  return group(
    ball(r * 0.95, plain(colour), [0, -r, 0]),
    ring(r * 0.72, r * 0.2, metal(bound), [0, -r * 2, 0], [Math.PI / 2, 0, 0]),
    turned([[0, -length * 0.97], [r * 1.5, -length], [r * 1.45, -length * 0.7], [r * 1.1, -r * 3], [r * 0.7, -r * 2], [0, -r * 1.8]],
      threads),
  );
}

/** Beads hanging on a thread: their radii and materials from above to below, with threads of a length between. */
export function strand(beads, gap, thread = '#c79a4a') {
  const parts = [];
  let y = 0;
  for (const [radius, material, squash = [1, 1, 1]] of beads) {
    parts.push(strut([0, y, 0], [0, y - gap, 0], 0.05, 0.05, metal(thread), 0.02, 10));
    y -= gap + radius * squash[1];
    parts.push(ball(radius, material, [0, y, 0], squash));
    y -= radius * squash[1];
  }
  return group(parts);
}

/** A bow: two loops, a knot and two tails, which lean forward by `lean` of their fall. */
export function bow(width, colour, { tails = 0.9, lean = 0 } = {}) {
  const material = plain(colour), high = width * 0.32;
  const loop = side => drape((u, v) => {
    const a = u * Math.PI * 2, open = Math.sin(Math.PI * u);
    return [side * width * 0.25 * (1 - Math.cos(a)), (v - 0.5) * high * (0.3 + 0.7 * open) * (1 + 0.1 * Math.sin(a)),
      Math.sin(a) * width * 0.09];
  }, material, { across: 40, along: 6 });
  const hang = [[0, 0, 0.06], [0.12, 0.35, 0.1], [0.2, 0.7, 0.04], [0.3, 1, 0.05]];
  const tail = side => ribbon(
    hang.map(([x, fall, z]) => [side * width * x, -width * tails * fall, width * (z + tails * fall * lean)]), high * 0.75, material,
    [1, side * 0.25, 0]);
  return group(loop(-1), loop(1), tail(-1), tail(1), ball(high * 0.32, material, [0, 0, width * 0.02], [0.8, 1, 0.6]));
}

/** A frog fastening: a ball and a loop of cord on each side. */
export function frog(width, colour, bead) {
  const loop = side => rod(
    [[0.1, 0, -0.05], [0.3, 0.07, 0], [0.5, 0, -0.05], [0.3, -0.07, 0]].map(([x, y, z]) => [side * width * x, width * y, z]),
    width * 0.035, paint(colour), { closed: true, segments: 32, sides: 8 });
  return group(ball(width * 0.13, metal(bead)), loop(-1), loop(1));
}
