import { decisionConditionOf, readingsOf } from '../../../rules';
import {
  type AgeTurn,
  CELL_COLUMNS,
  CELL_TABLES,
  type Cell,
  type CellTable,
  type DayTurn,
  type GrantYearContext,
  type RuleModule,
  type Turn,
} from '../../domain';

/** What the rule of a component reads of a person, and where it turns, as its conditions and other readings say. */
export interface RuleReads {
  readonly cells: ReadonlySet<Cell>;
  /** Columns by table, in the order in which ties between changes are broken; of tables that stand here only. */
  readonly columns: Readonly<Partial<Record<CellTable, readonly string[]>>>;
  readonly days: readonly DayTurn[];
  readonly ages: readonly AgeTurn[];
  /** DECISION_KIND that it needs or pays; undefined for none. */
  readonly decisionKind: number | undefined;
  /** RESIDENCE_KIND that alone counts; undefined where any does. */
  readonly residenceKind: number | undefined;
}

/** A row is read only where it does not end before it begins (data contract 1), whether or not a rule compares the two. */
const READABLE: DayTurn = {
  cell: 'targetGroup.leftOn',
  is: 'from',
  than: 'targetGroup.enteredOn',
  plusDays: 0,
  ifSplit: false,
};

export function readsOf(module: RuleModule, context: GrantYearContext): RuleReads {
  const readings = readingsOf(module);
  const cells = new Set(readings.flatMap((reading) => [...reading.cells, ...(reading.cellsIn?.(context) ?? [])]));
  if (cells.has(READABLE.cell) || cells.has('targetGroup.enteredOn')) cells.add(READABLE.cell);
  const turns: readonly Turn[] = [READABLE, ...readings.flatMap((reading) => reading.turns(context))];
  return {
    cells,
    columns: columnsOf(cells),
    days: turns.flatMap((turn) => ('cell' in turn ? [turn] : [])),
    ages: turns.flatMap((turn) => ('ages' in turn ? [turn] : [])),
    decisionKind: module.rows?.decisionKind ?? decisionConditionOf(module)?.decisionKind,
    residenceKind: readings.find(({ residenceKind }) => residenceKind !== undefined)?.residenceKind,
  };
}

function columnsOf(cells: ReadonlySet<string>): RuleReads['columns'] {
  const columns: Partial<Record<CellTable, readonly string[]>> = {};
  for (const table of CELL_TABLES) {
    const read = CELL_COLUMNS[table].filter((column) => cells.has(`${table}.${column}`));
    if (read.length > 0) columns[table] = read;
  }
  return columns;
}

/** Every age at which the rule turns: the first that counts, and the first that no longer does; ascending. */
export function turningAges(turns: readonly AgeTurn[]): number[] {
  const ages = turns.flatMap(({ ages: { from, to } }) => [from, to + 1]);
  return [...new Set(ages)].filter((age) => age > 0 && Number.isFinite(age)).sort((a, b) => a - b);
}
