import { join } from 'node:path';
import { isFolder, listFolder, pathExists } from '../../effects';
import { MANIFEST_FILE, SEAL_FILE } from '../../payout';
import { TRACE_FILES } from '../../trace/format';
import type { Manifest } from '../manifest-schema';
import { RECIPIENTS_COPY } from '../write-run-folder';
import { countFindings, countRejected } from './check-counts';
import { HoursCheck } from './check-hours';
import { ParameterCheck } from './check-parameters';
import { SizingCheck } from './check-sizing';
import { checkEntries, isNameWithin } from './folder-entries';
import type { Problems } from './problems';
import { type HashedFile, readHashed } from './read-hashed';
import { LineReader } from './read-lines';
import { readManifest, type SealedManifest } from './read-manifest';
import { balanceReader, heldReader, payoutReader, postedReader } from './read-rows';
import { readTable, type TableRow } from './read-table';
import type { ReadBalance, ReadHeld, ReadPayout, ReadPosted, RunContents } from './run-contents';
import { RUN_TABLES, runTables } from './table-specs';

/**
 * Reads a run folder once: every file is hashed and counted against the manifest, every row of every table is looked
 * at, and what is to be checked against something else is kept. undefined where the manifest cannot be read.
 */
export function readRunFolder(folder: string, problems: Problems): RunContents | undefined {
  if (!isFolder(folder)) {
    problems.add('VERIFY_FOLDER_MISSING', folder);
    return undefined;
  }
  const stray = strayFolder(listFolder(folder));
  if (stray !== undefined) {
    problems.add(stray, folder);
    return undefined;
  }
  if (!checkEntries(folder, problems)) return undefined;
  const sealed = readManifest(folder, problems);
  if (!sealed) return undefined;
  const { manifest } = sealed;
  checkNames(folder, manifest, problems);
  const tables = new TableTakers(manifest, problems);
  const specs = runTables(manifest.format);
  for (const spec of specs) {
    const path = join(folder, spec.file);
    if (!pathExists(path)) continue;
    const table = readTable(path, spec, problems, tables.takerOf(spec.file));
    checkSealed(spec.file, table, table.rows, manifest, problems);
  }
  tables.finish();
  for (const file of manifest.files) {
    if (!isNameWithin(file.name)) continue;
    const path = join(folder, file.name);
    if (specs.some((spec) => spec.file === file.name) || !pathExists(path)) continue;
    checkSealed(file.name, readHashed(path), null, manifest, problems);
  }
  checkCopy(manifest, problems);
  return { ...sealed, folder, ...tables.contents() };
}

/** What a folder is that holds nothing of a calculated run; empty where it may be one, whole or not. */
function strayFolder(names: readonly string[]): 'VERIFY_RUN_STOPPED' | 'VERIFY_NOT_A_RUN' | undefined {
  if ([MANIFEST_FILE, SEAL_FILE, 'payout_lines.csv'].some((name) => names.includes(name))) return undefined;
  return names.includes('rejected.csv') && names.includes('findings.csv') ? 'VERIFY_RUN_STOPPED' : 'VERIFY_NOT_A_RUN';
}

/** Every file that a run has is named and there, and nothing else is. */
function checkNames(folder: string, manifest: Manifest, problems: Problems): void {
  const named = manifest.files.map((file) => file.name);
  const found = listFolder(folder);
  const needed = [...RUN_TABLES.map((spec) => spec.file), ...(manifest.trace ? Object.values(TRACE_FILES) : [])];
  // Of a run that read a recipients file; runs of earlier builds have no copy of it.
  const copies = manifest.identity.recipients_sha256 === '' ? [] : [RECIPIENTS_COPY];
  for (const name of new Set([...named, ...needed])) {
    if (!isNameWithin(name)) problems.add('VERIFY_NAME_OUTSIDE', MANIFEST_FILE, { name });
    else if (!found.includes(name)) problems.add('VERIFY_FILE_MISSING', name);
    else if (!named.includes(name) || ![...needed, ...copies].includes(name)) problems.add('VERIFY_FILE_EXTRA', name);
  }
  for (const name of found) {
    if (![...named, ...needed, MANIFEST_FILE, SEAL_FILE].includes(name)) problems.add('VERIFY_FILE_EXTRA', name);
  }
  const doubled = named.find((name, index) => named.indexOf(name) !== index);
  if (doubled !== undefined) problems.add('VERIFY_FILE_EXTRA', doubled);
}

