import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findingWords } from '../../src/messages';

const SOURCE = join(__dirname, '..', '..', 'src');
const FINDING = /\bfinding\(\s*[^,()]+,\s*'([A-Z][A-Z0-9_]+)'/g;

/** Codes that the program gives to `finding(severity, code, ...)`. */
function codesInSource(): string[] {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const texts = files.map((name) => readFileSync(join(SOURCE, name), 'utf8'));
  return [...new Set(texts.flatMap((text) => Array.from(text.matchAll(FINDING), ([, code = '']) => code)))].sort();
}

test('every finding that the program makes has its words, in both languages', () => {
  const codes = codesInSource();
  expect(codes.length).toBeGreaterThan(15);
  expect(codes.filter((code) => findingWords(code, 'nb') === undefined)).toEqual([]);
  for (const code of codes) expect(findingWords(code, 'nb')).not.toBe(findingWords(code, 'en'));
});
