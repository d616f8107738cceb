import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { finding } from '../../src/domain';
import { excelText, FolderFile, writeFindings, writeRejected, writeTable, writeTableForPeople } from '../../src/payout';
import { temporaryFolder } from '../support/temporary-folder';

const folder = temporaryFolder();

function written(write: (file: FolderFile) => unknown): string {
  const path = join(mkdtempSync(join(folder, 'f-')), 'table.csv');
  write(new FolderFile('table.csv', path, 0o644, () => undefined));
  return readFileSync(path, 'utf8');
}

test.each([
  ["=cmd|'/C calc'!A0", "'=cmd|'/C calc'!A0"],
  ['+47 22', "'+47 22"],
  ['-5', "'-5"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', "'\r=1"],
  ["'=1", "'=1"],
  ['a=1', 'a=1'],
  ['', ''],
])('%j is written as %j, and once more as the same', (text, expected) => {
  expect(excelText(text)).toBe(expected);
  expect(excelText(excelText(text))).toBe(expected);
});

test('rejected.csv: file, column, what was expected and the value', () => {
  const row = { line: 2, rule: 'COLUMN_TWICE' as const, params: { column: 'x' }, value: '=1+1' };
  const text = written((file) => writeRejected(file, [{ ...row, file: '=a.csv', column: '@sum' }]));
  expect(text).toBe("file,line,column,rule,expected,value\n'=a.csv,2,'@sum,COLUMN_TWICE,én kolonne for x,'=1+1\n");
});

test('findings.csv: file and column', () => {
  const found = finding('warning', 'FILE_IGNORED', { file: '-x.csv', column: '=y' }, { file: '-x.csv' });
  const [, row] = written((file) => writeFindings(file, [found], () => '')).split('\n');
  expect(row).toMatch(/^warning,FILE_IGNORED,'-x\.csv,,'=y,,,/);
});

test('tables for people: numbers stay numbers, and the order is that of what stands there', () => {
  const rows = [
    ['b', -5, '-0.50'],
    ['=a', 3, '-1 000'],
    [null, -2, '12.5'],
  ];
  const text = written((file) => writeTableForPeople(file, ['name', '@n', 'value'], rows));
  expect(text).toBe("name,'@n,value\n,-2,12.5\n'=a,3,'-1 000\nb,-5,-0.50\n");
});

test('the files that a run pays by are as they were', () => {
  expect(written((file) => writeTable(file, ['name', 'paid'], [['-A', -5]]))).toBe('name,paid\n-A,-5\n');
});
