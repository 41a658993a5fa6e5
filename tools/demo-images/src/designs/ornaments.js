import { ball, group, outline, post, ring, rod, slab, strut, turned } from '../shapes.js';
import { metal, paint } from '../materials.js';
import { GREEN, PINK, RED } from '../palettes.js';
import { blossom, leaf, strand } from '../trimmings.js';

const GILT = '#d9b25f';
const gilt = () => metal(GILT);
const standing = (object, place) => { object.position.set(...place); return object; };

/** The gilt plate behind a flower, with ribs like a chrysanthemum. */
const backPlate = (radius, [x, y, z]) => standing(group(
  post(radius, radius, 0.16, 0.06, gilt(), [0, 0, 0], [Math.PI / 2, 0, 0]),
  ring(radius * 0.96, 0.12, gilt()),
  Array.from({ length: 12 }, (_, i) => strut([0, 0, -0.1], [Math.cos(i * Math.PI / 6) * radius * 0.92,
    Math.sin(i * Math.PI / 6) * radius * 0.92, -0.1], 0.1, 0.06, gilt(), 0.03, 8)),
), [x, y, z]);

const pearl = r => [r, paint('#f6efe4', 0.25)];
const jade = (r, colour) => [r, paint(colour, 0.2), [1, 1.25, 1]];

/** A hairpin (发簪) with two silk flowers, leaves and three strands of beads. */
function hairpin({ palette: p }) {
  const large = [6.6, 4.2, 1], small = [0.6, 2.6, 1];
  const strands = [5, 7.6, 10.2].map((x, i) => {
    const beads = [pearl(0.42), jade(0.5, p.tassel), pearl(0.42), jade(0.6, p.leaf)].slice(0, i === 1 ? 4 : 3);
    return standing(strand(beads, 0.8), [x, 1.4 + Math.abs(i - 1) * 0.2, 0.9]);
  });
  return group(
    strut([-14.5, -8.6, 0], [7.4, 4.6, 0], 0.12, 0.42, gilt(), 0.1), ball(0.7, gilt(), [7.8, 4.85, 0]),
    backPlate(3.4, [large[0], large[1], 0.5]), backPlate(1.9, [small[0], small[1], 0.6]),
    [-2.4, -1.2, 0.7].map(turn => standing(leaf(6.2, p.leaf, turn), [large[0], large[1], 0.7])),
    [1.1, 2.3].map(turn => standing(leaf(4.2, p.leaf, turn), [small[0], small[1], 0.7])),
    standing(blossom(4.9, p), large), standing(blossom(2.9, p), small),
    rod([[4.4, 1.7, 0.7], [7.6, 1.2, 1], [10.8, 1.7, 0.7]], 0.16, gilt(), { segments: 30, sides: 8 }), strands,
  );
}

const WING = outline([[0.4, 0.6], [2.4, 3.6], [5.6, 5.6], [8.2, 5.2], [8.8, 3], [7.4, 0.8], [5.2, -0.2], [6.6, -1.6], [6.4, -3.8],
  [4.4, -4.8], [2.2, -3.4], [0.6, -1.2]], true);
const PANES = [[[1.8, 1.6], [3.2, 3.6], [5.6, 4.6], [6, 2.4], [4.2, 0.9]], [[6.6, 4.6], [7.8, 4.2], [7.7, 2.8], [6.9, 2.4]],
  [[2.2, -0.6], [4.4, -0.9], [5.2, -2.4], [4.2, -3.6], [2.6, -2.4]]];

/** One wing of a gilt butterfly with enamelled panes, bent towards the front. */
function wing(side, p) {
  const panes = PANES.map((points, i) => slab(outline(points, true), 0.2, paint(i === 1 ? p.tassel : p.cloth, 0.25), [0, 0, 0.2], undefined,
    { bevel: 0.08 }));
  const borders = PANES.map(points => rod(points.map(([x, y]) => [x, y, 0.26]), 0.11, gilt(), { closed: true, segments: 60, sides: 8 }));
  const veins = [[6.8, 4.2], [7.2, 2], [5.2, -3.2], [3.2, -3.2]].map(([x, y]) =>
    rod([[0.6, 0.3, -0.16], [x * 0.5, y * 0.6, -0.16], [x, y, -0.16]], 0.1, gilt(), { segments: 30, sides: 8 }));
  const half = group(slab(WING, 0.3, gilt(), undefined, undefined, { bevel: 0.1 }), panes, borders, veins,
    ball(0.3, pearl(1)[1], [8.2, 3.7, 0.3]), ball(0.3, pearl(1)[1], [5.4, -4, 0.3]));
  half.rotation.y = -0.32;
  const whole = group(half);
  whole.scale.x = side;
  return whole;
}

