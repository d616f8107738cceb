import { cpSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../support/temporary-folder';
import { ok, runIdOfTerm } from './approval/support';
import { cli } from './support';

/*
 * A rehearsal is copied with what stands beside it, and the copy's run folder is changed. A run's id means the folder
 * beside the ledger that was given, whatever the ledger remembers.
 */
const cwd = temporaryFolder();
const ORIGINAL = join(cwd, 'a', 'l.db');
const COPY = join(cwd, 'b', 'l.db');
let runId = '';
const folderBeside = (db: string): string => join(`${db}.d`, 'runs', runId);

beforeAll(async () => {
  await ok(cwd, 'init', 'a', '--rehearsal');
  renameSync(join(cwd, 'a', 'norsktilskudd.db'), ORIGINAL);
  runId = await runIdOfTerm(cwd, ORIGINAL, '2019-T3');
  cpSync(join(cwd, 'a'), join(cwd, 'b'), { recursive: true });
  const lines = join(folderBeside(COPY), 'payout_lines.csv');
  writeFileSync(
    lines,
    readFileSync(lines, 'utf8')
      .replace(/(\d)\n$/, '$10\n')
      .replace('31900', '41900'),
  );
}, 60_000);

const COMMANDS: readonly (readonly string[])[] = [
  ['verify', 'RUN'],
  ['preview', 'RUN', '--as', 'ola'],
  ['approve', 'RUN', '--as', 'ola'],
  ['attest', 'RUN', '--as', 'astrid'],
  ['dossier', 'RUN', '--as', 'ola', '--out', 'd.tar'],
];

test.each(COMMANDS)('%s reads the changed folder beside the copy and names it', async (...argv) => {
  const answer = await cli(cwd, [...argv.map((word) => (word === 'RUN' ? runId : word)), '--db', COPY, '--json']);
  expect(answer.code).toBe(5);
  if (argv[0] !== 'dossier') expect(answer.out).toContain(folderBeside(COPY));
  expect(answer.out).not.toContain(folderBeside(ORIGINAL));
});

test.each([
  [['preview', 'RUN', '--as', 'ola']],
  [['verify', 'RUN', '--draft']],
  [['explain', 'RUN-1', '--as', 'ola']],
  [['attest', 'RUN', '--as', 'astrid']],
  [['dossier', 'RUN', '--as', 'ola', '--out', 'original.tar']],
  [['sample', 'RUN', '--as', 'ola', '--size', '2']],
  [['compare', 'RUN', 'RUN']],
  [['approve', 'RUN', '--as', 'ola']],
])('the original is as it was, and each answer names its folder, in words and for programs: %j', async (argv) => {
  const words = argv.map((word) => word.replace('RUN', runId));
  const db = ['--db', ORIGINAL];
  const text = await cli(cwd, [...words.map((word) => word.replace('original.tar', 'text.tar')), ...db]);
  expect([text.code, text.out]).toEqual([0, expect.stringContaining(folderBeside(ORIGINAL))]);
  const json = await cli(cwd, [...words, ...db, '--json']);
  expect([json.code, json.out]).toEqual([0, expect.stringContaining(folderBeside(ORIGINAL))]);
});

test('where the folder it was made in is gone, the one beside is read', async () => {
  cpSync(join(cwd, 'a'), join(cwd, 'c'), { recursive: true });
  renameSync(join(cwd, 'a'), join(cwd, 'gone'));
  const moved = join(cwd, 'c', 'l.db');
  for (const argv of [
    ['preview', runId, '--as', 'ola'],
    ['verify', runId],
  ]) {
    const { code, out } = await cli(cwd, [...argv, '--db', moved, '--json']);
    expect([code, out]).toEqual([0, expect.stringContaining(folderBeside(moved))]);
  }
});
