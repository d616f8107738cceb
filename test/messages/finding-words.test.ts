import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageText } from '../../src/messages';
import { explainWord } from '../../src/messages/explain/explain-text';
import { FINDING_WORDS } from '../../src/messages/explain/finding-words';

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
  expect(codes.filter((code) => !(code in FINDING_WORDS))).toEqual([]);
  for (const code of codes) expect(explainWord(code, 'nb')).not.toBe(explainWord(code, 'en'));
});

test('no words are kept for a finding that has no text', () => {
  for (const code of Object.keys(FINDING_WORDS)) expect(messageText(code, 'nb', {})).not.toBe(code);
});
