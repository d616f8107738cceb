import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readAccessLog } from '../../../src/audit';
import { accessNotePath } from '../../../src/audit/access-note';
import { command, makeTwoTerms, type TwoTerms } from '../../audit/verify/two-terms';

let terms: TwoTerms;
let person: string;
let line: string;
let log: string;

beforeAll(async () => {
  terms = await makeTwoTerms({ persons: 60, seed: 7 });
  log = `${terms.db}.d/access.db`;
  const rows = readFileSync(join(terms.folders[1] ?? '', 'payout_lines.csv'), 'utf8')
    .split('\n')
    .slice(1, -1);
  const first = rows.map((row) => row.split(',')).find((cells) => cells[6] !== '') ?? [];
  [line = '', person = ''] = [first[0], first[6]];
}, 60_000);

/** Every command that shows or hands out something about persons, and the kind of its row in the log. */
const SHOWING: readonly [string, (out: string) => string[], string][] = [
  ['explain a line', () => ['explain', line], 'explain'],
  ['explain --person', () => ['explain', '--person', person], 'explain'],
  ['explain --recipient', () => ['explain', '--recipient', '0301', '--run', runId()], 'explain'],
  ['explain --batch', () => ['explain', '--batch', runId()], 'explain'],
  ['preview', () => ['preview', runId()], 'preview'],
  ['reveal', () => ['reveal', 'ab'.repeat(16), '--run', runId(), '--purpose', 'klage'], 'reveal'],
  ['export-trace', (out) => ['export-trace', '--recipient', '0301', '--run', runId(), '--out', out], 'export'],
  ['dossier', (out) => ['dossier', runId(), '--out', out], 'dossier'],
  ['sample', () => ['sample', runId(), '--seed', 'manifest', '--size', '2'], 'sample'],
  ['compare --person', () => ['compare', terms.runIds[0] ?? '', runId(), '--person', person], 'explain'],
  ['compare --out', (out) => ['compare', terms.runIds[0] ?? '', runId(), '--out', out], 'export'],
  [
    'compare lines --out',
    (out) => ['compare', terms.runIds[0] ?? '', runId(), '--measure', 'lines', '--out', out],
    'export',
  ],
];

const runId = (): string => terms.runIds[1] ?? '';

function run(argv: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  return command(terms.work, ...argv, '--db', terms.db, '--as', 'kari');
}

test.each(SHOWING)('%s stands in the log before it is shown', async (name, argv, kind) => {
  const before = readAccessLog(log).rows.length;
  await run(argv(join(terms.work, `out-${name.length}-${kind}`)));
  const rows = readAccessLog(log).rows.slice(before);
  expect(rows[0]).toMatchObject({ kind, actor: 'kari' });
});

test.each(SHOWING)('%s shows nothing where the log cannot be written', async (_, argv) => {
  const out = join(terms.work, 'unwritten');
  const kept = `${log}.kept`;
  renameSync(log, kept);
  renameSync(accessNotePath(log), `${kept}.head`);
  mkdirSync(log);
  try {
    const said = await run(argv(out));
    expect([said.code, said.err.includes('ACCESS_LOG_')]).toEqual([6, true]);
    expect([said.out.includes('"rows"'), existsSync(out)]).toEqual([false, false]);
  } finally {
    rmSync(log, { recursive: true });
    renameSync(kept, log);
    renameSync(`${kept}.head`, accessNotePath(log));
  }
});

test.each(SHOWING)('%s shows nothing where the log was removed', async (_, argv) => {
  const out = join(terms.work, 'removed');
  const kept = `${log}.kept`;
  renameSync(log, kept);
  try {
    const said = await run(argv(out));
    expect([said.code, said.err.includes('ACCESS_LOG_CUT')]).toEqual([5, true]);
    expect([existsSync(out), existsSync(log)]).toEqual([false, false]);
  } finally {
    rmSync(log, { force: true });
    renameSync(kept, log);
  }
});

test('access tells that the log was removed', async () => {
  const kept = `${log}.kept`;
  renameSync(log, kept);
  const said = await command(terms.work, 'access', '--db', terms.db);
  renameSync(kept, log);
  expect([said.code, said.err.includes('ACCESS_LOG_CUT')]).toEqual([5, true]);
});
