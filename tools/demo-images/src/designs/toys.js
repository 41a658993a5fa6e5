import { ball, block, circle, group, outline, pierced, post, ring, rod, rounded, slab, strut, turned } from '../shapes.js';
import { metal, paint, wood } from '../materials.js';

const AXLE = [Math.PI / 2, 0, 0];

const wheel = (x, z, radius, tyre) => group(
  post(radius, radius, 1.6, 0.4, wood('walnut'), [x, radius, z], AXLE),
  ring(radius * 0.96, 0.32, paint(tyre), [x, radius, z]),
  ball(0.7, paint('#e3b04b'), [x, radius, z + Math.sign(z) * 0.9], [1, 1, 0.6]),
);

/** A deer on wheels, drawn by a cord. */
function deer({ body = 'maple', tyre = '#c9503f', spots = '#fbf3e3', horn = 'walnut' } = {}) {
  const shape = outline([[-9.4, 4.6], [-10.6, 10.4], [-9.6, 14.2], [-4, 15.2], [3, 14.6], [5.4, 17.4], [6.2, 22.6], [8.4, 25.4], [11.4, 24.8], [14.2, 21.8], [13.6, 20], [10.4, 19.6], [9.8, 14], [9.2, 9], [8.6, 4.6], [4.6, 4.6], [3.8, 8.6], [-3.6, 8.6], [-4.6, 4.6]], true, 240);
  const horns = [-1, 1].flatMap(s => [
    rod([[7.6, 24.6, s], [6.6, 27.4, s * 2], [6.8, 30.4, s * 2.8]], 0.42, wood(horn, 'y'), { segments: 30 }),
    rod([[6.7, 27.6, s * 2.05], [8.6, 29, s * 2.4]], 0.34, wood(horn, 'y'), { segments: 16 }),
  ]);
  return group(
    slab(shape, 3.6, wood(body), undefined, undefined, { bevel: 0.9 }), block(26, 1.6, 8, 0.6, wood('beech'), [0, 4.4, 0]), horns,
    [-1, 1].flatMap(s => [[-6, 12.4], [-2.6, 13.2], [0.8, 12], [-4, 10.4], [3.4, 12.8]].map(([x, y]) => post(0.75, 0.75, 0.2, 0.08, paint(spots), [x, y, s * 1.85], AXLE))),
    [-1, 1].map(s => ball(0.55, paint('#2f241e', 0.3), [10.4, 22.8, s * 1.75], [1, 1, 0.5])),
    [-1, 1].map(s => slab(outline([[0, 0], [-3.4, 1.6], [-4.2, 3.4], [-1, 2.6]], true), 0.7, wood(body), [7.4, 23.6, s * 2.1], [s * 0.4, 0, 0], { bevel: 0.2 })),
    [-9, 9].flatMap(x => [-4.9, 4.9].map(z => wheel(x, z, 3, tyre))),
    rod([[13, 4.4, 0], [16, 3, 0.4], [19, 3.4, -0.4], [21.6, 2.4, 0]], 0.22, paint(tyre), { segments: 60 }), ball(1.2, paint('#e3b04b'), [22.4, 2.2, 0]),
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
    rod([[side * 6.9, 0.4, 0], [side * 8.6, -0.2, 0.3], [side * 9.4, -2.4, 0.2], [side * 9.3, -4.4, 0]], 0.14, paint('#c8402f'), { segments: 40, sides: 8 }),
    ball(0.95, paint('#e3b04b'), [side * 9.3, -5.2, 0]),
  );
  return group(
    post(7, 7, 4.4, 0.5, paint('#b5432f', 0.1), [0, 0, 0], AXLE), [-1, 1].map(skin), [-1, 1].map(striker),
    [-1.6, 1.6].flatMap(z => nails.map(a => ball(0.26, metal(), [Math.cos(a) * 7, Math.sin(a) * 7, z]))),
    turned([[0, -6.5], [0.8, -6.6], [0.7, -8], [0.95, -8.6], [0.6, -9.4], [0.75, -14], [0.9, -17], [0.7, -19], [1.1, -20.2], [0.8, -21], [0, -21.2]], wood('beech', 'y')),
    ball(0.9, paint('#3f6c9a'), [0, 7.5, 0]),
  );
}

