import { group, ring, rod, turned } from '../shapes.js';
import { drape, loft } from '../drape.js';
import { cloth, paint } from '../materials.js';
import { damask, meander, waves } from '../borders.js';
import { crane, MOTIFS, peony, picture } from '../motifs.js';
import { BLUE, GREEN, RED } from '../palettes.js';
import { frog } from '../trimmings.js';

// A sleeveless stage vest (比甲): straight body with slits at the hem, closed in front with frogs, a standing collar.
const LENGTH = 66, SQUARE = 2.5;
const bodyAt = loft([[0, 25, 15], [8, 24.4, 14.4], [24, 23, 13], [40, 22.6, 12.4], [50, 22.6, 12], [57, 22, 10.8], [62, 18, 9.4],
  [65, 12, 8], [LENGTH, 8, 7]], SQUARE);
const WIDTH = 2400, HEIGHT = 1400;
/** Middle of each armhole and half its size, in parts of the picture; the slits below it reach up to SLIT. */
const ARMHOLE = { sides: [0.25, 0.75], y: 0.33, half: [0.035, 0.19] }, SLIT = { half: 0.006, top: 0.78 };

const openings = (g, w, h, grow) => {
  for (const x of ARMHOLE.sides) {
    g.beginPath();
    g.ellipse(x * w, ARMHOLE.y * h, ARMHOLE.half[0] * w + grow, ARMHOLE.half[1] * h + grow, 0, 0, Math.PI * 2);
    g.fill();
    g.beginPath();
    g.moveTo(x * w, SLIT.top * h - grow * 2);
    g.lineTo(x * w + SLIT.half * w + grow, h);
    g.lineTo(x * w - SLIT.half * w - grow, h);
    g.fill();
  }
};

const cut = (g, w, h) => {
  g.globalCompositeOperation = 'destination-out';
  openings(g, w, h, 0);
  g.globalCompositeOperation = 'source-over';
};

const EMBROIDERY = {
  cranes: (g, x, p, isFront) => {
    crane(g, x, HEIGHT * 0.42, isFront ? 120 : 190, p.bird);
    MOTIFS.clouds(g, { x: x - 150, y: HEIGHT * 0.52, w: 300, h: 190 }, p, 110);
  },
  peonies: (g, x, p, isFront) => {
    peony(g, x, HEIGHT * 0.44, isFront ? 105 : 170, p);
    peony(g, x + (isFront ? 40 : 150), HEIGHT * 0.6, isFront ? 62 : 90, p);
  },
};

const outside = (p, motif) => picture(WIDTH, HEIGHT, (g, w, h) => {
  g.fillStyle = p.cloth;
  g.fillRect(0, 0, w, h);
  damask(g, w, h, 44, 'rgba(255,255,255,.08)');
  g.fillStyle = p.band;
  g.fillRect(0, h * 0.82, w, h * 0.18);
  g.fillStyle = p.trim;
  g.fillRect(0, h * 0.81, w, 12);
  g.fillRect(0, h - 12, w, 12);
  meander(g, 0, w, h * 0.83, 34, p.gold);
  waves(g, 0, w, h - 12, h * 0.08, p.waves);
  for (const x of [0.41, 0.59]) EMBROIDERY[motif](g, x * w, p, true);
  // The back is both ends of the picture: drawn at each, half of it falls outside.
  for (const x of [0, w]) EMBROIDERY[motif](g, x, p, false);
  g.fillStyle = p.trim;
  openings(g, w, h, 22);
  g.fillStyle = p.band;
  openings(g, w, h, 15);
  g.fillStyle = p.band;
  g.fillRect(w * 0.5 - 46, 0, 92, h);
  g.fillStyle = p.trim;
  for (const x of [-46, -2, 40]) g.fillRect(w * 0.5 + x, 0, x === -2 ? 4 : 7, h);
  cut(g, w, h);
});

const inside = p => picture(WIDTH / 2, HEIGHT / 2, (g, w, h) => {
  g.fillStyle = p.lining;
  g.fillRect(0, 0, w, h);
  cut(g, w, h);
});

function standingCollar(p) {
  const band = turned([[7.6, -0.6], [8, -0.5], [7.5, 3.4], [7.2, 3.6], [6.9, 3.4], [7.3, -0.6]], paint(p.band), [0, LENGTH, 0]);
  const rim = ring(7.2, 0.32, paint(p.trim, 0.1), [0, LENGTH + 3.5, 0], [Math.PI / 2, 0, 0]);
  const whole = group(band, rim);
  whole.scale.z = 0.9;
  return whole;
}

/** Piping around an armhole follows the body. */
const piping = (p, x) => rod(Array.from({ length: 80 }, (_, i) => {
  const a = i / 40 * Math.PI;
  return bodyAt(x + ARMHOLE.half[0] * 1.05 * Math.cos(a), 1 - ARMHOLE.y + ARMHOLE.half[1] * 1.05 * Math.sin(a), 0.1);
}), 0.34, paint(p.trim, 0.1), { closed: true, segments: 200, sides: 8 });

const fastenings = p => [0.9, 0.78, 0.66, 0.54].map(v => {
  const button = frog(5, p.trim, p.gold);
  button.position.set(...bodyAt(0.5, v, 0.35));
  button.rotation.x = v > 0.85 ? -0.7 : 0;
  return button;
});

function vest({ palette: p, motif }) {
  return group(
    drape((u, v) => bodyAt(u, v), cloth(outside(p, motif)), { across: 120, along: 48 }),
    drape((u, v) => bodyAt(u, v, -0.4), cloth(inside(p)), { across: 96, along: 32 }),
    standingCollar(p), ARMHOLE.sides.map(x => piping(p, x)), fastenings(p),
  );
}

const VEST = {
  kind: 'rendering', colour: true, name: '比甲', nameEn: 'Long vest', use: '用于穿着，也用于舞台演出。', useEn: 'For wearing, also on stage.',
  locarno: '02-02', stance: { yaw: 30, pitch: 14 },
};

export const vests = [
  {
    ...VEST, id: 'vest-01',
    points: '在于产品的图案与色彩的结合，尤其是对襟两侧的仙鹤及下摆海水江崖。',
    build: () => vest({ palette: BLUE, motif: 'cranes' }),
  },
  {
    ...VEST, id: 'vest-02',
    points: '在于产品的图案与色彩的结合，尤其是对襟两侧的牡丹。',
    build: () => vest({ palette: GREEN, motif: 'peonies' }),
  },
  {
    ...VEST, id: 'vest-03', copyOf: 'vest-01',
    points: '在于产品的图案。',
    build: () => vest({ palette: { ...BLUE, cloth: '#1f5f63', band: '#15464b', trim: RED.trim }, motif: 'cranes' }),
  },
];
