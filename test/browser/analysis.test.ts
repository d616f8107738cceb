import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { generateExtracts } from '../../src/app/library';
import { cli } from '../cli/support';
import { temporaryFolder } from '../support/temporary-folder';
import { faultsOf } from './support/axe';
import { describePages, openBrowser, openPage } from './support/browser';

const RATES = join(__dirname, '../../fixtures/demo-rates-2018.csv');

describePages('pages of analyses in a browser', () => {
  const cwd = temporaryFolder();
  const at = (path: string): string => `file://${join(cwd, path)}`;
  let browser: Browser;

  beforeAll(async () => {
    const [first = '', second = ''] = generateExtracts(join(cwd, 'extracts'), {
      ...{ year: 2018, persons: 800, snapshots: 2, seed: 2018 },
    });
    const what = ['--rates', RATES, '--as', 'kari', '--report'];
    const scenarios = ['--stack', 'persontilskudd.year2/high=+3%,persontilskudd.decision_within_days=90'];
    const calls = [
      ['compare', `${first}@2018`, `${second}@2018`, ...what, 'compared'],
      ['scenario', ...scenarios, '--extract', second, '--year', '2018', ...what, 'scenarios'],
      ['forecast', '2018..2020', '--extract', second, ...what, 'forecast'],
    ];
    for (const argv of calls) expect((await cli(cwd, argv)).code).toBe(0);
    browser = await openBrowser();
  }, 120_000);

  afterAll(() => browser?.close());

  const PAGES = [
    ...['compared', 'scenarios', 'forecast'].flatMap((name) => [
      `${name}/report/index.html`,
      `${name}/report/en/index.html`,
    ]),
    'compared/report-restricted/index.html',
    'compared/report-restricted/recipients/1201.html',
    'compared/report/glossary.html',
    'scenarios/report/case-2.html',
    'forecast/report-restricted/en/recipients/1201.html',
  ];

  test('nothing is complained of, nothing is fetched, and axe finds no fault', async () => {
    const { page, complaints } = await openPage(browser);
    const faults: string[] = [];
    for (const path of PAGES) {
      await page.goto(at(path));
      faults.push(...(await faultsOf(page)).map((fault) => `${path}: ${fault}`));
    }
    expect({ complaints, faults }).toEqual({ complaints: [], faults: [] });
  });

  test('on a desk no figure of a grant year is out of sight', async () => {
    const { page } = await openPage(browser);
    await page.goto(at('forecast/report/en/index.html'));
    const years = page.getByRole('region', { name: 'By grant year' });
    const [shown, whole] = await years.evaluate(({ clientWidth, scrollWidth }) => [clientWidth, scrollWidth]);
    expect(whole).toBe(shown);
  });

  test('on a narrow screen no page scrolls to the side', async () => {
    const { page } = await openPage(browser, { width: 320, height: 700 });
    const wide: string[] = [];
    for (const path of PAGES) {
      await page.goto(at(path));
      const width = await page.evaluate<number>('document.documentElement.scrollWidth');
      if (width > 320) wide.push(`${path} ${width}`);
    }
    expect(wide).toEqual([]);
  });

  test('by the keyboard alone: the search leads to a kommune, the map changes its colours by arrows', async () => {
    const { page } = await openPage(browser);
    await page.goto(at('compared/report-restricted/index.html'));
    const classes = (): Promise<string[]> =>
      page.$$eval('.sheet path[data-id]', (shapes) => shapes.map((shape) => shape.getAttribute('class') ?? ''));
    const before = await classes();
    await page.focus('input[name="metric"]');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await classes()).not.toEqual(before);
    await page.keyboard.press('Escape');
    await page.evaluate('document.activeElement.blur()');
    await page.keyboard.press('/');
    await page.keyboard.type('bergen');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/recipients\/1201\.html/);
    expect(await page.textContent('h1')).toBe('1201 Bergen');
  });

  test('every sheet of paper says that nothing of it is paid', async () => {
    const { page } = await openPage(browser);
    await page.goto(at('scenarios/report/case-2.html'));
    await page.emulateMedia({ media: 'print' });
    expect(await page.textContent('.marks')).toContain('SCENARIO');
    expect((await page.pdf({ preferCSSPageSize: true })).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
