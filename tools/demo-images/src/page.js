import { Studio, VIEWS } from './studio.js';
import { restartSeeds } from './materials.js';
import { designs } from './designs/index.js';
import { spoiled } from './faults.js';
import { livestream } from './livestream.js';

const SIZE = 900, GROUND = '#f6f5f2';
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

/** One view of a design on a clear ground. */
const cutOut = (id, view, passes) => {
  const { design, subject } = load(id);
  const product = studio.shoot(subject, view, { passes, stance: design.stance });
  studio.release(subject);
  return product;
};

const jpeg = (canvas, quality) => canvas.toDataURL('image/jpeg', quality).split(',')[1];

window.demo = {
  designs: () => designs.map(({ build, stance, seed, ...facts }) => facts),
  /** All views of one design as base64 JPEG. */
  photograph(id, { passes = 4, only, quality = 0.82 } = {}) {
    const { design, subject } = load(id);
    const pictures = {};
    for (const view of Object.keys(VIEWS)) {
      if (only && !only.includes(view)) continue;
      const canvas = studio.shoot(subject, view, { passes, stance: design.stance });
      pictures[view] = jpeg(onGround(canvas, GROUND), quality);
    }
    studio.release(subject);
    return pictures;
  },
  /** One view with a fault, as base64 JPEG; `taken` is the product that was put before the camera. */
  spoil: ({ taken, view, fault }, passes) => jpeg(spoiled(fault, cutOut(taken, view, passes), GROUND), 0.75),
  /** A frame of a livestream as base64 JPEG, with a design or, where `shown` is missing, without. */
  livestream: ({ shown, view, ...frame }, passes) => jpeg(livestream({ ...frame, product: shown && cutOut(shown, view, passes) }), 0.68),
};
window.ready = true;
