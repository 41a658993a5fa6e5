// Draws the livestream frames from the pictures that are there and writes the catalogue of everything: node finish.mjs [--to folder]
import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openPage } from './src/browser.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({ options: { to: { type: 'string', default: join(here, '../../data/demo/images') } } });
const target = resolve(values.to);
const POSITIONS = { front: 'Front', back: 'Back', left: 'Left', right: 'Right', top: 'Top', bottom: 'Bottom', perspective: 'Perspective' };
const isThere = file =>
  access(file).then(
    () => true,
    () => false,
  );

const FRAMES = [
  { id: 'live-01', shows: ['wood-jewellery-box-01'], view: 'perspective', account: '木趣小铺', room: '880213', tilt: 0.09 },
  { id: 'live-02', shows: ['skirt-01'], view: 'front', account: '裙裳优选', room: '660517', tilt: -0.07, mirrored: true, scale: 0.5 },
  { id: 'live-03', shows: ['fan-01'], view: 'front', account: '汉风小物', room: '520118', tilt: 0.12, scale: 0.4 },
  { id: 'live-04', shows: ['wood-box-01'], view: 'perspective', account: '木趣小铺', room: '880213', tilt: -0.1 },
  { id: 'live-05', shows: ['dress-01'], view: 'front', account: '小天使童装', room: '330921', tilt: 0.05, scale: 0.52 },
  { id: 'live-06', shows: ['collar-01'], view: 'front', account: '裙裳优选', room: '660517', tilt: 0.08, scale: 0.42 },
  { id: 'live-07', shows: [], account: '果蔬直供', room: '101010' },
];

const { page, close } = await openPage(here);
try {
  const designs = [];
  for (const d of await page.evaluate(() => window.demo.designs()))
    if (await isThere(join(target, d.id, 'perspective.jpg')))
      designs.push({
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
  await mkdir(join(target, 'livestream'), { recursive: true });
  const screenshots = [];
  for (const [i, f] of FRAMES.entries()) {
    if (f.shows.some(id => !designs.some(d => d.id === id))) continue;
    const picture = f.shows.length ? (await readFile(join(target, f.shows[0], `${f.view}.jpg`))).toString('base64') : null;
    const jpeg = await page.evaluate(o => window.demo.livestream(o), {
      picture,
      seed: i + 1,
      mirrored: !!f.mirrored,
      tilt: f.tilt ?? 0,
      scale: f.scale ?? 0.44,
      at: [0.5, 0.6],
      chat: {
        account: f.account,
        viewers: 1200 + i * 357,
        lines: ['多少钱？', '这款有现货吗', '已拍两件', '主播再转一圈看看'].slice(0, 2 + (i % 3)),
      },
    });
    await writeFile(join(target, 'livestream', `${f.id}.jpg`), Buffer.from(jpeg, 'base64'));
    screenshots.push({ id: f.id, file: `livestream/${f.id}.jpg`, platform: '云购直播', room: f.room, account: f.account, shows: f.shows });
  }
  await writeFile(
    join(target, 'catalog.json'),
    JSON.stringify(
      {
        about: 'Pictures drawn by tools/demo-images for the demonstration: products, firms and livestreams are invented.',
        licence: 'CC0-1.0',
        designs,
        screenshots,
      },
      null,
      2,
    ) + '\n',
  );
  console.log(`${designs.length} designs, ${screenshots.length} frames`);
} finally {
  await close();
}
