import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  otherThanShipped,
  parseRuleLock,
  RELEASED_TABLES,
  RULE_LOCK_FILE,
  SHIPPED_FILES,
  shippedTables,
} from '../../rules';

const RULES = join(__dirname, '..', '..', 'rules');
const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

test('the code has the hash of every shipped table, and the lock the same', () => {
  const onDisk = Object.values(SHIPPED_FILES).map((name) => ({ name, sha256: hashOf(join(RULES, 'data', name)) }));
  expect(otherThanShipped(onDisk)).toEqual([]);
  expect(Object.keys(RELEASED_TABLES).sort()).toEqual(Object.values(SHIPPED_FILES).toSorted());
  const { tables } = parseRuleLock(readFileSync(join(RULES, RULE_LOCK_FILE), 'utf8'));
  expect(tables).toEqual(Object.fromEntries(shippedTables().map(({ name, sha256 }) => [name, sha256])));
});

test('the verifiers of one file know the same tables', () => {
  const known = (text: string): [string, string[]][] =>
    [
      ...(/var released_tables_default = \{\n([\s\S]*?)\n\};/.exec(text)?.[1] ?? '').matchAll(
        /"(\w+\.csv)": \[([^\]]*)\]/g,
      ),
    ].map(([, name = '', hashes = '']) => [name, hashes.match(/[0-9a-f]{64}/g) ?? []]);
  for (const verifier of ['verify-run.cjs']) {
    const text = readFileSync(join(__dirname, '..', '..', 'bin', verifier), 'utf8');
    expect(Object.fromEntries(known(text))).toEqual(RELEASED_TABLES);
  }
});

test('a table that is missing or another is named with the hash that it should have', () => {
  const [first, ...rest] = shippedTables();
  const other = '0'.repeat(64);
  expect(otherThanShipped([{ name: first?.name ?? '', sha256: other }, ...rest])).toEqual([
    { name: first?.name, sha256: other, expected: first?.sha256 },
  ]);
  expect(otherThanShipped(rest)).toEqual([{ name: first?.name, sha256: '', expected: first?.sha256 }]);
});
