import { group, rod } from '../shapes.js';
import { drape, loft, wrapped } from '../drape.js';
import { cloth, paint } from '../materials.js';
import { damask } from '../borders.js';
import { picture } from '../motifs.js';
import { FESTIVE, NAVY, PINK } from '../palettes.js';
import { blossom, bow, leaf, plain } from '../trimmings.js';

// A children's stage dress: bodice, puffed sleeves, tiers of gathered skirts, as worn by a child of 120 cm.
const WAIST = 46, NECK_LINE = 77;
const bodiceAt = loft([[WAIST - 1, 11.2, 8.6], [WAIST + 3, 11.2, 8.6], [60, 13, 9.6], [66, 13.4, 9.2], [70.5, 13, 7.8], [74, 10.6, 6.6],
  [76.2, 7.6, 6], [NECK_LINE, 6.6, 5.8]], 2.2);
const GATHERS = 26, SCALLOPS = 30;

const bodicePicture = p => picture(1024, 512, (g, w, h) => {
  g.fillStyle = p.band;
  g.fillRect(0, 0, w, h);
  damask(g, w, h, 30, 'rgba(255,255,255,.16)');
  g.strokeStyle = p.trim;
  g.lineWidth = 3;
  for (const x of [0.37, 0.63]) { g.beginPath(); g.moveTo(w * x, 0); g.lineTo(w * x, h); g.stroke(); }
  // The zip of the back is the seam of the picture.
  g.strokeStyle = 'rgba(60,40,40,.35)';
  for (const x of [1, w - 1]) { g.beginPath(); g.moveTo(x, h * 0.1); g.lineTo(x, h); g.stroke(); }
});

const bodice = p => group(
  drape((u, v) => bodiceAt(u, v), cloth(bodicePicture(p)), { across: 96, along: 40 }),
  drape((u, v) => bodiceAt(u, v, -0.3), plain(p.lining), { across: 64, along: 24 }),
  rod(Array.from({ length: 60 }, (_, i) => bodiceAt(i / 60, 1)), 0.4, paint(p.trim), { closed: true }),
);

/** A puffed sleeve gathered at the shoulder and at its cuff. */
function sleeve(p, side) {
  const folds = 16, fabric = cloth(picture(512, 256, (g, w, h) => {
    g.fillStyle = p.cloth;
    g.fillRect(0, 0, w, h);
    damask(g, w, h, 34, 'rgba(255,255,255,.18)');
  }));
  const puff = drape((u, v) => {
    const around = u * Math.PI * 2, along = 0.92 * v, swell = Math.sin(Math.PI * along) ** 0.7;
    const r = 7.2 * swell * (1 + 0.06 * Math.cos(folds * around) * (1 - 0.6 * swell));
    return [r * Math.cos(around), -13.5 * (along - 0.15), r * 0.9 * Math.sin(around)];
  }, fabric, { across: 128, along: 28 });
  const frill = drape((u, v) => {
    const around = u * Math.PI * 2, r = 2.9 + 1.6 * v + 0.4 * v * Math.cos(folds * around);
    return [r * Math.cos(around), -10.6 - 2.2 * v, r * 0.9 * Math.sin(around)];
  }, plain(p.trim), { across: 128, along: 6 });
  const whole = group(puff, frill);
  whole.position.set(side * 11.6, 73, 0);
  whole.rotation.z = side * 0.5;
  return whole;
}

/** Scallops with eyelets; between them the hem stays clear, and so it is cut away. */
function lace(g, w, h, eyelets) {
  const step = w / SCALLOPS, middle = i => (i + 0.5) * step;
  for (let i = 0; i < SCALLOPS; i++) {
    g.beginPath();
    g.ellipse(middle(i), h * 0.88, step / 2, h * 0.105, 0, 0, Math.PI * 2);
    g.fill();
  }
  g.fillStyle = eyelets;
  for (let i = 0; i < SCALLOPS; i++)
    for (const dx of [-0.3, -0.15, 0, 0.15, 0.3]) {
      g.beginPath();
      g.arc(middle(i) + dx * step, h * (0.945 - 0.5 * dx * dx), 5.5, 0, Math.PI * 2);
      g.fill();
    }
}

const tierPicture = (ground, p, hem) => picture(2048, 512, (g, w, h) => {
  g.fillStyle = ground;
  g.fillRect(0, 0, w, hem === 'lace' ? h * 0.9 : h);
  damask(g, w, h * 0.88, 46, 'rgba(255,255,255,.14)');
  g.fillStyle = p.trim;
  g.fillRect(0, h * 0.74, w, h * 0.035);
  if (hem === 'lace') lace(g, w, h, p.band);
  else g.fillRect(0, h * 0.82, w, h * 0.09);
});

