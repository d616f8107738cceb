import {
  type AssumptionTable,
  at,
  type Component,
  canonicalJson,
  type Finding,
  type OpeningCoverage,
  type ParameterStatus,
  type PostedState,
  type RateTable,
  REHEARSAL_MARK,
  type RunResult,
} from '../domain';
import { excelText, type SealedFile } from '../payout';
import { conservationTotals, controlTotals, heldTotals, nettingTotals, sizingTotals } from './control-totals';
import { identityRecord, type RunIdentity, runIdOfRecord } from './run-id';
import type { Manifest } from './run-manifest';

/** A file that was read: name without its folder, bytes, data rows (null where it has none), hash. */
export type InputFile = Manifest['inputs'][number];

/** What stands around a result: where it came from and what it may be used for. Nothing of the clock or the user. */
export interface ManifestContext {
  readonly identity: RunIdentity;
  readonly rates: RateTable;
  readonly assumptions: AssumptionTable;
  /** Version and hash of the program's build. */
  readonly program: { readonly version: string; readonly buildSha256: string };
  readonly extract: { readonly takenAt: string; readonly source: string; readonly files: readonly InputFile[] };
  /** How the extract was read. */
  readonly reading?: ExtractReading | undefined;
  /** Rates, recipients. */
  readonly inputs: readonly InputFile[];
  /** Hash of a rule module as the lock file has it. */
  readonly moduleSha256: (component: Component, grantYear: number) => string;
  readonly posted: Pick<PostedState, 'coverage' | 'openingCoverage' | 'frozen'>;
  /** The batch posted last, undefined for the first. */
  readonly previousBatch?: { readonly runId: string; readonly manifestSha256: string } | undefined;
  readonly trace?: TraceFacts | undefined;
  /** What was accepted, what is wanted and the facts behind it; none of format 1. */
  readonly acceptance?: AcceptanceFacts | undefined;
  /** What keeps the run from being approved. */
  readonly blockers: readonly { readonly code: string; readonly name: string; readonly status: ParameterStatus | '' }[];
}

/** How an extract was read, beside what it says itself. */
export interface ExtractReading {
  /** Names of columns of the user's own: table, column, name in the header; null where the column is left out. */
  readonly columns: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
  /** null: no row could be rejected. */
  readonly rejectLimitPercent: number | null;
  /** Format of reading (data contract 1); 1 where it is left out. */
  readonly format?: number | undefined;
}

/** What a run wants accepted, as its manifest shows it. */
export type AcceptanceFacts = Extract<Manifest, { readonly format: 2 }>['acceptance'];

/** What the trace's writer says of it. */
export interface TraceFacts {
  readonly format: number;
  readonly leaves: number;
  readonly entries: number;
  /** Root of the tree over persons and kommuner, 64 hex digits. */
  readonly root: string;
  /** Root of the tree over the rows of payouts.csv. */
  readonly recipientsRoot: string;
}

/** Counts that the result itself does not hold. */
export interface WrittenCounts {
  /** Findings of all rooms. */
  readonly findings: readonly Finding[];
  readonly rejectedRows: number;
}

/** The manifest of a result whose files are written. */
export function buildManifest(
  context: ManifestContext,
  result: RunResult,
  written: WrittenCounts,
  files: readonly SealedFile[],
): Manifest {
  const identity = identityRecord(context.identity);
  const common = commonPart(context, result, written, files);
  const record = {
    ...common,
    run_id: runIdOfRecord(identity),
    mark: identity.rehearsal ? REHEARSAL_MARK : '',
  } as const;
  if (identity.format === 1) return { ...record, format: 1, identity, ...readingRecord(context.reading) };
  return {
    ...record,
    acceptance: context.acceptance ?? NOTHING_ACCEPTED,
    format: identity.format,
    identity,
    limits_used: limitsUsed(context, result),
    ...readingRecord2(context.reading),
  };
}

const NOTHING_ACCEPTED: AcceptanceFacts = {
  accepted: [],
  before: null,
  extract: { persons: 0, hours_rows: 0 },
  wanted: [],
};

/** Modules that have been parted since had one name in run folders of format 1. */
const NAMES_OF_FORMAT_1: Readonly<Record<string, string>> = { 'grunntilskudd@2019': 'grunntilskudd@2016' };

function nameInFormat1(module: string): string {
  return NAMES_OF_FORMAT_1[module] ?? module;
}

type CommonPart = Omit<Manifest, 'format' | 'run_id' | 'mark' | 'identity' | 'reading' | 'limits_used'>;

