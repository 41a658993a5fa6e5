import { ball, group, ring, rod, turned } from '../shapes.js';
import { drape } from '../drape.js';
import { cloth, metal, paint } from '../materials.js';
import { damask } from '../borders.js';
import { cloud, peony, picture } from '../motifs.js';
import { BLUE, GREEN, RED } from '../palettes.js';
import { frog, plain, tassel } from '../trimmings.js';

// A cloud collar (云肩) seen from its outside: a sheet that falls over the shoulders like a shallow dome, neck in the middle,
// its opening below. Lengths in centimetres.
const NECK = 8, REACH = 31, FALL = 11, THICK = 0.35;
const PIXELS = 1400;

/** The edge of a layer: rounded lobes, each with three waves, narrow between them. */
const OUTLINES = {
  ruyi: lobes => a => {
    const w = Math.cos(lobes * (a - Math.PI / 4)), lobe = (0.5 + 0.5 * w) ** 0.62;
    return NECK * 1.5 + (REACH - NECK * 1.5) * (0.06 + 0.9 * lobe) + 0.9 * Math.cos(3 * lobes * (a - Math.PI / 4)) * lobe;
  },
  leaf: lobes => a => {
    const w = Math.abs(Math.cos(lobes / 2 * (a - Math.PI / 2)));
    return NECK * 1.35 + (REACH - NECK * 1.35) * (0.12 + 0.88 * w ** 1.15);
  },
};

/** Height of the cloth over its plane: a dome whose lobes bend down at their middles. */
const height = (x, y, lobes) => {
  const r = Math.hypot(x, y) / REACH, a = Math.atan2(y, x);
  return FALL * (0.55 - r ** 1.5) - 1.1 * r ** 3 * Math.cos(2 * lobes * (a - Math.PI / 4));
};

const around = 240;
const onDome = (edge, a, t, lift, lobes) => {
  const r = NECK + (edge(a) - NECK) * t, x = r * Math.cos(a), y = r * Math.sin(a);
  return [x, y, height(x, y, lobes) + lift];
};
/** The picture lies over the collar as seen from in front; from behind it is turned so that it reads rightly. */
const seenFrom = side => ([x, y]) => [0.5 + side * x / REACH / 2.08, 0.5 + y / REACH / 2.08];

const layer = (edge, lift, lobes, front, back) => [
  drape((u, v) => onDome(edge, u * Math.PI * 2, v, lift + THICK / 2, lobes), front, { across: around, along: 20, carries: seenFrom(1) }),
  drape((u, v) => onDome(edge, u * Math.PI * 2, v, lift - THICK / 2, lobes), back, { across: around, along: 20, carries: seenFrom(-1) }),
];
const edging = (edge, t, lift, lobes, radius, material) => rod(
  Array.from({ length: 300 }, (_, i) => onDome(edge, i / 300 * Math.PI * 2, t, lift, lobes)), radius, material,
  { closed: true, segments: 480, sides: 8 });

/** Draws with the centre of the collar as origin and the centimetre as unit; y still runs downwards. */
const inCentimetres = (g, draw) => {
  g.save();
  g.translate(PIXELS / 2, PIXELS / 2);
  g.scale(PIXELS / 2 / REACH / 1.04, PIXELS / 2 / REACH / 1.04);
  draw();
  g.restore();
};
const inset = (g, edge, by) => {
  g.beginPath();
  for (let i = 0; i <= 360; i++) {
    const a = i / 360 * Math.PI * 2, r = Math.max(NECK, edge(a) - by);
    g.lineTo(Math.cos(a) * r, -Math.sin(a) * r);
  }
  g.closePath();
};
const aroundLobes = (lobes, turn, draw) => {
  for (let i = 0; i < lobes; i++) {
    const a = i / lobes * Math.PI * 2 + turn;
    draw(Math.cos(a), -Math.sin(a), i);
  }
};

