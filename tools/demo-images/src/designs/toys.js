import { ball, block, group, outline, post, ring, rod, slab, turned } from '../shapes.js';
import { metal, paint, wood } from '../materials.js';

const AXLE = [Math.PI / 2, 0, 0];

const wheel = (x, z, radius, tyre) => group(
  post(radius, radius, 1.6, 0.4, wood('walnut'), [x, radius, z], AXLE),
  ring(radius * 0.96, 0.32, paint(tyre), [x, radius, z]),
  ball(0.7, paint('#e3b04b'), [x, radius, z + Math.sign(z) * 0.9], [1, 1, 0.6]),
);

const SPOTS = [[-6, 12.4], [-2.6, 13.2], [0.8, 12], [-4, 10.4], [3.4, 12.8]];

/** A deer on wheels, drawn by a cord. */
function deer({ body = 'maple', tyre = '#c9503f', spots = '#fbf3e3', horn = 'walnut' } = {}) {
  const shape = outline([[-9.4, 4.6], [-10.6, 10.4], [-9.6, 14.2], [-4, 15.2], [3, 14.6], [5.4, 17.4], [6.2, 22.6], [8.4, 25.4],
    [11.4, 24.8], [14.2, 21.8], [13.6, 20], [10.4, 19.6], [9.8, 14], [9.2, 9], [8.6, 4.6], [4.6, 4.6], [3.8, 8.6], [-3.6, 8.6],
    [-4.6, 4.6]], true, 240);
  const horns = [-1, 1].flatMap(s => [
    rod([[7.6, 24.6, s], [6.6, 27.4, s * 2], [6.8, 30.4, s * 2.8]], 0.42, wood(horn, 'y'), { segments: 30 }),
    rod([[6.7, 27.6, s * 2.05], [8.6, 29, s * 2.4]], 0.34, wood(horn, 'y'), { segments: 16 }),
  ]);
  return group(
    slab(shape, 3.6, wood(body), undefined, undefined, { bevel: 0.9 }), block(26, 1.6, 8, 0.6, wood('beech'), [0, 4.4, 0]), horns,
    [-1, 1].flatMap(s => SPOTS.map(([x, y]) => post(0.75, 0.75, 0.2, 0.08, paint(spots), [x, y, s * 1.85], AXLE))),
    [-1, 1].map(s => ball(0.55, paint('#2f241e', 0.3), [10.4, 22.8, s * 1.75], [1, 1, 0.5])),
    [-1, 1].map(s => slab(outline([[0, 0], [-3.4, 1.6], [-4.2, 3.4], [-1, 2.6]], true), 0.7, wood(body), [7.4, 23.6, s * 2.1],
      [s * 0.4, 0, 0], { bevel: 0.2 })),
    [-9, 9].flatMap(x => [-4.9, 4.9].map(z => wheel(x, z, 3, tyre))),
    rod([[13, 4.4, 0], [16, 3, 0.4], [19, 3.4, -0.4], [21.6, 2.4, 0]], 0.22, paint(tyre), { segments: 60 }),
    ball(1.2, paint('#e3b04b'), [22.4, 2.2, 0]),
  );
}

/** A drum rattle (拨浪鼓): a drum on a stick, two balls on cords. */
function rattle() {
  const nails = Array.from({ length: 20 }, (_, i) => i / 10 * Math.PI);
  const petals = Array.from({ length: 6 }, (_, i) => i / 3 * Math.PI);
  const skin = side => group(
    post(6.5, 6.5, 0.3, 0.1, paint('#f3e6c6'), [0, 0, side * 2.3], AXLE),
    petals.map(a => ball(1.1, paint('#c9503f'), [Math.cos(a) * 1.9, Math.sin(a) * 1.9, side * 2.42], [1, 1, 0.12])),
    ball(1, paint('#e3b04b'), [0, 0, side * 2.46], [1, 1, 0.14]), ring(4.6, 0.14, paint('#3f6c9a'), [0, 0, side * 2.45]),
  );
  const striker = side => group(
    rod([[side * 6.9, 0.4, 0], [side * 8.6, -0.2, 0.3], [side * 9.4, -2.4, 0.2], [side * 9.3, -4.4, 0]], 0.14, paint('#c8402f'),
      { segments: 40, sides: 8 }),
    ball(0.95, paint('#e3b04b'), [side * 9.3, -5.2, 0]),
  );
  return group(
    post(7, 7, 4.4, 0.5, paint('#b5432f', 0.1), [0, 0, 0], AXLE), [-1, 1].map(skin), [-1, 1].map(striker),
    [-1.6, 1.6].flatMap(z => nails.map(a => ball(0.26, metal(), [Math.cos(a) * 7, Math.sin(a) * 7, z]))),
    turned([[0, -6.5], [0.8, -6.6], [0.7, -8], [0.95, -8.6], [0.6, -9.4], [0.75, -14], [0.9, -17], [0.7, -19], [1.1, -20.2], [0.8, -21],
      [0, -21.2]], wood('beech', 'y')),
    ball(0.9, paint('#3f6c9a'), [0, 7.5, 0]),
  );
}

const TOY = { kind: 'rendering', use: '用于儿童玩耍。', useEn: 'For children to play with.', locarno: '21-01', colour: true };

export const toys = [
  {
    ...TOY, id: 'wood-deer-01', name: '拖拉玩具', nameEn: 'Pull-along toy',
    points: '在于产品的形状与色彩的结合，尤其是鹿形主体、斑点及四轮底座。',
    build: () => deer(), stance: { yaw: 28, pitch: 18 },
  },
  {
    ...TOY, id: 'wood-deer-02', copyOf: 'wood-deer-01', name: '拖拉玩具', nameEn: 'Pull-along toy',
    points: '在于产品的形状。',
    build: () => deer({ body: 'cherry', tyre: '#3f6c9a', horn: 'beech' }), stance: { yaw: 28, pitch: 18 },
  },
  {
    ...TOY, id: 'wood-rattle-01', name: '拨浪鼓', nameEn: 'Drum rattle',
    points: '在于产品的形状、图案与色彩的结合，尤其是鼓面花瓣图案。',
    build: rattle, stance: { yaw: 30, pitch: 14 },
  },
];
