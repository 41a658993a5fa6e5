// Draws the livestream frames and writes the catalogue of the pictures that are there: node finish.mjs [--passes 4] [--to folder]
import { access, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { BAD } from './src/bad.js';
import { openPage } from './src/browser.mjs';
import { chatOf, FRAMES } from './src/frames.js';

const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({
  options: { passes: { type: 'string', default: '4' }, to: { type: 'string', default: join(here, '../../data/demo/images') } },
});
const target = resolve(values.to);
const POSITIONS = { front: 'Front', back: 'Back', left: 'Left', right: 'Right', top: 'Top', bottom: 'Bottom', perspective: 'Perspective' };

const isThere = async file => {
  try {
    await access(join(target, file));
    return true;
  } catch {
    return false;
  }
};

const entry = d => ({
  id: d.id,
  name: d.name,
  nameEn: d.nameEn,
  use: d.use,
  useEn: d.useEn,
  locarnoClass: d.locarno,
  designPoints: d.points,
  colourClaimed: d.colour,
  kind: d.kind,
  copyOf: d.copyOf ?? null,
  views: Object.entries(POSITIONS).map(([view, position]) => ({ position, file: `${d.id}/${view}.jpg` })),
});

async function drawFrame(page, frame, n) {
  const { shows: [shown], view, mirrored, tilt, scale } = frame;
  const jpeg = await page.evaluate(([o, passes]) => window.demo.livestream(o, passes), [
    { shown, view, seed: n + 1, hold: { mirrored, tilt, scale, at: [0.5, 0.6] }, chat: chatOf(frame, n) }, Number(values.passes),
  ]);
  const file = `livestream/${frame.id}.jpg`;
  await writeFile(join(target, file), Buffer.from(jpeg, 'base64'));
  return { id: frame.id, file, platform: '云购直播', room: frame.room, account: frame.account, shows: frame.shows };
}

const { page, close } = await openPage(here);
try {
  const designs = [];
  for (const design of await page.evaluate(() => window.demo.designs()))
    if (await isThere(`${design.id}/perspective.jpg`)) designs.push(entry(design));
  await mkdir(join(target, 'livestream'), { recursive: true });
  const screenshots = [];
  for (const [n, frame] of FRAMES.entries())
    if (frame.shows.every(id => designs.some(d => d.id === id))) screenshots.push(await drawFrame(page, frame, n));
  const bad = [];
  for (const { id, design, view, fault } of BAD)
    if (await isThere(`bad/${id}.jpg`)) bad.push({ id, file: `bad/${id}.jpg`, design, position: POSITIONS[view], fault });
  const about = 'Pictures drawn by tools/demo-images for the demonstration: products, firms and livestreams are invented.';
  await writeFile(join(target, 'catalog.json'), JSON.stringify({ about, licence: 'CC0-1.0', designs, screenshots, bad }, null, 2) + '\n');
  console.log(`${designs.length} designs, ${screenshots.length} frames, ${bad.length} bad pictures`);
} finally {
  await close();
}
