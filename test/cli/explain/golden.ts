import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '..', '..', '..', 'fixtures', 'explain');

/** What changes with every change of rates or rules stands as a mark: run ids and lines of parameters.csv. */
export function settled(text: string): string {
  return text
    .replace(/\n(?:Lest fra|Read from) .*\n/, '') // A folder of this test alone.
    .replace(/\n *"folder": "[^"]*",/, '')
    .replace(/(20\d\d-T\d)-[0-9a-f]{12}/g, '$1-RUN')
    .replace(/=====+/g, '=====')
    .replace(/parameters\.csv:\d+/g, 'parameters.csv:N');
}

/** Holds a text to its golden file. `GOLDEN=write npx jest test/cli/explain` writes the files anew, to be read. */
export function expectGolden(name: string, text: string): void {
  const path = join(FOLDER, name);
  if (process.env.GOLDEN === 'write') writeFileSync(path, settled(text));
  expect(existsSync(path)).toBe(true);
  expect(settled(text)).toBe(readFileSync(path, 'utf8'));
}
