import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSnapshot } from '../../src/register';
import type { TableName } from '../../src/register/tables/table-specs';
import { TABLE_SPECS } from '../../src/register/tables/table-specs';
import { generateExtracts } from '../../src/synthetic';
import { shippedRules } from '../support/shipped';
import { temporaryFolder } from '../support/temporary-folder';
import { importFolder, tell } from './support/extract';

/** A made-up register of 2024, in which every table has rows. */
function generate(errors: number): string {
  const folder = temporaryFolder();
  const files = new Map<string, string>();
  const options = { persons: 400, year: 2024, seed: 9, snapshots: 1, errors, places: shippedRules().places.places };
  for (const { file, chunk } of generateExtracts(options)) files.set(file, (files.get(file) ?? '') + chunk);
  for (const [file, text] of files) writeFileSync(join(folder, file), text);
  return folder;
}

/** Writes an extract anew, file by file: another name and other bytes for the same rows. */
function rewrite(folder: string, change: (table: TableName, text: string) => { name: string; bytes: Buffer }): string {
  const target = temporaryFolder();
  for (const file of readdirSync(folder)) {
    const bytes = readFileSync(join(folder, file));
    const table = Object.values(TABLE_SPECS).find(({ fileNames }) => fileNames[0] === file)?.table;
    const changed = table === undefined ? { name: file, bytes } : change(table, bytes.toString('utf8'));
    writeFileSync(join(target, changed.name), changed.bytes);
  }
  return target;
}

/** Everything that a calculation reads of a snapshot, as text. */
function rowsOf(folder: string): string {
  const snapshot = openSnapshot(importFolder(folder).path);
  const blocks = Array.from(snapshot.blocks(), (block) => {
    const { persons, targetGroup, decisions, residence, trainingKommune, upperSecondary, hours } = block;
    return { ...block, persons, targetGroup, decisions, residence, trainingKommune, upperSecondary, hours };
  });
  const { teachingHours, costBase, identities } = snapshot;
  const text = JSON.stringify([blocks, teachingHours, costBase, [...identities]]);
  snapshot.close();
  return text;
}

const eachCell = (text: string, separator: string, change: (cell: string, column: number, line: number) => string) =>
  text
    .trimEnd()
    .split('\n')
    .map((row, line) =>
      row
        .split(',')
        .map((cell, column) => change(cell, column, line))
        .join(separator),
    );

const norwegianDate = (cell: string): string => cell.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3.$2.$1');

/** Norwegian names of columns and codes, Norwegian dates and decimals. */
function inNorwegian(table: TableName, text: string, separator: string): string[] {
  const { fields } = TABLE_SPECS[table];
  const header = text.slice(0, text.indexOf('\n')).split(',');
  return eachCell(text, separator, (cell, column, line) => {
    const field = fields.find(({ name }) => name === header[column]);
    if (line === 0) return field?.aliases[0] ?? cell;
    if (field?.kind === 'hundredths') return cell.replace('.', ',');
    if (field?.kind === 'day') return norwegianDate(cell);
    return field?.codes.find(([english]) => english === cell)?.[1] ?? cell;
  });
}

const plain = generate(0);
const expected = rowsOf(plain);

test('a made-up register without errors is read without a reject', () => {
  expect(tell(plain)).toMatchObject({ code: '', rejects: [] });
  expect(expected.length).toBeGreaterThan(100_000);
});

test.each<[string, (table: TableName, text: string) => { name: string; bytes: Buffer }]>([
  [
    'with a mark and CRLF',
    (table, text) => ({ name: `${table}.csv`, bytes: Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`) }),
  ],
  [
    'in UTF-16 with tabs',
    (table, text) => ({
      name: `${table}.csv`,
      bytes: Buffer.from(`\ufeff${eachCell(text, '\t', (cell) => cell).join('\n')}`, 'utf16le'),
    }),
  ],
  ['in ISO-8859-1', (table, text) => ({ name: `${table}.csv`, bytes: Buffer.from(text, 'latin1') })],
  [
    'quoted',
    (table, text) => ({
      name: `${table}.csv`,
      bytes: Buffer.from(`${eachCell(text, ',', (cell) => `"${cell}"`).join('\n')}\n`),
    }),
  ],
  [
    'with blanks around every value',
    (table, text) => ({
      name: `${table}.csv`,
      bytes: Buffer.from(eachCell(text, ';', (cell) => ` ${cell}\u00a0`).join('\n')),
    }),
  ],
  [
    'in Norwegian',
    (table, text) => ({
      name: TABLE_SPECS[table].fileNames[1],
      bytes: Buffer.from(inNorwegian(table, text, ';').join('\n')),
    }),
  ],
  [
    'with the columns turned around',
    (table, text) => ({
      name: `${table}.csv`,
      bytes: Buffer.from(
        text
          .trimEnd()
          .split('\n')
          .map((row) => row.split(',').reverse().join(','))
          .join('\n'),
      ),
    }),
  ],
])('the same register %s', (_, change) => {
  expect(rowsOf(rewrite(plain, change)) === expected).toBe(true);
});

test('errors are rejected for many reasons, and the rest is read', () => {
  const { rejects, code } = tell(generate(0.5), { rejectLimitPercent: 100 });
  expect(code).toBe('');
  const rules = new Set(rejects.map((reject) => reject.split(' ')[2]));
  expect(rules.size).toBeGreaterThanOrEqual(8);
});
