// Costumes as drawings: each design draws its front and back on a canvas; the thin views follow from them, to one scale.
const SIZE = 900;
const GROUND = '#f6f5f2';

const dice = seed => () => { seed = (seed * 1664525 + 1013904223) >>> 0; return seed / 4294967296; };
const sheet = () => { const c = document.createElement('canvas'); c.width = c.height = SIZE; return [c, c.getContext('2d')]; };
const path = (g, points, close = true) => { g.beginPath(); points.forEach(([x, y], i) => (i ? g.lineTo(x, y) : g.moveTo(x, y))); if (close) g.closePath(); };

/** An auspicious cloud: a curl with a tail. */
function cloud(g, x, y, r, colour, line = 4) {
  g.strokeStyle = colour; g.lineWidth = line; g.lineCap = 'round';
  for (const [dx, k] of [[0, 1], [r * 1.35, 0.72], [-r * 1.35, 0.72]]) {
    g.beginPath();
    for (let t = 0; t < 4.6; t += 0.15) { const q = r * k * (1 - t / 5.4); g.lineTo(x + dx + Math.cos(t + 2.6) * q, y + Math.sin(t + 2.6) * q); }
    g.stroke();
  }
  g.beginPath(); g.moveTo(x - r * 2.3, y + r * 0.85); g.quadraticCurveTo(x, y + r * 1.25, x + r * 2.6, y + r * 0.7); g.stroke();
}

/** Sea waves and cliffs along a band. */
function waves(g, left, right, base, height, colours) {
  const step = height * 0.62;
  for (let row = 0; row < 3; row++)
    for (let x = left - step; x < right + step; x += step)
      for (let ring = 3; ring > 0; ring--) {
        g.beginPath(); g.arc(x + (row % 2 ? step / 2 : 0), base - row * height * 0.22, step * 0.5 * ring / 3, Math.PI, 0);
        g.fillStyle = colours[(ring + row) % colours.length]; g.fill();
      }
  for (let x = left + step * 2; x < right; x += step * 4) {
    path(g, [[x - step * 0.9, base - height * 0.5], [x - step * 0.35, base - height], [x, base - height * 0.72], [x + step * 0.3, base - height * 1.12], [x + step * 0.9, base - height * 0.5]]);
    g.fillStyle = colours[0]; g.fill();
  }
}

/** A peony: petals in rings, and leaves. */
function peony(g, x, y, r, petals, leaf) {
  g.fillStyle = leaf;
  for (const a of [0.5, 2.4, 4.2]) { g.save(); g.translate(x, y); g.rotate(a); g.beginPath(); g.ellipse(r * 1.15, 0, r * 0.6, r * 0.24, 0, 0, 7); g.fill(); g.restore(); }
  for (let ring = 3; ring > 0; ring--)
    for (let i = 0; i < 5 + ring * 2; i++) {
      const a = i / (5 + ring * 2) * Math.PI * 2 + ring * 0.4, q = r * ring / 3.4;
      g.beginPath(); g.ellipse(x + Math.cos(a) * q * 0.72, y + Math.sin(a) * q * 0.72, q * 0.5, q * 0.36, a, 0, 7);
      g.fillStyle = petals[ring % petals.length]; g.fill();
      g.strokeStyle = petals[(ring + 1) % petals.length]; g.lineWidth = 1.2; g.stroke();
    }
  g.beginPath(); g.arc(x, y, r * 0.16, 0, 7); g.fillStyle = '#e9c46a'; g.fill();
}

/** A crane in flight. */
function crane(g, x, y, s, colour) {
  g.fillStyle = colour; g.strokeStyle = colour; g.lineWidth = s * 0.08; g.lineCap = 'round';
  g.beginPath(); g.ellipse(x, y, s * 0.5, s * 0.17, -0.2, 0, 7); g.fill();
  for (const k of [-1, 1]) { g.beginPath(); g.moveTo(x - s * 0.1, y); g.quadraticCurveTo(x - s * 0.1 - k * s * 0.1, y - s * 0.9, x + s * 0.55 * k, y - s * 0.95); g.quadraticCurveTo(x + s * 0.3 * k, y - s * 0.3, x + s * 0.2, y); g.fill(); }
  g.beginPath(); g.moveTo(x + s * 0.45, y - s * 0.08); g.quadraticCurveTo(x + s * 0.8, y - s * 0.3, x + s * 0.98, y - s * 0.2); g.stroke();
  g.beginPath(); g.moveTo(x - s * 0.5, y + s * 0.05); g.lineTo(x - s, y + s * 0.22); g.stroke();
  g.beginPath(); g.arc(x + s * 0.96, y - s * 0.22, s * 0.06, 0, 7); g.fillStyle = '#c8402f'; g.fill();
}

