import { dice } from './shapes.js';

// What goes wrong with a picture taken in a hurry. Each fault takes the product on a clear ground and the ground's colour.

function painted(size, paint) {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size;
  paint(canvas.getContext('2d'), size);
  return canvas;
}

const onGround = (g, size, product, ground, [x, y, side] = [0, 0, size]) => {
  g.fillStyle = ground;
  g.fillRect(0, 0, size, size);
  g.drawImage(product, x, y, side, side);
};

/** The grain of a sensor in poor light. */
function noise(g, size, strength) {
  const roll = dice(411), pixels = g.getImageData(0, 0, size, size), d = pixels.data;
  for (let i = 0; i < d.length; i += 4) {
    const step = (roll() - 0.5) * strength;
    for (let k = 0; k < 3; k++) d[i + k] += step;
  }
  g.putImageData(pixels, 0, 0);
}

/** A shop's wall and table with what stands about on them. */
function shop(g, size) {
  const roll = dice(77);
  g.fillStyle = '#b9b2a4';
  g.fillRect(0, 0, size, size);
  g.fillStyle = '#6f5138';
  g.fillRect(0, size * 0.27, size, size * 0.03);
  for (let x = size * 0.02; x < size; x += size * (0.05 + roll() * 0.05)) {
    const high = size * (0.08 + roll() * 0.15);
    g.fillStyle = `hsl(${Math.floor(roll() * 360)} 38% ${Math.floor(35 + roll() * 30)}%)`;
    g.fillRect(x, size * 0.27 - high, size * (0.04 + roll() * 0.04), high);
  }
  g.fillStyle = '#9a764f';
  g.fillRect(0, size * 0.68, size, size * 0.32);
  g.fillStyle = '#7d5e3d';
  g.fillRect(0, size * 0.68, size, size * 0.012);
  g.fillStyle = '#c9a775';
  g.fillRect(size * 0.74, size * 0.5, size * 0.24, size * 0.24);
  g.fillStyle = '#e8dfca';
  g.fillRect(size * 0.845, size * 0.5, size * 0.03, size * 0.24);
  g.fillStyle = '#3f6c9a';
  g.fillRect(size * 0.05, size * 0.62, size * 0.09, size * 0.14);
  g.strokeStyle = '#22252a';
  g.lineWidth = size * 0.008;
  g.beginPath();
  g.moveTo(0, size * 0.93);
  g.bezierCurveTo(size * 0.3, size * 0.82, size * 0.2, size, size * 0.55, size * 0.95);
  g.stroke();
}

function lettered(g, size) {
  g.save();
  g.fillStyle = 'rgba(255,255,255,.62)';
  g.strokeStyle = 'rgba(60,60,60,.45)';
  g.lineWidth = 1.5;
  g.font = `bold ${size * 0.055}px "Noto Sans CJK SC", sans-serif`;
  g.translate(size / 2, size / 2);
  g.rotate(-0.42);
  for (let y = -2; y <= 2; y++)
    for (let x = -1; x <= 1; x++) {
      g.strokeText('锦裳阁 批发', x * size * 0.46 - size * 0.15, y * size * 0.24);
      g.fillText('锦裳阁 批发', x * size * 0.46 - size * 0.15, y * size * 0.24);
    }
  g.restore();
  g.fillStyle = '#d23b2f';
  g.fillRect(0, size * 0.9, size, size * 0.1);
  g.fillStyle = '#ffe9a8';
  g.font = `bold ${size * 0.05}px "Noto Sans CJK SC", sans-serif`;
  g.textAlign = 'center';
  g.fillText('厂家直销 一件代发 99元', size / 2, size * 0.968);
}

const FAULTS = {
  blurred: (product, ground) => painted(900, (g, size) => {
    const still = painted(size, frame => onGround(frame, size, product, ground));
    g.drawImage(still, 0, 0);
    g.filter = 'blur(6px)';
    // The hand moved while the picture was taken.
    for (let i = 0; i < 6; i++) {
      g.globalAlpha = 1 / (i + 1);
      g.drawImage(still, i * 4 - 10, i * 2.5 - 6);
    }
  }),
  dark: (product, ground) => painted(900, (g, size) => {
    onGround(g, size, product, ground);
    g.globalCompositeOperation = 'multiply';
    const dusk = g.createRadialGradient(size * 0.4, size * 0.4, size * 0.1, size / 2, size / 2, size * 0.75);
    dusk.addColorStop(0, '#4a4440');
    dusk.addColorStop(1, '#17161c');
    g.fillStyle = dusk;
    g.fillRect(0, 0, size, size);
    noise(g, size, 22);
  }),
  clutter: product => painted(900, (g, size) => {
    shop(g, size);
    g.translate(size / 2, size / 2);
    g.rotate(-0.03);
    g.filter = 'drop-shadow(10px 12px 10px rgba(40,25,10,.45))';
    g.drawImage(product, -size * 0.44, -size * 0.4, size * 0.88, size * 0.88);
  }),
  scale: (product, ground) => painted(900, (g, size) => onGround(g, size, product, ground, [size * 0.24, size * 0.26, size * 0.52])),
  'other-product': (product, ground) => painted(900, (g, size) => onGround(g, size, product, ground)),
  text: (product, ground) => painted(900, (g, size) => { onGround(g, size, product, ground); lettered(g, size); }),
  cropped: (product, ground) => painted(900, (g, size) => onGround(g, size, product, ground, [size * 0.12, size * -0.32, size * 1.3])),
  small: (product, ground) => painted(400, (g, size) => onGround(g, size, product, ground)),
};

export const spoiled = (fault, product, ground) => FAULTS[fault](product, ground);
