import { group, turned } from '../shapes.js';
import { drape, ribbon, section } from '../drape.js';
import { cloth } from '../materials.js';
import { damask, meander, waves } from '../borders.js';
import { MOTIFS, peony, picture } from '../motifs.js';
import { BLUE, GREEN, PINK, PLUM, RED } from '../palettes.js';

// A horse-face skirt (马面裙): a flat panel in front and one behind, pleats at both sides, laid out as it is worn.
const LENGTH = 84, BAND = 8;
const WAIST = { axes: [17, 11.5], panel: 11, pleat: 0.4 };
const HEM = { axes: [42, 26], panel: 17, pleat: 3 };
const PLEATS = 16, SQUARE = 2.4, OVERLAP = 0.16, PANEL_STANDS_OFF = 0.3;
const PIXELS = 15;

const between = (a, b, t) => a + (b - a) * t;
const axesAt = fall => WAIST.axes.map((a, i) => between(a, HEM.axes[i], fall));
const panelAt = fall => between(WAIST.panel, HEM.panel, fall);
/** Where on the cross-section the front panel ends. */
const panelEdge = fall => Math.acos((panelAt(fall) / axesAt(fall)[0]) ** (SQUARE / 2));

function panel(canvas, side) {
  return drape((u, v) => {
    const fall = 1 - v, x = (u * 2 - 1) * panelAt(fall), [a, b] = axesAt(fall);
    const z = (b + PANEL_STANDS_OFF) * (1 - (Math.abs(x) / a) ** SQUARE) ** (1 / SQUARE);
    return [side * x, LENGTH * v, side * z];
  }, cloth(canvas), { across: 32 });
}

/** Fold depth along the pleated side, 0 on the ridge: every pleat rises slowly and falls steeply, both halves towards the middle. */
function fold(u) {
  const half = u < 0.5 ? u : 1 - u, t = half * PLEATS % 1;
  return t < 0.72 ? t / 0.72 : (1 - t) / 0.28;
}
const edgesOf = i => (i < PLEATS / 2 ? [i, i + 0.36, i + 0.72] : [i, i + 0.28, i + 0.64]);
const foldLines = [...Array.from({ length: PLEATS }, (_, i) => edgesOf(i)).flat(), PLEATS].map(x => x / PLEATS);

function pleats(canvas, side) {
  return drape((u, v) => {
    const fall = 1 - v, edge = panelEdge(fall) + OVERLAP, angle = edge - 2 * edge * u + (side < 0 ? Math.PI : 0);
    const [x, z] = section(axesAt(fall), angle, SQUARE, -between(WAIST.pleat, HEM.pleat, fall) * fold(u));
    return [x, LENGTH * v, z];
  }, cloth(canvas), { across: foldLines, along: 32, crease: 0.5 });
}

/** The inside, far enough from the wall that no pleat comes through. */
const lining = colour => drape((u, v) => {
  const fall = 1 - v, [x, z] = section(axesAt(fall), u * Math.PI * 2, SQUARE, -0.5 - between(WAIST.pleat, HEM.pleat, fall));
  return [x, 0.6 + (LENGTH - 0.6) * v, z];
}, cloth(picture(64, 64, (g, w, h) => { g.fillStyle = colour; g.fillRect(0, 0, w, h); })), { across: 96, along: 12 });

/** The bands of the skirt (裙襕); panels and pleats share them, so that they meet. */
function bands(g, w, h, p, { motif, knee }) {
  g.fillStyle = p.cloth;
  g.fillRect(0, 0, w, h);
  damask(g, w, h, 54, 'rgba(255,255,255,.07)');
  for (const [from, to, isHem] of [[0.79, 0.985, true], ...(knee ? [[0.585, 0.675, false]] : [])]) {
    const top = from * h, tall = (to - from) * h;
    g.fillStyle = p.band;
    g.fillRect(0, top, w, tall);
    g.fillStyle = p.trim;
    g.fillRect(0, top - 9, w, 9);
    g.fillRect(0, top + tall, w, 9);
    meander(g, 0, w, top + 8, 24, p.gold);
    if (isHem) waves(g, 0, w, top + tall, tall * 0.42, p.waves);
    MOTIFS[motif](g, { x: 0, y: top + 36, w, h: tall * (isHem ? 0.62 : 1) - 40 }, p, isHem ? 128 : 84);
  }
}

const pleatPicture = (p, style) => picture(88 * PIXELS, LENGTH * PIXELS, (g, w, h) => {
  bands(g, w, h, p, style);
  // Cloth deep in a fold gets less light than the coarse light of the studio shows.
  const shade = g.createLinearGradient(0, 0, w, 0);
  for (const u of foldLines) shade.addColorStop(u, `rgba(25,8,8,${0.38 * fold(u)})`);
  g.fillStyle = shade;
  g.fillRect(0, 0, w, h);
});

