import { loadRules, otherThanShipped, RELEASED_TABLES, type RuleSet } from '../../../rules';
import { checkTables as checkReleased, type DecidingFile, type RunContents, unshippedFigures } from '../../audit';
import { type ErrorDetail, errorDetail } from '../../domain';
import { readTables } from '../tables/read-tables';
import { changedTables } from '../tables/refuse-tables';

const MANIFEST = 'manifest.json';
/** Cells named one by one. */
const CELLS_REPORTED = 12;

/** What the tables of a run came to. */
export interface TablesReport {
  readonly problems: readonly ErrorDetail[];
  readonly notes: readonly ErrorDetail[];
}

/** Shipped tables of the program that verifies: on changed ones nothing that it says can be trusted. */
export function checkProgramTables(): ErrorDetail[] {
  return changedTables();
}

/**
 * The tables that decided a run: each is one that a release of the program had, or one that a signed list or a reference
 * stands behind, or the run is a rehearsal; and the figures that it used are those of its tables.
 *
 * @param signed hashes on the signed list of tables; undefined where no list is at hand
 */
export function checkTables(run: RunContents, signed: readonly string[] | undefined): TablesReport {
  const tables = checkReleased(run, RELEASED_TABLES, signed);
  const figures = checkFigures(run);
  return { problems: [...tables.problems, ...figures.problems], notes: [...tables.notes, ...figures.notes] };
}

/** The figures of the run against those that ship; only where this program has the very tables of the run. */
function checkFigures(run: RunContents): TablesReport {
  const { identity } = run.manifest;
  const { texts, tables } = readTables();
  if (otherThanShipped(tables).length > 0) return { problems: [], notes: [] };
  // Of format 1 no table is named, but they were those of the first release.
  const ofRun = identity.format === 1 ? firstReleases() : identity.tables;
  const named = (name: string): boolean => ofRun.some((table) => table.name === name && isShipped(table, tables));
  const rules: RuleSet = loadRules(texts);
  const { faults, fromFiles } = unshippedFigures(run.manifest, {
    rates: named('rates.csv') ? rules.shippedRates : undefined,
    assumptions: named('assumptions.csv') ? rules.assumptions.assumptions : undefined,
  });
  const cells = [...fromFiles.slice(0, CELLS_REPORTED), ...(fromFiles.length > CELLS_REPORTED ? ['...'] : [])].join(
    ', ',
  );
  return {
    problems: faults.map(({ code, params }) => errorDetail(code, { file: MANIFEST, ...params })),
    notes: cells === '' ? [] : [errorDetail('VERIFY_FIGURES_OF_FILES', { cells })],
  };
}

function firstReleases(): DecidingFile[] {
  return Object.entries(RELEASED_TABLES).map(([name, [sha256 = '']]) => ({ name, sha256 }));
}

function isShipped({ name, sha256 }: DecidingFile, tables: readonly DecidingFile[]): boolean {
  return tables.some((table) => table.name === name && table.sha256 === sha256);
}
