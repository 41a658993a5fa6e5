import * as THREE from 'three';
import { at, ball, block, group, outline, pierced, post, ring, rounded, slab, rod } from '../shapes.js';
import { metal, paint, wood } from '../materials.js';

const knob = (position, size = 0.8, colour) => group(
  post(size * 0.45, size * 0.45, size * 1.2, 0.1, metal(colour), [0, 0, size * 0.5], [Math.PI / 2, 0, 0]),
  ball(size, metal(colour), [0, 0, size * 1.4], [1, 1, 0.7]),
).translateX(position[0]).translateY(position[1]).translateZ(position[2]);

/** Jewellery chest: bevelled lid, three drawers, brass knobs, bracket feet. */
function jewelleryChest({ body = 'cherry', front = 'rosewood', brass = '#d9b25f', width = 24, columns = 1, lid = 'rosewood' } = {}) {
  const parts = [];
  const depth = 16, height = 20;
  parts.push(block(width, height, depth, 0.5, wood(body, 'y'), [0, 2 + height / 2, 0]));
  parts.push(block(width + 2, 1.2, depth + 2, 0.5, wood(lid), [0, 2 + height + 0.5, 0]));
  parts.push(block(width + 0.4, 2.2, depth + 0.4, 1.0, wood(lid), [0, 2 + height + 2.1, 0]));
  parts.push(block(width - 4, 0.8, depth - 4, 0.4, wood(body), [0, 2 + height + 3.4, 0]));
  parts.push(block(width + 1.4, 1.2, depth + 1.4, 0.4, wood(lid), [0, 2.2, 0]));
  const rows = [4.2, 5.6, 6.8];
  let y = 2 + height - 1.2;
  for (const h of rows) {
    const n = h === rows[0] ? columns + 1 : columns;
    const w = (width - 2.2) / n;
    for (let i = 0; i < n; i++) {
      const x = -(width - 2.2) / 2 + w * (i + 0.5);
      parts.push(block(w - 0.6, h - 0.6, 1.4, 0.35, wood(front), [x, y - h / 2, depth / 2]));
      parts.push(knob([x, y - h / 2, depth / 2 + 0.6], 0.62, brass));
    }
    y -= h + 0.3;
  }
  const foot = outline([[-3, 0], [-1.6, 0], [-0.6, 0.8], [3.4, 1.2], [3.4, 2.2], [-3, 2.2]]);
  for (const sx of [-1, 1]) for (const sz of [-1, 1]) {
    const b = slab(foot, 1.2, wood(lid), [0, 0, 0], [0, 0, 0], { bevel: 0.2 });
    b.scale.x = -sx * -1;
    parts.push(at(group(b), [sx * (width / 2 - 2.4), 0, sz * (depth / 2 - 0.1)]));
  }
  return group(parts);
}

/** Box with a sliding lid, finger joints and an inlaid cloud. */
function slidingBox() {
  const w = 26, h = 9, d = 15, t = 1.1;
  const parts = [];
  const joints = 5, step = h / joints;
  const side = (length, first, material) => {
    const s = new THREE.Shape();
    const l = length / 2;
    const notch = (i) => ((i + first) % 2 === 0 ? 0 : t);
    s.moveTo(-l + notch(0), 0);
    for (let i = 0; i < joints; i++) { s.lineTo(-l + notch(i), i * step); s.lineTo(-l + notch(i), (i + 1) * step); }
    for (let i = joints - 1; i >= 0; i--) { s.lineTo(l - notch(i), (i + 1) * step); s.lineTo(l - notch(i), i * step); }
    s.closePath();
    return slab(s, t, material, [0, 0, 0], [0, 0, 0], { bevel: 0.06 });
  };
  parts.push(at(side(w, 0, wood('oak')), [0, 0, d / 2 - t / 2]), at(side(w, 0, wood('oak')), [0, 0, -d / 2 + t / 2]));
  parts.push(at(side(d, 1, wood('walnut')), [w / 2 - t / 2, 0, 0], [0, Math.PI / 2, 0]), at(side(d, 1, wood('walnut')), [-w / 2 + t / 2, 0, 0], [0, Math.PI / 2, 0]));
  parts.push(block(w - 1, 1, d - 1, 0.1, wood('oak'), [0, 0.6, 0]));
  parts.push(block(w + 0.8, 1.1, d + 0.8, 0.45, wood('maple'), [0, h + 0.5, 0]));
  const cloud = outline([[-7, -1.6], [-7.6, 0.4], [-5.6, 1.6], [-4.4, 0.8], [-3.4, 2.8], [-0.6, 3.4], [1.4, 1.8], [2.6, 2.6], [4.6, 2.0], [5, 0.4], [6.6, 0.6], [8.4, -0.4], [8, -1.8], [4, -2.2], [0, -1.9], [-4, -2.3]], true);
  parts.push(slab(cloud, 0.4, wood('walnut'), [-1, h + 1.05, 0], [-Math.PI / 2, 0, 0], { bevel: 0.12 }));
  const tail = rod([[4, 0, 1.2], [6.5, 0, 1.6], [9, 0, 1.0], [10.2, 0, 1.8]], 0.28, wood('walnut'));
  parts.push(at(tail, [0, h + 1.0, 0]));
  return group(parts);
}

