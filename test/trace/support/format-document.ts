import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The worked example of FORMAT.md as the document gives it: bytes of each file by name. */
export function documentedFiles(): ReadonlyMap<string, string> {
  const text = readFileSync(join(__dirname, '../../../src/trace/FORMAT.md'), 'utf8');
  const words = [...text.matchAll(/^\| \d+ +\| `([0-9a-f]{8})` +\|/gm)].map((match) => match[1]);
  const files = new Map([['trace.bin', words.join('')]]);
  for (const [, name = '', bytes = ''] of text.matchAll(/^- (trace\.\w+): ((?:`[0-9a-f ]+`\s+)+)/gm)) {
    files.set(name, bytes.replaceAll(/[`\s]/g, ''));
  }
  return files;
}