const MOTIFS = {
  clouds: (g, box, p) => { const d = dice(7); for (let y = box.y + 30; y < box.y + box.h - 30; y += 84) for (let x = box.x + 40 + d() * 30; x < box.x + box.w - 30; x += 118) cloud(g, x, y + d() * 22, 15, p.gold, 3.4); },
  peonies: (g, box, p) => { const d = dice(11); for (let x = box.x + 56; x < box.x + box.w; x += 128) peony(g, x, box.y + box.h / 2 + (d() - 0.5) * 26, Math.min(46, box.h * 0.4), p.petals, p.leaf); },
  cranes: (g, box, p) => { const d = dice(5); for (let x = box.x + 50; x < box.x + box.w; x += 130) { crane(g, x, box.y + box.h * (0.35 + d() * 0.25), Math.min(46, box.h * 0.42), p.gold); cloud(g, x + 62, box.y + box.h * 0.72, 11, p.trim, 2.6); } },
};

/** Horse-face skirt: two flat panels between pleats, a waistband with ties, borders at hem and knee. */
function skirt({ palette: p, motif, knee = true, back = false }) {
  const [c, g] = sheet();
  const top = 150, waist = 118, hem = 780, half = x => x, W = 150, H = 330;
  const side = (t, k) => [SIZE / 2 + k * (W + (H - W) * t), top + waist * 0.5 + (hem - top - waist * 0.5) * t];
  path(g, [side(0, -1), side(0, 1), side(1, 1), side(1, -1)]); g.save(); g.clip();
  g.fillStyle = p.cloth; g.fillRect(0, 0, SIZE, SIZE);
  const bands = [[0.84, 0.985], ...(knee ? [[0.6, 0.68]] : [])];
  for (const [from, to] of bands) {
    const y0 = side(from, 1)[1], y1 = side(to, 1)[1];
    g.fillStyle = p.band; g.fillRect(0, y0, SIZE, y1 - y0);
    g.fillStyle = p.trim; g.fillRect(0, y0 - 5, SIZE, 5); g.fillRect(0, y1, SIZE, 5);
    if (to > 0.9) waves(g, 100, 800, y1, (y1 - y0) * 0.42, p.waves);
    MOTIFS[motif](g, { x: 110, y: y0, w: 680, h: (y1 - y0) * (to > 0.9 ? 0.78 : 1) }, p);
  }
  // Pleats fan out from the waist on both sides of the flat panel.
  for (const k of [-1, 1])
    for (let i = 0; i < 9; i++) {
      const a = 0.36 + i * 0.071, b = a + 0.03;
      path(g, [[SIZE / 2 + k * W * a, top], [SIZE / 2 + k * W * b, top], [SIZE / 2 + k * H * (b + 0.012), hem], [SIZE / 2 + k * H * (a - 0.004), hem]]);
      g.fillStyle = i % 2 ? 'rgba(255,255,255,.13)' : 'rgba(20,10,10,.2)'; g.fill();
    }
  for (const k of [-1, 1]) { path(g, [[SIZE / 2 + k * W * 0.36, top], [SIZE / 2 + k * H * 0.36, hem]], false); g.strokeStyle = 'rgba(15,8,8,.5)'; g.lineWidth = 3; g.stroke(); }
  if (!back) { const y = side(0.36, 1)[1]; MOTIFS[motif](g, { x: SIZE / 2 - 92, y: y - 60, w: 184, h: 150 }, p); }
  g.restore();
  g.fillStyle = p.waist; g.strokeStyle = 'rgba(60,50,40,.5)'; g.lineWidth = 2;
  g.beginPath(); g.roundRect(SIZE / 2 - W - 8, top - 10, 2 * W + 16, 72, 6); g.fill(); g.stroke();
  for (const k of [-1, 1]) { g.beginPath(); g.moveTo(SIZE / 2 + k * (W + 6), top + 18); g.quadraticCurveTo(SIZE / 2 + k * (W + 70), top + 30, SIZE / 2 + k * (W + 62), top + 150); g.lineWidth = 13; g.strokeStyle = p.waist; g.stroke(); g.lineWidth = 1.5; g.strokeStyle = 'rgba(60,50,40,.35)'; g.stroke(); }
  return c;
}