/** The copy of the recipients file is the file that decided the result. */
function checkCopy({ files, identity }: Manifest, problems: Problems): void {
  const found = files.find(({ name }) => name === RECIPIENTS_COPY)?.sha256;
  const expected = identity.recipients_sha256;
  if (found !== undefined && found !== expected)
    problems.add('VERIFY_INPUT_DIFFERS', RECIPIENTS_COPY, { name: RECIPIENTS_COPY, expected, found });
}

function checkSealed(
  name: string,
  found: HashedFile,
  rows: number | null,
  manifest: Manifest,
  problems: Problems,
): void {
  const sealed = manifest.files.find((file) => file.name === name);
  if (!sealed) return;
  problems.compare('VERIFY_FILE_CHANGED', name, sealed.sha256, found.sha256);
  problems.compare('VERIFY_FILE_SIZE', name, sealed.bytes, found.bytes);
  problems.compare('VERIFY_FILE_ROWS', name, sealed.rows ?? '', rows ?? '');
}

/** What is done with the rows of each table. */
class TableTakers {
  readonly #held: ReadHeld[] = [];
  readonly #payouts: ReadPayout[] = [];
  readonly #posted: ReadPosted[] = [];
  readonly #balances: ReadBalance[] = [];
  readonly #lines: LineReader;
  readonly #parameters: ParameterCheck;
  readonly #sizing: SizingCheck;
  readonly #hours: HoursCheck;
  readonly #findings: ReturnType<typeof countFindings>;
  readonly #rejected: ReturnType<typeof countRejected>;
  readonly #takers: ReadonlyMap<string, (row: TableRow) => void>;

  constructor(manifest: Manifest, problems: Problems) {
    this.#lines = new LineReader(manifest, problems);
    this.#parameters = new ParameterCheck(manifest, problems);
    this.#sizing = new SizingCheck(manifest, problems);
    this.#hours = new HoursCheck(manifest, problems);
    this.#findings = countFindings(manifest, problems);
    this.#rejected = countRejected(manifest, problems);
    this.#takers = new Map([
      ['payout_lines.csv', (row: TableRow) => this.#lines.take(row)],
      ['payouts.csv', payoutReader(manifest, problems, this.#payouts)],
      ['held.csv', heldReader(problems, this.#held)],
      ['posted_before.csv', postedReader(problems, this.#posted)],
      ['balances_before.csv', balanceReader(problems, this.#balances)],
      ['parameters.csv', (row: TableRow) => this.#parameters.take(row)],
      ['sizing.csv', (row: TableRow) => this.#sizing.take(row)],
      ['hours_basis.csv', (row: TableRow) => this.#hours.take(row)],
      ['findings.csv', this.#findings.take],
      ['rejected.csv', this.#rejected.take],
    ]);
  }

  takerOf(file: string): (row: TableRow) => void {
    return this.#takers.get(file) ?? (() => undefined);
  }

  finish(): void {
    this.#parameters.finish();
    this.#sizing.finish();
    this.#hours.finish();
    this.#findings.finish();
    this.#rejected.finish();
  }

  contents(): Omit<RunContents, keyof SealedManifest | 'folder'> {
    return {
      lines: this.#lines.lines,
      lineNumbers: this.#lines.lineNumbers,
      payouts: this.#payouts,
      held: this.#held,
      posted: this.#posted,
      balances: this.#balances,
      sizing: this.#sizing.rows,
      triggeringInHours: this.#hours.triggering(),
      rates: this.#parameters.rates,
    };
  }
}
