import { join } from 'node:path';
import type { AcceptanceFacts } from '../../audit';
import type { Day, FrozenGrant, LimitTable } from '../../domain';
import { sha256Hex } from '../../domain';
import { pathExists, readBytes } from '../../effects';
import { type BatchInfo, frozenText } from '../../ledger';
import { MANIFEST_FILE } from '../../payout';
import type { Snapshot } from '../../register';
import type { Acceptance } from './acceptance';
import type { Wanted } from './wanted';

/** Rows of an extract that were read. */
export interface ExtractCounts {
  readonly persons: number;
  readonly hoursRows: number;
}

/** What had been posted when a run started. */
export interface PostedBefore {
  /** Of the batch posted last; 0 for an opening batch. */
  readonly grantYear: number;
  readonly term: number;
  /** The extract of the run posted last; undefined where no run was posted, null where it is no longer known. */
  readonly extract: ExtractCounts | null | undefined;
  /** Kroner paid by the posted runs of this run's grant year. */
  readonly paidInYearNok: number;
}

/** Settings of an installation that decide what a run wants accepted. */
export interface WantedSettings {
  /** Fewer persons or hours rows than this, in percent of the extract posted last, need no acceptance. */
  readonly fewerPersonsPercent: number;
  /** Of the run's grant year. */
  readonly appropriationNok: number | undefined;
}

/** What holds where the settings say nothing. */
export const NO_SETTINGS: WantedSettings = { fewerPersonsPercent: 2, appropriationNok: undefined };

/** What a run's term, extract and ledger say of it. */
export interface TermFacts {
  readonly grantYear: number;
  readonly term: number;
  readonly cutOff: Day;
  readonly takenAt: Day | undefined;
  readonly extract: ExtractCounts;
  /** undefined where nothing has been posted. */
  readonly before: PostedBefore | undefined;
  readonly settings: WantedSettings;
  /** They say which years have a calendar. */
  readonly limits: LimitTable;
}

/** Persons and hours rows of an extract, rejected ones left out. */
export function extractCounts(snapshot: Pick<Snapshot, 'files' | 'personCount' | 'rejectedRows'>): ExtractCounts {
  const hours = snapshot.files.find(({ table }) => table === 'hours');
  return {
    persons: snapshot.personCount,
    hoursRows: (hours?.rows ?? 0) - (snapshot.rejectedRows.hours ?? 0),
  };
}

/** The counts, and grants that it freezes without posting them, as a draft in the ledger keeps them: there they are found when run folder and snapshot are gone. */
export function extractFacts({ persons, hoursRows }: ExtractCounts, frozen: readonly FrozenGrant[] = []): string {
  const grants = frozen.length === 0 ? {} : { frozen: frozen.map(frozenText) };
  return JSON.stringify({ ...grants, hours_rows: hoursRows, persons });
}

/** The counts that a draft in the ledger keeps; undefined where it keeps none (format 1), or nothing that is one. */
function countsOfFacts(facts: string): ExtractCounts | undefined {
  try {
    const { hours_rows: hoursRows, persons }: { hours_rows?: unknown; persons?: unknown } = JSON.parse(facts);
    return typeof hoursRows === 'number' && typeof persons === 'number' ? { persons, hoursRows } : undefined;
  } catch {
    return undefined;
  }
}

/** What is read of a manifest. Its bytes are those that the ledger knows, so its shape is not checked again. */
interface CountedManifest {
  readonly extract: { readonly files: readonly { readonly name: string; readonly rows: number | null }[] };
}

/** What had been posted when a run of a grant year starts; undefined where nothing counts yet. */
export function postedBefore(batches: readonly BatchInfo[], grantYear: number): PostedBefore | undefined {
  const posted = batches
    .filter(({ state, kind }) => state === 'posted' && kind !== 'annulment')
    .toSorted((one, other) => one.posting - other.posting);
  const last = posted.at(-1);
  if (last === undefined) return undefined;
  const lastRun = posted.findLast(({ kind }) => kind === 'run');
  const ofYear = posted.filter((batch) => batch.kind === 'run' && batch.grantYear === grantYear);
  return {
    grantYear: last.grantYear,
    term: last.term,
    extract: lastRun && (countsOfFacts(lastRun.facts) ?? extractOf(lastRun.runFolder, lastRun.manifestHash)),
    paidInYearNok: ofYear.reduce((sum, batch) => sum + batch.paidNok, 0),
  };
}

/** Counts of the extract of a run whose draft keeps none, from its manifest; null where that is gone or is no longer what the ledger knows. */
function extractOf(folder: string, manifestHash: string): ExtractCounts | null {
  const path = join(folder, MANIFEST_FILE);
  if (folder === '' || !pathExists(path)) return null;
  const bytes = readBytes(path);
  if (sha256Hex(bytes) !== manifestHash) return null;
  const manifest: CountedManifest = JSON.parse(bytes.toString('utf8'));
  // The rows of each file, rejected ones too.
  const rows = (names: readonly string[]): number =>
    manifest.extract.files.find(({ name }) => names.includes(name.toLowerCase()))?.rows ?? 0;
  return { persons: rows(['persons.csv', 'personer.csv']), hoursRows: rows(['hours.csv', 'norsktimer.csv']) };
}

/** What was accepted and wanted, with the facts that this follows from, as the manifest shows it. */
export function acceptanceRecord(
  accepted: readonly Acceptance[],
  wanted: readonly Wanted[],
  { before, extract }: Pick<TermFacts, 'before' | 'extract'>,
): AcceptanceFacts {
  return {
    accepted: accepted
      .map(({ name, reference }) => ({ name, reference }))
      .sort((one, other) => (one.name < other.name ? -1 : 1)),
    before: before === undefined ? null : beforeRecord(before),
    extract: { persons: extract.persons, hours_rows: extract.hoursRows },
    wanted: wanted.map(({ name, status, figures }) => ({ name, status, figures: { ...figures } })),
  };
}

function beforeRecord({ grantYear, term, extract, paidInYearNok }: PostedBefore): AcceptanceFacts['before'] {
  const counts = extract && { persons: extract.persons, hours_rows: extract.hoursRows };
  return {
    grant_year: grantYear,
    term,
    extract: extract === null ? 'unknown' : (counts ?? null),
    paid_in_year_nok: paidInYearNok,
  };
}

/** What had been posted before a run, read back from its manifest. */
export function beforeOfRecord(before: AcceptanceFacts['before']): PostedBefore | undefined {
  if (before === null) return undefined;
  const { extract } = before;
  const counts = extract === null ? undefined : extract === 'unknown' ? null : countsOf(extract);
  return { grantYear: before.grant_year, term: before.term, extract: counts, paidInYearNok: before.paid_in_year_nok };
}

function countsOf({ persons, hours_rows: hoursRows }: { persons: number; hours_rows: number }) {
  return { persons, hoursRows };
}