/** Round fan: silk on a hoop, a turned handle and a tassel. */
function fan({ palette: p, motif, lobes = 0, back = false }) {
  const [c, g] = sheet(), cx = SIZE / 2, cy = 330, R = 235;
  const hoop = grow => { g.beginPath(); for (let a = 0; a <= Math.PI * 2 + 0.02; a += 0.02) { const r = (R + grow) * (1 + (lobes ? 0.055 * Math.cos(lobes * a) : 0)); g.lineTo(cx + Math.cos(a) * r, cy + Math.sin(a) * r); } g.closePath(); };
  hoop(0); g.save(); g.clip();
  const silk = g.createLinearGradient(0, cy - R, 0, cy + R); silk.addColorStop(0, p.cloth); silk.addColorStop(1, p.band); g.fillStyle = silk; g.fillRect(0, 0, SIZE, SIZE);
  if (!back) { peony(g, cx - 66, cy + 62, 92, p.petals, p.leaf); peony(g, cx + 96, cy - 8, 62, p.petals, p.leaf); crane(g, cx + 10, cy - 120, 74, p.gold); cloud(g, cx - 130, cy - 92, 17, p.trim, 3); }
  else MOTIFS[motif](g, { x: cx - R, y: cy - R, w: 2 * R, h: 2 * R }, p);
  g.restore();
  hoop(2); g.lineWidth = 11; g.strokeStyle = p.frame; g.stroke();
  g.fillStyle = p.frame; g.beginPath(); g.roundRect(cx - 9, cy - R * 0.2, 18, 0, 4); g.roundRect(cx - 10, cy + R - 4, 20, 215, 9); g.fill();
  g.fillStyle = p.trim; for (const y of [cy + R + 16, cy + R + 182]) { g.beginPath(); g.roundRect(cx - 14, y, 28, 12, 5); g.fill(); }
  g.strokeStyle = p.tassel; g.lineWidth = 4; g.beginPath(); g.moveTo(cx, cy + R + 210); g.lineTo(cx, cy + R + 236); g.stroke();
  for (let i = -7; i <= 7; i++) { g.beginPath(); g.moveTo(cx + i, cy + R + 236); g.lineTo(cx + i * 2.1, cy + R + 306); g.lineWidth = 2.4; g.stroke(); }
  g.beginPath(); g.arc(cx, cy + R + 236, 11, 0, 7); g.fillStyle = p.tassel; g.fill();
  return c;
}

/** Cloud collar: four lobes around the neck, edged and embroidered. */
function collar({ palette: p, lobes = 4, back = false }) {
  const [c, g] = sheet(), cx = SIZE / 2, cy = 450;
  const edge = (scale, inner) => { g.beginPath(); for (let a = 0; a <= Math.PI * 2 + 0.01; a += 0.01) { const w = Math.cos(lobes * a), r = scale * (205 + 105 * Math.sign(w) * Math.pow(Math.abs(w), 0.7) + 22 * Math.cos(3 * lobes * a)); g.lineTo(cx + Math.cos(a + Math.PI / 4) * r, cy + Math.sin(a + Math.PI / 4) * r); } g.closePath(); if (inner) g.arc(cx, cy, 84, 0, Math.PI * 2, true); };
  edge(1.06, true); g.fillStyle = p.trim; g.fill('evenodd');
  edge(1, true); g.fillStyle = p.cloth; g.fill('evenodd');
  edge(0.9, true); g.fillStyle = p.band; g.fill('evenodd');
  g.save(); edge(0.88, true); g.clip('evenodd');
  for (let i = 0; i < lobes; i++) { const a = i / lobes * Math.PI * 2 + Math.PI / 4; if (back) cloud(g, cx + Math.cos(a) * 205, cy + Math.sin(a) * 205, 24, p.gold, 4); else peony(g, cx + Math.cos(a) * 208, cy + Math.sin(a) * 208, 58, p.petals, p.leaf); cloud(g, cx + Math.cos(a + Math.PI / lobes) * 132, cy + Math.sin(a + Math.PI / lobes) * 132, 11, p.gold, 3); }
  g.restore();
  g.beginPath(); g.arc(cx, cy, 92, 0, 7); g.lineWidth = 16; g.strokeStyle = p.trim; g.stroke();
  g.beginPath(); g.arc(cx, cy, 82, 0, 7); g.fillStyle = GROUND; g.fill();
  if (!back) { g.fillStyle = p.gold; for (const y of [cy + 106, cy + 130]) { g.beginPath(); g.arc(cx, y, 7, 0, 7); g.fill(); } }
  return c;
}

