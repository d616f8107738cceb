import { type Component, componentOrdinal, NO_RECIPIENT, type SizingRow } from '../../domain';

/** National sum of one component, year number and class. */
export interface NationalCell {
  readonly component: Component;
  /** 0 for none. */
  readonly yearNumber: number;
  /** RATE_CLASS */
  readonly rateClass: number;
  /** Sum over recipients: who has two of them counts at both; of grunntilskudd the persons counted. */
  readonly personsAtRecipients: number;
  readonly rateNok: number | null;
  readonly amountNok: number;
}

/** Annual size of a grant year: the whole country and what is held of it. */
export interface NationalSize {
  readonly cells: readonly NationalCell[];
  readonly totalNok: number;
  /** Part without a recipient that can be paid. */
  readonly heldNok: number;
}

/** Sums the rows of sizing.csv nationally. */
export function nationalSize(rows: readonly SizingRow[]): NationalSize {
  const cells = new Map<number, { -readonly [Name in keyof NationalCell]: NationalCell[Name] }>();
  let [totalNok, heldNok] = [0, 0];
  for (const { recipient, component, yearNumber, rateClass, persons, rateNok, annualAmountNok } of rows) {
    totalNok += annualAmountNok;
    if (recipient === NO_RECIPIENT) heldNok += annualAmountNok;
    const key = componentOrdinal(component) * 16 + yearNumber * 4 + rateClass;
    const cell = cells.get(key) ?? { component, yearNumber, rateClass, personsAtRecipients: 0, rateNok, amountNok: 0 };
    cell.personsAtRecipients += persons;
    cell.amountNok += annualAmountNok;
    cells.set(key, cell);
  }
  const sorted = [...cells].sort(([a], [b]) => a - b).map(([, cell]) => cell);
  return { cells: sorted, totalNok, heldNok };
}

/**
 * How much of the size an appropriation covers, in hundredths of a percent, rounded half up; undefined for a size of 0.
 * @example coverageHundredths(815_000_000, 812_400_000) === 10_032 // 100.32 percent
 */
export function coverageHundredths(appropriationNok: number, sizeNok: number): number | undefined {
  if (sizeNok <= 0) return undefined;
  const [size, doubled] = [BigInt(sizeNok), BigInt(appropriationNok) * 20_000n];
  return Number((doubled + size) / (2n * size));
}
