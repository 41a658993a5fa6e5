import { at, ball, block, circle, group, outline, pierced, post, ring, rounded, slab, strut } from '../shapes.js';
import { bamboo, metal, paint, rope, wood } from '../materials.js';
import { roundStool } from './seats.js';
import { jewelleryChest } from './boxes.js';

/** A ball wound with sisal in a turned cup: cats scratch it and it rolls. */
function catBall({ cup = 'beech', ball: light = '#dcc08e', radius = 11 }) {
  return group(
    post(12, 9.5, 3, 0.8, wood(cup), [0, 1.5, 0]),
    ring(9.2, 1.1, wood(cup), [0, 3.4, 0], [Math.PI / 2, 0, 0]),
    ball_(radius, rope(light)),
    post(1.2, 0.9, 3.2, 0.4, wood('walnut'), [0, 4.4 + 2 * radius, 0]),
    ball(1.7, paint('#b5432f'), [0, 6.6 + 2 * radius, 0]),
  );
}
const ball_ = (radius, material) => ball(radius, material, [0, 3.6 + radius, 0]);

/** A comb with a swallow's back. */
function comb({ species = 'boxwood', teeth = 25 }) {
  const left = -9.2, step = 18.4 / teeth, edge = [[-10.4, -4.6], [-10.6, 2], [-7, 4.6], [-3, 3.4], [0, 4.4], [3, 3.4], [7, 4.6], [10.6, 2], [10.4, -4.6], [9.6, -5.4]];
  for (let i = teeth - 1; i >= 0; i--) {
    const x = left + (i + 0.5) * step;
    edge.push([x + step * 0.36, -5.2], [x + step * 0.36, 0.2], [x - step * 0.36, 0.2], [x - step * 0.36, -5.2]);
  }
  edge.push([-9.6, -5.4]);
  return at(group(slab(outline(edge), 0.9, wood(species), [0, 0, 0], [0, 0, 0], { bevel: 0.12 }),
    [-1, 1].map(s => ball(0.55, paint('#a8352a'), [s * 5.6, 2.1, 0.5], [1, 1, 0.4]))), [0, 6, 0]);
}

/** Building blocks in a tray. */
function blocks() {
  const colours = ['#c9503f', '#e3b04b', '#5f8f86', '#3f6c9a', '#e9dfc7'], parts = [slab(rounded(34, 26, 3), 1.2, wood('maple'), [0, 0.6, 0], [Math.PI / 2, 0, 0], { bevel: 0.4 })];
  for (const [i, [x, z]] of [[-10.5, -6.5], [0, -6.5], [10.5, -6.5], [-10.5, 5], [0, 5], [10.5, 5]].entries())
    parts.push(block(7.4, 4 + (i % 3) * 2.2, 7.4, 0.5, i % 2 ? wood('beech') : paint(colours[i % 5]), [x, 3.3 + (i % 3) * 1.1, z]));
  parts.push(post(2.6, 2.6, 6, 0.4, paint('#3f6c9a'), [0, 11.4, -6.5]), post(3.6, 0.3, 5, 0.2, paint('#c9503f'), [0, 16.9, -6.5]));
  return group(parts);
}

/** Picture frame with mitred mouldings and a stand. */
function frame() {
  const parts = [slab(pierced(rounded(30, 38, 1), rounded(19, 27, 0.6)), 2, wood('cherry', 'y'), [0, 19, 0], [0, 0, 0], { bevel: 0.7 }),
    slab(pierced(rounded(21, 29, 0.6), rounded(17.4, 25.4, 0.4)), 1.2, wood('maple', 'y'), [0, 19, 0.9], [0, 0, 0], { bevel: 0.3 }),
    block(19.4, 27.4, 0.6, 0.1, paint('#efe9dc'), [0, 19, -0.3])];
  parts.push(strut([0, 26, -1.2], [0, 0.4, -11], 1.1, 1.4, wood('cherry', 'y')));
  return group(parts);
}