/** Children's stage dress: bodice, puffed sleeves, tiered skirt. */
function dress({ palette: p, tiers = 3, back = false, sailor = false }) {
  const [c, g] = sheet(), cx = SIZE / 2;
  g.lineWidth = 2; g.strokeStyle = 'rgba(40,25,25,.35)';
  for (const k of [-1, 1]) { g.beginPath(); g.ellipse(cx + k * 165, 250, 74, 62, k * 0.5, 0, 7); g.fillStyle = p.cloth; g.fill(); g.stroke(); g.beginPath(); g.ellipse(cx + k * 205, 296, 40, 16, k * 0.7, 0, 7); g.fillStyle = p.trim; g.fill(); }
  path(g, [[cx - 118, 190], [cx - 60, 172], [cx + 60, 172], [cx + 118, 190], [cx + 104, 412], [cx - 104, 412]]); g.fillStyle = p.band; g.fill(); g.stroke();
  for (let t = 0; t < tiers; t++) {
    const y0 = 405 + t * 118, y1 = y0 + 138, w0 = 104 + t * 52, w1 = w0 + 78;
    g.beginPath(); g.moveTo(cx - w0, y0); g.lineTo(cx + w0, y0); g.lineTo(cx + w1, y1);
    for (let i = 0; i < 12; i++) { const x = cx + w1 - (i + 0.5) * w1 / 6; g.quadraticCurveTo(x, y1 + 26, cx + w1 - (i + 1) * w1 / 6, y1); }
    g.closePath(); g.fillStyle = t % 2 ? p.band : p.cloth; g.fill(); g.stroke();
    for (let i = -5; i <= 5; i++) { g.beginPath(); g.moveTo(cx + i * w0 / 6, y0 + 8); g.lineTo(cx + i * w1 / 6, y1 - 4); g.strokeStyle = 'rgba(30,15,15,.14)'; g.lineWidth = 3; g.stroke(); }
    g.strokeStyle = p.trim; g.lineWidth = 6; g.beginPath(); g.moveTo(cx - w1, y1 - 14); g.lineTo(cx + w1, y1 - 14); g.stroke(); g.strokeStyle = 'rgba(40,25,25,.35)'; g.lineWidth = 2;
  }
  if (sailor) { path(g, back ? [[cx - 110, 176], [cx + 110, 176], [cx + 104, 292], [cx - 104, 292]] : [[cx - 110, 182], [cx - 58, 170], [cx, 300], [cx + 58, 170], [cx + 110, 182], [cx + 20, 330], [cx - 20, 330]]); g.fillStyle = p.trim; g.fill(); if (!back) { path(g, [[cx - 58, 320], [cx, 342], [cx + 58, 320], [cx + 42, 384], [cx, 350], [cx - 42, 384]]); g.fillStyle = p.tassel; g.fill(); } }
  else if (!back) { peony(g, cx, 292, 58, p.petals, p.leaf); for (const k of [-1, 1]) cloud(g, cx + k * 62, 376, 11, p.gold, 3); }
  g.fillStyle = p.tassel; g.beginPath(); g.roundRect(cx - 110, 396, 220, 26, 6); g.fill();
  if (back) { for (const k of [-1, 1]) { g.beginPath(); g.ellipse(cx + k * 52, 418, 50, 26, k * 0.4, 0, 7); g.fill(); } }
  return c;
}

