import type { RunContents } from './contents';
import type { Findings } from './findings';
import type { RunManifest } from './manifest-shape';
import type { TableReader } from './read-run';
import type { TableRow } from './read-table';

const FILE = 'hours_basis.csv';
/** Columns of hours with two decimals, kept as whole hundredths. */
const OF_HOURS = ['hours_norwegian', 'hours_social_studies', 'absence_hours'];
const HOURS = /^(0|[1-9]\d*)\.\d\d$/;
/** Figures in which a person counts once in the country, but in every kommune with hours; all others add up. */
const PER_PERSON = ['participants', 'hours_without_decision'];
/** Figures of the persons who trigger; one without a recipient stands under ALL alone. */
const OF_TRIGGERING = ['starters', 'starters_within_3_months', 'triggering_without_hours'];
const FIGURES = [...OF_HOURS, ...PER_PERSON, ...OF_TRIGGERING, 'hours_rows', 'hours_rows_on_time'];
/** No figure is above the one that it is a part of. */
const PART_OF: readonly (readonly [part: string, whole: string])[] = [
  ['hours_rows_on_time', 'hours_rows'],
  ['starters_within_3_months', 'starters'],
  ['hours_without_decision', 'participants'],
];
const ANY_MORE = Number.MAX_SAFE_INTEGER;

/** What a row is about. */
interface Dimensions {
  readonly kommune: string;
  readonly law: string;
  readonly yearNumber: string;
}
interface Cell extends Dimensions {
  readonly line: number;
  readonly figures: ReadonlyMap<string, number>;
}

/** How rows go together into another: the whole of a row (itself where it is one), and what a figure of it may be. */
interface Relation {
  readonly wholeOf: (cell: Dimensions) => Dimensions;
  readonly bounds: (column: string, parts: readonly number[], yearNumber: string) => readonly [number, number];
}
const RELATIONS: readonly Relation[] = [
  {
    wholeOf: (cell) => ({ ...cell, yearNumber: 'all' }),
    bounds: (_, parts) => [sumOf(parts), sumOf(parts)],
  },
  {
    // Whoever has no law stands under all laws alone, and is year number `other`, for nobody triggers without a row.
    wholeOf: (cell) => ({ ...cell, law: 'all' }),
    bounds: (column, parts, yearNumber) => {
      const isLoose = ['all', 'other'].includes(yearNumber) && !OF_TRIGGERING.includes(column);
      return [sumOf(parts), isLoose ? ANY_MORE : sumOf(parts)];
    },
  },
  {
    wholeOf: (cell) => ({ ...cell, kommune: 'ALL' }),
    bounds: (column, parts) => {
      if (PER_PERSON.includes(column)) return [parts.reduce((a, b) => Math.max(a, b), 0), sumOf(parts)];
      return [sumOf(parts), OF_TRIGGERING.includes(column) ? ANY_MORE : sumOf(parts)];
    },
  },
];

/**
 * hours_basis.csv against itself (rulebook 8.2): year numbers add up to `all`, laws to `all`, kommuner to `ALL`, and
 * averages follow from hours and participants. A row with only zeros is left out: one that is not there counts as zeros.
 */
export function hoursBasis(run: RunContents, findings: Findings): TableReader {
  const cells = new Map<string, Cell>();
  return {
    take(row) {
      checkYearAndDay(row, run.manifest);
      const figures = new Map(FIGURES.map((column) => [column, figureOf(row, column)]));
      const kommune = row.form('kommune', /^(\d{2}|\d{4}|ALL)$/);
      const law = row.form('law', /^(all|integreringsloven|introduksjonsloven)$/);
      const yearNumber = row.form('year_number', /^([123]|other|all)$/);
      const cell = { line: row.line, kommune, law, yearNumber, figures };
      cells.set(keyOf(cell), cell);
      checkRow(row, figures);
    },
    finish() {
      for (const relation of RELATIONS) checkRelation(cells, relation, findings);
      for (const yearNumber of [1, 2, 3]) {
        const cell = cells.get(keyOf({ kommune: 'ALL', law: 'all', yearNumber: String(yearNumber) }));
        // Whoever triggers has hours, or is counted as one without.
        const [having, without] = ['participants', 'triggering_without_hours'].map(
          (name) => cell?.figures.get(name) ?? 0,
        );
        run.triggeringInHours.set(yearNumber, { line: cell?.line ?? 1, persons: (having ?? 0) + (without ?? 0) });
      }
    },
  };
}

function figureOf(row: TableRow, column: string): number {
  if (!OF_HOURS.includes(column)) return row.whole(column);
  const text = row.text(column);
  if (HOURS.test(text)) return Number(text.replace('.', ''));
  row.compare(column, '0.00');
  return 0;
}

function checkRow(row: TableRow, figures: ReadonlyMap<string, number>): void {
  const value = (column: string): number => figures.get(column) ?? 0;
  const participants = value('participants');
  const hours = value('hours_norwegian') + value('hours_social_studies');
  const average = Math.floor((2 * hours + participants) / (2 * participants)) / 100; // half up
  row.compare('average_hours', participants > 0 ? average.toFixed(2) : '');
  for (const [part, whole] of PART_OF) {
    if (value(part) > value(whole)) row.compare(part, `<= ${value(whole)}`);
  }
  if (FIGURES.every((column) => value(column) === 0)) row.compare('participants', '> 0');
}

function checkRelation(cells: ReadonlyMap<string, Cell>, { wholeOf, bounds }: Relation, findings: Findings): void {
  const wholes = new Map<string, { yearNumber: string; parts: Cell[] }>();
  for (const cell of cells.values()) {
    const whole = wholeOf(cell);
    const known = wholes.get(keyOf(whole)) ?? { yearNumber: whole.yearNumber, parts: [] };
    wholes.set(keyOf(whole), known);
    if (keyOf(whole) !== keyOf(cell)) known.parts.push(cell);
  }
  for (const [row, { yearNumber, parts }] of wholes) {
    const cell = cells.get(row);
    for (const column of FIGURES) {
      const figures = parts.map((part) => part.figures.get(column) ?? 0);
      const [least, most] = bounds(column, figures, yearNumber);
      const found = cell?.figures.get(column) ?? 0;
      if (found >= least && found <= most) continue;
      const expected = least === most ? String(least) : most === ANY_MORE ? `>= ${least}` : `${least}-${most}`;
      // Where the whole has no row, its place is the head of the table.
      findings.add('VERIFY_HOURS_SUM', FILE, { line: cell?.line ?? 1, column, row, expected, found });
    }
  }
}

function keyOf({ kommune, law, yearNumber }: Dimensions): string {
  return `${kommune} ${law} ${yearNumber}`;
}

function sumOf(figures: readonly number[]): number {
  return figures.reduce((sum, figure) => sum + figure, 0);
}

/** Year and day of the run, in a row of sizing.csv or hours_basis.csv. */
export function checkYearAndDay(row: TableRow, { identity }: RunManifest): void {
  row.compare('grant_year', String(identity.grant_year));
  row.compare('as_of', identity.as_of);
}
