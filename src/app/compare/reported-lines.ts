import type { LineEffects, LineEffectsRow } from '../../analysis';
import { NO_PERSON } from '../../domain';
import { recipientText } from '../recipient-text';
import { joinedRows, PROTECTED_PERSONS, type ShownPersons } from './protected-persons';

const FIGURES = ['aNok', 'populationNok', 'dataNok', 'ruleNok', 'rateNok', 'settledNok', 'bNok'] as const;

/** The seven figures of a row in the order of the columns. */
export function lineCells(row: LineEffects): number[] {
  return FIGURES.map((figure) => row[figure]);
}

/** A line as it is reported; without a recipient for protected persons, who stand together. */
export interface ReportedLine extends LineEffects {
  readonly recipientId: string;
  readonly component: string;
  readonly personRef: string;
}

/** Lines of a component, or of all. */
export interface SumOfLines extends LineEffects {
  readonly component: string;
}

/** Lines with persons by pseudonym. */
export function reportedLines(
  rows: readonly LineEffectsRow[],
  { pseudonym, isProtected }: ShownPersons,
): ReportedLine[] {
  const { open, joined } = joinedRows(rows, isProtected, lineCells);
  return [
    ...open.map((row) => ({
      ...effectsOf(lineCells(row)),
      recipientId: recipientText(row.recipient),
      component: row.component,
      personRef: row.personId === NO_PERSON ? '' : pseudonym(row.personId),
    })),
    ...joined.map(([component, figures]) => ({
      ...effectsOf(figures),
      recipientId: '',
      component,
      personRef: PROTECTED_PERSONS,
    })),
  ];
}

/** Sums by component, and of `all`, last. */
export function sumsOfLines(rows: readonly LineEffectsRow[]): SumOfLines[] {
  const components = [...new Set(rows.map(({ component }) => component))].sort();
  const sumOf = (own: readonly LineEffectsRow[]): LineEffects =>
    effectsOf(FIGURES.map((figure) => own.reduce((sum, row) => sum + row[figure], 0)));
  return [
    ...components.map((component) => ({ component, ...sumOf(rows.filter((row) => row.component === component)) })),
    { component: 'all', ...sumOf(rows) },
  ];
}

function effectsOf([
  aNok = 0,
  populationNok = 0,
  dataNok = 0,
  ruleNok = 0,
  rateNok = 0,
  settledNok = 0,
  bNok = 0,
]: readonly number[]): LineEffects {
  return { aNok, populationNok, dataNok, ruleNok, rateNok, settledNok, bNok };
}