/** Hairpin with a flower, leaves and hanging beads. */
function hairpin({ palette: p, back = false }) {
  const [c, g] = sheet();
  g.save(); g.translate(450, 450); g.rotate(-0.62);
  const shaft = g.createLinearGradient(0, -9, 0, 9); shaft.addColorStop(0, '#f2d48a'); shaft.addColorStop(1, '#a87b2e'); g.fillStyle = shaft;
  path(g, [[-370, -3], [120, -10], [120, 10], [-370, 3]]); g.fill();
  if (!back) { peony(g, 190, -4, 104, p.petals, p.leaf); peony(g, 82, -46, 52, p.petals, p.leaf); }
  else { g.fillStyle = '#c99a45'; g.beginPath(); g.arc(190, -4, 84, 0, 7); g.fill(); g.beginPath(); g.arc(82, -46, 42, 0, 7); g.fill(); g.strokeStyle = '#8d6522'; g.lineWidth = 4; for (let i = 0; i < 9; i++) { g.beginPath(); g.moveTo(190, -4); g.lineTo(190 + Math.cos(i * 0.7) * 84, -4 + Math.sin(i * 0.7) * 84); g.stroke(); } }
  g.restore();
  g.strokeStyle = '#c79a4a'; g.lineWidth = 2.5;
  for (const [i, x] of [560, 604, 648].entries()) { const top = 400 - i * 18; g.beginPath(); g.moveTo(x, top); g.lineTo(x, top + 240 - i * 26); g.stroke(); for (let k = 0; k < 4 - (i > 1 ? 1 : 0); k++) { g.beginPath(); g.arc(x, top + 50 + k * 56, 9.5, 0, 7); g.fillStyle = k % 2 ? p.trim : p.petals[0]; g.fill(); } }
  return c;
}

const RED = { cloth: '#a62b2f', band: '#7c1d25', trim: '#d8a94a', gold: '#e8c46c', waist: '#f3ecdf', petals: ['#f0b6b0', '#d8605f', '#f7dcd6'], leaf: '#4f7f5b', waves: ['#2f6f7a', '#e8c46c', '#f3ecdf'], frame: '#5a2d1c', tassel: '#c8402f' };
const BLUE = { cloth: '#274c77', band: '#1b3557', trim: '#cfd8dc', gold: '#d9c27a', waist: '#f1f1ee', petals: ['#cfe0ee', '#7fa6c9', '#f3f8fb'], leaf: '#5f8f86', waves: ['#7fa6c9', '#f3f8fb', '#3f6c9a'], frame: '#3b2a20', tassel: '#3f6c9a' };
const GREEN = { cloth: '#4d7a63', band: '#2f5544', trim: '#e9dcb2', gold: '#ecd58b', waist: '#f5f1e6', petals: ['#f3c9d3', '#d97a95', '#fbe7ec'], leaf: '#a8c59a', waves: ['#e9dcb2', '#7fa99b', '#2f5544'], frame: '#6b4a2b', tassel: '#d97a95' };
const PINK = { cloth: '#efc3cb', band: '#e29aa9', trim: '#fff4f0', gold: '#d1a04a', waist: '#fffaf5', petals: ['#f7e3b5', '#e7b75f', '#fff7e3'], leaf: '#86a97b', waves: ['#fff4f0', '#d9899a', '#efc3cb'], frame: '#8a5a3a', tassel: '#b24c63' };
const NAVY = { cloth: '#f7f7f4', band: '#ffffff', trim: '#27406b', gold: '#27406b', waist: '#27406b', petals: ['#ffffff'], leaf: '#27406b', waves: ['#27406b'], frame: '#27406b', tassel: '#c23b3b' };

const WEAR = { kind: 'drawing', colour: true };
const SKIRT = { ...WEAR, name: '马面裙', nameEn: 'Horse-face skirt', use: '用于穿着。', useEn: 'For wearing.', locarno: '02-02', worn: true, depth: 0.58 };
const FAN = { ...WEAR, name: '团扇', nameEn: 'Round fan', use: '用于扇风和演出道具。', useEn: 'For fanning and as a stage prop.', locarno: '03-04', depth: 0.05 };
const COLLAR = { ...WEAR, name: '云肩', nameEn: 'Cloud collar', use: '用于穿戴。', useEn: 'For wearing.', locarno: '02-05', depth: 0.06 };
const DRESS = { ...WEAR, name: '儿童演出裙', nameEn: "Children's stage dress", use: '用于儿童舞台演出穿着。', useEn: 'For children to wear on stage.', locarno: '02-02', worn: true, depth: 0.56 };

