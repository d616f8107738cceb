import { join } from 'node:path';
import { ok } from '../../cli/approval/support';
import { act, LEDGER, OLA, openCase } from '../../cli/cases/support';
import { type MadePerson, runTerm, writeExtract } from '../../cli/privacy/support/small-register';
import { temporaryFolder } from '../../support/temporary-folder';
import { reportedCodes, traceVerifier } from './standalone';
import { answer, change, command, copyOf, reseal } from './two-terms';

const [AMAL, BABAK, CIRA, DARYA] = ['201712345601', '201712345602', '201712345603', '201712345604'];
const PERSONS = [AMAL, BABAK, CIRA, DARYA].map((id = ''): MadePerson => ({ id, homes: [['1103', '2017-03-01']] }));

let cwd: string;
let folder: string;
let key: string;

// Amal is blocked, an adjustment of Babak's is posted, Cira is gone and kept, Darya is gone and corrected.
beforeAll(async () => {
  cwd = temporaryFolder();
  const term = async (number: number, day: string, persons: readonly MadePerson[]) => {
    writeExtract(join(cwd, `e${number}`), persons, { takenAt: day });
    return runTerm(cwd, `e${number}`, number, '--exclude', 'grunntilskudd');
  };
  await ok(cwd, 'approve', (await term(1, '2018-03-31', PERSONS.slice(2))).runId, ...OLA);
  await openCase(cwd, 'block');
  await act(cwd, 1, 'block', '--person', AMAL ?? '', '--from', '2018-01-01', '--to', '2018-12-31');
  const money = ['--year', '2018', '--component', 'persontilskudd', '--recipient', '1103', '--amount', '2500'];
  await act(cwd, 1, 'adjustment', ...money, '--person', BABAK ?? '', '--code', 'P-JUST');
  await act(cwd, 1, 'keep', '--person', CIRA ?? '');
  await act(cwd, 1, 'correct', '--person', DARYA ?? '');
  const { runId, out } = await term(2, '2018-06-30', PERSONS.slice(0, 2));
  await ok(cwd, 'approve', runId, ...OLA);
  [folder, key] = [out, join(cwd, 'l.db.d', 'pseudonym.key')];
}, 60_000);

/** Codes of what the verifier finds in a copy in which a file was changed and that was sealed again. */
function found(file: string, edit: (text: string) => string): string[] {
  const copy = copyOf(folder);
  change(copy, file, edit);
  reseal(copy);
  return reportedCodes(traceVerifier(copy, '--key', key).err);
}

test('the run as it is checks, with the ledger and without, with the key and without', async () => {
  expect(traceVerifier(folder, '--key', key)).toMatchObject({ code: 0 });
  await ok(cwd, 'verify', folder, '--extract', 'e2', ...LEDGER);
  const without = await answer(cwd, 'verify', copyOf(folder), '--extract', join(cwd, 'e2'));
  expect(without).toMatchObject({
    notes: expect.arrayContaining([expect.objectContaining({ code: 'VERIFY_WITHOUT_KEY' })]),
  });
}, 60_000);

test.each([
  ['a block that had ended', 'cases_before.csv', /2018-12-31/, '2018-06-29', 'VERIFY_BLOCK_UNFOUNDED'],
  ['a block of another component', 'cases_before.csv', /(,block,,)/, '$1asylnorsk', 'VERIFY_BLOCK_UNFOUNDED'],
  ['a case that keeps nobody', 'cases_before.csv', /,keep,/, ',correct,', 'VERIFY_CORRECTION_MISSING'],
  ['a case that corrects nobody', 'cases_before.csv', /,correct,/, ',keep,', 'VERIFY_CORRECTION_UNFOUNDED'],
  ['an adjustment of another amount', 'cases_before.csv', /,2500,/, ',2600,', 'VERIFY_CELL'],
  ['an adjustment of another act', 'cases_before.csv', /^2,2,/m, '2,9,', 'VERIFY_CELL'],
  [
    'an adjustment that is hidden among lines of the register',
    'payout_lines.csv',
    /adjustment/,
    'regular',
    'VERIFY_LINE_UNFOUNDED',
  ],
  ['a line that is put under a case', 'payout_lines.csv', /regular/, 'adjustment', 'VERIFY_LINE_MISSING'],
])('%s is found', (_, file, from, to, code) => {
  expect(found(file, (text) => text.replace(from, to))).toContain(code);
});

test('a blocked line that was posted is found', () => {
  const added = found('cases_before.csv', (text) => {
    const block = text.split('\n').find((row) => row.includes(',block,')) ?? '';
    const person = /[0-9a-f]{32}/.exec(text.split('\n').find((row) => row.includes(',adjustment,')) ?? '')?.[0] ?? '';
    return `${text}${block.replace(/^1,1,/, '5,5,').replace(/[0-9a-f]{32}/, person)}\n`;
  });
  expect(added).toContain('VERIFY_BLOCKED_POSTED');
});

test('with the ledger another case is found, too', async () => {
  const copy = copyOf(folder);
  change(copy, 'cases_before.csv', (text) => text.replace(/^2,2,1,/m, '2,2,7,'));
  reseal(copy);
  const { code, out } = await command(cwd, 'verify', copy, ...LEDGER, '--pseudonym-key-file', key);
  expect([code, out]).toEqual([5, expect.stringContaining('RUN_NOT_IN_LEDGER')]);
});
