import { apportion, type Component, componentOrdinal, i32, NO_RECIPIENT, type SizingRow, u8, u32 } from '../../domain';
import { componentOfCell } from '../facts/cell-key';
import type { FactTable } from '../facts/fact-table';
import type { CodeInYear } from './code-in-year';
import { isEntryCell } from './fact-units';
import { eachScenario, type ForecastCell, type ForecastRecipient } from './forecast-types';
import { type MovesSeen, movedWeight } from './moves-seen';

/** Weight of a recipient where days play no part. */
const ONE_YEAR = 365;

/**
 * Spreads each cell over recipients: this year as it is spread today, next year's cohorts where they are foreseen to
 * live, newcomers where this year's live; changed as moves were seen, under the codes of that year. The parts add up to
 * the cell.
 */
export function spreadOverRecipients(
  cells: readonly ForecastCell[],
  sizing: readonly SizingRow[],
  next: FactTable,
  moves: ReadonlyMap<number, MovesSeen>,
  codeIn: CodeInYear,
): ForecastRecipient[] {
  const today = weightsOfRows(sizing);
  const foreseen = weightsOfFacts(next);
  const sums = new Map<string, { -readonly [Name in keyof ForecastRecipient]: ForecastRecipient[Name] }>();
  for (const cell of cells) {
    const isCohort = cell.grantYear === next.grantYear && !isEntryCell(cell.cell);
    const weights =
      (isCohort ? foreseen.get(cell.cell) : undefined) ?? today.get(cell.cell) ?? new Map([[NO_RECIPIENT, 1]]);
    const recipients = [...weights.keys()].sort((a, b) => a - b);
    const moved = recipients.map((recipient) => movedWeight(weights.get(recipient) ?? 0, moves.get(recipient)));
    const parts = eachScenario((scenario) => {
      const into: number[] = [];
      if (moved.some((weight) => weight > 0)) apportion(cell.amountNok[scenario], moved, into);
      return into;
    });
    for (const [index, code] of recipients.entries()) {
      const recipient = codeIn(code, cell.grantYear);
      const component = componentOfCell(cell.cell);
      const key = `${cell.grantYear} ${recipient} ${component}`;
      const before = sums.get(key)?.amountNok;
      const amountNok = eachScenario((scenario) => (before?.[scenario] ?? 0) + (parts[scenario][index] ?? 0));
      sums.set(key, { grantYear: cell.grantYear, recipient, component, amountNok });
    }
  }
  return [...sums.values()];
}

type Weights = Map<number, Map<number, number>>;

function weightsOfRows(rows: readonly SizingRow[]): Weights {
  const weights: Weights = new Map();
  for (const { component, yearNumber, rateClass, recipient, days, persons } of rows) {
    add(weights, cellOf(component, yearNumber, rateClass), recipient, days > 0 ? days : persons * ONE_YEAR);
  }
  return weights;
}

function weightsOfFacts(facts: FactTable): Weights {
  const weights: Weights = new Map();
  for (let entry = 0; entry < facts.cell.length; entry += 1) {
    for (let share = u32(facts.shareStart, entry); share < u32(facts.shareStart, entry + 1); share += 1) {
      const recipient = u8(facts.stopped, share) === 1 ? NO_RECIPIENT : i32(facts.recipient, share);
      add(weights, u8(facts.cell, entry), recipient, i32(facts.days, share));
    }
  }
  return weights;
}

function add(weights: Weights, cell: number, recipient: number, weight: number): void {
  const mine = weights.get(cell) ?? new Map<number, number>();
  weights.set(cell, mine);
  mine.set(recipient, (mine.get(recipient) ?? 0) + weight);
}

function cellOf(component: Component, yearNumber: number, rateClass: number): number {
  return componentOrdinal(component) * 16 + yearNumber * 4 + rateClass;
}