export const costumes = [
  { ...SKIRT, id: 'skirt-01', points: '在于产品的图案与色彩的结合，尤其是裙门及裙襕的云纹与海水江崖。', draw: back => skirt({ palette: RED, motif: 'clouds', back }) },
  { ...SKIRT, id: 'skirt-02', points: '在于产品的图案与色彩的结合，尤其是仙鹤裙襕。', draw: back => skirt({ palette: BLUE, motif: 'cranes', back }) },
  { ...SKIRT, id: 'skirt-03', points: '在于产品的图案与色彩的结合，尤其是牡丹裙襕。', draw: back => skirt({ palette: GREEN, motif: 'peonies', knee: false, back }) },
  { ...SKIRT, id: 'skirt-04', copyOf: 'skirt-01', points: '在于产品的图案。', draw: back => skirt({ palette: { ...RED, cloth: '#8f2f52', band: '#6a2140' }, motif: 'clouds', back }) },
  { ...SKIRT, id: 'skirt-05', points: '在于产品的图案与色彩的结合。', draw: back => skirt({ palette: PINK, motif: 'peonies', back }) },
  { ...FAN, id: 'fan-01', points: '在于产品的图案，尤其是牡丹仙鹤。', draw: back => fan({ palette: PINK, motif: 'clouds', back }) },
  { ...FAN, id: 'fan-02', points: '在于产品的形状与图案的结合，尤其是海棠形扇面。', draw: back => fan({ palette: GREEN, motif: 'clouds', lobes: 5, back }) },
  { ...FAN, id: 'fan-03', copyOf: 'fan-01', points: '在于产品的图案。', draw: back => fan({ palette: { ...PINK, cloth: '#d9e4ef', band: '#b9cde0' }, motif: 'clouds', back }) },
  { ...COLLAR, id: 'collar-01', points: '在于产品的形状、图案与色彩的结合，尤其是四合如意轮廓。', draw: back => collar({ palette: RED, back }) },
  { ...COLLAR, id: 'collar-02', points: '在于产品的形状、图案与色彩的结合，尤其是八瓣轮廓。', draw: back => collar({ palette: BLUE, lobes: 8, back }) },
  { ...DRESS, id: 'dress-01', points: '在于产品的形状与色彩的结合，尤其是三层裙摆与泡泡袖。', draw: back => dress({ palette: PINK, back }) },
  { ...DRESS, id: 'dress-02', points: '在于产品的形状与色彩的结合，尤其是海军领与蝴蝶结。', draw: back => dress({ palette: NAVY, tiers: 2, sailor: true, back }) },
  { ...DRESS, id: 'dress-03', points: '在于产品的形状与色彩的结合，尤其是红绿相间的层叠裙摆。', draw: back => dress({ palette: { ...RED, cloth: '#c8402f', band: '#e9b44c', tassel: '#2f6f4f' }, tiers: 3, back }) },
  { ...WEAR, id: 'hairpin-01', name: '发簪', nameEn: 'Hairpin', use: '用于固定和装饰头发。', useEn: 'For holding and adorning the hair.', locarno: '11-01', depth: 0.1, points: '在于产品的形状与图案的结合，尤其是双花与流苏。', draw: back => hairpin({ palette: PINK, back }) },
];

const grounded = c => { const [out, g] = sheet(); g.fillStyle = GROUND; g.fillRect(0, 0, SIZE, SIZE); g.drawImage(c, 0, 0); return out; };

const extent = c => { const d = c.getContext('2d').getImageData(0, 0, SIZE, SIZE).data; let l = SIZE, t = SIZE, r = 0, b = 0; for (let y = 0; y < SIZE; y += 2) for (let x = 0; x < SIZE; x += 2) if (d[4 * (y * SIZE + x) + 3] > 10) { l = Math.min(l, x); r = Math.max(r, x); t = Math.min(t, y); b = Math.max(b, y); } return { l, t, r, b }; };

