import { dice } from './shapes.js';

// A frame of an invented livestream: a room, a host without a face, the product, and an interface of nobody's.
const W = 720, H = 1280;
const font = size => `${size}px "Noto Sans CJK SC", sans-serif`;

function fillPath(g, colour, draw) {
  g.fillStyle = colour;
  g.beginPath();
  draw();
  g.fill();
}

function room(g, hue, roll) {
  const wall = g.createLinearGradient(0, 0, 0, H);
  wall.addColorStop(0, `hsl(${hue} 22% 82%)`);
  wall.addColorStop(0.72, `hsl(${hue} 20% 70%)`);
  wall.addColorStop(0.721, '#b28d66');
  wall.addColorStop(1, '#8f6c48');
  g.fillStyle = wall;
  g.fillRect(0, 0, W, H);
  for (const y of [210, 400]) {
    g.fillStyle = '#8a6a48';
    g.fillRect(40, y, W - 80, 16);
    for (let x = 60; x < W - 100; x += 56 + roll() * 40) {
      g.fillStyle = `hsl(${roll() * 360} 35% ${40 + roll() * 30}%)`;
      const h = 50 + roll() * 90;
      g.fillRect(x, y - h, 30 + roll() * 26, h);
    }
  }
  // The ring light glows behind the host.
  g.lineWidth = 20;
  g.strokeStyle = 'rgba(255,250,235,.85)';
  g.beginPath();
  g.arc(150, 330, 92, 0, 7);
  g.stroke();
}

function host(g, hue) {
  fillPath(g, `hsl(${(hue + 160) % 360} 30% 42%)`, () => g.ellipse(430, 800, 190, 270, 0, 0, 7));
  fillPath(g, '#d8b394', () => g.ellipse(430, 480, 78, 98, 0, 0, 7));
  fillPath(g, '#2c2320', () => g.ellipse(430, 440, 92, 84, 0, Math.PI, 0));
  g.fillRect(338, 436, 26, 130);
  g.fillRect(496, 436, 26, 130);
  g.fillStyle = '#94714c';
  g.fillRect(0, 980, W, 46);
}

function held(g, product, { mirrored, tilt, scale, at: [x, y] }) {
  const side = H * scale;
  g.save();
  g.translate(W * x, H * y);
  g.rotate(tilt);
  g.scale(mirrored ? -1 : 1, 1);
  g.filter = 'brightness(.96) saturate(1.08)';
  g.drawImage(product, -side / 2, -side / 2, side, side);
  g.restore();
}

function account(g, { account: name, viewers }) {
  g.textBaseline = 'middle';
  fillPath(g, 'rgba(20,20,30,.5)', () => g.roundRect(20, 36, 320, 66, 33));
  fillPath(g, '#e2574c', () => g.arc(54, 69, 24, 0, 7));
  fillPath(g, 'rgba(20,20,30,.5)', () => g.roundRect(W - 170, 44, 150, 46, 23));
  g.fillStyle = '#fff';
  for (const [size, text, x, y] of [[26, name, 90, 58], [18, `${viewers} 人在看`, 90, 84], [22, '云购直播', W - 146, 68]]) {
    g.font = font(size);
    g.fillText(text, x, y);
  }
}

function chatter(g, lines) {
  g.font = font(22);
  for (const [i, line] of lines.entries()) {
    const y = 1056 + i * 44;
    fillPath(g, 'rgba(20,20,30,.45)', () => g.roundRect(20, y, Math.min(520, 40 + line.length * 23), 38, 19));
    g.fillStyle = i % 2 ? '#ffe9a8' : '#fff';
    g.fillText(line, 38, y + 20);
  }
}

function cart(g) {
  fillPath(g, '#f0a93b', () => g.arc(W - 62, 1190, 38, 0, 7));
  g.strokeStyle = '#fff';
  g.lineWidth = 5;
  g.beginPath();
  for (const [x, y] of [[84, 1176], [76, 1176], [68, 1204], [46, 1204], [40, 1184], [73, 1184]]) g.lineTo(W - x, y);
  g.stroke();
}

/** The frame as a canvas; `product` is a canvas with a clear ground or null, `hold` says where and how it is held. */
export function livestream({ product, seed, chat, hold }) {
  const canvas = document.createElement('canvas'), roll = dice(seed * 7919 + 3), hue = Math.floor(roll() * 360);
  canvas.width = W;
  canvas.height = H;
  const g = canvas.getContext('2d');
  room(g, hue, roll);
  host(g, hue);
  if (product) held(g, product, hold);
  account(g, chat);
  chatter(g, chat.lines);
  cart(g);
  return canvas;
}
