import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRuleInputs } from '../../../src/app/run/rule-inputs';
import { readOtherwise } from '../../../src/app/verify/earlier-reading';
import { openSnapshot, readingOf } from '../../../src/register';
import { temporaryFolder } from '../../support/temporary-folder';

const FIXTURES = join(__dirname, '..', '..', '..', 'fixtures');
const SNAPSHOTS = join(FIXTURES, 'ledgers', 'format-1', 'by-name', 'norsktilskudd.db.d', 'snapshots');
const EXTRACT = join(FIXTURES, 'cases', '010-y2018', '2018-T1', 'extract');

/** The register of 2018 T1 as reading format 1 stored it. */
function stored() {
  const copy = temporaryFolder();
  cpSync(SNAPSHOTS, copy, { recursive: true });
  const opened = readdirSync(copy).map((file) => openSnapshot(join(copy, file)));
  const first = opened.find(({ files }) =>
    files.some(({ name, bytes }) => name === 'hours.csv' && bytes === hoursBytes()),
  );
  for (const other of opened) if (other !== first) other.close();
  if (first === undefined) throw new Error('the register of 2018 T1 is stored');
  return first;
}

const hoursBytes = (): number => readFileSync(join(EXTRACT, 'hours.csv')).length;

/** What is told of the extract, with the cells of some lines changed. */
function told(change: (file: string, line: number, cells: string[], header: readonly string[]) => string[]) {
  const extract = temporaryFolder();
  cpSync(EXTRACT, extract, { recursive: true });
  for (const file of readdirSync(extract).filter((name) => name.endsWith('.csv'))) {
    const lines = readFileSync(join(extract, file), 'utf8').trimEnd().split('\n');
    const header = (lines[0] ?? '').split(',');
    const changed = lines.map((line, index) => change(file, index + 1, line.split(','), header).join(','));
    writeFileSync(join(extract, file), `${changed.join('\n')}\n`);
  }
  const snapshot = stored();
  try {
    const reading = readingOf(snapshot.meta);
    expect(reading).toEqual({ format: 1, columns: {}, rejectLimitPercent: null });
    if (reading === undefined) return [];
    return readOtherwise(snapshot, readRuleInputs([]), reading, { extract, work: temporaryFolder() });
  } finally {
    snapshot.close();
  }
}

test('a register of format 1 opens, and a plain extract is read today as it was then', () => {
  expect(told((_file, _line, cells) => cells)).toEqual([]);
});

test('rows with forms that are read otherwise are named, each by file and line', () => {
  const notes = told((file, line, cells, header) => {
    const put = (column: string, value: (cell: string) => string): string[] =>
      cells.map((cell, place) => (header[place] === column && line > 1 ? value(cell) : cell));
    if (file === 'target_group.csv' && line === 4) return put('legal_basis', () => 'a\u200bb');
    if (file === 'target_group.csv' && line === 5) return put('legal_basis', () => '"utl.');
    if (file === 'target_group.csv' && line === 6) return put('legal_basis', () => '§ 28"');
    if (file === 'residence.csv' && line === 3) return put('kommune', () => '0301');
    return cells;
  });
  expect(notes).toEqual([
    {
      code: 'VERIFY_ROWS_READ_OTHERWISE',
      params: {
        format: 1,
        count: 4,
        rows: expect.stringMatching(
          /^(?=.*target_group.csv:4)(?=.*target_group.csv:5)(?=.*target_group.csv:6)(?=.*residence.csv:3)/,
        ),
      },
    },
  ]);
});

test('an extract that cannot be read today is not held to the register, and that is said', () => {
  const notes = told((file, line, cells) =>
    file === 'persons.csv' && line === 1 ? cells.map((cell) => (cell === 'death_date' ? 'death_dates' : cell)) : cells,
  );
  expect(notes.map(({ code }) => code)).toEqual(['VERIFY_ROWS_READ_OTHERWISE', 'VERIFY_EXTRACT_NOT_COMPARED']);
  expect(notes[0]?.params.rows).toContain('persons.csv:1');
});
