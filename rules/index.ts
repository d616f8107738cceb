import type { Rate } from '../src/domain';
import { assumptionsWithLimits, buildAssumptionTable } from './parameters/assumption-table';
import { buildLimitTable } from './parameters/limit-table';
import { buildRateTable } from './parameters/rate-table';
import { buildPlaceRegister } from './registers/place-register';
import { buildRegionTable } from './registers/region-table';
import type { RuleSet } from './rule-set';
import {
  readAssumptions,
  readLimits,
  readPlaces,
  readRegions,
  readShippedRates,
  type ShippedTexts,
} from './shipped-rows';

export { type Calendar, grunntilskuddTermOf, sayArrears, sayDecisionsDue } from './calendars';
export { changedLimits, withChoice, withLimits, withRegions } from './choices';
export { moveWeights } from './common/asylum-explanation';
export { sayCountTime } from './common/count-explanation';
export { firstPaidEntryDay, givesEntryYear, isOfEntryYear, lawsOfEntry } from './common/entry-year';
export { countDateOf, grunntilskuddStepOf } from './common/grunntilskudd-evaluate';
export { prorated } from './common/proration';
export { partsOf, shareMove, weightsOf } from './common/shares';
export { findStandingDecision } from './common/standing-decision';
export { isVisible, rowEnd, rowStart, visiblePersonRow } from './common/visible-rows';
export { residenceRowOn } from './common/window';
export { sayNoGrant, sayStep } from './conditions/count-steps';
export { bitOf, decisionConditionOf, readingsOf, scopeMask } from './conditions/mask';
export { type LintFinding, lintCheckSums, lintRules } from './lint/lint-rules';
export { compareLock, extendLock, type LockProblem, WRITABLE } from './lock/compare-lock';
export * from './lock/released-tables';
export {
  EARLIER_LOCK_FILES,
  lockedHash,
  lockedIds,
  parseRuleLock,
  printRuleLock,
  RULE_LOCK_FILE,
  type RuleLock,
  sourceFileOf,
} from './lock/rule-lock';
export { buildAssumptionTable, expectAssumptions, withAssumption } from './parameters/assumption-table';
export { assumptionWords } from './parameters/assumption-words';
export { formOfLimit, otherValues } from './parameters/limit-kinds';
export { buildLimitTable } from './parameters/limit-table';
export { limitsOf, stepOfText, YearLimits } from './parameters/limit-values';
export { buildRateTable } from './parameters/rate-table';
export type { RegionRow } from './registers/region-table';
export { moduleFor, RULE_MODULES, rulesOf } from './registry';
export type { RuleSet } from './rule-set';
export {
  dueDayOf,
  FIRST_CALENDAR_YEAR,
  payDayOf,
  SCHEME_STEPS,
  type SchemeStep,
  yearEndDayOf,
} from './scheme-calendar';
export { readRegions, SHIPPED_FILES, type ShippedTexts } from './shipped-rows';
export { calendarOf, findCalendar } from './year-calendar';

/** Rule set from the shipped data and, in order, the rates files of the user (later files win, cell by cell). */
export function loadRules(texts: ShippedTexts, overlays: readonly (readonly Rate[])[] = []): RuleSet {
  const shippedRates = readShippedRates(texts.rates);
  const limits = buildLimitTable(readLimits(texts.limits));
  return {
    places: buildPlaceRegister([...readPlaces(texts.kommuner), ...readPlaces(texts.fylker)]),
    regions: buildRegionTable(readRegions(texts.regions)),
    rates: buildRateTable([shippedRates, ...overlays]),
    assumptions: buildAssumptionTable(assumptionsWithLimits(readAssumptions(texts.assumptions), limits)),
    limits,
    shippedRates,
  };
}
export { hourGrantNok } from './common/hour-grant';
export { weighByMonths } from './common/month-weights';
export { currentLock } from './lock/current-lock';
