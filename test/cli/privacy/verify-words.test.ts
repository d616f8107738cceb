import { join } from 'node:path';
import { z } from 'zod';
import { writeExtracts } from '../../../src/app/generate/write-extracts';
import { loadShippedRules } from '../../../src/app/shipped-rules';
import { pseudonymsOf, readPseudonymKey } from '../../../src/audit';
import { answer, change, command, copyTree, reseal } from '../../audit/verify/two-terms';
import { temporaryFolder } from '../../support/temporary-folder';

const RATES = join(__dirname, '../../../fixtures/demo-rates-2018.csv');
const RUN = z.object({ run_id: z.string(), out: z.string() });
const TOLD = z.object({
  error: z.object({ details: z.array(z.object({ code: z.string(), message: z.string() })) }),
});

const work = temporaryFolder();
const DB = ['--db', 'ledger.db'];
const protectedPseudonyms = new Set<string>();
const folders: string[] = [];

/** Two posted terms; the address of every person with an even number in the file is protected. */
beforeAll(async () => {
  const { places } = loadShippedRules().places;
  const register = { persons: 60, seed: 11, errors: 0, year: 2018, snapshots: 2, places };
  const extracts = writeExtracts(join(work, 'extracts'), register);
  const ids = new Set<number>();
  for (const [index, extract] of extracts.entries()) {
    change(extract, 'persons.csv', (text) =>
      text
        .split('\n')
        .map((row) => (isChosen(row) ? protectedRow(row, ids) : row))
        .join('\n'),
    );
    const what = ['--extract', extract, '--year', '2018', '--term', String(index + 1), '--rates', RATES];
    const run = RUN.parse(await answer(work, 'run', ...what, '--rehearsal', ...DB, '--as', 'kari'));
    await answer(work, 'approve', run.run_id, ...DB, '--as', 'ola');
    folders.push(run.out);
  }
  const pseudonyms = pseudonymsOf(readPseudonymKey(join(work, 'ledger.db.d', 'pseudonym.key')));
  for (const id of ids) protectedPseudonyms.add(pseudonyms.of(id));
}, 60_000);

const isChosen = (row: string): boolean => /^\d{12},/.test(row) && Number(row[9]) % 2 === 0;

function protectedRow(row: string, ids: Set<number>): string {
  const cells = row.split(',');
  ids.add(Number(cells[0]));
  return cells.with(7, 'confidential').join(',');
}

/** What verify tells of a copy of a term whose file was changed and sealed again. */
async function reportedOf(term: number, file: string, edit: (text: string) => string, ...how: string[]) {
  const copy = join(temporaryFolder(), folders[term]?.split('/').at(-1) ?? '');
  copyTree(folders[term] ?? '', copy);
  change(copy, file, edit);
  reseal(copy);
  const { code, out } = await command(work, 'verify', ...folders.slice(0, term), copy, ...how);
  expect(code).toBe(5);
  return TOLD.parse(JSON.parse(out)).error.details;
}

const pseudonymIn = (text: string): string => /[0-9a-f]{32}/.exec(text)?.[0] ?? '';
const placeIn = (text: string): boolean => /, \d{4}:|\|\d{4}[; ]/.test(text);

test('a difference of SQL tells a kommune only of persons whose address is not protected', async () => {
  const details = await reportedOf(
    0,
    'payout_lines.csv',
    (text) => text.replaceAll(/,(\d+),regular/g, ',1$1,regular'),
    '--sql',
    ...DB,
  );
  const told = details.filter(({ code }) => code === 'VERIFY_SQL_DIFFERS').map(({ message }) => message);
  const hidden = told.filter((message) => protectedPseudonyms.has(pseudonymIn(message)));
  const open = told.filter((message) => !hidden.includes(message));
  expect([hidden.length > 0, open.length > 0]).toEqual([true, true]);
  expect(hidden.filter(placeIn)).toEqual([]);
  expect(open.filter((message) => !placeIn(message))).toEqual([]);
  expect(hidden[0]).toMatch(/^persontilskudd 2018, [0-9a-f]{32}: SQL gives [\d\s]+kr, the run [\d\s]+kr\.$/);
}, 60_000);

test('a state before that is not the ledger’s tells no kommune beside a person', async () => {
  const details = await reportedOf(1, 'posted_before.csv', (text) => text.replace(/,(\d+),(P-AR\d-[HL]),/, ',1$1,$2,'));
  const told = details.filter(({ code }) => code === 'VERIFY_STATE_ROW').map(({ message }) => message);
  const ofPersons = told.filter((message) => pseudonymIn(message) !== '');
  expect([ofPersons.length > 0, ofPersons.length < told.length]).toEqual([true, true]);
  expect(ofPersons.filter(placeIn)).toEqual([]);
  expect(told.filter((message) => !ofPersons.includes(message) && !placeIn(message))).toEqual([]);
}, 60_000);