/** A mirror stand: a round frame that tilts between two posts over a drawer. */
function mirrorStand() {
  const mirror = group(
    slab(pierced(circle(9.6), circle(7.6)), 1.6, wood('rosewood', 'y'), undefined, undefined, { bevel: 0.5 }),
    post(7.8, 7.8, 0.5, 0.1, paint('#cfdde2', 0.35), [0, 0, -0.1], AXLE), post(9, 9, 0.4, 0.1, wood('walnut'), [0, 0, -0.6], AXLE),
  );
  mirror.position.set(0, 21.4, -1);
  mirror.rotation.x = -0.16;
  return group(
    mirror, block(23, 6.4, 13, 0.5, wood('rosewood'), [0, 4.4, 0]), block(25, 1.2, 15, 0.4, wood('walnut'), [0, 8, 0]), block(24.4, 1, 14.4, 0.4, wood('walnut'), [0, 1.2, 0]),
    block(18, 4, 0.8, 0.3, wood('walnut'), [0, 4.4, 6.4]), ring(1.1, 0.2, metal(), [0, 3.9, 7]), ball(0.4, metal(), [0, 5, 6.9]),
    [-1, 1].flatMap(s => [
      strut([s * 11, 8.4, -1], [s * 11, 24, -1], 0.9, 0.7, wood('rosewood', 'y')), ball(1.1, wood('walnut'), [s * 11, 24.8, -1]),
      strut([s * 9.2, 21.4, -1], [s * 11.6, 21.4, -1], 0.45, 0.45, metal()), ball(0.7, metal(), [s * 11.9, 21.4, -1]),
    ]),
    [-1, 1].flatMap(x => [-1, 1].map(z => post(0.9, 1.2, 1, 0.3, wood('walnut'), [x * 10.6, 0.4, z * 5.6]))),
  );
}

/** A stand for hanging hairpins and necklaces: an arch with pegs over a dish. */
function jewelleryStand() {
  return group(
    slab(rounded(22, 12, 5), 1.8, wood('cherry'), [0, 0.9, 0], [Math.PI / 2, 0, 0], { bevel: 0.6 }),
    rod([[-8.6, 1, 0], [-8.8, 14, 0], [-6, 22, 0], [0, 24.6, 0], [6, 22, 0], [8.8, 14, 0], [8.6, 1, 0]], 0.85, wood('cherry', 'y'), { segments: 160 }),
    strut([-8.7, 13, 0], [8.7, 13, 0], 0.55, 0.55, wood('cherry')),
    [-6, -2, 2, 6].map(x => group(strut([x, 13, 0], [x, 13.6, 2.6], 0.3, 0.3, metal()), ball(0.5, metal(), [x, 13.7, 2.8]))),
    turned([[0, 0], [3.4, 0], [3.8, 0.4], [3.6, 1.2], [3.3, 1.2], [3.2, 0.5], [0, 0.4]], wood('walnut'), [0, 1.8, 1.4]),
    slab(outline([[-3, -0.6], [-3.4, 1], [-1.6, 1.4], [-0.8, 2.8], [1, 2.9], [1.8, 1.6], [3.4, 1.4], [3.2, -0.4], [0, -1]], true), 0.7, wood('walnut'), [0, 20.4, 0], undefined, { bevel: 0.2 }),
    strut([0, 22.4, 0], [0, 24.4, 0], 0.25, 0.25, metal()),
  );
}

const TOY = { kind: 'rendering', use: '用于儿童玩耍。', useEn: 'For children to play with.', locarno: '21-01', colour: true };

export const toys = [
  { ...TOY, id: 'wood-deer-01', name: '拖拉玩具', nameEn: 'Pull-along toy', points: '在于产品的形状与色彩的结合，尤其是鹿形主体、斑点及四轮底座。', build: () => deer(), stance: { yaw: 28, pitch: 18 } },
  { ...TOY, id: 'wood-deer-02', copyOf: 'wood-deer-01', name: '拖拉玩具', nameEn: 'Pull-along toy', points: '在于产品的形状。', build: () => deer({ body: 'cherry', tyre: '#3f6c9a', horn: 'beech' }), stance: { yaw: 28, pitch: 18 } },
  { ...TOY, id: 'wood-rattle-01', name: '拨浪鼓', nameEn: 'Drum rattle', points: '在于产品的形状、图案与色彩的结合，尤其是鼓面花瓣图案。', build: rattle, stance: { yaw: 30, pitch: 14 } },
  { kind: 'rendering', colour: false, id: 'wood-mirror-01', name: '镜台', nameEn: 'Mirror stand', use: '用于梳妆照镜和收纳。', useEn: 'For a dressing mirror and for keeping small things.', locarno: '06-07', points: '在于产品的形状，尤其是可转圆镜与带抽屉底座的组合。', build: mirrorStand, stance: { yaw: 30, pitch: 18 } },
  { kind: 'rendering', colour: false, id: 'wood-jewellery-stand-01', name: '首饰架', nameEn: 'Jewellery stand', use: '用于悬挂和摆放首饰。', useEn: 'For hanging and laying out jewellery.', locarno: '06-06', points: '在于产品的形状，尤其是拱形架、横杆挂钩及圆形托碟。', build: jewelleryStand, stance: { yaw: 30, pitch: 20 } },
];
