import { Studio, VIEWS } from './studio.js';
import { restartSeeds } from './materials.js';
import { designs } from './designs/index.js';
import { livestream } from './livestream.js';

const SIZE = 900;
let studio;

const load = id => {
  const design = designs.find(d => d.id === id);
  restartSeeds(design.seed ?? 1);
  studio ??= new Studio(SIZE);
  return { design, subject: studio.load(design.build()) };
};

const onGround = (canvas, colour) => {
  const c = document.createElement('canvas');
  c.width = canvas.width; c.height = canvas.height;
  const g = c.getContext('2d');
  g.fillStyle = colour;
  g.fillRect(0, 0, c.width, c.height);
  g.drawImage(canvas, 0, 0);
  return c;
};

const jpeg = (canvas, quality) => canvas.toDataURL('image/jpeg', quality).split(',')[1];

window.demo = {
  views: Object.entries(VIEWS).map(([view, { zh }]) => ({ view, zh })),
  designs: () => designs.map(({ build, stance, seed, ...facts }) => facts),
  livestream,
  /** All views of one design as base64 JPEG. */
  photograph(id, { passes = 7, only, quality = 0.82 } = {}) {
    const { design, subject } = load(id);
    const pictures = {};
    for (const view of Object.keys(VIEWS)) {
      if (only && !only.includes(view)) continue;
      const canvas = studio.shoot(subject, view, { passes, stance: design.stance });
      pictures[view] = jpeg(onGround(canvas, design.ground ?? '#f6f5f2'), quality);
    }
    studio.release(subject);
    return pictures;
  },
};
window.ready = true;
