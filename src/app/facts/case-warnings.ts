import { ordinalOfCell, type SizeSlot } from '../../analysis';
import { componentOrdinal, type ErrorDetail, errorDetail } from '../../domain';
import { casesInForce, pinsOfYear } from '../cases/cases-in-force';
import { cellsOfSlots, ratesWarnings, usedAmong } from '../rates/rates-warnings';
import type { FactShelf } from './fact-shelf';
import type { SizeCase } from './size-case';

/** What is told of a case beside its amounts: rates files of which no cell is used in it, and its filter. */
export function warningsOf(one: SizeCase, slots: readonly SizeSlot[]): ErrorDetail[] {
  const excluded = new Set(one.excluded.map(componentOrdinal));
  const cells = cellsOfSlots(
    slots.filter(({ cell }) => !excluded.has(ordinalOfCell(cell))),
    one.grantYear,
  );
  const inUse = { grantYear: one.grantYear, otherYears: [], isUsed: usedAmong(one.rates, cells) };
  return [...ratesWarnings(one.ratesFiles, inUse), ...one.warnings];
}

/** How many acts of cases the facts of years rest on; nothing where there are none. */
export function caseWarnings(shelf: Pick<FactShelf, 'casesOf'>, grantYears: readonly number[]): ErrorDetail[] {
  const acts = [...new Set(grantYears)].reduce((sum, year) => sum + shelf.casesOf(year).length, 0);
  return acts === 0 ? [] : [errorDetail('SIZE_WITH_CASES', { acts })];
}

/** What cases of a ledger that was named decide for years, where the answer is of the register alone; nothing where they decide nothing. */
export function casesLeftAside(
  code: 'ADVICE_WITHOUT_CASES' | 'FORECAST_WITHOUT_CASES',
  ledgerFile: string | undefined,
  grantYears: readonly number[],
): ErrorDetail[] {
  const cases = casesInForce(ledgerFile);
  const acts = grantYears.reduce((sum, year) => sum + pinsOfYear(cases, year).length, 0);
  return acts === 0 ? [] : [errorDetail(code, { acts })];
}

/** A case with the rows of its sizing. */
interface SizedCase {
  readonly size: SizeCase;
  readonly slots: readonly SizeSlot[];
}

/** The same of two cases beside each other: a rates file that both were given is reported where neither uses it. */
export function pairWarnings(a: SizedCase, b: SizedCase): ErrorDetail[] {
  const [ofA, ofB] = [a, b].map(({ size, slots }) => warningsOf(size, slots));
  const ownOf = (warnings: readonly ErrorDetail[], other: SizedCase, others: readonly ErrorDetail[]): ErrorDetail[] =>
    warnings.filter(({ params }) => {
      const isShared = other.size.ratesFiles.some(({ name }) => name === params.file);
      return params.file === undefined || !isShared || others.some((warning) => warning.params.file === params.file);
    });
  const both = [...ownOf(ofA ?? [], b, ofB ?? []), ...ownOf(ofB ?? [], a, ofA ?? [])];
  // What holds of both sides is told once.
  return [...new Map(both.map((warning) => [JSON.stringify(warning), warning])).values()];
}
