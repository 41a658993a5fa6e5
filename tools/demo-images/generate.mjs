// Draws the demonstration pictures. Usage:
//   node generate.mjs [--passes 4] [--only front,perspective] [--to folder] [id …]
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openPage } from './src/browser.mjs';
import { withDensity } from './src/jpeg.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    passes: { type: 'string', default: '4' },
    only: { type: 'string' },
    to: { type: 'string', default: join(here, '../../data/demo/images') },
  },
});
const target = resolve(values.to);
const { page, close } = await openPage(here);
try {
  const all = await page.evaluate(() => window.demo.designs());
  const unknown = positionals.filter(id => !all.some(d => d.id === id));
  if (unknown.length) throw new Error(`No such design: ${unknown.join(', ')}`);
  const chosen = positionals.length ? all.filter(d => positionals.includes(d.id)) : all;
  for (const { id } of chosen) {
    const started = performance.now();
    const pictures = await page.evaluate(
      ([id, options]) => window.demo.photograph(id, options),
      [id, { passes: Number(values.passes), only: values.only?.split(',') }],
    );
    await mkdir(join(target, id), { recursive: true });
    let bytes = 0;
    for (const [view, base64] of Object.entries(pictures)) {
      const file = withDensity(Buffer.from(base64, 'base64'), 200);
      bytes += file.length;
      await writeFile(join(target, id, `${view}.jpg`), file);
    }
    console.log(
      `${id}: ${Object.keys(pictures).length} views, ${Math.round(bytes / 1024)} kB, ${((performance.now() - started) / 1000).toFixed(1)} s`,
    );
  }
} finally {
  await close();
}
