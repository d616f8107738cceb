import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Where systems have Chromium. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const place = process.env.CHROMIUM ?? PLACES.find((path) => existsSync(path));

/** The tests of pages; without a browser one that says aloud that they were left out, and a failure where CI is set. */
export function describePages(name: string, tests: () => void): void {
  if (place !== undefined || process.env.CI) {
    describe(name, tests);
    return;
  }
  process.stderr.write(
    `\nLEFT OUT: ${name}. No Chromium is installed, so no page was looked at (apt-get install chromium).\n\n`,
  );
  describe.skip(name, tests);
}

/** A browser that reaches no network. */
export function openBrowser(): Promise<Browser> {
  if (place === undefined)
    throw new Error('No Chromium is installed (apt-get install chromium, or name it in CHROMIUM).');
  const quiet = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update'];
  const args = ['--no-sandbox', '--disable-gpu', ...quiet, '--disable-sync'];
  return chromium.launch({ executablePath: place, args });
}

/** A page that writes down what the browser complains of, and every address it asks for that is no file. */
export async function openPage(
  browser: Browser,
  size = { width: 1280, height: 900 },
): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage({ viewport: size });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('request', (request) => {
    if (!/^(file|data):/.test(request.url())) complaints.push(`${page.url()} asks for ${request.url()}`);
  });
  return { page, complaints };
}
