import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { RUN_TABLES } from '../../src/audit/verifier/tables';
import { verifyRunFolder } from '../../src/audit/verify/verify-run-folder';
import { standalone } from '../audit/verify/standalone';
import { change, command, copyOf, makeTwoTerms, reseal, type TwoTerms } from '../audit/verify/two-terms';

let terms: TwoTerms;
beforeAll(async () => {
  terms = await makeTwoTerms({ persons: 300, seed: 9 });
});

const second = (): string => terms.folders[1] ?? '';

test('any flipped bit of any file is found by both verifiers', () => {
  const folder = copyOf(second());
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const bytes = readFileSync(path);
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 7 }), (at, bit) => {
        const flipped = Buffer.from(bytes);
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
        writeFileSync(path, flipped);
        const text = verifyRunFolder(folder, { key: terms.key }).problems.map((problem) => JSON.stringify(problem));
        expect(text.join('\n')).toContain(name === 'manifest.sha256' ? 'VERIFY_SEAL_DIFFERS' : name);
        expect(standalone(folder, '--key', terms.keyFile).err).toContain(name);
      }),
      { numRuns: 15 },
    );
    writeFileSync(path, bytes);
  }
});

/** Columns that nothing else in the folder repeats: in a folder sealed again, ledger or a full calculation tells. */
const KNOWN_TO_THE_EXTRACT_ALONE: Readonly<Record<string, readonly string[]>> = {
  'findings.csv': ['code', 'file', 'line', 'column', 'person_ref', 'kommune', 'message', 'action'],
  'payouts.csv': ['recipient_name', 'org_number', 'account_number'],
  'posted_before.csv': ['basis_recipient_id', 'code', 'code_order'],
};

/** Read back from the folder by a full calculation, so that the ledger alone tells. */
const KNOWN_TO_THE_LEDGER_ALONE: readonly string[] = ['code', 'code_order'];

const cells = RUN_TABLES.flatMap(({ file, columns }) => columns.map((column) => [file, column] as const));

test.each(cells)('%s, %s: another value in a folder that was sealed again', async (file, column) => {
  const folder = copyOf(second());
  const [header = '', ...rows] = readFileSync(join(folder, file), 'latin1').trimEnd().split('\n');
  const place = header.split(',').indexOf(column);
  const last = rows.at(-1);
  if (last === undefined || last.includes('"')) return;
  const changed = last
    .split(',')
    .with(place, `${last.split(',')[place]}9`)
    .join(',');
  change(folder, file, (text) => text.replace(`${last}\n`, `${changed}\n`));
  reseal(folder);
  const found = verifyRunFolder(folder, { key: terms.key }).problems.length;
  if (!KNOWN_TO_THE_EXTRACT_ALONE[file]?.includes(column)) expect(found).toBeGreaterThan(0);
  const extract = terms.extracts[1] ?? '';
  const key = ['--pseudonym-key-file', terms.keyFile];
  const again = await command(terms.work, 'verify', folder, '--extract', extract, ...key);
  if (file !== 'posted_before.csv' || !KNOWN_TO_THE_LEDGER_ALONE.includes(column)) {
    expect([again.code, again.out]).toEqual([5, expect.stringContaining(file)]);
  }
  expect((await command(terms.work, 'verify', folder, '--db', terms.db)).code).toBe(5);
});
