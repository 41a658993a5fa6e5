import { at, ball, block, group, outline, pierced, post, rounded, slab, strut } from '../shapes.js';
import { paint, wood } from '../materials.js';

const SEAT = { use: '用于坐。', useEn: 'For sitting on.', locarno: '06-01', kind: 'rendering' };

/** Round seat on splayed legs with a ring of rails. */
export function roundStool({ seat = 'beech', leg = 'beech', tip, height = 42, radius = 16, splay = 5, legs = 3 }) {
  const parts = [
    post(radius, radius, 3.2, 1.3, wood(seat), [0, height - 1.6, 0]),
    post(radius * 0.62, radius * 0.66, 2, 0.6, wood(leg), [0, height - 4, 0]),
  ];
  const footAt = i => { const a = (i / legs + 0.25) * Math.PI * 2 + Math.PI / legs * (legs === 4 ? 1 : 0); return [Math.cos(a), -Math.sin(a)]; };
  for (let i = 0; i < legs; i++) {
    const [x, z] = footAt(i), top = radius * 0.52, foot = radius * 0.52 + splay;
    const along = t => [x * (foot + (top - foot) * t), (height - 3.4) * t, z * (foot + (top - foot) * t)];
    parts.push(strut(along(0), along(1), 1.15, 1.75, wood(leg, 'y')));
    if (tip) parts.push(strut(along(-0.001), along(0.16), 1.22, 1.36, paint(tip), 0.2));
    const [x2, z2] = footAt(i + 1), r = foot + (top - foot) * 0.42, y = (height - 3.4) * 0.42;
    parts.push(strut([x * r, y, z * r], [x2 * r, y, z2 * r], 0.85, 0.85, wood(leg, 'y')));
  }
  return group(parts);
}

/** Square stool: dished seat, through wedges, H-shaped stretchers. */
function squareStool() {
  const parts = [];
  const seat = outline([[-19, -1], [-18, 1.2], [-9, 0.4], [0, 0], [9, 0.4], [18, 1.2], [19, -1], [9, -2.6], [0, -2.9], [-9, -2.6]], true);
  parts.push(slab(seat, 30, wood('walnut'), [0, 43, 0], [0, 0, 0], { bevel: 0.7 }));
  const foot = [16.5, 13], top = [13, 10.5];
  const leg = (sx, sz, t) => [sx * (foot[0] + (top[0] - foot[0]) * t), 41.5 * t, sz * (foot[1] + (top[1] - foot[1]) * t)];
  for (const sx of [-1, 1]) for (const sz of [-1, 1]) {
    parts.push(strut(leg(sx, sz, 0), leg(sx, sz, 1), 1.3, 1.9, wood('walnut', 'y'), 0.3));
  }
  for (const sx of [-1, 1]) parts.push(strut(leg(sx, -1, 0.38), leg(sx, 1, 0.38), 1, 1, wood('walnut', 'y')));
  const mid = leg(1, 0, 0.38);
  parts.push(strut([-mid[0], mid[1], 0], [mid[0], mid[1], 0], 0.95, 0.95, wood('walnut', 'y')));
  for (const sx of [-1, 1]) for (const sz of [-1, 1]) parts.push(post(1.1, 1.1, 0.5, 0.15, wood('maple'), [sx * 12.7, 42.95, sz * 10.2]));
  return group(parts);
}

/** Two steps between shaped cheeks with a hand hole in the upper tread. */
function stepStool() {
  const cheek = outline([[-15, 0], [-9.5, 0], [-7, 4.5], [7.5, 4.5], [10, 0], [15, 0], [15.4, 15], [3.4, 16], [0.6, 30], [-12.6, 30]]);
  const parts = [-1, 1].map(s => slab(cheek, 2.2, wood('pine', 'y'), [s * 16.5, 0, 0], [0, -Math.PI / 2, 0], { bevel: 0.45 }));
  const tread = pierced(rounded(42, 17, 2.2), rounded(12, 3.2, 1.6));
  parts.push(slab(tread, 2.2, wood('pine'), [0, 31, -6], [Math.PI / 2, 0, 0], { bevel: 0.6 }));
  parts.push(slab(rounded(42, 15, 2.2), 2.2, wood('pine'), [0, 16.2, 9], [Math.PI / 2, 0, 0], { bevel: 0.6 }));
  parts.push(block(31, 5, 1.8, 0.4, paint('#7fa99b'), [0, 27, -9.5]), block(31, 4.5, 1.8, 0.4, paint('#7fa99b'), [0, 12, 4]));
  return at(group(parts), [0, 0, 0]);
}

