// A contact sheet of drawn pictures, to look at them together:
//   node contact.mjs [--cell 260] [--columns 7] <folder> <out.png> [part of a file's name …]
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openPage } from './src/browser.mjs';

const {
  values,
  positionals: [folder, out, ...filter],
} = parseArgs({
  allowPositionals: true,
  options: { cell: { type: 'string', default: '260' }, columns: { type: 'string', default: '7' } },
});
const files = (await readdir(folder, { recursive: true }))
  .filter(f => f.endsWith('.jpg') && (!filter.length || filter.some(x => f.includes(x))))
  .sort();
const { page, close } = await openPage(dirname(fileURLToPath(import.meta.url)));
try {
  const pictures = await Promise.all(files.map(async f => [f.replace('.jpg', ''), (await readFile(join(folder, f))).toString('base64')]));
  const sheet = await page.evaluate(
    async ([pictures, cell, columns]) => {
      const c = document.createElement('canvas');
      c.width = columns * cell;
      c.height = Math.ceil(pictures.length / columns) * (cell + 18);
      const g = c.getContext('2d');
      g.fillStyle = '#888';
      g.fillRect(0, 0, c.width, c.height);
      g.fillStyle = '#fff';
      g.font = '12px sans-serif';
      for (const [i, [name, data]] of pictures.entries()) {
        const img = new Image();
        img.src = `data:image/jpeg;base64,${data}`;
        await img.decode();
        const x = (i % columns) * cell,
          y = Math.floor(i / columns) * (cell + 18),
          k = Math.min(cell / img.width, cell / img.height) * 0.98;
        g.drawImage(img, x, y, img.width * k, img.height * k);
        g.fillText(name, x + 4, y + cell + 12);
      }
      return c.toDataURL('image/png').split(',')[1];
    },
    [pictures, Number(values.cell), Number(values.columns)],
  );
  await writeFile(out, Buffer.from(sheet, 'base64'));
} finally {
  await close();
}
