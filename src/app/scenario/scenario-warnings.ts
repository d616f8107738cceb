import { ordinalOfCell } from '../../analysis';
import { componentOrdinal, type ErrorDetail, errorDetail, rateCell } from '../../domain';
import { caseWarnings, warningsOf } from '../facts/case-warnings';
import type { FactShelf } from '../facts/fact-shelf';
import { type LeftOut, registerWarnings } from '../facts/left-out';
import type { SizeCase } from '../facts/size-case';
import { cellsOfSlots } from '../rates/rates-warnings';
import type { Figures, ScenarioAnswer } from './scenario-answer';
import { BY_WORD } from './scenario-rates';
import type { PricedCase } from './scenario-side';

/** Limits of which no value shows in what is due at term 4, and those of the hours basis alone (rulebook 8.4). */
const BY_TERM = /^(terms\.shares|grunntilskudd\.due_term)$/;
const OF_HOURS = /^(hours|starters)\./;

/** Everything that is told of a scenario beside its figures: what it leaves out, and what of it changes nothing. */
export function scenarioWarnings(
  priced: PricedCase,
  base: PricedCase,
  answer: ScenarioAnswer,
  { shelf, leftOut }: { readonly shelf: FactShelf; readonly leftOut: LeftOut },
): ErrorDetail[] {
  const { size, repricer } = priced;
  const { label: scenario, grantYear } = size;
  const snapshot = shelf.snapshot(size.place);
  const told = wordsWithoutEffect(priced);
  const others = new Set([...size.law.map(({ what }) => what), ...ratesByWord(size)]);
  for (const { what } of told) others.delete(what);
  return [
    ...registerWarnings(snapshot),
    ...caseWarnings(shelf, [grantYear, base.size.grantYear]),
    ...(leftOut.unknownCountryPersons === 0
      ? []
      : [errorDetail('COUNTRY_LEFT_OUT', { scenario, persons: leftOut.unknownCountryPersons })]),
    ...warningsOf(size, repricer.slots),
    // Asked only where there is no sum: of a thousand scenarios each has the same baseline.
    ...(answer.total.baseNok === undefined ? baselineLacks(scenario, base) : []),
    ...told.map(({ warning }) => warning),
    ...(answer.recipients.length === 0 ? nothingLeft(size) : []),
    // What is told above to show nowhere is not told once more.
    ...((others.size > 0 || asksNothingNew(size)) && base.size.grantYear === grantYear && isSame(answer)
      ? [errorDetail('SCENARIO_CHANGES_NOTHING', { scenario, grantYear })]
      : []),
  ];
}

/** Limits, choices or regions are named, each with the value that it has. */
function asksNothingNew({ asksOfLaw, law }: SizeCase): boolean {
  return asksOfLaw === true && law.length === 0;
}

/** A baseline without all the rates that it needs comes to no sum, so nothing is held against it. */
function baselineLacks(scenario: string, { size, repricer }: PricedCase): ErrorDetail[] {
  const missing = repricer.missing(size.prices, size);
  if (missing.length === 0) return [];
  const cells = missing.map(({ key, grantYear, rateClass }) => rateCell(key, grantYear, rateClass)).join(', ');
  return [errorDetail('SCENARIO_BASELINE_LACKS_RATES', { scenario, baseline: size.label, cells })];
}

/** A filter that matches nothing gives no sum at all. */
function nothingLeft({ filter, label: scenario, grantYear }: SizeCase): ErrorDetail[] {
  const isFiltered = filter.recipients.length > 0 || filter.rateClasses.length > 0;
  return isFiltered ? [errorDetail('FILTER_LEAVES_NOTHING', { scenario, grantYear })] : [];
}

/** Rates that a word names and nobody needs, and limits that no size shows. Of files of rates the whole file is told. */
function wordsWithoutEffect({
  size,
  repricer,
}: PricedCase): { readonly what: string; readonly warning: ErrorDetail }[] {
  const { label: scenario, grantYear, term, law, excluded } = size;
  const limits = law.flatMap(({ what }) => {
    const code = OF_HOURS.test(what) ? 'LIMIT_OF_HOURS' : 'LIMIT_OF_TERMS';
    const isUnseen = code === 'LIMIT_OF_HOURS' || (term === 4 && BY_TERM.test(what));
    return isUnseen ? [{ what, warning: errorDetail(code, { scenario, limit: what }) }] : [];
  });
  const byWord = ratesByWord(size);
  if (byWord.length === 0) return limits;
  const left = new Set(excluded.map(componentOrdinal));
  const needed = cellsOfSlots(
    repricer.slots.filter(({ cell }) => !left.has(ordinalOfCell(cell))),
    grantYear,
  );
  const needless = byWord.filter((cell) => !needed.has(cell));
  return [
    ...limits,
    ...needless.map((cell) => ({ what: cell, warning: errorDetail('RATE_NEEDED_BY_NOBODY', { scenario, cell }) })),
  ];
}

/** Cells that a word of the scenario names. */
function ratesByWord({ rates, grantYear }: Pick<SizeCase, 'rates' | 'grantYear'>): string[] {
  const ofWords = rates.rates.filter(({ file, source }) => file === BY_WORD && !source.startsWith('--'));
  return ofWords.map(({ key, rateClass }) => rateCell(key, grantYear, rateClass));
}

/** True where scenario and baseline come to the same for every recipient and cell. */
function isSame({ recipients, cells }: ScenarioAnswer): boolean {
  const rows: readonly Figures[] = [...recipients, ...cells];
  return rows.length > 0 && rows.every((row) => row.amountNok === row.baseNok && row.persons === row.basePersons);
}
