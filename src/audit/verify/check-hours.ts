import { averageHundredths, formatHundredths, HOURS_BASIS_COLUMNS } from '../../payout';
import type { Manifest } from '../manifest-schema';
import { checkYearAndDay } from './check-sizing';
import type { Problems } from './problems';
import { CodeReader } from './read-codes';
import type { TableRow } from './read-table';
import type { ReadHoursTriggering } from './run-contents';

const FILE = 'hours_basis.csv';
/** Columns of hours with two decimals, kept as whole hundredths. */
const OF_HOURS: readonly string[] = ['hours_norwegian', 'hours_social_studies', 'absence_hours'];
const HOURS = /^(0|[1-9]\d*)\.\d\d$/;
/** Columns of counts and of hours in hundredths; the average follows from them. */
const FIGURES = HOURS_BASIS_COLUMNS.slice(5).filter((column) => column !== 'average_hours');
/** Figures in which a person counts once in the country, but in every kommune with hours; all others add up. */
const PER_PERSON: readonly string[] = ['participants', 'hours_without_decision'];
/** Figures of the persons who trigger; one without a recipient stands under ALL alone. */
const OF_TRIGGERING: readonly string[] = ['starters', 'starters_within_3_months', 'triggering_without_hours'];
/** No figure is above the one that it is a part of. */
const PART_OF: readonly (readonly [part: string, whole: string])[] = [
  ['hours_rows_on_time', 'hours_rows'],
  ['starters_within_3_months', 'starters'],
  ['hours_without_decision', 'participants'],
];

interface Cell {
  readonly line: number;
  readonly kommune: string;
  readonly law: string;
  readonly yearNumber: string;
  readonly figures: ReadonlyMap<string, number>;
}

/** How rows go together into another: the key of the whole (that of the row itself where it is one), and what it may be. */
interface Relation {
  readonly wholeOf: (cell: Cell) => Pick<Cell, 'kommune' | 'law' | 'yearNumber'>;
  readonly bounds: (column: string, parts: readonly number[], yearNumber: string) => readonly [number, number];
}

const ANY_MORE = Number.MAX_SAFE_INTEGER;

const RELATIONS: readonly Relation[] = [
  {
    wholeOf: ({ kommune, law }) => ({ kommune, law, yearNumber: 'all' }),
    bounds: (_, parts) => [sumOf(parts), sumOf(parts)],
  },
  {
    // Whoever has no law stands under all laws alone, and is year number `other`, for nobody triggers without a row.
    wholeOf: ({ kommune, yearNumber }) => ({ kommune, law: 'all', yearNumber }),
    bounds: (column, parts, yearNumber) => {
      const isLoose = ['all', 'other'].includes(yearNumber) && !OF_TRIGGERING.includes(column);
      return [sumOf(parts), isLoose ? ANY_MORE : sumOf(parts)];
    },
  },
  {
    wholeOf: ({ law, yearNumber }) => ({ kommune: 'ALL', law, yearNumber }),
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
export class HoursCheck {
  readonly #manifest: Manifest;
  readonly #problems: Problems;
  readonly #cells = new Map<string, Cell>();

  constructor(manifest: Manifest, problems: Problems) {
    this.#manifest = manifest;
    this.#problems = problems;
  }

  take(row: TableRow): void {
    checkYearAndDay(FILE, row, this.#manifest, this.#problems);
    const figures = new Map(FIGURES.map((column) => [column, this.#figureOf(row, column)]));
    const codes = new CodeReader(row, FILE, this.#problems);
    const cell = {
      line: row.line,
      kommune: codes.form('kommune', /^(\d{2}|\d{4}|ALL)$/),
      law: codes.form('law', /^(all|integreringsloven|introduksjonsloven)$/),
      yearNumber: codes.form('year_number', /^([123]|other|all)$/),
      figures,
    };
    this.#cells.set(keyOf(cell), cell);
    this.#checkRow(row, figures);
  }

  finish(): void {
    for (const { wholeOf, bounds } of RELATIONS) {
      const wholes = new Map<string, { yearNumber: string; parts: Cell[] }>();
      for (const cell of this.#cells.values()) {
        const whole = wholeOf(cell);
        const known = wholes.get(keyOf(whole)) ?? { yearNumber: whole.yearNumber, parts: [] };
        wholes.set(keyOf(whole), known);
        if (keyOf(whole) !== keyOf(cell)) known.parts.push(cell);
      }
      for (const [key, { yearNumber, parts }] of wholes) {
        for (const column of FIGURES) {
          const figures = parts.map((part) => part.figures.get(column) ?? 0);
          this.#isWithin(key, column, bounds(column, figures, yearNumber));
        }
      }
    }
  }

  /** Whoever triggers has hours, or is counted as one without: by year number, in the whole country. */
  triggering(): Map<number, ReadHoursTriggering> {
    return new Map(
      [1, 2, 3].map((yearNumber) => {
        const cell = this.#cells.get(keyOf({ kommune: 'ALL', law: 'all', yearNumber: String(yearNumber) }));
        const figure = (column: string): number => cell?.figures.get(column) ?? 0;
        const persons = figure('participants') + figure('triggering_without_hours');
        return [yearNumber, { line: cell?.line ?? 1, persons }];
      }),
    );
  }

  #isWithin(key: string, column: string, [least, most]: readonly [number, number]): void {
    const cell = this.#cells.get(key);
    const found = cell?.figures.get(column) ?? 0;
    if (found >= least && found <= most) return;
    const expected = least === most ? String(least) : most === ANY_MORE ? `>= ${least}` : `${least}-${most}`;
    // Where the whole has no row, its place is the head of the table.
    this.#problems.add('VERIFY_HOURS_SUM', FILE, { line: cell?.line ?? 1, column, row: key, expected, found });
  }

  #figureOf(row: TableRow, column: string): number {
    const text = row.text(column);
    if (!OF_HOURS.includes(column)) return row.whole(column);
    if (HOURS.test(text)) return Number(text.replace('.', ''));
    this.#problems.add('VERIFY_CELL', FILE, { line: row.line, column, expected: '0.00', found: text });
    return 0;
  }

  #checkRow(row: TableRow, figures: ReadonlyMap<string, number>): void {
    const value = (column: string): number => figures.get(column) ?? 0;
    const wrong = (column: string, expected: string, found: string | number): void =>
      this.#problems.add('VERIFY_CELL', FILE, { line: row.line, column, expected, found });
    const participants = value('participants');
    const hours = value('hours_norwegian') + value('hours_social_studies');
    const average = participants > 0 ? formatHundredths(averageHundredths(hours, participants)) : '';
    const found = row.text('average_hours');
    if (found !== average) wrong('average_hours', average, found);
    for (const [part, whole] of PART_OF) {
      if (value(part) > value(whole)) wrong(part, `<= ${value(whole)}`, value(part));
    }
    if (FIGURES.every((column) => value(column) === 0)) wrong('participants', '> 0', 0);
  }
}

function keyOf({ kommune, law, yearNumber }: Pick<Cell, 'kommune' | 'law' | 'yearNumber'>): string {
  return `${kommune} ${law} ${yearNumber}`;
}

function sumOf(figures: readonly number[]): number {
  return figures.reduce((sum, figure) => sum + figure, 0);
}