/** Lantern: posts, rails and a lattice of squares. */
function lantern() {
  const parts = [], half = 9, height = 28;
  for (const x of [-half, half]) for (const z of [-half, half]) parts.push(block(1.6, height, 1.6, 0.3, wood('rosewood', 'y'), [x, height / 2 + 2, z]));
  for (const y of [3, height + 1]) for (const s of [-1, 1])
    parts.push(block(2 * half, 1.4, 1.2, 0.25, wood('rosewood'), [0, y, s * half]), block(1.2, 1.4, 2 * half, 0.25, wood('rosewood', 'z'), [s * half, y, 0]));
  for (const s of [-1, 1]) for (const k of [-3.2, 3.2]) {
    parts.push(block(0.7, height - 3, 0.6, 0.15, wood('walnut', 'y'), [k, height / 2 + 2, s * half]), block(0.6, height - 3, 0.7, 0.15, wood('walnut', 'y'), [s * half, height / 2 + 2, k]));
    for (const y of [11, 21]) parts.push(block(2 * half - 2, 0.7, 0.6, 0.15, wood('walnut'), [0, y, s * half]), block(0.6, 0.7, 2 * half - 2, 0.15, wood('walnut', 'z'), [s * half, y, 0]));
  }
  parts.push(block(15.6, height - 3.6, 15.6, 0.6, paint('#f3e6c6'), [0, height / 2 + 2, 0]), slab(rounded(24, 24, 2), 1.6, wood('rosewood'), [0, height + 3.4, 0], [Math.PI / 2, 0, 0], { bevel: 0.5 }),
    slab(rounded(22, 22, 2), 1.6, wood('rosewood'), [0, 0.8, 0], [Math.PI / 2, 0, 0], { bevel: 0.5 }), ring(2.6, 0.45, metal(), [0, height + 6.6, 0]));
  return group(parts);
}

/** Serving board with a fish's outline. */
function board() {
  const fish = outline([[-20, 0], [-14, 7.6], [-3, 9.6], [8, 7.4], [14, 2.6], [20, 7.5], [22, 6], [19.6, 0], [22, -6], [20, -7.5], [14, -2.6], [8, -7.4], [-3, -9.6], [-14, -7.6]], true);
  return group(slab(pierced(fish, circle(1.1, -14.6, 2)), 1.8, wood('oak'), [0, 0.9, 0], [Math.PI / 2, 0, 0], { bevel: 0.5 }),
    [0, 1, 2].map(i => ring(4.4 + i * 2.2, 0.28, wood('walnut'), [-4 + i * 2.6, 1.86, 0], [Math.PI / 2, 0, -0.9], 1.8)));
}

/** Shoe rack of slats on two bent sides. */
function shoeRack() {
  const parts = [];
  for (const s of [-1, 1]) parts.push(strut([s * 30, 0, -12], [s * 27, 38, -9], 1.5, 1.3, wood('paulownia', 'y')), strut([s * 30, 0, 12], [s * 27, 38, 9], 1.5, 1.3, wood('paulownia', 'y')), strut([s * 27, 37, -9], [s * 27, 37, 9], 1.2, 1.2, wood('paulownia')));
  for (const y of [8, 22, 36]) for (const z of [-9, -4.5, 0, 4.5, 9]) parts.push(block(57 - y * 0.12, 1, 2.6, 0.3, bamboo('x', z === 0), [0, y, z * (1.12 - y * 0.006)]));
  return group(parts);
}

/** Bookend: a hill and a moon. */
function bookend() {
  const hill = outline([[-11, 0], [-9, 6], [-5, 9], [-2, 14.5], [2.6, 10.5], [6, 12], [9.6, 5], [11, 0]], true);
  return group(slab(hill, 1.6, wood('walnut', 'y'), [0, 1.2, -5], [0, 0, 0], { bevel: 0.4 }), block(22, 1.2, 13, 0.4, wood('walnut'), [0, 0.6, 0]),
    slab(circle(4.2), 1.2, wood('maple'), [4.6, 15.2, -5.2], [0, 0, 0], { bevel: 0.3 }));
}

/** Phone stand with a leaning back and a ledge. */
function phoneStand() {
  const back = pierced(rounded(9, 16, 2.4), rounded(3.4, 7, 1.6, 0, 1.4));
  return group(slab(back, 1.3, wood('beech', 'y'), [0, 8.6, -1.4], [-0.32, 0, 0], { bevel: 0.35 }), block(9, 1.4, 5.6, 0.4, wood('walnut'), [0, 0.7, 2.4]), block(9, 2, 1, 0.3, wood('walnut'), [0, 1.8, 5]), strut([0, 13, -3], [0, 0.6, -8], 0.9, 1, wood('beech', 'y')));
}

const HOME = { kind: 'rendering', colour: false };