/** Child's chair whose back is a bear's head. */
function bearChair() {
  const parts = [];
  parts.push(slab(rounded(29, 27, 6), 2.2, wood('maple'), [0, 27, 0], [Math.PI / 2, 0, 0], { bevel: 0.8 }));
  const foot = [13, 12], top = [10, 9];
  for (const sx of [-1, 1]) for (const sz of [-1, 1]) {
    parts.push(strut([sx * foot[0], 0, sz * foot[1]], [sx * top[0], 26.4, sz * top[1]], 1.35, 1.9, wood('beech', 'y')));
  }
  const head = outline([[-12, -7], [-13.5, 2], [-12.2, 8], [-14, 12.5], [-11, 16.2], [-6.5, 13.8], [0, 15], [6.5, 13.8], [11, 16.2], [14, 12.5], [12.2, 8], [13.5, 2], [12, -7], [0, -8]], true);
  const back = group(
    slab(pierced(head), 2.2, wood('maple', 'y'), [0, 0, 0], [0, 0, 0], { bevel: 0.8 }),
    [-1, 1].map(s => post(2.1, 2.1, 0.6, 0.2, paint('#e9b7a4'), [s * 10.4, 12.4, 1.1], [Math.PI / 2, 0, 0])),
    [-1, 1].map(s => post(0.95, 0.95, 0.6, 0.25, paint('#4b3a30'), [s * 4.6, 6, 1.2], [Math.PI / 2, 0, 0])),
    ball(4, wood('beech'), [0, 1.4, 0.9], [1.15, 0.85, 0.28]),
    ball(1.1, paint('#4b3a30'), [0, 2.7, 1.9], [1.2, 0.85, 0.6]),
    [-1, 1].map(s => strut([s * 8, -19, 0.6], [s * 8, -2, 0], 1.2, 1.2, wood('beech', 'y'))),
  );
  parts.push(at(back, [0, 45, -12.6], [-0.14, 0, 0]));
  return group(parts);
}

export const seats = [
  {
    ...SEAT, id: 'wood-stool-01', name: '木凳', nameEn: 'Stool', colour: false,
    points: '在于产品的形状，尤其是圆形凳面、三条外张的凳腿及三根横枨的组合。',
    build: () => roundStool({}),
  },
  {
    ...SEAT, id: 'wood-stool-02', name: '方凳', nameEn: 'Square stool', colour: false,
    points: '在于产品的形状，尤其是马鞍形凳面、露榫圆点及工字形横枨。',
    build: squareStool, stance: { yaw: 34, pitch: 22 },
  },
  {
    ...SEAT, id: 'wood-step-stool-01', name: '踏步凳', nameEn: 'Step stool', use: '用于站立垫高，也可用于坐。',
    useEn: 'For standing on to reach higher; also for sitting.', colour: true,
    points: '在于产品的形状与色彩的结合，尤其是两级踏面、带手孔的上踏面和绿色横档。',
    build: stepStool, stance: { yaw: 38, pitch: 24 },
  },
  {
    ...SEAT, id: 'wood-child-chair-01', name: '儿童椅', nameEn: "Children's chair", use: '供儿童坐。', useEn: 'For a child to sit on.',
    colour: false,
    points: '在于产品的形状，尤其是熊头形靠背。',
    build: bearChair, stance: { yaw: 30, pitch: 18 },
  },
];
