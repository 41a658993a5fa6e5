// A contact sheet of drawn pictures, to look at them together: node contact.mjs <folder> <out.jpg> [view …]
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openPage } from './src/browser.mjs';

const [folder, out, ...filter] = process.argv.slice(2);
const files = (await readdir(folder, { recursive: true })).filter(f => f.endsWith('.jpg') && (!filter.length || filter.some(x => f.includes(x)))).sort();
const { page, close } = await openPage(dirname(fileURLToPath(import.meta.url)));
try {
  const pictures = await Promise.all(files.map(async f => [f.replace('.jpg', ''), (await readFile(join(folder, f))).toString('base64')]));
  const sheet = await page.evaluate(async pictures => {
    const columns = 7, cell = 260;
    const c = document.createElement('canvas');
    c.width = columns * cell; c.height = Math.ceil(pictures.length / columns) * (cell + 18);
    const g = c.getContext('2d');
    g.fillStyle = '#888'; g.fillRect(0, 0, c.width, c.height);
    g.fillStyle = '#fff'; g.font = '12px sans-serif';
    for (const [i, [name, data]] of pictures.entries()) {
      const img = new Image(); img.src = `data:image/jpeg;base64,${data}`; await img.decode();
      const x = i % columns * cell, y = Math.floor(i / columns) * (cell + 18), k = Math.min(cell / img.width, cell / img.height) * 0.98;
      g.drawImage(img, x, y, img.width * k, img.height * k);
      g.fillText(name, x + 4, y + cell + 12);
    }
    return c.toDataURL('image/png').split(',')[1];
  }, pictures);
  await writeFile(out, Buffer.from(sheet, 'base64'));
} finally {
  await close();
}
