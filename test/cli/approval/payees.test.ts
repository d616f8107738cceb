import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder';
import { madeExtract } from '../made-extract';
import { cli } from '../support';

const work = temporaryFolder();
const HEAD = 'recipient_id,name,org_number,account_number';
const OSLO = { org: '958935420', account: '12345678911' };
const HALDEN = { org: '959159092', account: '15030000002' };

/** Two persons in Oslo and two in Halden, each of whom gives their kommune 31 900 kr a year. */
const extract = madeExtract(join(work, 'extract'), '2018-03-31', { personer: '4' }, (table, lines) =>
  table === 'residence' ? lines.map((line, row) => (row < 2 ? line.replace('0301', '0101') : line)) : lines,
);

let ledgers = 0;

/** Runs with a recipients file, and gives what run, preview and approve say of payees. */
async function told(rows: readonly string[] | undefined, language: string) {
  ledgers += 1;
  const db = join(work, `${ledgers}.db`);
  const file = join(work, `${ledgers}.csv`);
  if (rows !== undefined) writeFileSync(file, `${[HEAD, ...rows].join('\n')}\n`);
  const recipients = rows === undefined ? [] : ['--recipients', file];
  const flags = ['--year', '2018', '--term', '1', '--exclude', 'grunntilskudd', '--as', 'kari', '--new-ledger'];
  const accepted = Array.from({ length: 19 }, (_, index) => ['--accept', `A${index + 1}=trial`]).flat();
  const all = ['run', '--extract', extract, ...flags, ...accepted, ...recipients, '--db', db];
  const text = await cli(work, [...all, '--lang', language]);
  const json = await cli(work, [...all.filter((flag) => flag !== '--new-ledger'), '--json']);
  const { run_id: runId, payees }: { run_id: string; payees: { kind: string; recipient_ids: string[] }[] } = JSON.parse(
    json.out,
  );
  const preview = await cli(work, ['preview', runId, '--db', db, '--lang', language]);
  const previewJson = await cli(work, ['preview', runId, '--db', db, '--json']);
  const approve = await cli(work, ['approve', runId, '--as', 'ola', '--db', db, '--lang', language]);
  const again = await cli(work, ['approve', runId, '--as', 'ola', '--db', db, '--json']);
  expect([text.code, json.code, preview.code, approve.code]).toEqual([0, 0, 0, 0]);
  expect(JSON.parse(previewJson.out)).toMatchObject({ payees });
  expect(JSON.parse(again.out)).toMatchObject({ payees });
  const notes = (out: string): string[] => out.split('\n').filter((line) => /^(NOTE|MERK): \d/.test(line));
  const lines = notes(text.out);
  expect(notes(preview.out)).toEqual(lines);
  expect(notes(approve.out)).toEqual(lines);
  return {
    lines: lines.map((line) => line.replaceAll('\u00a0', ' ')),
    kinds: payees.map(({ kind, recipient_ids: ids }) => `${kind} ${ids.join(' ')}`),
    preview: preview.out,
  };
}

const row = (id: string, { org, account }: { org: string; account: string }): string => `${id},x,${org},${account}`;

test.each([
  ['all is well', [row('0301', OSLO), row('0101', HALDEN)], []],
  [
    'numbers in the forms that people write',
    [
      row('0301', { org: '958 935 420', account: '1234.56.78911' }),
      row('0101', { org: '959-159-092', account: '1503 00 00002' }),
    ],
    [],
  ],
  [
    'a failing check digit of an account',
    [row('0301', { ...OSLO, account: '12345678901' }), row('0101', HALDEN)],
    ['account_check 0301'],
  ],
  [
    'an account of ten digits',
    [row('0301', { ...OSLO, account: '1234567891' }), row('0101', HALDEN)],
    ['account_check 0301'],
  ],
  [
    'a failing check digit of an organisation number',
    [row('0301', { ...OSLO, org: '958935421' }), row('0101', HALDEN)],
    ['org_number_check 0301'],
  ],
  [
    'one account for two',
    [row('0301', OSLO), row('0101', { ...HALDEN, account: '1234.56.78911' })],
    ['shared_account 0101 0301'],
  ],
  [
    'one organisation number for two',
    [row('0301', OSLO), row('0101', { ...HALDEN, org: OSLO.org })],
    ['shared_org_number 0101 0301'],
  ],
  [
    'an account that a recipient who gets nothing has, too',
    [row('0301', OSLO), row('0101', HALDEN), row('1103', { org: '964965226', account: OSLO.account })],
    ['shared_account 0301'],
  ],
  ['no account', [row('0301', { ...OSLO, account: '' }), row('0101', HALDEN)], ['no_account 0301']],
  ['a recipient who is not in the file', [row('0301', OSLO)], ['not_in_file 0101']],
  ['two rows of one', [row('0301', OSLO), row('0101', HALDEN), row('0101', HALDEN)], ['several_rows 0101']],
  ['no file', undefined, ['no_account 0101 0301']],
])('%s', async (_name, rows, expected) => {
  const { kinds, lines, preview } = await told(rows, 'en');
  expect(kinds).toEqual(expected);
  expect(lines).toHaveLength(expected.length);
  expect(preview.includes('\nPayable.\n')).toBe(expected.length === 0);
  const isKept = expected.some((told) => !/^(shared_|org_number|no_org)/.test(told));
  expect(preview.includes('but not everybody can be paid')).toBe(isKept);
});

test('the sentences are exact, in both languages', async () => {
  const rows = [row('0301', { ...OSLO, account: '12345678901' })];
  expect((await told(rows, 'en')).lines).toEqual([
    "NOTE: 1 cannot be paid: no row in the recipients file or register on the term's last day (63 800 kr): 0101",
    'NOTE: 1 paid to an account that fails its check (63 800 kr): 0301',
  ]);
  const nb = await told(rows, 'nb');
  expect(nb.lines).toEqual([
    'MERK: 1 kan ikke betales: står ikke i mottakerfilen eller mottakerregisteret på terminens siste dag (63 800 kr): 0101',
    'MERK: 1 betales til et kontonummer med feil kontrollsiffer (63 800 kr): 0301',
  ]);
  expect(nb.preview).toContain('1 betales til en konto med feil kontrollsiffer, 1 betales uten konto');
});