function tier(p, index, tiers, hem) {
  const drop = (WAIST + 1) / tiers, top = WAIST + 1 - index * drop, foot = Math.max(0, top - drop * 1.16);
  const widthAt = y => 11.4 + (WAIST + 1 - y) * 0.48;
  const wall = (inset, gathers) => (u, v) => {
    const y = foot + (top - foot) * v, flare = 1 - v, r = widthAt(top) - index * 0.6 + (widthAt(foot) + 3 - widthAt(top)) * flare ** 0.8 - inset;
    const angle = wrapped(u), wave = 1 + gathers * flare * Math.cos(GATHERS * angle + index);
    return [r * wave * Math.cos(angle), y, r * (0.76 + 0.04 * flare) * wave * Math.sin(angle)];
  };
  return [
    drape(wall(0, 0.035), cloth(tierPicture(index % 2 ? p.band : p.cloth, p, hem)), { across: 260, along: 16 }),
    drape((u, v) => wall(0.9, 0.02)(u, 0.08 + 0.92 * v), plain(p.lining), { across: 160, along: 8 }),
  ];
}

/** The sash at the waist, its bow behind. */
function sash(p) {
  const knot = bow(17, p.tassel, { tails: 1.1, lean: 0.45 });
  knot.rotation.y = Math.PI;
  knot.position.set(0, WAIST + 2, -10);
  const band = drape((u, v) => bodiceAt(u, 0.02 + 0.1 * v, 0.45 + 0.25 * Math.sin(Math.PI * v)), plain(p.tassel), { across: 96, along: 6 });
  return [band, knot];
}

/** A sailor's collar lies on the bodice as a second cloth: two lapels in front, a square behind. */
const sailorPicture = p => picture(2048, 1024, (g, w, h) => {
  // Columns of the picture go round the body, its middle in front; the back is both ends.
  const shape = grow => {
    const line = points => { g.beginPath(); points.forEach(([x, y]) => g.lineTo(x * w, y * h)); g.closePath(); g.fill(); };
    line([[0.5, 0.62 + grow], [0.5, 0.44], [0.40, 0], [0.26 - grow / 2, 0], [0.27 - grow / 2, 0.25]]);
    line([[0.5, 0.62 + grow], [0.5, 0.44], [0.60, 0], [0.74 + grow / 2, 0], [0.73 + grow / 2, 0.25]]);
    g.fillRect(0, 0, w * (0.2 + grow / 2), h * (0.44 + grow));
    g.fillRect(w * (0.8 - grow / 2), 0, w, h * (0.44 + grow));
    g.fillRect(0, 0, w, h * 0.06);
  };
  g.fillStyle = p.trim;
  shape(0.03);
  g.fillStyle = '#ffffff';
  shape(-0.005);
  g.fillStyle = p.trim;
  shape(-0.03);
});

function sailorCollar(p) {
  const knot = bow(9, p.tassel, { tails: 0.8 });
  knot.position.set(0, 61.2, 10.3);
  return [drape((u, v) => bodiceAt(u, 0.45 + 0.55 * v, 0.55), cloth(sailorPicture(p)), { across: 128, along: 40 }), knot];
}

function corsage(p) {
  const spray = group(blossom(5.2, p), [0.7, 2.2, 4.1].map(turn => leaf(6.6, p.leaf, turn)));
  spray.position.set(0, 63.5, 9.8);
  return spray;
}

function dress({ palette: p, tiers = 3, sailor = false }) {
  return group(
    bodice(p), sleeve(p, -1), sleeve(p, 1), sash(p),
    Array.from({ length: tiers }, (_, i) => tier(p, i, tiers, sailor ? 'lines' : 'lace')), sailor ? sailorCollar(p) : corsage(p),
  );
}

const DRESS = {
  kind: 'rendering', colour: true, name: '儿童演出裙', nameEn: "Children's stage dress", use: '用于儿童舞台演出穿着。',
  useEn: 'For children to wear on stage.', locarno: '02-02', stance: { yaw: 30, pitch: 14 },
};

export const dresses = [
  {
    ...DRESS, id: 'dress-01',
    points: '在于产品的形状与色彩的结合，尤其是三层裙摆与泡泡袖。',
    build: () => dress({ palette: PINK }),
  },
  {
    ...DRESS, id: 'dress-02',
    points: '在于产品的形状与色彩的结合，尤其是海军领与蝴蝶结。',
    build: () => dress({ palette: NAVY, tiers: 2, sailor: true }),
  },
  {
    ...DRESS, id: 'dress-03',
    points: '在于产品的形状与色彩的结合，尤其是红黄相间的层叠裙摆及绿色腰带。',
    build: () => dress({ palette: FESTIVE }),
  },
];
