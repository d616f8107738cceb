import { accessLogPath, logAccess, pseudonymsOf, readPseudonymKeyInUse } from '../../audit';
import { NorsktilskuddError, type PersonId } from '../../domain';
import { nowUtc } from '../../effects';
import type { Language } from '../../messages';
import { type SizingPlace, type SizingRequest, type SizingTools, withSizingTools } from '../facts/sizing-tools';
import { keyIdsInUse } from '../privacy/keys-in-use';
import type { KnownProtection } from '../privacy/known-protection';
import { type NameOf, namesOfYear } from '../recipient-text';
import { type AnalysisReportWritten, expectLooker, reportComparisons } from '../report/analysis/write-analysis-report';
import { isRunId } from '../run-id';
import type { TableKind } from '../table-files/table-kinds';
import type { Front } from '../table-files/table-workbook';
import { bookBytes, type TableSet, writeTableFiles } from '../table-files/write-table-files';
import { compareLines } from './compare-lines';
import { compareOpening, type OpeningComparison } from './compare-opening';
import { comparePerson, type PersonCompared } from './compare-person';
import { batchTables, comparisonBook, comparisonTables, lineTables } from './comparison-files';
import { type ComponentEffects, sumsByComponent } from './component-effects';
import { type Comparison, executeCompare } from './execute-compare';
import { atOneTerm, parseSide } from './parse-side';
import { protectionOf, type ShownPersons } from './protected-persons';
import { type ReportedLine, reportedLines, type SumOfLines, sumsOfLines } from './reported-lines';

/** Two sides, and how they are looked at. */
export interface CompareRequest extends SizingRequest {
  /** A run, a scenario file, an extract (`FOLDER@YEAR`) or a year. */
  readonly a: string;
  readonly b: string;
  /** Folder that sides are found from. */
  readonly cwd: string;
  /** Line by line: both sides are runs. */
  readonly byLines?: boolean | undefined;
  /** One person alone. */
  readonly person?: PersonId | undefined;
  /** A new folder for tables. */
  readonly out?: string | undefined;
  /** A folder for pages of it. */
  readonly report?: string | undefined;
  /** Lines are reported with their persons, by pseudonym: the look is logged. */
  readonly namesPersons?: boolean | undefined;
  /** Of the tables. Left out: csv. */
  readonly tableKind?: TableKind | undefined;
  /** The call, as the workbook says it. */
  readonly call?: string | undefined;
  /** Of the workbook. */
  readonly language: Language;
}

/** Two sizings, with a name for every recipient. */
export interface SizesCompared {
  readonly kind: 'size';
  readonly comparison: Comparison;
  readonly components: readonly ComponentEffects[];
  /** Name on the later of the two years' last days; empty for what has no recipient. */
  readonly nameOf: NameOf;
  /** Where its pages are, where they were asked for. */
  readonly report: AnalysisReportWritten | undefined;
}

/** Two sides beside each other, by what they are and what was asked. */
export type Compared =
  | SizesCompared
  | ({ readonly kind: 'batches' } & OpeningComparison)
  | { readonly kind: 'person'; readonly comparison: Comparison; readonly compared: PersonCompared }
  | {
      readonly kind: 'lines';
      readonly comparison: Comparison;
      readonly sums: readonly SumOfLines[];
      /** None unless persons are named. */
      readonly lines: readonly ReportedLine[];
    };

