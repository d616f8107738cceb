import { createHash } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeExtracts } from '../../../src/app/generate/write-extracts';
import { loadShippedRules } from '../../../src/app/shipped-rules';
import { manifestOf } from '../../../src/audit/run-manifest';
import { canonicalJson } from '../../../src/domain';
import { cli } from '../../cli/support';
import { temporaryFolder } from '../../support/temporary-folder';

/** Two posted terms of a small made-up register in a rehearsal ledger. */
export interface TwoTerms {
  readonly work: string;
  readonly db: string;
  readonly keyFile: string;
  readonly key: Uint8Array;
  readonly extracts: readonly string[];
  /** Run folders in order. */
  readonly folders: readonly string[];
  readonly runIds: readonly string[];
  /** Journal head after each term. */
  readonly heads: readonly string[];
}

const RATES = join(__dirname, '..', '..', '..', 'fixtures', 'demo-rates-2018.csv');
const RUN = z.object({ run_id: z.string(), out: z.string() });
const APPROVAL = z.object({ journal_head: z.string() });

/** Runs and posts two terms in a folder of their own. */
export async function makeTwoTerms(options: { persons: number; seed: number }): Promise<TwoTerms> {
  const work = temporaryFolder();
  const { places } = loadShippedRules().places;
  const register = { ...options, year: 2018, snapshots: 2, errors: 0, places };
  const extracts = writeExtracts(join(work, 'extracts'), register);
  const db = join(work, 'ledger.db');
  const runs: z.infer<typeof RUN>[] = [];
  const heads: string[] = [];
  for (const [index, extract] of extracts.entries()) {
    const what = ['--extract', extract, '--year', '2018', '--term', String(index + 1), '--rates', RATES];
    const run = RUN.parse(await answer(work, 'run', ...what, '--rehearsal', '--db', db, '--as', 'kari'));
    runs.push(run);
    heads.push(APPROVAL.parse(await answer(work, 'approve', run.run_id, '--db', db, '--as', 'ola')).journal_head);
  }
  const keyFile = join(work, 'ledger.db.d', 'pseudonym.key');
  const key = Buffer.from(readFileSync(keyFile, 'latin1').trim(), 'hex');
  const [folders, runIds] = [runs.map((run) => run.out), runs.map((run) => run.run_id)];
  return { work, db, keyFile, key, extracts, folders, runIds, heads };
}

/** What a command answers under --json. */
export async function answer(cwd: string, ...argv: readonly string[]): Promise<unknown> {
  const { code, out, err } = await command(cwd, ...argv);
  if (code !== 0) throw new Error(`${argv.join(' ')} ended with ${code}: ${err}${out}`);
  return JSON.parse(out);
}

export async function command(
  cwd: string,
  ...argv: readonly string[]
): Promise<{ code: number; out: string; err: string }> {
  return cli(cwd, [...argv, '--json']);
}

/** Copies a folder with all in it. */
export function copyTree(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
}

/** A copy of a run folder to be tampered with. */
export function copyOf(folder: string): string {
  const copy = join(temporaryFolder(), folder.split('/').at(-1) ?? '');
  copyTree(folder, copy);
  return copy;
}

/** Changes a file of a folder as text. */
export function change(folder: string, file: string, edit: (text: string) => string): void {
  const path = join(folder, file);
  const before = readFileSync(path, 'latin1');
  const after = edit(before);
  if (after === before) throw new Error(`nothing was changed in ${file}`);
  writeFileSync(path, after, 'latin1');
}

/** Seals a folder again, as somebody would who wants to hide a change: sizes, rows and hashes of every file, the seal. */
export function reseal(
  folder: string,
  edit: (manifest: ReturnType<typeof manifestOf>) => void = () => undefined,
): void {
  const manifest = manifestOf(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const files = manifest.files.map((file) => {
    const bytes = readFileSync(join(folder, file.name));
    const rows = file.rows === null ? null : bytes.toString('latin1').split('\n').length - 2;
    return { ...file, bytes: bytes.length, rows, sha256: sha256(bytes) };
  });
  const sealed = { ...manifest, files };
  edit(sealed);
  const text = canonicalJson(sealed, 'lines');
  writeFileSync(join(folder, 'manifest.json'), text);
  writeFileSync(join(folder, 'manifest.sha256'), `${sha256(text)}  manifest.json\n`);
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
