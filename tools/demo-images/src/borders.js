// What runs along the edges and the ground of embroidered cloth.
const TURN = Math.PI * 2;

/** Sea waves in scales with cliffs standing in them (海水江崖), between two edges, rising from a base line. */
export function waves(g, left, right, base, height, [deep, line, light]) {
  const cliff = height * 1.5, step = height * 0.5;
  for (let x = left + cliff; x < right + cliff; x += cliff * 2.6)
    for (const [dx, w, h, tone] of [[-0.5, 0.42, 0.8, light], [0.5, 0.42, 0.8, light], [0, 0.5, 1.15, deep]]) {
      g.beginPath();
      g.moveTo(x + (dx - w) * cliff * 0.6, base);
      g.quadraticCurveTo(x + (dx - 0.05) * cliff * 0.6, base - height * h * 0.7, x + dx * cliff * 0.6, base - height * h);
      g.quadraticCurveTo(x + (dx + 0.05) * cliff * 0.6, base - height * h * 0.7, x + (dx + w) * cliff * 0.6, base);
      g.fillStyle = tone;
      g.fill();
      g.strokeStyle = line;
      g.lineWidth = height * 0.035;
      g.stroke();
    }
  for (let row = 2; row >= 0; row--)
    for (let x = left - step + (row % 2) * step / 2; x < right + step; x += step)
      [[0.5, deep], [0.38, light], [0.26, deep], [0.13, line]].forEach(([r, tone]) => {
        g.beginPath();
        g.arc(x, base - row * step * 0.26, step * r, Math.PI, 0);
        g.fillStyle = tone;
        g.fill();
      });
}

const HOOK = [[0, 4], [0, 0], [4, 0], [4, 3], [2, 3], [2, 1.6], [2.9, 1.6], [2, 1.6], [2, 3], [4, 3], [4, 4]];

/** A key pattern along a line: hooks of one stroke, `size` high. */
export function meander(g, left, right, y, size, colour) {
  const count = Math.max(1, Math.round((right - left) / size / 1.25)), step = (right - left) / count, u = size / 4;
  g.strokeStyle = colour;
  g.lineWidth = size / 8;
  g.lineJoin = 'miter';
  g.beginPath();
  for (let i = 0; i < count; i++)
    HOOK.forEach(([dx, dy], k) => (k || i ? g.lineTo(left + i * step + dx * u, y + dy * u) : g.moveTo(left, y + dy * u)));
  g.stroke();
}

/** A woven ground tone in tone: small rosettes in staggered rows. */
export function damask(g, width, height, spacing, colour) {
  g.fillStyle = colour;
  for (let row = 0; row * spacing * 0.75 < height; row++)
    for (let x = (row % 2) * spacing / 2; x < width + spacing; x += spacing)
      for (let i = 0; i < 4; i++) {
        const a = i * Math.PI / 2 + Math.PI / 4;
        const r = spacing * 0.13;
        g.beginPath();
        g.ellipse(x + Math.cos(a) * r, row * spacing * 0.75 + Math.sin(a) * r, r, r * 0.46, a, 0, TURN);
        g.fill();
      }
}
