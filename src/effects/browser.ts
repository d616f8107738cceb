import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What opens a page, by the name that Node has for the system. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Opens a file in the browser of whoever sits at the machine. Where there is none, nothing happens. */
export function openInBrowser(path: string): void {
  const [opener, ...words] = OPENERS[process.platform] ?? ['xdg-open'];
  const child = spawn(opener, [...words, pathToFileURL(path).href], { detached: true, stdio: 'ignore' });
  child.on('error', () => undefined);
  child.unref();
}

/** Where systems have Chromium. */
const CHROMIUM_PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The Chromium that is named, or that of the machine; undefined where there is none. */
export function findChromium(named: string | undefined): string | undefined {
  return (named === undefined ? CHROMIUM_PLACES : [named]).find((path) => existsSync(path));
}

/** A page that takes longer is given up. */
const PRINTING_MS = 60_000;

/** Prints a page of this machine to a PDF with a Chromium; undefined where none was made. The page reaches no network. */
export function printToPdf(chromium: string, page: string): Promise<Buffer | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'norsktilskudd-print-'));
  const pdf = join(folder, 'page.pdf');
  const quiet = ['--headless', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'];
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const print = ['--no-pdf-header-footer', `--print-to-pdf=${pdf}`, `--user-data-dir=${join(folder, 'profile')}`];
  return new Promise((resolve, reject) => {
    execFile(chromium, [...quiet, ...sandbox, ...print, pathToFileURL(page).href], { timeout: PRINTING_MS }, () => {
      try {
        resolve(existsSync(pdf) ? readFileSync(pdf) : undefined);
      } catch (cause) {
        reject(cause);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  });
}
