import { ordinalOfCell, type SizeSlot } from '../../analysis';
import { componentOrdinal, type ErrorDetail } from '../../domain';
import { cellsOfSlots, ratesWarnings, usedAmong } from '../rates/rates-warnings';
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
  return [...ownOf(ofA ?? [], b, ofB ?? []), ...ownOf(ofB ?? [], a, ofA ?? [])];
}
