'use strict';
/**
 * Takes the pictures of the README from the demonstration, in the system's Chromium:
 *
 *     npm run demo && node test/browser/screenshots.cjs
 *
 * A picture that needs more than a third of 300 kB is refused, so that the three stay under it together.
 */
const { execFileSync } = require('node:child_process');
const { mkdtempSync, readdirSync, rmSync, statSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { chromium } = require('playwright-core');

const ROOT = join(__dirname, '../..');
const BYTES_MAX = 100_000;
const SIZE = { width: 960, height: 640 };

/** Name of the picture, page, and what is done there first. */
const PICTURES = [
  ['report-overview', 'en/index.html', async () => {}],
  ['report-map', 'en/kommuner.html', async () => {}],
  [
    'report-trace',
    'en/recipients/1201.html',
    async (page) => {
      await page.click('table a[href*="lines/"]');
      await page.locator('h1').scrollIntoViewIfNeeded();
    },
  ],
];

async function take() {
  const out = mkdtempSync(join(tmpdir(), 'norsktilskudd-pictures-'));
  const ledger = join(ROOT, 'demo/ledger.db');
  execFileSync(process.execPath, [
    join(ROOT, 'bin/norsktilskudd'),
    'report',
    '--db',
    ledger,
    '--out',
    out,
    '--as',
    'kari',
  ]);
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    for (const [name, path, before] of PICTURES) {
      const page = await browser.newPage({ viewport: SIZE });
      await page.goto(`file://${out}/report-restricted/${path}`);
      await before(page);
      const file = join(ROOT, 'fixtures/readme', `${name}.png`);
      await page.screenshot({ path: file });
      const { size } = statSync(file);
      if (size > BYTES_MAX) throw new Error(`${name}.png has ${size} bytes, more than ${BYTES_MAX}`);
      process.stdout.write(`${name}.png ${size}\n`);
      await page.close();
    }
  } finally {
    await browser.close();
    rmSync(out, { recursive: true, force: true });
  }
}

readdirSync(join(ROOT, 'demo'));
take().catch((cause) => {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exitCode = 1;
});
