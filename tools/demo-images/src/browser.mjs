import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { chromium } from 'playwright-core';

const TYPES = { '.html': 'text/html', '.js': 'text/javascript' };
const ORIGIN = 'http://demo.invalid';

/** Opens the drawing page in headless Chromium; its files are answered from disk, the network is never asked. */
export async function openPage(root) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader',
      '--force-color-profile=srgb', '--font-render-hinting=none'],
  });
  const page = await browser.newPage({ viewport: { width: 1000, height: 1000 } });
  page.on('console', m => { if (m.type() === 'error' || m.type() === 'warning') console.error(m.text().slice(0, 2000)); });
  page.on('pageerror', e => console.error(e.stack));
  await page.route('**/*', async route => {
    const { pathname } = new URL(route.request().url());
    const file = pathname.startsWith('/three/') ? join(root, 'node_modules', pathname) : join(root, pathname);
    try {
      await route.fulfill({ body: await readFile(file), contentType: TYPES[extname(file)] ?? 'application/octet-stream' });
    } catch {
      await route.fulfill({ status: 404, body: '' });
    }
  });
  await page.goto(`${ORIGIN}/src/page.html`);
  await page.waitForFunction(() => window.ready, undefined, { timeout: 60_000 });
  page.setDefaultTimeout(0);
  return { page, close: () => browser.close() };
}
