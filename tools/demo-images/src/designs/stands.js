import { ball, block, circle, group, outline, pierced, post, ring, rod, rounded, slab, strut, turned } from '../shapes.js';
import { metal, paint, wood } from '../materials.js';

const AXLE = [Math.PI / 2, 0, 0];

/** A mirror stand: a round frame that tilts between two posts over a drawer. */
function mirrorStand() {
  const mirror = group(
    slab(pierced(circle(9.6), circle(7.6)), 1.6, wood('rosewood', 'y'), undefined, undefined, { bevel: 0.5 }),
    post(7.8, 7.8, 0.5, 0.1, paint('#cfdde2', 0.35), [0, 0, -0.1], AXLE), post(9, 9, 0.4, 0.1, wood('walnut'), [0, 0, -0.6], AXLE),
  );
  mirror.position.set(0, 21.4, -1);
  mirror.rotation.x = -0.16;
  return group(
    mirror, block(23, 6.4, 13, 0.5, wood('rosewood'), [0, 4.4, 0]), block(25, 1.2, 15, 0.4, wood('walnut'), [0, 8, 0]),
    block(24.4, 1, 14.4, 0.4, wood('walnut'), [0, 1.2, 0]),
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
    rod([[-8.6, 1, 0], [-8.8, 14, 0], [-6, 22, 0], [0, 24.6, 0], [6, 22, 0], [8.8, 14, 0], [8.6, 1, 0]], 0.85, wood('cherry', 'y'),
      { segments: 160 }),
    strut([-8.7, 13, 0], [8.7, 13, 0], 0.55, 0.55, wood('cherry')),
    [-6, -2, 2, 6].map(x => group(strut([x, 13, 0], [x, 13.6, 2.6], 0.3, 0.3, metal()), ball(0.5, metal(), [x, 13.7, 2.8]))),
    turned([[0, 0], [3.4, 0], [3.8, 0.4], [3.6, 1.2], [3.3, 1.2], [3.2, 0.5], [0, 0.4]], wood('walnut'), [0, 1.8, 1.4]),
    slab(outline([[-3, -0.6], [-3.4, 1], [-1.6, 1.4], [-0.8, 2.8], [1, 2.9], [1.8, 1.6], [3.4, 1.4], [3.2, -0.4], [0, -1]], true), 0.7,
      wood('walnut'), [0, 20.4, 0], undefined, { bevel: 0.2 }),
    strut([0, 22.4, 0], [0, 24.4, 0], 0.25, 0.25, metal()),
  );
}

const STAND = { kind: 'rendering', colour: false };

export const stands = [
  {
    ...STAND, id: 'wood-mirror-01', name: '镜台', nameEn: 'Mirror stand', use: '用于梳妆照镜和收纳。',
    useEn: 'For a dressing mirror and for keeping small things.', locarno: '06-07',
    points: '在于产品的形状，尤其是可转圆镜与带抽屉底座的组合。',
    build: mirrorStand, stance: { yaw: 30, pitch: 18 },
  },
  {
    ...STAND, id: 'wood-jewellery-stand-01', name: '首饰架', nameEn: 'Jewellery stand', use: '用于悬挂和摆放首饰。',
    useEn: 'For hanging and laying out jewellery.', locarno: '06-06',
    points: '在于产品的形状，尤其是拱形架、横杆挂钩及圆形托碟。',
    build: jewelleryStand, stance: { yaw: 30, pitch: 20 },
  },
];