/** What manifests of every format say in the same way. */
function commonPart(
  context: ManifestContext,
  result: RunResult,
  written: WrittenCounts,
  files: readonly SealedFile[],
): CommonPart {
  return {
    program: {
      name: 'norsktilskudd',
      version: context.program.version,
      build_sha256: context.program.buildSha256,
    },
    extract: {
      taken_at: context.extract.takenAt,
      source: context.extract.source,
      files: sortedFiles(context.extract.files),
    },
    inputs: sortedFiles(context.inputs),
    modules: result.computed.map((row) => ({
      grant_year: row.grantYear,
      component: row.component,
      module: context.identity.format === 1 ? nameInFormat1(row.module) : row.module,
      sha256: context.moduleSha256(row.component, row.grantYear),
    })),
    ...parametersUsed(context, result),
    previous_batch: context.previousBatch
      ? { run_id: context.previousBatch.runId, manifest_sha256: context.previousBatch.manifestSha256 }
      : null,
    coverage: context.posted.coverage.map((row) => ({
      grant_year: row.grantYear,
      component: row.component,
      run_year: row.runYear,
      run_term: row.runTerm,
    })),
    opening_coverage: context.posted.openingCoverage.map(openingRecord),
    opening_arrears: result.openingArrears.map(openingRecord),
    counts: countsOf(result, written),
    control_totals: controlTotals(result.lines),
    netting: nettingTotals(result.payouts),
    held: heldTotals(result.held),
    sizing: sizingTotals(result.sizing),
    conservation: conservationTotals(result.conservation),
    trace: context.trace
      ? {
          format: context.trace.format,
          leaves: context.trace.leaves,
          entries: context.trace.entries,
          root_sha256: context.trace.root,
          recipients_root_sha256: context.trace.recipientsRoot,
        }
      : null,
    payable: context.blockers.length === 0,
    blocked_by: context.blockers.map(({ code, name, status }) => ({ code, name, status })),
    files: sortedFiles(files),
  };
}

/** The manifest's text: canonical JSON set out over lines, so that it can be both read and hashed. */
export function manifestText(manifest: Manifest): string {
  return canonicalJson(manifest, 'lines');
}

function readingRecord(reading: ExtractReading | undefined): Pick<Extract<Manifest, { format: 1 }>, 'reading'> {
  if (reading === undefined) return {};
  const columns = Object.entries(reading.columns).map(([table, names]) => [table, given(names)] as const);
  return { reading: { columns: Object.fromEntries(columns), reject_limit_percent: limitText(reading) } };
}

/** Columns that have a name: a manifest of format 1 knows no column that is left out. */
function given(names: Readonly<Record<string, string | null>>): Record<string, string> {
  const named = Object.entries(names).flatMap(([column, name]) => (name === null ? [] : [[column, name] as const]));
  return Object.fromEntries(named);
}

function readingRecord2(reading: ExtractReading | undefined): Pick<Extract<Manifest, { format: 2 }>, 'reading'> {
  if (reading === undefined) return {};
  const columns = Object.fromEntries(Object.entries(reading.columns).map(([table, names]) => [table, { ...names }]));
  return { reading: { columns, format: reading.format ?? 1, reject_limit_percent: limitText(reading) } };
}

function limitText({ rejectLimitPercent }: ExtractReading): string {
  return rejectLimitPercent?.toString() ?? '';
}

function limitsUsed({ identity }: ManifestContext, result: RunResult): Extract<Manifest, { format: 2 }>['limits_used'] {
  return result.limitsUsed.map((index) => {
    const { key, firstGrantYear, value, status, source, note } = at(identity.limits, index);
    return {
      key,
      grant_year: firstGrantYear ?? '',
      value: excelText(value),
      status,
      source: excelText(source),
      note: excelText(note),
    };
  });
}

function parametersUsed(
  context: ManifestContext,
  result: RunResult,
): Pick<Manifest, 'rates_used' | 'assumptions_used'> {
  const used = new Set(result.assumptionsUsed);
  return {
    rates_used: result.ratesUsed.map((index) => {
      const rate = at(context.rates.rates, index);
      return {
        key: rate.key,
        grant_year: rate.grantYear,
        rate_class: rate.rateClass,
        value_nok: rate.valueNok,
        status: rate.status,
        source: excelText(rate.source),
        note: excelText(rate.note),
      };
    }),
    assumptions_used: context.assumptions.assumptions
      .filter((assumption) => used.has(assumption.id))
      .map(({ id, value, status, source, note }) => ({
        id,
        value: excelText(value),
        status,
        source: excelText(source),
        note: excelText(note),
      })),
  };
}

function countsOf(result: RunResult, written: WrittenCounts): Manifest['counts'] {
  let corrections = 0;
  for (const line of result.lines) if (line.amountNok < 0) corrections += 1;
  const findings = { error: 0, warning: 0, info: 0 };
  for (const finding of written.findings) findings[finding.severity] += 1;
  return {
    persons: result.counts.persons,
    persons_paid: result.counts.personsPaid,
    leaves: result.counts.leaves,
    lines: result.lines.length,
    corrections,
    payments: result.payouts.filter((row) => row.paidNok > 0).length,
    held: result.held.length,
    rejected_rows: written.rejectedRows,
    findings,
  };
}

function openingRecord(row: OpeningCoverage): Manifest['opening_coverage'][number] {
  return { grant_year: row.grantYear, component: row.component, postings: row.postings, sum_nok: row.sumNok };
}

function sortedFiles(files: readonly InputFile[]): InputFile[] {
  return files
    .map(({ name, bytes, rows, sha256 }) => ({ name, bytes, rows, sha256 }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
