import { LineRows, PostedRows, type RunContents } from './contents';
import { checkEntries, type Files, type HashedFile, hasFile, hashFile, isNameWithin, pathIn } from './files';
import type { Findings } from './findings';
import type { RunManifest } from './manifest-shape';
import { readManifest } from './read-manifest';
import { readTable, type TableRow } from './read-table';
import { CASES_TABLE, RECIPIENTS_COPY, runTables, TRACE_FILES } from './tables';

/** What is done with the rows of a table: each is looked at by itself, and what others need is kept in the contents. */
export interface TableReader {
  take(row: TableRow): void;
  finish?(): void;
}
/** Readers by file; of other tables only the form is looked at. */
export type TableReaders = Readonly<Record<string, (run: RunContents, findings: Findings) => TableReader>>;

/**
 * Reads a run folder once: every file is hashed and counted against the manifest, every row of every table is looked at.
 * undefined where the manifest cannot be read.
 */
export function readRun(
  files: Files,
  folder: string,
  findings: Findings,
  readers: TableReaders,
): RunContents | undefined {
  if (files.entry(folder)?.kind === 'file' || files.entry(folder) === undefined) {
    findings.add('VERIFY_FOLDER_MISSING', folder);
    return undefined;
  }
  const names = files.entries(folder).map(({ name }) => name);
  const stray = strayFolder(names);
  if (stray) findings.add(stray, folder);
  if (stray || !checkEntries(files, folder, findings)) return undefined;
  const sealed = readManifest(files, folder, findings);
  if (!sealed) return undefined;
  checkNames(names, sealed.manifest, findings);
  const run: RunContents = {
    ...sealed,
    ...{ files, folder, hashes: new Map() },
    ...{ lines: new LineRows(), posted: new PostedRows(), payouts: [], held: [], balances: [], cases: [], frozen: [] },
    ...{ sizing: [], rates: [], limits: [], triggeringInHours: new Map() },
  };
  readFiles(run, findings, readers);
  checkCopy(sealed.manifest, findings);
  checkCases(sealed.manifest, findings);
  return run;
}

/** What a folder is that holds nothing of a calculated run; undefined where it may be one, whole or not. */
function strayFolder(names: readonly string[]): 'VERIFY_RUN_STOPPED' | 'VERIFY_NOT_A_RUN' | undefined {
  if (['manifest.json', 'manifest.sha256', 'payout_lines.csv'].some((name) => names.includes(name))) return undefined;
  return names.includes('rejected.csv') && names.includes('findings.csv') ? 'VERIFY_RUN_STOPPED' : 'VERIFY_NOT_A_RUN';
}

/** Every file that a run has is named and there, and nothing else is. */
function checkNames(found: readonly string[], manifest: RunManifest, findings: Findings): void {
  const named = manifest.files.map((file) => file.name);
  const tables = runTables(manifest).map((spec) => spec.file);
  const needed = [...tables, ...(manifest.trace ? TRACE_FILES : [])];
  // Of a run that read a recipients file; runs of earlier builds have no copy of it.
  const copies = manifest.identity.recipients_sha256 === '' ? [] : [RECIPIENTS_COPY];
  const extra = new Set(
    found.filter((name) => ![...named, ...needed, 'manifest.json', 'manifest.sha256'].includes(name)),
  );
  for (const name of new Set([...named, ...needed])) {
    if (!isNameWithin(name)) findings.add('VERIFY_NAME_OUTSIDE', 'manifest.json', { name });
    else if (!found.includes(name)) findings.add('VERIFY_FILE_MISSING', name);
    else if (!named.includes(name) || ![...needed, ...copies].includes(name)) extra.add(name);
  }
  for (const [place, name] of named.entries()) if (named.indexOf(name) < place) extra.add(name);
  for (const name of extra) findings.add('VERIFY_FILE_EXTRA', name);
}

function readFiles(run: RunContents, findings: Findings, readers: TableReaders): void {
  const { files, folder, manifest } = run;
  const specs = runTables(manifest);
  for (const spec of specs) {
    if (!hasFile(files, folder, spec.file)) continue;
    const reader = readers[spec.file]?.(run, findings);
    const table = readTable(files, folder, spec, findings, (row) => reader?.take(row));
    reader?.finish?.();
    checkSealed(run, spec.file, table, table.rows, findings);
  }
  const tables = specs.map((spec) => spec.file);
  for (const { name } of manifest.files) {
    if (tables.includes(name) || !hasFile(files, folder, name)) continue;
    checkSealed(run, name, hashFile(files, pathIn(folder, name)), null, findings);
  }
}

function checkSealed(run: RunContents, name: string, found: HashedFile, rows: number | null, findings: Findings): void {
  run.hashes.set(name, found);
  const sealed = run.manifest.files.find((file) => file.name === name);
  if (!sealed) return;
  findings.compare('VERIFY_FILE_CHANGED', name, sealed.sha256, found.sha256);
  findings.compare('VERIFY_FILE_SIZE', name, sealed.bytes, found.bytes);
  findings.compare('VERIFY_FILE_ROWS', name, sealed.rows ?? '', rows ?? '');
}

/** The acts of cases are those that run_id names. */
function checkCases({ files, identity }: RunManifest, findings: Findings): void {
  if (identity.format === 1) return;
  const found = files.find(({ name }) => name === CASES_TABLE.file)?.sha256 ?? '';
  findings.figure('identity.cases_sha256', CASES_TABLE.file, found, identity.cases_sha256);
}

/** The copy of the recipients file is the file that decided the result. */
function checkCopy({ files, identity }: RunManifest, findings: Findings): void {
  const found = files.find(({ name }) => name === RECIPIENTS_COPY)?.sha256;
  const expected = identity.recipients_sha256;
  if (found !== undefined && found !== expected)
    findings.add('VERIFY_INPUT_DIFFERS', RECIPIENTS_COPY, { name: RECIPIENTS_COPY, expected, found });
}
