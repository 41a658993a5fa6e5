import * as THREE from 'three';
import { ball, group, outline, part, rod, turned } from '../shapes.js';
import { cloth, metal, paint, wood } from '../materials.js';
import { damask } from '../borders.js';
import { cloud, crane, MOTIFS, peony, picture } from '../motifs.js';
import { GREEN, PINK, SKY } from '../palettes.js';
import { tassel } from '../trimmings.js';

// A round fan (团扇): silk on both sides of a hoop, a turned handle, a cord with a tassel.
const RADIUS = 13, SILK = 0.14, PIXELS = 1024;

const rim = lobes => Array.from({ length: 180 }, (_, i) => {
  const a = i / 180 * Math.PI * 2, r = RADIUS * (1 + (lobes ? 0.055 * Math.cos(lobes * (a - Math.PI / 2)) : 0));
  return [Math.cos(a) * r, Math.sin(a) * r];
});

/** One side of the silk; the picture covers the square around the hoop and reads rightly from its own side. */
function silk(edge, canvas, side) {
  const geometry = new THREE.ShapeGeometry(outline(edge));
  const { position, uv } = geometry.attributes, reach = RADIUS * 1.06;
  for (let i = 0; i < position.count; i++) uv.setXY(i, 0.5 + side * position.getX(i) / reach / 2, 0.5 + position.getY(i) / reach / 2);
  return part(geometry, cloth(canvas, { gloss: 0.03 }), [0, 0, side * SILK]);
}

const ground = (g, p) => {
  const silkTone = g.createLinearGradient(0, 0, 0, PIXELS);
  silkTone.addColorStop(0, p.cloth);
  silkTone.addColorStop(1, p.band);
  g.fillStyle = silkTone;
  g.fillRect(0, 0, PIXELS, PIXELS);
  damask(g, PIXELS, PIXELS, 40, 'rgba(255,255,255,.10)');
};

const painting = p => picture(PIXELS, PIXELS, g => {
  ground(g, p);
  g.strokeStyle = p.leaf;
  g.lineWidth = 12;
  g.lineCap = 'round';
  g.beginPath();
  g.moveTo(250, 960);
  g.bezierCurveTo(330, 820, 360, 760, 380, 660);
  g.moveTo(330, 830);
  g.bezierCurveTo(480, 790, 640, 720, 720, 560);
  g.stroke();
  peony(g, 385, 640, 190, p);
  peony(g, 720, 520, 130, p);
  crane(g, 520, 270, 150, p.bird);
  cloud(g, 240, 330, 36, p.trim, p.band);
  cloud(g, 780, 270, 28, p.trim, p.band);
});

const backPainting = (p, motif) => picture(PIXELS, PIXELS, g => {
  ground(g, p);
  MOTIFS[motif](g, { x: 90, y: 90, w: PIXELS - 180, h: PIXELS - 180 }, p, 150);
});

function handle(p, top) {
  const y = top - 0.6, brass = metal();
  return group(
    turned([[0, y], [0.62, y], [0.66, y - 0.4], [0.42, y - 1], [0.5, y - 4], [0.62, y - 7], [0.5, y - 9.4], [0.72, y - 10.2],
      [0.6, y - 10.8], [0, y - 11]], wood('rosewood', 'y')),
    turned([[0, y + 0.3], [0.8, y + 0.2], [0.86, y - 0.2], [0.74, y - 0.6], [0, y - 0.7]], brass),
    turned([[0, y - 9.2], [0.7, y - 9.3], [0.74, y - 9.6], [0.66, y - 9.9], [0, y - 10]], brass),
  );
}

/** The cord is looped through the end of the handle; a bead sits above the tassel. */
function cord(p, end) {
  const y = end - 1.5;
  return group(
    rod([[0, end + 0.3, 0.3], [0.35, end - 0.5, 0.15], [0, y, 0], [-0.35, end - 0.5, -0.15], [0, end + 0.3, -0.3]], 0.11, paint(p.tassel),
      { segments: 40, sides: 8 }),
    ball(0.55, paint('#e9efe2', 0.2), [0, y - 0.3, 0]),
    tassel(5.2, p.tassel).translateY(y - 0.6),
  );
}

function fan({ palette: p, motif = 'clouds', lobes = 0 }) {
  const edge = rim(lobes), foot = Math.min(...edge.filter(([x]) => Math.abs(x) < 1).map(([, y]) => y));
  return group(
    silk(edge, painting(p), 1), silk(edge, backPainting(p, motif), -1),
    rod(edge.map(([x, y]) => [x, y, 0]), 0.42, paint(p.frame, 0.12), { closed: true, segments: 260, sides: 14 }),
    handle(p, foot), cord(p, foot - 11.6),
  );
}

const FAN = {
  kind: 'rendering', colour: true, name: '团扇', nameEn: 'Round fan', use: '用于扇风和演出道具。', useEn: 'For fanning and as a stage prop.',
  locarno: '03-04', stance: { yaw: 32, pitch: 12 },
};

export const fans = [
  {
    ...FAN, id: 'fan-01',
    points: '在于产品的图案，尤其是牡丹仙鹤。',
    build: () => fan({ palette: PINK }),
  },
  {
    ...FAN, id: 'fan-02',
    points: '在于产品的形状与图案的结合，尤其是海棠形扇面。',
    build: () => fan({ palette: GREEN, lobes: 5 }),
  },
  {
    ...FAN, id: 'fan-03', copyOf: 'fan-01',
    points: '在于产品的图案。',
    build: () => fan({ palette: SKY }),
  },
];