/** A dangling hairpin (步摇): a gilt butterfly on two prongs, five strands below its wings. */
function dangling({ palette: p }) {
  const prong = x => rod([[x * 0.5, -1, -0.6], [x, -4, -1], [x, -9, -0.8], [x * 0.8, -14.5, -0.6]], 0.22, gilt(),
    { segments: 60, sides: 10 });
  const feeler = s => rod([[s * 0.2, 2.6, 0.5], [s * 1, 4.6, 0.9], [s * 2.2, 6, 0.8], [s * 2.9, 5.6, 0.8]], 0.09, gilt(),
    { segments: 40, sides: 8 });
  const strands = [-5.4, -2.9, 0, 2.9, 5.4].map((x, i) => {
    const beads = [pearl(0.34), pearl(0.34), jade(0.46, p.tassel), pearl(0.34), [0.6, paint(p.leaf, 0.2), [0.8, 1.5, 0.5]]];
    return standing(strand(i % 2 ? beads.slice(1) : beads, i === 2 ? 1.15 : 0.8), [x, -3 - (i === 2 ? 0 : 1.2), 1.3 + Math.abs(x) * 0.12]);
  });
  return group(
    wing(1, p), wing(-1, p), prong(1.1), prong(-1.1), feeler(1), feeler(-1), strands,
    turned([[0, 2.8], [0.5, 2.4], [0.62, 1.4], [0.5, 0.4], [0.66, -0.8], [0.4, -2.4], [0, -3.2]], gilt(), [0, 0, 0.5]),
    standing(blossom(1.9, p), [0, 0.4, 1]),
  );
}

const blade = teeth => {
  const edge = [[-7.4, 0], [-7.2, 2.2], [-5, 4.4], [0, 5.4], [5, 4.4], [7.2, 2.2], [7.4, 0]], step = 14.4 / teeth;
  for (let i = teeth - 1; i >= 0; i--) {
    const x = -7.2 + (i + 0.5) * step, foot = -6.4 - 1.1 * Math.cos(x / 7.4 * 1.4);
    edge.push([x + step * 0.4, 0], [x + step * 0.26, foot], [x, foot - 0.35], [x - step * 0.26, foot], [x - step * 0.4, 0]);
  }
  return outline(edge);
};

/** A comb for the hair (发梳): an arched back set with flowers and pearls above long teeth. */
function hairComb({ palette: p, teeth = 12 }) {
  const arch = x => 4.9 - 0.062 * x * x;
  const flowers = [[-5.4, 1.9], [-2.9, 2.4], [0, 3.1], [2.9, 2.4], [5.4, 1.9]];
  return group(
    slab(blade(teeth), 0.5, paint('#6b3b22', 0.25), undefined, undefined, { bevel: 0.15 }),
    rod([-7.2, -5, -2.5, 0, 2.5, 5, 7.2].map(x => [x, arch(x) + 0.45, 0]), 0.34, gilt(), { segments: 80 }),
    Array.from({ length: 9 }, (_, i) => (i - 4) * 1.6).map(x => ball(0.42, paint('#f6efe4', 0.25), [x, arch(x) + 1, 0])),
    flowers.map(([x, r], i) => standing(blossom(r * 0.86, i % 2 ? { ...p, silk: ['#f7e9d2', '#e3bd7a', '#fffaf0'] } : p),
      [x, arch(x) - 1.7, 0.5])),
    flowers.slice(1).map(([x], i) => standing(leaf(2.6, p.leaf, i % 2 ? 2.4 : 3.6), [(x + flowers[i][0]) / 2, arch(x) - 2.6, 0.45])),
    [-4.2, 0, 4.2].map(x => standing(strand([pearl(0.28), jade(0.34, p.tassel)], 0.45), [x, 0.4, 0.6])),
  );
}

const ORNAMENT = { kind: 'rendering', colour: true, use: '用于固定和装饰头发。', useEn: 'For holding and adorning the hair.' };

export const ornaments = [
  {
    ...ORNAMENT, id: 'hairpin-01', name: '发簪', nameEn: 'Hairpin', locarno: '11-01',
    points: '在于产品的形状与图案的结合，尤其是双花与流苏。',
    build: () => hairpin({ palette: PINK }), stance: { yaw: 26, pitch: 20 },
  },
  {
    ...ORNAMENT, id: 'hairpin-02', name: '步摇', nameEn: 'Dangling hairpin', locarno: '11-01',
    points: '在于产品的形状，尤其是蝶形簪首、双股簪脚及五串垂珠。',
    build: () => dangling({ palette: { ...RED, cloth: '#2f6f7a', silk: ['#fbe0a6', '#e9a54a', '#fff6dd'] } }),
    stance: { yaw: 28, pitch: 16 },
  },
  {
    ...ORNAMENT, id: 'hair-comb-01', name: '发梳', nameEn: 'Ornamental hair comb', locarno: '28-03',
    points: '在于产品的形状与色彩的结合，尤其是拱形梳背上排列的五朵绢花及珠饰。',
    build: () => hairComb({ palette: GREEN }), stance: { yaw: 26, pitch: 20 },
  },
];
