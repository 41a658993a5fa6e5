// A frame of an invented livestream: a room, a host without a face, the product, and an interface of nobody's.
const W = 720,
  H = 1280;

export async function livestream({ picture, seed, mirrored, tilt = 0, scale = 0.42, at = [0.5, 0.6], chat }) {
  let state = seed * 7919 + 3;
  const dice = () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 4294967296;
  };
  const c = document.createElement('canvas');
  c.width = W;
  c.height = H;
  const g = c.getContext('2d');
  const wall = g.createLinearGradient(0, 0, 0, H),
    hue = Math.floor(dice() * 360);
  wall.addColorStop(0, `hsl(${hue} 22% 82%)`);
  wall.addColorStop(0.72, `hsl(${hue} 20% 70%)`);
  wall.addColorStop(0.721, '#b28d66');
  wall.addColorStop(1, '#8f6c48');
  g.fillStyle = wall;
  g.fillRect(0, 0, W, H);
  for (const y of [210, 400]) {
    g.fillStyle = '#8a6a48';
    g.fillRect(40, y, W - 80, 16);
    for (let x = 60; x < W - 100; x += 56 + dice() * 40) {
      g.fillStyle = `hsl(${dice() * 360} 35% ${40 + dice() * 30}%)`;
      const h = 50 + dice() * 90;
      g.fillRect(x, y - h, 30 + dice() * 26, h);
    }
  }
  // The ring light glows behind the host.
  g.lineWidth = 20;
  g.strokeStyle = 'rgba(255,250,235,.85)';
  g.beginPath();
  g.arc(150, 330, 92, 0, 7);
  g.stroke();
  g.fillStyle = `hsl(${(hue + 160) % 360} 30% 42%)`;
  g.beginPath();
  g.ellipse(430, 800, 190, 270, 0, 0, 7);
  g.fill();
  g.fillStyle = '#d8b394';
  g.beginPath();
  g.ellipse(430, 480, 78, 98, 0, 0, 7);
  g.fill();
  g.fillStyle = '#2c2320';
  g.beginPath();
  g.ellipse(430, 440, 92, 84, 0, Math.PI, 0);
  g.fill();
  g.fillRect(338, 436, 26, 130);
  g.fillRect(496, 436, 26, 130);
  g.fillStyle = '#94714c';
  g.fillRect(0, 980, W, 46);
  if (picture) {
    const image = new Image();
    image.src = `data:image/jpeg;base64,${picture}`;
    await image.decode();
    // The product is held into the picture: its plain ground is taken away.
    const cut = document.createElement('canvas');
    cut.width = image.width;
    cut.height = image.height;
    const k = cut.getContext('2d');
    k.drawImage(image, 0, 0);
    const data = k.getImageData(0, 0, cut.width, cut.height),
      d = data.data,
      ground = [d[0], d[1], d[2]];
    for (let i = 0; i < d.length; i += 4) {
      const far = Math.abs(d[i] - ground[0]) + Math.abs(d[i + 1] - ground[1]) + Math.abs(d[i + 2] - ground[2]);
      if (far < 22) d[i + 3] = 0;
      else if (far < 40) d[i + 3] = 160;
    }
    k.putImageData(data, 0, 0);
    g.save();
    g.translate(W * at[0], H * at[1]);
    g.rotate(tilt);
    g.scale(mirrored ? -1 : 1, 1);
    g.filter = 'brightness(.96) saturate(1.08)';
    const side = H * scale;
    g.drawImage(cut, -side / 2, -side / 2, side, side);
    g.restore();
    g.filter = 'none';
  }
  g.font = '26px "Noto Sans CJK SC", sans-serif';
  g.textBaseline = 'middle';
  g.fillStyle = 'rgba(20,20,30,.5)';
  g.beginPath();
  g.roundRect(20, 36, 320, 66, 33);
  g.fill();
  g.fillStyle = '#e2574c';
  g.beginPath();
  g.arc(54, 69, 24, 0, 7);
  g.fill();
  g.fillStyle = '#fff';
  g.fillText(chat.account, 90, 58);
  g.font = '18px "Noto Sans CJK SC", sans-serif';
  g.fillText(`${chat.viewers} 人在看`, 90, 84);
  g.font = '22px "Noto Sans CJK SC", sans-serif';
  g.fillStyle = 'rgba(20,20,30,.5)';
  g.beginPath();
  g.roundRect(W - 170, 44, 150, 46, 23);
  g.fill();
  g.fillStyle = '#fff';
  g.fillText('云购直播', W - 146, 68);
  for (const [i, line] of chat.lines.entries()) {
    const y = 1056 + i * 44;
    g.fillStyle = 'rgba(20,20,30,.45)';
    g.beginPath();
    g.roundRect(20, y, Math.min(520, 40 + line.length * 23), 38, 19);
    g.fill();
    g.fillStyle = i % 2 ? '#ffe9a8' : '#fff';
    g.fillText(line, 38, y + 20);
  }
  g.fillStyle = '#f0a93b';
  g.beginPath();
  g.arc(W - 62, 1190, 38, 0, 7);
  g.fill();
  g.strokeStyle = '#fff';
  g.lineWidth = 5;
  g.beginPath();
  g.moveTo(W - 84, 1176);
  g.lineTo(W - 76, 1176);
  g.lineTo(W - 68, 1204);
  g.lineTo(W - 46, 1204);
  g.lineTo(W - 40, 1184);
  g.lineTo(W - 73, 1184);
  g.stroke();
  return c.toDataURL('image/jpeg', 0.68).split(',')[1];
}