/** Ground, two bands along the edge and embroidery: flowers in front, clouds behind. */
function painted(p, edge, lobes, turn, { isFront, at, size }) {
  return cloth(picture(PIXELS, PIXELS, g => {
    g.fillStyle = p.cloth;
    g.fillRect(0, 0, PIXELS, PIXELS);
    inCentimetres(g, () => {
      [[2.2, p.trim], [2.6, p.band]].forEach(([by, colour]) => { inset(g, edge, by); g.fillStyle = colour; g.fill(); });
      g.save();
      g.clip();
      g.save();
      g.translate(-REACH, -REACH);
      damask(g, REACH * 2, REACH * 2, 2.4, 'rgba(255,255,255,.08)');
      g.restore();
      aroundLobes(lobes, turn, (x, y) => {
        if (!isFront) return cloud(g, x * at, y * at, size * 0.55, p.gold, p.cloth);
        peony(g, x * at, y * at, size, p);
        return cloud(g, x * (at - size * 1.75), y * (at - size * 1.75), size * 0.22, p.gold, p.cloth);
      });
      aroundLobes(lobes, turn + Math.PI / lobes, (x, y) => cloud(g, x * (NECK + 4.2), y * (NECK + 4.2), 0.9, p.gold, p.cloth));
      g.restore();
    });
  }));
}

/** The band around the neck stands up from the sheet. */
const standing = p => [
  turned([[NECK - 0.1, 0], [NECK + 0.25, 0.2], [NECK - 0.2, 2.6], [NECK - 0.6, 2.6], [NECK - 0.5, 0]], plain(p.band),
    [0, 0, height(NECK, 0, 1)], [Math.PI / 2, 0, 0]),
  ring(NECK - 0.4, 0.3, paint(p.trim, 0.1), [0, 0, height(NECK, 0, 1) + 2.6]),
];

const fastening = p => {
  const closed = frog(3.6, p.trim, p.gold).translateY(-NECK - 0.35).translateZ(height(NECK, 0, 1) + 1.3);
  closed.rotation.x = Math.PI / 2;
  return closed;
};

function collar({ palette: p, lobes = 4, shape = 'ruyi', over = null, hangings = 0 }) {
  const edge = OUTLINES[shape](lobes), turn = shape === 'ruyi' ? Math.PI / 4 : Math.PI / 2,
    figure = { at: lobes > 6 ? 20.5 : 21, size: lobes > 6 ? 3.6 : 6 };
  const bend = shape === 'ruyi' ? lobes : lobes / 2, gilt = () => paint(p.trim, 0.14);
  const parts = [
    layer(edge, 0, bend, painted(p, edge, lobes, turn, { ...figure, isFront: true }),
      painted(p, edge, lobes, turn, { ...figure, isFront: false })),
    edging(edge, 1, 0, bend, 0.55, gilt()), edging(edge, 0.93, THICK * 0.6, bend, 0.16, gilt()), standing(p), fastening(p),
  ];
  if (over) {
    const small = a => NECK + (edge(a + Math.PI / lobes) - NECK) * over;
    parts.push(layer(small, 0.9, bend, painted({ ...p, cloth: p.band, band: p.cloth }, small, lobes, turn + Math.PI / lobes,
      { at: NECK + 13 * over, size: 7.4 * over, isFront: true }), plain(p.lining)),
      edging(small, 1, 0.9, bend, 0.38, gilt()));
  }
  if (hangings) aroundLobes(lobes, turn, (x, y) => {
    const a = Math.atan2(-y, x);
    if (y < 0.2) return;
    const [px, py, pz] = onDome(edge, a, 1, 0, bend);
    parts.push(ball(0.55, metal(p.gold), [px, py - 0.9, pz]),
      tassel(hangings, p.tassel).translateX(px).translateY(py - 1.2).translateZ(pz));
  });
  return group(parts);
}

const COLLAR = {
  kind: 'rendering', colour: true, name: '云肩', nameEn: 'Cloud collar', use: '用于穿戴。', useEn: 'For wearing.', locarno: '02-05',
  stance: { yaw: 30, pitch: 24 },
};

export const collars = [
  {
    ...COLLAR, id: 'collar-01',
    points: '在于产品的形状、图案与色彩的结合，尤其是四合如意轮廓。',
    build: () => collar({ palette: RED, over: 0.55 }),
  },
  {
    ...COLLAR, id: 'collar-02',
    points: '在于产品的形状、图案与色彩的结合，尤其是八瓣轮廓。',
    build: () => collar({ palette: BLUE, lobes: 8, shape: 'leaf' }),
  },
  {
    ...COLLAR, id: 'collar-03',
    points: '在于产品的形状、图案与色彩的结合，尤其是双层六瓣轮廓与瓣端垂穗。',
    build: () => collar({ palette: GREEN, lobes: 6, shape: 'leaf', over: 0.6, hangings: 6 }),
  },
];
