import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { generateExtracts } from '../../src/app/library';
import { cli } from '../cli/support';
import { temporaryFolder } from '../support/temporary-folder';
import { faultsOf } from './support/axe';
import { describePages, openBrowser, openPage } from './support/browser';

const RATES = resolve(__dirname, '../../fixtures/demo-rates-2018.csv');

/** Address of a page of the report to share, or of the restricted one. */
let place = '';
const at = (path: string, kind: 'report' | 'report-restricted' = 'report-restricted'): string =>
  `file://${place}/${kind}/${path}`;
/** Folder of the report of the first run, which has the lines of a whole year. */
let placeOfFirst = '';
let browser: Browser;

describePages('pages of a report in a browser', () => {
  beforeAll(async () => {
    const cwd = temporaryFolder();
    const extracts = generateExtracts(join(cwd, 'extracts'), { year: 2018, persons: 1500, snapshots: 2, seed: 2018 });
    let run = '';
    let first = '';
    for (const [index, extract] of extracts.entries()) {
      const what = ['--extract', extract, '--year', '2018', '--term', String(index + 3), '--rates', RATES];
      const { out } = await cli(cwd, ['run', ...what, '--rehearsal', '--as', 'kari', '--json']);
      run = /"run_id":"([^"]+)"/.exec(out)?.[1] ?? '';
      first ||= run;
      await cli(cwd, ['approve', run, '--as', 'ola']);
    }
    const { code, err } = await cli(cwd, [
      'report',
      run,
      '--out',
      'out',
      '--recipient',
      '1201',
      '--lines',
      '20',
      '--as',
      'kari',
    ]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    place = join(cwd, 'out');
    const early = await cli(cwd, ['report', first, '--out', 'first', '--lines', '0', '--as', 'kari']);
    expect(early.code).toBe(0);
    placeOfFirst = join(cwd, 'first');
    browser = await openBrowser();
  }, 120_000);

  afterAll(() => browser?.close());

  const PAGES = [
    'index',
    'kommuner',
    'figures',
    'approval',
    'rules',
    'codes',
    'glossary',
    'recipients/1201',
    'rules/persontilskudd-2016',
    'rules/persontilskudd.year1',
    'rules/A10',
    'codes/NO_RECIPIENT',
  ];

  test.each(['report', 'report-restricted'] as const)(
    '%s: nothing is complained of, nothing is fetched, and axe finds no fault',
    async (kind) => {
      const { page, complaints } = await openPage(browser);
      const line = await firstLine(page);
      const paths = [...PAGES, 'en/index', 'en/recipients/1201', 'en/rules/A10'].map((name) => `${name}.html`);
      const faults: string[] = [];
      for (const path of [...paths, ...(kind === 'report' ? [] : [line, `en/${line}`])]) {
        await page.goto(at(path, kind));
        faults.push(...(await faultsOf(page)).map((fault) => `${path}: ${fault}`));
      }
      expect({ complaints, faults }).toEqual({ complaints: [], faults: [] });
    },
  );

  test('from the first page to the row in the register behind one krone of Bergen in four clicks', async () => {
    const { page, complaints } = await openPage(browser);
    await page.goto(at('index.html'));
    await page.click('text=Se kartet over mottakerne');
    await page.click('table >> text=1201 Bergen');
    await page.click('table a[href*="lines/"]');
    const source = page.locator('.sources a[href^="#row-target"]').first();
    await source.click();
    const row = page.locator('.row:target');
    expect(await row.isVisible()).toBe(true);
    expect(await row.textContent()).toMatch(/target_group\.csv linje \d+.*Inntreden i personkretsen/s);
    expect(complaints).toEqual([]);
  });

  test('search: a kommune by its name and the enter key, a pseudonym by its first digits, nothing by nonsense', async () => {
    const { page } = await openPage(browser);
    await page.goto(at('recipients/1201.html'));
    const pseudonym = (await page.textContent('.pseudonym')) ?? '';
    await page.keyboard.press('/');
    await page.keyboard.type('tromsø');
    await page.keyboard.press('Enter');
    await page.waitForURL(/recipients\/1902\.html/);
    await page.fill('#search', pseudonym.slice(0, 8));
    await page.waitForSelector('#found a');
    expect(await page.textContent('#found a')).toContain(pseudonym);
    await page.fill('#search', 'qqqqq');
    expect(await page.textContent('#said')).toBe('Ingen treff');
    expect(await page.isVisible('#found')).toBe(false);
    await page.fill('#search', 'grunntilskudd.due');
    expect(await page.getAttribute('#found a', 'href')).toContain('rules/grunntilskudd.due_term.html');
  });

  test('the map: another figure gives other colours and another key; a click leads to the kommune', async () => {
    const { page } = await openPage(browser);
    await page.goto(at('kommuner.html'));
    const classes = (): Promise<string[]> =>
      page.$$eval('.sheet path[data-id]', (shapes) => shapes.map((shape) => shape.getAttribute('class') ?? ''));
    const before = await classes();
    expect(before).toHaveLength(422);
    await page.check('input[value="change"]');
    expect(await classes()).not.toEqual(before);
    expect(await page.locator('.legend:visible').count()).toBe(1);
    await page.hover('path[data-id="2012"]', { position: { x: 20, y: 20 }, force: true });
    expect(await page.textContent('#pointed')).toMatch(/^2012 Alta: /);
    await page.click('path[data-id="2012"]', { position: { x: 20, y: 20 }, force: true });
    await page.waitForURL(/recipients\/2012\.html/);
  });

  test('a table is sorted by a press on its heading, and the other way by another', async () => {
    const { page } = await openPage(browser);
    await page.goto(at('kommuner.html'));
    const first = (): Promise<string | null> => page.textContent('table.sortable tbody tr th');
    await page.click('table.sortable thead button >> text=Årsbeløp');
    expect(await first()).toBe('0301 Oslo');
    await page.click('table.sortable thead button >> text=Årsbeløp');
    expect(await first()).not.toBe('0301 Oslo');
    expect(await page.getAttribute('table.sortable th[aria-sort]', 'aria-sort')).toBe('ascending');
  });

  test('lines that are not on the page come when they are asked for', async () => {
    const { page, complaints } = await openPage(browser);
    const [script = ''] = readdirSync(join(placeOfFirst, 'report-restricted/lines/data'));
    await page.goto(`file://${placeOfFirst}/report-restricted/recipients/${script.slice(0, 4)}.html`);
    const rows = (): Promise<number> => page.locator('section:has(#counted) tbody tr').count();
    expect(await rows()).toBe(50);
    await page.click('#more');
    await page.waitForFunction("document.querySelectorAll('section:has(#counted) tbody tr').length > 50");
    expect(await page.textContent('#counted')).toBe(`Linjer som vises: ${await rows()} av ${await rows()}.`);
    expect(await page.isVisible('#more')).toBe(false);
    expect(complaints).toEqual([]);
  });

  test('by the keyboard alone: past the menu, through the search, into an explanation, its parts unfolded', async () => {
    const { page } = await openPage(browser);
    await page.goto(at('index.html'));
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Til innholdet');
    await page.keyboard.press('Enter');
    expect(page.url()).toMatch(/#content$/);
    await page.keyboard.press('/');
    await page.keyboard.type('bergen');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toContain('1201 Bergen');
    await page.keyboard.press('Enter');
    await page.waitForURL(/recipients\/1201/);
    await tabTo(page, /^\d+$/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/lines\/\d+/);
    const opened = (): Promise<number> => page.locator('details.fold[open]').count();
    await tabTo(page, /^Vis alt$/);
    await page.keyboard.press('Enter');
    expect(await opened()).toBe(await page.locator('details.fold').count());
    await tabTo(page, /^Skjul alt$/);
    await page.keyboard.press('Enter');
    expect(await opened()).toBe(0);
    await tabTo(page, /./, 'SUMMARY');
    await page.keyboard.press('Enter');
    expect(await opened()).toBe(1);
  });

  test('on a narrow screen and at four times the size nothing is cut off: no page scrolls to the side', async () => {
    const { page } = await openPage(browser, { width: 320, height: 700 });
    const wide: string[] = [];
    for (const path of [...PAGES.map((name) => `${name}.html`), await firstLine(page)]) {
      await page.goto(at(path));
      const width = await page.evaluate<number>('document.documentElement.scrollWidth');
      if (width > 320) wide.push(`${path} ${width}`);
    }
    expect(wide).toEqual([]);
  });

  test('every sheet of paper has the marks, and an explanation is printed unfolded', async () => {
    const { page } = await openPage(browser);
    await page.goto(at(await firstLine(page)));
    await page.emulateMedia({ media: 'print' });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await page.locator('details.fold:not([open])').count()).toBe(0);
    expect(await page.isVisible('.marks')).toBe(true);
    expect(readFileSync(join(place, 'report-restricted/assets/paper-nb.css'), 'utf8')).toMatch(
      /@top-left \{\s*content: "ØVELSE \(REHEARSAL\).*BEGRENSET/,
    );
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await page.isVisible('nav')).toBe(false);
  });

  /** Page of the first line of Bergen that is explained. */
  async function firstLine(page: Page): Promise<string> {
    await page.goto(at('recipients/1201.html'));
    return ((await page.getAttribute('table a[href*="lines/"]', 'href')) ?? '').replace('../', '');
  }
});

const focused = (page: Page): Promise<string> =>
  page.evaluate<string>('document.activeElement?.textContent?.trim() ?? ""');

/** Presses the tabulator until something of that text is reached. */
async function tabTo(page: Page, text: RegExp, element?: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate<string>('document.activeElement?.tagName ?? ""');
    if (text.test(await focused(page)) && (element === undefined || name === element)) return;
  }
  throw new Error(`no press of the tabulator leads to ${text}`);
}
