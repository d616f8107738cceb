import { COMPONENTS, type Day } from '../../domain';
import { componentOfCell, ordinalOfCell } from '../facts/cell-key';
import { bandOf, sumRows } from './bands';
import { groupBy } from './group-by';
import type { CellBand, ComponentBand, RecipientBand, RecipientCellBand, TotalBand } from './simulation-types';
import { SIMULATIONS, type YearDraws } from './year-tally';
import type { YearWorld } from './year-world';

/** The bands of one grant year. */
export interface YearBands {
  readonly simulations: number;
  readonly total: TotalBand;
  readonly components: readonly ComponentBand[];
  readonly cells: readonly CellBand[];
  readonly recipients: readonly RecipientBand[];
  readonly recipientCells: readonly RecipientCellBand[];
}

const NOBODY = new Int32Array(SIMULATIONS);

/** Bands from the simulations of a year; each is of its own sums, since numbers of bands do not add up. */
export function yearBands(world: YearWorld, { amountNok, persons }: YearDraws, knownOn: Day): YearBands {
  const { grantYear, pieces } = world;
  const rows = pieces.slots.flatMap(({ recipient, cell }, slot) => {
    const row = amountNok[slot];
    return row === undefined ? [] : [{ recipient, cell, row }];
  });
  rows.sort((a, b) => a.recipient - b.recipient || a.cell - b.cell);
  const sumOf = (some: typeof rows): Float64Array =>
    sumRows(
      some.map(({ row }) => row),
      SIMULATIONS,
    );
  const knownIn = knownByCell(world);
  const cells = [...new Set([...rows.map(({ cell }) => cell), ...persons.keys()])].sort((a, b) => a - b);
  const personsOf = (some: readonly number[]): Float64Array =>
    sumRows(
      some.map((cell) => persons.get(cell) ?? NOBODY),
      SIMULATIONS,
    );
  const known = (some: readonly number[]): number => some.reduce((sum, cell) => sum + (knownIn.get(cell) ?? 0), 0);
  const byCell = groupBy(rows, ({ cell }) => cell);
  const byRecipient = groupBy(rows, ({ recipient }) => recipient);
  return {
    simulations: SIMULATIONS,
    total: { grantYear, knownOn, amountNok: bandOf(sumOf(rows)) },
    components: COMPONENTS.flatMap((component, ordinal) => {
      const mine = cells.filter((cell) => ordinalOfCell(cell) === ordinal);
      if (mine.length === 0) return [];
      const amounts = bandOf(sumOf(mine.flatMap((cell) => byCell.get(cell) ?? [])));
      return [{ grantYear, component, known: known(mine), persons: bandOf(personsOf(mine)), amountNok: amounts }];
    }),
    cells: cells.map((cell) => ({
      ...{ grantYear, cell, component: componentOfCell(cell), ...pieces.rateOf(cell) },
      known: known([cell]),
      persons: bandOf(personsOf([cell])),
      amountNok: bandOf(sumOf(byCell.get(cell) ?? [])),
    })),
    recipients: [...byRecipient].map(([recipient, some]) => ({ grantYear, recipient, amountNok: bandOf(sumOf(some)) })),
    recipientCells: rows.map(({ recipient, cell, row }) => ({ grantYear, recipient, cell, amountNok: bandOf(row) })),
  };
}

/** Persons known at D by cell; those who count stand under the step that their kommune has today. */
function knownByCell({ known, counts, countCellOf }: YearWorld): Map<number, number> {
  const cells = new Map<number, number>();
  const addTo = (cell: number, more: number): void => void cells.set(cell, (cells.get(cell) ?? 0) + more);
  for (const { pieces } of known) for (const { cells: mine } of pieces) for (const cell of mine) addTo(cell, 1);
  for (const [, some] of groupBy(counts.known, (kommune) => kommune)) {
    const cell = countCellOf(some.length);
    if (cell !== undefined) addTo(cell, some.length);
  }
  return cells;
}
