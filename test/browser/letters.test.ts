import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { postedTerms } from '../cli/letters/support';
import { cli } from '../cli/support';
import { describePages, openBrowser, openPage } from './support/browser';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/** Millimetres of A4 as a browser counts its sheets, in points. */
const A4 = { width: 595, height: 842 };

let out = '';
let browser: Browser;

describePages('letters in a browser', () => {
  beforeAll(async () => {
    const { cwd, runs } = await postedTerms();
    out = join(cwd, 'letters');
    const write = ['letters', 'write', runs[1] ?? '', '--date', '2018-07-02', '--out', out, '--as', 'kari'];
    expect(await cli(cwd, [...write, '--pdf'])).toMatchObject({ code: 0, err: '' });
    browser = await openBrowser();
  }, 120_000);

  afterAll(() => browser?.close());

  test('nothing is complained of, nothing is fetched, and axe finds no fault', async () => {
    const { page, complaints } = await openPage(browser);
    const faults: string[] = [];
    for (const path of ['public/index', 'public/0301', 'public/1103', 'confidential/index', 'confidential/1103']) {
      await page.goto(`file://${out}/${path}.html`);
      await page.evaluate(AXE);
      const found = await page.evaluate<{ id: string; nodes: number }[]>(
        `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] })
          .then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.length })))`,
      );
      faults.push(...found.map(({ id, nodes }) => `${path}: ${id} ${nodes}`));
    }
    expect(faults).toEqual([]);
    expect(complaints).toEqual([]);
  }, 60_000);

  test('a letter is printed to A4, its marks on every sheet; the sums stand once', () => {
    for (const path of ['public/0301.pdf', 'confidential/1103.pdf']) {
      const pdf = readFileSync(join(out, path), 'latin1');
      const sheets = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
      expect(sheets.length).toBeGreaterThan(0);
      for (const [, width, height] of sheets) {
        expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([A4.width, A4.height]);
      }
      expect(pdf).toContain('/CreationDate (D:20180702000000');
      expect(pdf).not.toContain('20171203');
    }
  });

  test('the index leads to each letter with the keyboard alone', async () => {
    const { page } = await openPage(browser);
    await page.goto(`file://${out}/public/index.html`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/0301\.html$/);
    expect(await page.locator('h1').textContent()).toBe('Tilskuddsbrev: norsktilskudd 2018, termin 2');
  }, 60_000);
});
