import { spawn } from 'node:child_process';
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