/** A garment from the side: its back as deep as it falls, lit from the front of the wearer. */
function sideOf(back, { l, t, w, h }, thick, faces) {
  const [c, g] = sheet();
  g.drawImage(back, l, t, w, h, SIZE / 2 - thick / 2, t, thick, h);
  const light = g.createLinearGradient(SIZE / 2 - faces * thick / 2, 0, SIZE / 2 + faces * thick / 2, 0);
  light.addColorStop(0, 'rgba(40,25,25,.12)'); light.addColorStop(0.6, 'rgba(255,255,255,.08)'); light.addColorStop(1, 'rgba(40,25,25,.05)');
  g.globalCompositeOperation = 'source-atop'; g.fillStyle = light; g.fillRect(0, 0, SIZE, SIZE);
  return c;
}

/** A garment from above or below: rings of its own colours from the hem to the opening. */
function ringsOf(back, { l, t, w, h }, thick, above) {
  const [c, g] = sheet(), source = back.getContext('2d'), steps = 48;
  for (let i = 0; i <= steps; i++) {
    const far = i / steps, [red, green, blue, seen] = source.getImageData(l + w / 2, t + (above ? (1 - far) * (h - 6) + 3 : h * 0.5), 1, 1).data, shade = above ? 1 : 1 - 0.35 * far;
    if (!seen) continue;
    g.beginPath(); g.ellipse(SIZE / 2, SIZE / 2, w / 2 * (1 - far * 0.6), thick / 2 * (1 - far * 0.6), 0, 0, 7);
    g.fillStyle = `rgb(${red * shade} ${green * shade} ${blue * shade})`; g.fill();
  }
  g.beginPath(); g.ellipse(SIZE / 2, SIZE / 2, w * 0.17, thick * 0.17, 0, 0, 7); g.fillStyle = above ? '#d8d2c8' : GROUND; g.fill();
  g.lineWidth = 2; g.strokeStyle = 'rgba(60,50,40,.45)'; g.stroke();
  return c;
}

/** All seven views: garments as deep as they fall; flat things as thin as they are; and a view at an angle. */
export function viewsOf(design) {
  const front = design.draw(false), back = design.draw(true), { l, t, r, b } = extent(front), w = r - l, h = b - t, thick = Math.max(26, w * design.depth), box = { l, t, w, h };
  const strip = (source, along) => { const [c, g] = sheet(); if (along === 'side') g.drawImage(source, l + w * 0.5 - 12, t, 24, h, SIZE / 2 - thick / 2, t, thick, h); else g.drawImage(source, l, along === 'top' ? t + 4 : b - 30, w, 24, l, SIZE / 2 - thick / 2, w, thick); const s = g.createLinearGradient(...(along === 'side' ? [SIZE / 2 - thick / 2, 0, SIZE / 2 + thick / 2, 0] : [0, SIZE / 2 - thick / 2, 0, SIZE / 2 + thick / 2])); s.addColorStop(0, 'rgba(0,0,0,.12)'); s.addColorStop(0.5, 'rgba(255,255,255,.12)'); s.addColorStop(1, 'rgba(0,0,0,.14)'); g.globalCompositeOperation = 'source-atop'; g.fillStyle = s; g.fillRect(0, 0, SIZE, SIZE); return c; };
  const edge = Math.min(18, Math.round(thick * 0.45)), [angle, g] = sheet();
  for (let i = edge; i >= 0; i--) { g.setTransform(0.86, 0.075, 0, 0.95, 60 - i, 6 + i * 0.14); g.drawImage(front, 0, 0); if (i === 1) { g.globalCompositeOperation = 'source-atop'; g.fillStyle = 'rgba(40,25,25,.22)'; g.setTransform(1, 0, 0, 1, 0, 0); g.fillRect(0, 0, SIZE, SIZE); g.globalCompositeOperation = 'source-over'; } }
  const sides = design.worn
    ? { left: sideOf(back, box, thick, 1), right: sideOf(back, box, thick, -1), top: ringsOf(back, box, thick, true), bottom: ringsOf(back, box, thick, false) }
    : { left: strip(front, 'side'), right: strip(back, 'side'), top: strip(front, 'top'), bottom: strip(front, 'bottom') };
  return { front, back, ...sides, perspective: angle };
}

export const photographed = (design, quality) => Object.fromEntries(Object.entries(viewsOf(design)).map(([view, c]) => [view, grounded(c).toDataURL('image/jpeg', quality).split(',')[1]]));
