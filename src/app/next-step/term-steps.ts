import type { StoredSnapshot } from '../../audit';
import { type Day, parseDay, sha256Hex } from '../../domain';
import { nowUtc, pathExists } from '../../effects';
import { cutOffDate } from '../../engine';
import type { BatchInfo, Ledger } from '../../ledger';
import { sheetsOfYear, unfilledSheets } from '../init/year-sheet';
import { readGivenFile } from '../read-given-file';
import { nextTerm } from '../scheme-calendar/next-term';
import { listWords } from './draft-steps';
import { excludedIn, runWords } from './run-words';
import { hasSheetOf, initWords, type NextStep, type StepSettings, step } from './step';

/** Days after the end of a term in which its extract is taken. */
const DAYS_AFTER_TERM = 45;

/** The term that an extract is of, by the day on which it was taken. */
export function termOfExtract(takenAt: string): { readonly grantYear: number; readonly term: number } | undefined {
  const taken = parseDay(takenAt);
  if (taken === undefined) return undefined;
  const year = Number(takenAt.slice(0, 4));
  const terms = [year - 1, year].flatMap((grantYear) => [1, 2, 3, 4].map((term) => ({ grantYear, term })));
  return terms.find(({ grantYear, term }) => cutOffDate(grantYear, term) + DAYS_AFTER_TERM >= taken);
}

/** The next term to be run, and before it the end of a year whose last term has been posted. */
export function termSteps(
  ledger: Ledger,
  snapshots: readonly StoredSnapshot[],
  today: Day,
  settings: StepSettings,
): NextStep[] {
  const runs = ledger.batches().filter(({ kind }) => kind === 'run');
  const last = runs
    .filter(({ state }) => state === 'posted')
    .sort((a, b) => a.posting - b.posting)
    .at(-1);
  const annulled = runs.findLast(({ state, posting }) => state === 'annulled' && posting > (last?.posting ?? 0));
  const waiting = newestUnread(snapshots, last);
  const next = annulled ?? (last === undefined ? firstTerm(waiting, today, settings) : nextTerm(last, today));
  const { grantYear, term } = next;
  const words = runWords(ledger, {
    ...{ grantYear, term, supplement: annulled !== undefined, as: 'name' },
    register: annulled !== undefined ? { snapshot: annulled.snapshot } : waiting && { snapshot: waiting.snapshot },
    excluded: excludedOf(annulled ?? last),
  });
  const rates = sheetsOfYear(settings.rates, grantYear);
  const sheets = unfilledSheets(rates, (file) => readGivenFile(file, '--rates').toString('utf8'));
  const before = annulled === undefined ? ratesListSteps(ledger, rates, sheets) : [];
  const run = step('run', words, { blockedBy: sheets });
  if (annulled !== undefined || last?.term !== 4) return [...before, run];
  const end = step('year_end', ['year-end', String(last.grantYear)]);
  const hasSheet = hasSheetOf(grantYear, settings);
  return hasSheet || settings.settingsFolder === undefined
    ? [end, ...before, run]
    : [end, step('next_year', initWords(grantYear, settings.settingsFolder)), run];
}

function excludedOf(last: BatchInfo | undefined): readonly string[] {
  return last === undefined ? [] : excludedIn(last);
}

/** In a ledger that requires signatures nobody signs a run on rates files that two persons have not approved. */
function ratesListSteps(ledger: Ledger, rates: readonly string[], sheets: readonly string[]): NextStep[] {
  if (!ledger.requiresSignatures() || rates.length === 0) return [];
  const list = ledger.listInForce('rates', nowUtc().slice(0, 10))?.list;
  const approved = new Set(list?.files.map(({ sha256 }) => sha256));
  const files = rates.filter(pathExists).filter((file) => !approved.has(sha256Hex(readGivenFile(file, '--rates'))));
  if (files.length === 0) return [];
  return [step('propose_rates', listWords(ledger, 'rates', []), { blockedBy: sheets })];
}

/** The newest stored extract that is newer than what was posted last. */
function newestUnread(snapshots: readonly StoredSnapshot[], last: BatchInfo | undefined): StoredSnapshot | undefined {
  const after = snapshots.filter(({ takenAt }) => takenAt !== '' && takenAt > (last?.asOf ?? ''));
  return after.toSorted((a, b) => (a.takenAt < b.takenAt ? -1 : 1)).at(-1);
}

/** Nothing has been posted: the term of a stored extract, else the first of the settings' year, else the calendar's. */
function firstTerm(waiting: StoredSnapshot | undefined, today: Day, { grantYear }: StepSettings) {
  const ofExtract = waiting === undefined ? undefined : termOfExtract(waiting.takenAt);
  if (ofExtract !== undefined && (grantYear === undefined || ofExtract.grantYear === grantYear)) return ofExtract;
  return grantYear === undefined ? nextTerm(undefined, today) : { grantYear, term: 1 };
}