/** Compares two sides, and writes their tables where a folder is given. */
export function compareSides(
  installation: SizingPlace,
  request: CompareRequest,
  onProtection: (protection: KnownProtection) => void = () => undefined,
): Promise<Compared> {
  const { a, b, cwd, person, byLines, report } = request;
  const needsSizes = report !== undefined;
  if (needsSizes) expectLooker(installation);
  if (needsSizes && (person !== undefined || byLines)) throw new NorsktilskuddError('usage', 'REPORT_OF_SIZES', {});
  // A run has read the cases of its own day: beside one both sides are seen by their extracts alone.
  const withCases = request.withCases === true && ![a, b].some(isRunId);
  return withSizingTools(installation, { ...request, withCases }, async (tools): Promise<Compared> => {
    const batches = compareOpening(a, b, installation.db);
    if (batches !== undefined) {
      if (needsSizes) throw new NorsktilskuddError('usage', 'REPORT_OF_SIZES', {});
      await writeCompared(batchTables(batches), undefined, request);
      return { kind: 'batches', ...batches };
    }
    const sides = atOneTerm(parseSide(a, tools, cwd), parseSide(b, tools, cwd));
    const comparison = executeCompare(sides[0].size, sides[1].size, tools);
    onProtection(tools.shelf.protection);
    if (person !== undefined) {
      return { kind: 'person', comparison, compared: comparePerson(comparison, person.revealNumber(), tools) };
    }
    if (byLines) return linesOf(compareLines(...sides, comparison, tools), comparison, request, tools);
    return sizesOf(comparison, request, tools);
  });
}

async function sizesOf(comparison: Comparison, request: CompareRequest, tools: SizingTools): Promise<SizesCompared> {
  const nameOf = namesOfYear(tools.defaults.rules.places, Math.max(comparison.a.grantYear, comparison.b.grantYear));
  const components = sumsByComponent(comparison.rows);
  if (request.out !== undefined) {
    logExport(comparison, tools, 'persons.csv, person_reasons.csv');
    const tables = comparisonTables(comparison, shownPersons(comparison, tools), nameOf, request.language);
    await writeCompared(tables, comparisonBook(comparison, nameOf, request.language), request);
  }
  const pages = request.report && (await reportComparisons('comparison', [comparison], tools, request.report));
  return { kind: 'size', comparison, components, nameOf, report: pages || undefined };
}

/** Writes tables where a folder is given; the workbook beside them where they are none themselves. */
async function writeCompared(
  set: TableSet,
  book: TableSet | undefined,
  { out, language, tableKind: kind = 'csv', call = '' }: CompareRequest,
): Promise<void> {
  if (out === undefined) return;
  const withCall = (front: Front): Front => ({ ...front, facts: [...front.facts, ['tables.fact.call', call]] });
  const content =
    kind === 'xlsx' ? undefined : book && (await bookBytes({ ...book, front: withCall(book.front) }, language));
  const others = content === undefined ? [] : [{ name: `${set.name}.xlsx`, content }];
  await writeTableFiles(out, { ...set, others, front: withCall(set.front) }, { kind, language });
}

async function linesOf(
  rows: ReturnType<typeof compareLines>,
  comparison: Comparison,
  request: CompareRequest,
  tools: SizingTools,
): Promise<Compared> {
  const { out, namesPersons = false } = request;
  const reported = (what: string): ReportedLine[] => {
    logExport(comparison, tools, what);
    return reportedLines(rows, shownPersons(comparison, tools));
  };
  if (out !== undefined) await writeCompared(lineTables(reported('lines.csv')), undefined, request);
  return { kind: 'lines', comparison, sums: sumsOfLines(rows), lines: namesPersons ? reported('lines') : [] };
}

/** What names persons, if only by pseudonym, is logged before it is handed out. */
function logExport({ a, b }: Comparison, { installation: { db, as: actor = '' } }: SizingTools, what: string): void {
  const subjects = [a.label, b.label, what];
  logAccess(accessLogPath(db), { kind: 'export', actor, at: nowUtc(), runId: '', subjects });
}

function shownPersons(comparison: Comparison, { installation, shelf }: SizingTools): ShownPersons {
  const { db, pseudonymKeyFile } = installation;
  const pseudonyms = pseudonymsOf(readPseudonymKeyInUse(pseudonymKeyFile, keyIdsInUse(db)));
  return { pseudonym: pseudonyms.of, isProtected: protectionOf(comparison, shelf) };
}
