import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { z } from 'zod';
import { recipientExport } from '../../../src/audit/export/recipient-export';
import { openTraceStore } from '../../../src/audit/trace-store';
import { Problems } from '../../../src/audit/verify/problems';
import { readRunFolder } from '../../../src/audit/verify/read-run-folder';
import { parseRecipientCode } from '../../../src/domain';
import { answer, makeTwoTerms, type TwoTerms } from '../verify/two-terms';

const { main }: { main: (argv: readonly string[]) => number } = require('../../../bin/verify-export.cjs');

let terms: TwoTerms;
let folder: string;
let manifest: string;
let recipient: string;
let seal: string;

const read = (name: string, from = folder): string => readFileSync(join(from, name), 'utf8');

/** Exit code of the verifier that stands alone. */
function check(path: string, against = manifest, ...flags: readonly string[]): number {
  const quiet = [jest.spyOn(console, 'log'), jest.spyOn(console, 'error')].map((spy) => spy.mockImplementation());
  const code = main([path, '--manifest', against, ...flags]);
  for (const spy of quiet) spy.mockRestore();
  return code;
}

/** The recipient with the most lines that are split. */
function busiest(lines: string): string {
  const counts = new Map<string, number>();
  for (const row of lines.split('\n').slice(1, -1)) {
    const place = row.split(',')[7] ?? '';
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

beforeAll(async () => {
  terms = await makeTwoTerms({ persons: 90, seed: 11 });
  const [, second = ''] = terms.folders;
  manifest = join(second, 'manifest.json');
  recipient = busiest(read('payout_lines.csv', second));
  folder = join(terms.work, 'export');
  const run = ['--run', terms.runIds[1] ?? '', '--db', terms.db, '--as', 'kari'];
  const said = await answer(terms.work, 'export-trace', '--recipient', recipient, '--out', folder, ...run);
  seal = z.object({ export_sha256: z.string() }).parse(said).export_sha256;
}, 60_000);

/** Makes every hash of an export anew after a change, as somebody would who knows the format. */
function reseal(path: string): void {
  const index = JSON.parse(read('export.json', path));
  const hash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
  for (const file of index.files) {
    const text = read(file.name, path);
    file.bytes = Buffer.byteLength(text);
    file.sha256 = hash(text);
  }
  const text = `${JSON.stringify(index, null, 2)}\n`;
  writeFileSync(join(path, 'export.json'), text);
  writeFileSync(join(path, 'export.sha256'), `${hash(text)}  export.json\n`);
}

test('an export checks against the manifest of its run and of no other', () => {
  expect(read('lines.csv').split('\n').length).toBeGreaterThan(2);
  expect(check(folder)).toBe(0);
  expect(check(folder, join(terms.folders[0] ?? '', 'manifest.json'))).toBe(5);
});

test('any change of any byte fails', () => {
  const copy = join(terms.work, 'changed');
  const files = readdirSync(folder).map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
  const change = fc.record({
    file: fc.constantFrom(...files),
    at: fc.double({ min: 0, max: 0.999_999, noNaN: true }),
    flip: fc.integer({ min: 1, max: 255 }),
  });
  fc.assert(
    fc.property(change, ({ file, at, flip }) => {
      cpSync(folder, copy, { recursive: true });
      const bytes = Buffer.from(file.bytes);
      const place = Math.floor(at * bytes.length);
      bytes[place] = (bytes[place] ?? 0) ^ flip;
      writeFileSync(join(copy, file.name), bytes);
      expect(check(copy)).toBe(5);
      rmSync(copy, { recursive: true });
    }),
    { numRuns: 60 },
  );
});

test.each(['lines.csv', 'payouts.csv', 'payout-proofs.json', 'part-proofs.json'])(
  'a digit changed in %s fails, also when all hashes are made anew',
  (name) => {
    const text = read(name);
    const digits = [...text.matchAll(/(?<=[,.":])\d/g)].map((match) => match.index);
    const copy = join(terms.work, 'resealed');
    fc.assert(
      fc.property(fc.constantFrom(...digits), fc.integer({ min: 1, max: 9 }), (at, step) => {
        cpSync(folder, copy, { recursive: true });
        const digit = (Number(text[at]) + step) % 10;
        writeFileSync(join(copy, name), `${text.slice(0, at)}${digit}${text.slice(at + 1)}`);
        reseal(copy);
        expect(check(copy)).toBe(5);
        rmSync(copy, { recursive: true });
      }),
      { numRuns: 15 },
    );
  },
);

test('a line left out fails, also when all hashes are made anew', () => {
  const copy = join(terms.work, 'less');
  cpSync(folder, copy, { recursive: true });
  writeFileSync(join(copy, 'lines.csv'), read('lines.csv').split('\n').slice(0, -2).join('\n').concat('\n'));
  reseal(copy);
  expect(check(copy)).toBe(5);
});

test('proofs taken out with all that hangs on them are told by the seal that was kept', () => {
  expect(check(folder, manifest, '--seal', seal)).toBe(0);
  const copy = join(terms.work, 'without-proofs');
  cpSync(folder, copy, { recursive: true });
  writeFileSync(join(copy, 'lines.csv'), `${read('lines.csv').split('\n')[0]}\n`);
  writeFileSync(join(copy, 'payouts.csv'), `${read('payouts.csv').split('\n')[0]}\n`);
  for (const name of ['payout-proofs.json', 'part-proofs.json']) writeFileSync(join(copy, name), '[\n\n]\n');
  reseal(copy);
  expect(check(copy)).toBe(0);
  expect(check(copy, manifest, '--seal', seal)).toBe(5);
});

test('an unknown flag is wrong use', () => {
  expect(check(folder, manifest, '--seals', seal)).toBe(2);
});

test('nothing in it tells of another recipient or of a person by number', () => {
  const [, second = ''] = terms.folders;
  const rows = read('payout_lines.csv', second).split('\n').slice(1, -1);
  const mine = rows.map((row) => row.split(',')).filter((cells) => cells[7] === recipient);
  const all = readdirSync(folder)
    .map((name) => read(name))
    .join('\n');
  for (const row of rows) expect(all.includes(row.split(',')[6] || 'nobody')).toBe(false);
  const told = read('lines.csv')
    .split('\n')
    .slice(1, -1)
    .map((row) => row.split(','));
  expect(told.map((cells) => [cells[0], cells[10]]).sort()).toEqual(mine.map((cells) => [cells[17], cells[14]]).sort());
  expect(new Set(told.map((cells) => cells[4]))).toEqual(new Set([recipient]));
});

test('a line of a protected address stands without person and part, and is proven all the same', () => {
  const [, second = ''] = terms.folders;
  const contents = readRunFolder(second, new Problems());
  const rows = read('lines.csv')
    .split('\n')
    .slice(1, -1)
    .map((row) => row.split(','));
  const chosen = rows.find((cells) => cells[3] !== '') ?? [];
  const leaf = Number(chosen[0]?.split('.')[0]);
  const store = openTraceStore(second);
  if (!contents) throw new Error('the run folder cannot be read');
  const { files, protectedLines } = recipientExport({
    contents,
    store,
    pseudonymKey: terms.key,
    recipient: parseRecipientCode(recipient) ?? 0,
    protectedLeaves: new Set([leaf]),
  });
  store.close();
  const hidden = join(terms.work, 'hidden');
  mkdirSync(hidden);
  for (const { name, text } of files) writeFileSync(join(hidden, name), text);
  expect(protectedLines).toBeGreaterThan(0);
  expect(
    files
      .map(({ text }) => text)
      .join('')
      .includes(chosen[3] ?? ''),
  ).toBe(false);
  expect(read('lines.csv', hidden)).toContain(`${chosen[0]},${chosen[1]},${chosen[2]},,${chosen[4]},${chosen[5]},,,,,`);
  expect(check(hidden)).toBe(0);
});