/** Tray with raised rim and two grips cut through. */
function tray() {
  const rim = (length) => pierced(outline([[-length / 2, 0], [length / 2, 0], [length / 2 - 0.6, 4.2], [9, 4.4], [6.4, 6.4], [-6.4, 6.4], [-9, 4.4], [-length / 2 + 0.6, 4.2]]), rounded(9, 1.9, 0.95, 0, 4.3));
  const parts = [];
  parts.push(block(42, 1, 28, 0.2, wood('walnut'), [0, 0.6, 0]));
  for (const s of [-1, 1]) parts.push(slab(rim(28.4), 1.3, wood('beech', 'x'), [s * 21, 0, 0], [0, Math.PI / 2, s * -0.0], { bevel: 0.4 }));
  for (const s of [-1, 1]) parts.push(block(42, 3.6, 1.2, 0.4, wood('beech'), [0, 1.8, s * 13.6]));
  for (const sx of [-1, 1]) for (const sz of [-1, 1]) parts.push(block(3, 1, 3, 0.4, wood('walnut'), [sx * 17, -0.3, sz * 10]));
  return group(parts);
}

/** Tea tray: a frame, slats over a drain pan, a ledge for the cups. */
function teaTray() {
  const parts = [];
  const frame = pierced(rounded(46, 28, 2), rounded(27, 23, 1, -6.2, 0));
  parts.push(slab(frame, 2, wood('rosewood'), [0, 3.6, 0], [-Math.PI / 2, 0, 0], { bevel: 0.5 }));
  for (let i = 0; i < 9; i++) parts.push(block(2.3, 1.2, 23.4, 0.4, wood('rosewood', 'z'), [-18.2 + i * 3, 3.8, 0]));
  parts.push(block(28, 0.8, 24, 0.2, paint('#3a2a22'), [-6.2, 2.2, 0]));
  parts.push(block(43, 3, 25, 0.8, wood('rosewood'), [0, 1.8, 0]));
  for (const z of [-6.5, 0.5, 7.5]) parts.push(ring(2.6, 0.22, metal('#c9a24f'), [15.2, 4.55, z - 0.5], [Math.PI / 2, 0, 0]));
  for (const sx of [-1, 1]) for (const sz of [-1, 1]) parts.push(post(1.3, 1.6, 1.4, 0.4, wood('rosewood'), [sx * 18, 0.1, sz * 10]));
  return group(parts);
}

/** Five-sided pen holder of alternating slats on a turned base. */
function penHolder() {
  const parts = [];
  const n = 12, r = 4.1, h = 10.5;
  for (let i = 0; i < n; i++) {
    const a = i / n * Math.PI * 2;
    parts.push(block(2.05, h - (i % 2) * 0.9, 0.9, 0.35, wood(i % 2 ? 'walnut' : 'maple', 'y'), [Math.sin(a) * r, 1.2 + (h - (i % 2) * 0.9) / 2, Math.cos(a) * r], [0, a, 0]));
  }
  parts.push(post(5.2, 5.0, 1.5, 0.4, wood('walnut'), [0, 0.75, 0]));
  parts.push(post(3.7, 3.7, 0.6, 0.1, wood('maple'), [0, 1.6, 0]));
  parts.push(ring(4.62, 0.2, metal(), [0, 3.4, 0], [Math.PI / 2, 0, 0]));
  return group(parts);
}

export { jewelleryChest };

export const boxes = [
  {
    id: 'wood-jewellery-box-01', name: '首饰盒', nameEn: 'Jewellery box', use: '用于收纳首饰。', useEn: 'For keeping jewellery.', locarno: '03-01',
    kind: 'rendering', colour: false,
    points: '在于产品的形状，尤其是阶梯状盒盖、三层抽屉的布局及托脚。',
    build: () => jewelleryChest({}), stance: { yaw: 28, pitch: 20 },
  },
  {
    id: 'wood-box-01', name: '收纳盒', nameEn: 'Storage box', use: '用于收纳小件物品。', useEn: 'For keeping small things.', locarno: '09-03',
    kind: 'rendering', colour: false,
    points: '在于产品的形状与图案的结合，尤其是交错的榫齿及盒盖上的云纹镶嵌。',
    build: slidingBox, stance: { yaw: 28, pitch: 34 },
  },
  {
    id: 'wood-tray-01', name: '托盘', nameEn: 'Tray', use: '用于端送餐食。', useEn: 'For carrying food.', locarno: '07-06', kind: 'rendering',
    colour: false,
    points: '在于产品的形状，尤其是两端隆起并开有手孔的围边。',
    build: tray, stance: { yaw: 30, pitch: 32 },
  },
  {
    id: 'wood-tea-tray-01', name: '茶盘', nameEn: 'Tea tray', use: '用于摆放茶具并承接茶水。', useEn: 'For setting out tea ware and catching spilt tea.',
    locarno: '07-06', kind: 'rendering', colour: false,
    points: '在于产品的形状与图案的结合，尤其是条形沥水面及右侧三个圆环杯位。',
    build: teaTray, stance: { yaw: 28, pitch: 38 },
  },
  {
    id: 'wood-pen-holder-01', name: '笔筒', nameEn: 'Pen holder', use: '用于插放笔。', useEn: 'For keeping pens.', locarno: '19-02',
    kind: 'rendering', colour: false,
    points: '在于产品的形状，尤其是高低相间的深浅两色竖条。',
    build: penHolder, stance: { yaw: 20, pitch: 30 },
  },
];
