// Draws the pictures with faults (src/bad.js) into <folder>/bad: node spoil.mjs [--passes 4] [--to folder]
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { BAD } from './src/bad.js';
import { openPage } from './src/browser.mjs';
import { withDensity } from './src/jpeg.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({
  options: { passes: { type: 'string', default: '4' }, to: { type: 'string', default: join(here, '../../data/demo/images') } },
});
const folder = join(resolve(values.to), 'bad');
await mkdir(folder, { recursive: true });
const { page, close } = await openPage(here);
try {
  for (const { id, design, taken = design, view, fault } of BAD) {
    const base64 = await page.evaluate(([what, passes]) => window.demo.spoil(what, passes), [{ taken, view, fault }, Number(values.passes)]);
    const file = withDensity(Buffer.from(base64, 'base64'), 72);
    await writeFile(join(folder, `${id}.jpg`), file);
    console.log(`${id}: ${design} ${view}, ${fault}, ${Math.round(file.length / 1024)} kB`);
  }
} finally {
  await close();
}