export const household = [
  {
    ...HOME, id: 'wood-cat-ball-01', name: '猫抓球', nameEn: 'Cat scratching ball', use: '用于宠物猫磨爪和玩耍。', useEn: 'For cats to scratch and play.',
    locarno: '30-12',
    points: '在于产品的形状与图案的结合，尤其是缠绳球体、碗形底座及球顶装饰的组合。',
    build: () => catBall({}), stance: { yaw: 25, pitch: 20 },
  },
  {
    ...HOME, id: 'wood-cat-ball-02', copyOf: 'wood-cat-ball-01', name: '猫抓球', nameEn: 'Cat scratching ball', use: '用于宠物猫磨爪和玩耍。',
    useEn: 'For cats to scratch and play.', locarno: '30-12',
    points: '在于产品的形状。',
    build: () => catBall({ cup: 'walnut', ball: '#cfae7a', radius: 10.4 }), stance: { yaw: 25, pitch: 20 },
  },
  {
    ...HOME, id: 'wood-comb-01', name: '梳子', nameEn: 'Comb', use: '用于梳理头发。', useEn: 'For combing hair.', locarno: '28-03',
    points: '在于产品的形状，尤其是燕尾形梳背。',
    build: () => comb({}), stance: { yaw: 24, pitch: 22 },
  },
  {
    ...HOME, id: 'wood-blocks-01', name: '积木', nameEn: 'Building blocks', use: '用于儿童搭建玩耍。', useEn: 'For children to build with.',
    locarno: '21-01', colour: true,
    points: '在于产品的形状与色彩的结合，尤其是高低错落的方块与塔形组件。',
    build: blocks, stance: { yaw: 30, pitch: 30 },
  },
  {
    ...HOME, id: 'wood-frame-01', name: '相框', nameEn: 'Picture frame', use: '用于摆放照片。', useEn: 'For showing photographs.', locarno: '06-07',
    points: '在于产品的形状，尤其是双层边框。',
    build: frame, stance: { yaw: 28, pitch: 14 },
  },
  {
    ...HOME, id: 'wood-lantern-01', name: '灯笼架', nameEn: 'Lantern frame', use: '用于室内装饰照明。', useEn: 'For decoration and light.',
    locarno: '11-02',
    points: '在于产品的形状，尤其是方格棂条与出檐顶板。',
    build: lantern, stance: { yaw: 30, pitch: 16 },
  },
  {
    ...HOME, id: 'wood-board-01', name: '菜板', nameEn: 'Serving board', use: '用于盛放食物。', useEn: 'For serving food.', locarno: '07-06',
    points: '在于产品的形状与图案的结合，尤其是鱼形轮廓及弧形镶嵌。',
    build: board, stance: { yaw: 24, pitch: 38 },
  },
  {
    ...HOME, id: 'wood-shoe-rack-01', name: '鞋架', nameEn: 'Shoe rack', use: '用于摆放鞋子。', useEn: 'For keeping shoes.', locarno: '06-04',
    points: '在于产品的形状，尤其是外张侧架与条形层板。',
    build: shoeRack, stance: { yaw: 30, pitch: 20 },
  },
  {
    ...HOME, id: 'wood-bookend-01', name: '书挡', nameEn: 'Bookend', use: '用于挡书。', useEn: 'For holding books upright.', locarno: '19-02',
    points: '在于产品的形状，尤其是山月造型。',
    build: bookend, stance: { yaw: 28, pitch: 18 },
  },
  {
    ...HOME, id: 'wood-phone-stand-01', name: '手机支架', nameEn: 'Phone stand', use: '用于支撑手机。', useEn: 'For holding a phone.',
    locarno: '06-06',
    points: '在于产品的形状，尤其是斜背与镂空。',
    build: phoneStand, stance: { yaw: 30, pitch: 22 },
  },
  {
    ...HOME, id: 'wood-stool-03', name: '高脚凳', nameEn: 'High stool', use: '用于坐。', useEn: 'For sitting on.', locarno: '06-01', colour: true,
    points: '在于产品的形状与色彩的结合，尤其是四条细长凳腿及红色脚套。',
    build: () => roundStool({ seat: 'walnut', leg: 'maple', legs: 4, height: 62, radius: 15, tip: '#b5432f' }),
  },
  {
    ...HOME, id: 'wood-stool-04', copyOf: 'wood-stool-01', name: '圆凳', nameEn: 'Round stool', use: '用于坐。', useEn: 'For sitting on.',
    locarno: '06-01',
    points: '在于产品的形状。',
    build: () => roundStool({ seat: 'cherry', leg: 'cherry', height: 43, radius: 16.5 }),
  },
  {
    ...HOME, id: 'wood-jewellery-box-02', copyOf: 'wood-jewellery-box-01', name: '首饰盒', nameEn: 'Jewellery box', use: '用于收纳首饰。',
    useEn: 'For keeping jewellery.', locarno: '03-01',
    points: '在于产品的形状。',
    build: () => jewelleryChest({ body: 'walnut', front: 'cherry', lid: 'walnut' }), stance: { yaw: 30, pitch: 22 },
  },
];