const panelPicture = (p, style, isFront) => picture(34 * PIXELS, LENGTH * PIXELS, (g, w, h) => {
  bands(g, w, h, p, style);
  if (isFront) {
    MOTIFS[style.motif](g, { x: w * 0.06, y: h * (style.knee ? 0.12 : 0.14), w: w * 0.88, h: h * (style.knee ? 0.46 : 0.48) }, p, 250);
    peony(g, w / 2, h * 0.73, w * 0.26, p);
  }
  g.fillStyle = p.trim;
  for (const x of [0, w - 12]) g.fillRect(x, 0, 12, h);
  g.fillStyle = p.gold;
  for (const x of [20, w - 24]) g.fillRect(x, 0, 4, h);
});

function waistband(p) {
  const [a, b] = WAIST.axes;
  const fabric = picture(1024, 128, (g, w, h) => {
    g.fillStyle = p.waist;
    g.fillRect(0, 0, w, h);
    g.strokeStyle = 'rgba(90,75,60,.28)';
    g.setLineDash([9, 5]);
    g.lineWidth = 2;
    for (const y of [16, 44, 84, 112]) { g.beginPath(); g.moveTo(0, y); g.lineTo(w, y); g.stroke(); }
  });
  const profile = [[a - 0.4, -0.8], [a + 0.9, -0.8], [a + 1, -0.5], [a + 0.6, BAND - 0.4], [a + 0.3, BAND], [a - 0.1, BAND],
    [a - 0.3, BAND - 0.4], [a - 0.4, -0.8]];
  const band = turned(profile, cloth(fabric), [0, LENGTH, 0], undefined, 96);
  band.scale.z = (b + 0.6) / a;
  return band;
}

/** The ties hang down on the pleats, tied at the sides of the front panel. */
function ties(p) {
  const fabric = () => cloth(picture(32, 256, (g, w, h) => {
    g.fillStyle = p.waist;
    g.fillRect(0, 0, w, h);
    g.fillStyle = p.trim;
    g.fillRect(0, h - 14, w, 5);
    g.fillStyle = 'rgba(90,75,60,.3)';
    for (const x of [3, w - 5]) g.fillRect(x, 0, 2, h);
  }));
  const hanging = (side, angle, length) => {
    const at = drop => {
      const [x, z] = section(axesAt(Math.max(0, drop / LENGTH)), angle, SQUARE, 1.7);
      return [side * x, LENGTH - drop, z];
    };
    return ribbon([at(-BAND * 0.5), at(-1), at(length * 0.35), at(length * 0.7), at(length)], 2.6, fabric(),
      [side * Math.sin(angle), 0, -Math.cos(angle)]);
  };
  return [-1, 1].flatMap(side => [hanging(side, 0.5, 27), hanging(side, 0.74, 33)]);
}

function skirt({ palette, motif, knee = true }) {
  const style = { motif, knee }, folded = pleatPicture(palette, style);
  return group(
    panel(panelPicture(palette, style, true), 1), panel(panelPicture(palette, style, false), -1),
    pleats(folded, 1), pleats(folded, -1), lining(palette.lining), waistband(palette), ties(palette),
  );
}

const SKIRT = {
  kind: 'rendering', colour: true, name: '马面裙', nameEn: 'Horse-face skirt', use: '用于穿着。', useEn: 'For wearing.', locarno: '02-02',
  stance: { yaw: 30, pitch: 16 },
};

export const skirts = [
  {
    ...SKIRT, id: 'skirt-01',
    points: '在于产品的图案与色彩的结合，尤其是裙门及裙襕的云纹与海水江崖。',
    build: () => skirt({ palette: RED, motif: 'clouds' }),
  },
  {
    ...SKIRT, id: 'skirt-02',
    points: '在于产品的图案与色彩的结合，尤其是仙鹤裙襕。',
    build: () => skirt({ palette: BLUE, motif: 'cranes' }),
  },
  {
    ...SKIRT, id: 'skirt-03',
    points: '在于产品的图案与色彩的结合，尤其是牡丹裙襕。',
    build: () => skirt({ palette: GREEN, motif: 'peonies', knee: false }),
  },
  {
    ...SKIRT, id: 'skirt-04', copyOf: 'skirt-01',
    points: '在于产品的图案。',
    build: () => skirt({ palette: PLUM, motif: 'clouds' }),
  },
  {
    ...SKIRT, id: 'skirt-05',
    points: '在于产品的图案与色彩的结合。',
    build: () => skirt({ palette: PINK, motif: 'peonies' }),
  },
];
