import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changePastTriggers } from '../../ledger/past-triggers';
import { temporaryFolder } from '../../support/temporary-folder';
import { done, runTerm, writeExtract } from '../privacy/support/small-register';
import { cli } from '../support';

/** Two posted terms and a draft; what is changed is of the first term, so that no check of the last batch meets it. */
const cwd = temporaryFolder();
const PERSON = '201712345601';
const persons = [PERSON, '201712345602', '201712345603'].map((id) => ({
  id,
  homes: [['1103', '2017-03-01']] as const,
}));
const [first, second, draft] = ['', '', ''].map(() => ({ runId: '' }));

beforeAll(async () => {
  for (const [index, run] of [first, second, draft].entries()) {
    const extract = writeExtract(join(cwd, `e${index + 1}`), persons, { takenAt: `2018-0${3 * (index + 1)}-30` });
    if (run === undefined) continue;
    run.runId = (await runTerm(cwd, extract, index + 1)).runId;
    if (index < 2) await done(cwd, 'approve', run.runId, '--as', 'ola', '--db', 'l.db');
  }
  writeFileSync(join(cwd, 'who.csv'), 'recipient_id,name,account_number\n1103,Stavanger kommune,15030000002\n');
  await done(cwd, 'recipients', 'import', 'who.csv', ...AS, '--db', 'l.db');
  writeFileSync(join(cwd, 'who.csv'), 'recipient_id,name,account_number\n0301,Oslo kommune,12345678911\n');
  writeFileSync(join(cwd, 'answer.xml'), '<Document/>');
}, 60_000);

const AS = ['--as', 'kari'];
const REASON = ['--reason', 'x'];
const COMMANDS: Readonly<Record<string, () => readonly string[]>> = {
  status: () => [],
  'prune --dry-run': () => AS,
  prune: () => AS,
  forget: () => ['--last-grant-year', '2016', ...AS, ...REASON],
  continue: () => [...AS, ...REASON],
  'outcome list': () => ['--batch', first?.runId ?? ''],
  'outcome --paid': () => ['--batch', first?.runId ?? '', '--on', '2018-04-01', ...AS],
  preview: () => [draft?.runId ?? '', ...AS],
  approve: () => [draft?.runId ?? '', '--as', 'ola'],
  attest: () => [draft?.runId ?? '', '--as', 'ola'],
  withdraw: () => [draft?.runId ?? '', ...AS, ...REASON],
  size: () => ['--extract', 'e3', '--year', '2018'],
  compare: () => [first?.runId ?? '', draft?.runId ?? '', ...AS],
  'compare --measure lines': () => [first?.runId ?? '', draft?.runId ?? '', ...AS],
  explain: () => ['--person', PERSON, ...AS],
  reveal: () => ['7b21ebed1fda48a716458301e6de60db', '--run', first?.runId ?? '', '--purpose', 'x', ...AS],
  'lists show': () => [],
  dossier: () => [draft?.runId ?? '', '--out', 'd.tar', ...AS],
  sample: () => [draft?.runId ?? '', ...AS],
  'payout write': () => [first?.runId ?? '', '--channel', 'pain001', '--on', '2018-04-09', ...AS],
  'payout sent': () => [first?.runId ?? '', '--by-hand', '--reference', 'x', ...AS],
  'payout discard': () => [first?.runId ?? '', ...AS, ...REASON],
  'payout show': () => [first?.runId ?? ''],
  'payout check': () => [first?.runId ?? ''],
  'receipt read': () => ['answer.xml', ...AS],
  'receipt list': () => [],
  'receipt withdraw': () => ['1', ...AS, ...REASON],
  reconcile: () => [first?.runId ?? ''],
  'recipients import': () => ['who.csv', ...AS],
  'recipients confirm': () => ['1103', '--reference', 'x', '--as', 'ola'],
  'recipients reject': () => ['1103', '--reference', 'x', '--as', 'ola'],
  'recipients block': () => ['1103', ...AS, ...REASON],
  'recipients list': () => [],
  'recipients show': () => ['1103'],
  'recipients history': () => ['1103'],
  'export-trace': () => ['--recipient', '1103', '--run', draft?.runId ?? '', '--out', 'x', ...AS],
};

/** Of every command its exit code on a copy that was changed, and what it told. */
async function endsOf(
  sql: string,
  names = Object.keys(COMMANDS),
): Promise<Record<string, { code: number; err: string }>> {
  const ends: Record<string, { code: number; err: string }> = {};
  const prepared = join(cwd, 'changed.db');
  cpSync(join(cwd, 'l.db'), prepared);
  expect(changePastTriggers(prepared, sql)).toBe(1);
  for (const name of names) {
    const flags = COMMANDS[name] ?? (() => []);
    for (const left of ['t.db', 't.db.d', 'x', 'c', 'd.tar']) rmSync(join(cwd, left), { recursive: true, force: true });
    cpSync(prepared, join(cwd, 't.db'));
    cpSync(join(cwd, 'l.db.d'), join(cwd, 't.db.d'), { recursive: true });
    const words = (name === 'outcome list' ? 'outcome' : name).split(' ');
    const { code, err } = await cli(cwd, [...words, ...flags(), '--db', 't.db', '--lang', 'en']);
    ends[name] = { code, err };
  }
  return ends;
}

/** Commands that tell nothing of lines that were posted, rest on none and delete nothing. */
const WITHOUT_LINES = [
  'outcome list',
  'outcome --paid',
  'withdraw',
  'compare',
  'reveal',
  'lists show',
  'sample',
  'payout write',
  'payout sent',
  'payout discard',
  'payout show',
  'payout check',
  'receipt read',
  'receipt list',
  'receipt withdraw',
  'reconcile',
  'recipients import',
  'recipients confirm',
  'recipients reject',
  'recipients block',
  'recipients list',
  'recipients show',
  'recipients history',
  'export-trace',
];

test('a posted amount that was changed: whatever tells of lines, rests on them or deletes ends with 5 and names the row', async () => {
  const ends = await endsOf('UPDATE postings SET amount = amount + 1 WHERE posting = 1 AND line = 1');
  const row = `${first?.runId}, row 1:`;
  const quiet = Object.entries(ends).filter(([, { code, err }]) => code !== 5 || !err.includes(row));
  expect(quiet.map(([name]) => name)).toEqual(WITHOUT_LINES);
  expect(JSON.stringify(ends)).not.toMatch(/\d{12}/);
}, 120_000);

test.each([
  ['an act', 'UPDATE batches SET paid = paid + 1 WHERE batch = 1'],
  ['a posted batch', 'UPDATE posting_chain SET term = 4 WHERE posting = 1'],
])(
  '%s that was changed: every command ends with 5',
  async (_, sql) => {
    const ends = await endsOf(sql);
    expect(Object.entries(ends).filter(([, { code }]) => code !== 5)).toEqual([]);
  },
  120_000,
);

test('a payment that was changed: whoever tells of payments names it', async () => {
  const names = ['status', 'prune', 'forget', 'continue', 'outcome list', 'outcome --paid', 'preview', 'size'];
  names.push('payout write', 'payout sent', 'payout show', 'payout check', 'receipt read', 'reconcile');
  const ends = await endsOf('UPDATE payments SET amount = 1 WHERE posting = 1', names);
  for (const name of names) {
    expect({ name, ...ends[name] }).toMatchObject({ code: 5, err: expect.stringContaining('payment ') });
  }
}, 120_000);
