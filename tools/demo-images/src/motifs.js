// Embroidered and painted patterns, drawn on the canvases that the cloth of a model carries.
import { dice } from './shapes.js';

const TURN = Math.PI * 2;

/** A canvas of a size, painted by a function of its context. */
export function picture(width, height, paint) {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  paint(canvas.getContext('2d'), width, height);
  return canvas;
}

const inPlace = (g, x, y, angle, size, draw) => {
  g.save();
  g.translate(x, y);
  g.rotate(angle);
  g.scale(size, size);
  draw();
  g.restore();
};

/** An auspicious cloud of curls with a tail; r is the radius of its largest curl. */
export function cloud(g, x, y, r, line, fill) {
  const curls = [[-1.25, 0.25, 0.62], [0, -0.15, 0.92], [1.2, 0.28, 0.6], [-0.55, 0.5, 0.42], [0.6, 0.5, 0.42]];
  const each = draw => curls.forEach(([cx, cy, q]) => { g.beginPath(); g.arc(cx, cy, q, 0, TURN); draw(); });
  inPlace(g, x, y, 0, r, () => {
    g.strokeStyle = line;
    g.lineCap = g.lineJoin = 'round';
    g.lineWidth = 0.34;
    each(() => g.stroke());
    g.beginPath();
    g.moveTo(1.2, 0.88);
    g.quadraticCurveTo(2.2, 0.95, 3.3, 0.35);
    g.stroke();
    g.fillStyle = fill;
    each(() => g.fill());
    g.lineWidth = 0.15;
    for (const [cx, cy, q] of curls.slice(0, 3)) {
      g.beginPath();
      for (let t = 0; t < 8; t += 0.2) {
        const r = q * (0.72 - t * 0.085);
        g.lineTo(cx + Math.cos(t + 2.4) * r, cy + Math.sin(t + 2.4) * r);
      }
      g.stroke();
    }
  });
}

function petal(g, length, colours) {
  const [middle, heart, rim] = colours;
  const tone = g.createRadialGradient(0, 0, 0, 0, 0, length);
  tone.addColorStop(0.15, heart);
  tone.addColorStop(0.6, middle);
  tone.addColorStop(1, rim);
  g.fillStyle = tone;
  g.beginPath();
  g.moveTo(0, 0);
  g.bezierCurveTo(length * 0.2, -length * 0.5, length * 0.85, -length * 0.62, length, -length * 0.2);
  g.quadraticCurveTo(length * 0.9, 0, length, length * 0.2);
  g.bezierCurveTo(length * 0.85, length * 0.62, length * 0.2, length * 0.5, 0, 0);
  g.fill();
  g.strokeStyle = heart;
  g.lineWidth = length * 0.022;
  g.stroke();
}

function leaf(g, length, colour) {
  g.fillStyle = colour;
  g.beginPath();
  g.moveTo(0, 0);
  g.quadraticCurveTo(length * 0.45, -length * 0.42, length, 0);
  g.quadraticCurveTo(length * 0.45, length * 0.42, 0, 0);
  g.fill();
  g.strokeStyle = 'rgba(255,255,240,.55)';
  g.lineWidth = length * 0.03;
  g.beginPath();
  g.moveTo(length * 0.1, 0);
  g.lineTo(length * 0.9, 0);
  g.stroke();
}

/** A peony seen from above: leaves, three rings of petals, golden stamens. */
export function peony(g, x, y, r, { petals, leaf: green, gold }) {
  for (const a of [0.5, 1.0, 2.4, 4.2, 4.75]) inPlace(g, x, y, a, 1, () => { g.translate(r * 0.7, 0); leaf(g, r * 0.85, green); });
  for (const [count, size, turn] of [[8, 1, 0.2], [7, 0.74, 0.5], [5, 0.47, 0.1]])
    for (let i = 0; i < count; i++) inPlace(g, x, y, i / count * TURN + turn, 1, () => petal(g, r * size, petals));
  g.fillStyle = gold;
  for (let i = 0; i < 9; i++) {
    const q = i ? r * 0.12 : 0;
    g.beginPath();
    g.arc(x + Math.cos(i * 0.8) * q, y + Math.sin(i * 0.8) * q, r * 0.05, 0, TURN);
    g.fill();
  }
}

const feathers = (g, from, to, count, length, ink) => {
  for (let i = 0; i < count; i++) {
    const t = i / (count - 1), reach = length * (0.55 + 0.45 * Math.sin(Math.PI * (0.15 + 0.75 * t)));
    inPlace(g, 0, 0, from + (to - from) * t, 1, () => {
      g.beginPath();
      g.ellipse(reach * 0.55, 0, reach * 0.52, 0.085, 0, 0, TURN);
      g.fill();
      g.strokeStyle = ink;
      g.lineWidth = 0.018;
      g.stroke();
    });
  }
};

/** A crane in flight to the right; s is about half its length. */
export function crane(g, x, y, s, colour, ink = 'rgba(60,40,20,.55)') {
  inPlace(g, x, y, -0.12, s, () => {
    g.fillStyle = colour;
    g.lineCap = 'round';
    feathers(g, -2.75, -1.75, 6, 1.05, ink);
    g.strokeStyle = '#c8402f';
    g.lineWidth = 0.045;
    for (const dy of [0.02, 0.1]) { g.beginPath(); g.moveTo(-0.4, dy); g.lineTo(-1.25, 0.2 + dy); g.stroke(); }
    g.beginPath();
    g.ellipse(0, 0, 0.5, 0.19, 0.08, 0, TURN);
    g.fill();
    g.strokeStyle = colour;
    g.lineWidth = 0.11;
    g.beginPath();
    g.moveTo(0.38, -0.04);
    g.bezierCurveTo(0.68, -0.02, 0.68, -0.36, 1.02, -0.34);
    g.stroke();
    g.beginPath();
    g.moveTo(1.0, -0.4);
    g.lineTo(1.3, -0.33);
    g.lineTo(1.0, -0.28);
    g.fill();
    feathers(g, -1.65, -0.65, 7, 1.15, ink);
    g.fillStyle = '#c8402f';
    g.beginPath();
    g.arc(1.0, -0.4, 0.06, 0, TURN);
    g.fill();
  });
}

const scattered = (seed, { x, y, w, h }, step, draw) => {
  const roll = dice(seed), rows = Math.max(1, Math.round(h / step)), columns = Math.max(1, Math.round(w / step / 1.6));
  const stagger = rows > 1 && columns > 1 ? 0.22 : 0;
  for (let row = 0; row < rows; row++)
    for (let i = 0; i < columns; i++) {
      const column = i + 0.5 + (row % 2 ? stagger : -stagger) + (roll() - 0.5) * 0.15;
      draw(x + column * w / columns, y + (row + 0.5) * h / rows + (roll() - 0.5) * step * 0.15, i + row);
    }
};

/** Patterns that fill a box of a picture: motif(context, box, palette, size of one figure). */
export const MOTIFS = {
  clouds: (g, box, p, size) => scattered(7, box, size * 1.5, (x, y) => cloud(g, x, y, size * 0.3, p.gold, p.band)),
  peonies: (g, box, p, size) => scattered(11, box, size * 1.25, (x, y) => peony(g, x, y, size * 0.42, p)),
  cranes: (g, box, p, size) => scattered(5, box, size * 1.35, (x, y, i) => (i % 2
    ? cloud(g, x, y, size * 0.24, p.trim, p.band)
    : crane(g, x, y + size * 0.12, size * 0.46, p.bird))),
};
