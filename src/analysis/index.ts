export { ADVICE_CODES, type Advice, type AdviceItem } from './advice/advice';
export { collectAdvice } from './advice/collect-advice';
export { attributePayments, EARLIER_SYSTEM } from './budget/attribute-payments';
export { type BudgetYear, budgetYear } from './budget/budget-year';
export { changedPersons } from './compare/changed-persons';
export { type Band, type Distribution, distributionOf, largestChanges } from './compare/distribution';
export { type ComparedLine, type LineEffects, type LineEffectsRow, lineEffects } from './compare/line-effects';
export { PersonValuer } from './compare/person-amounts';
export { type PersonEffects, personEffects } from './compare/person-effects';
export { type PersonReason, REASONS, type Reason, reasonsBetween } from './compare/reasons';
export {
  addEffects,
  type Effects,
  NO_EFFECTS,
  type RecipientEffects,
  recipientEffects,
  type SizeSide,
  type SizeView,
  type Stage,
} from './compare/size-side';
export { type SlotChange, slotChanges } from './compare/slot-changes';
export { stagesBetween } from './compare/stages';
export { type AddedRow, type Change, lineOfChange, type ValueChange } from './counterfactual/change';
export { type ChangeSet, findChanges } from './counterfactual/find-changes';
export { type DateMargin, nearestLimit } from './counterfactual/nearest-limit';
export { Trial } from './counterfactual/trial';
export { renamePersons } from './facts/assemble-facts';
export {
  cellKey,
  componentOfCell,
  ordinalOfCell,
  rateClassOfCell,
  rateOfCell,
  ratesOfCell,
  yearNumberOfCell,
} from './facts/cell-key';
export { collectAtTerm, collectFacts } from './facts/collect-facts';
export { eachPersonOfBlock } from './facts/each-person';
export { decodeFacts, encodeFacts, FACT_FORMAT } from './facts/fact-blob';
export { type FactPlan, planFacts } from './facts/fact-plan';
export type { FactTable, SplitBasis } from './facts/fact-table';
export { stopIfMissing } from './facts/missing-prices';
export { type PriceList, priceListOf } from './facts/price-list';
export { Repricer } from './facts/reprice';
export type { SizeSlot } from './facts/size-slots';
export { QUARTER_DAYS } from './forecast/entry-paces';
export { forecast } from './forecast/forecast';
export { aYearBefore } from './forecast/forecast-looks';
export { FORECAST_LEVELS, type Forecast, type ForecastCell, type ForecastLevel } from './forecast/forecast-types';
export { FEW_PERSONS, STEADY_DAYS } from './forecast/seen-courses';

export { HOURS_CHARTS, type HoursChart, hoursCharts } from './hours/hours-charts';
export { hoursOfRegister } from './hours/hours-of-register';
export {
  type BatchFigures,
  type BatchLimits,
  batchFigures,
  checkLimits,
  LIMIT_NAMES,
  type LimitCheck,
} from './preview/limits';
export { isKindOfFormat, QualityCheck } from './quality/quality-check';
export { RowsAfterTaking } from './quality/rows-after-taking';
export { CountWatch } from './quality/run-checks';
export { BOOTSTRAP_DRAWS, type CostUncertainty, costUncertainty, TRIMMED_PERCENT } from './rate-model/cost-uncertainty';
export { derivedRates, type RateCandidate, type RateModelInput, rateCandidates } from './rate-model/rate-model';
export {
  type CostSample,
  costSample,
  type RateModelData,
  rateModelData,
  yearsOfCosts,
} from './rate-model/rate-model-data';
export {
  coverageOfSum,
  nationalSum,
  type PersonCount,
  personCounts,
  rateSensitivity,
  type SensitivityRow,
} from './rate-model/sensitivity';

export { distinctPersons, type GroupOf, type PersonTraits, personTraits } from './scenario/distinct-persons';
export { amountsByPerson, groupedSlots, type SlotGroups } from './scenario/grouped-amounts';
export { type Impact, impactOf, type OtherAnswer } from './scenario/open-questions';
export { amountsOf, beginScenarioWork, priceScenarios, type ScenarioWork } from './scenario/price-scenarios';
export {
  countedSlots,
  NO_FILTER,
  type RecipientTotal,
  recipientTotals,
  type Scenario,
  type SizeFilter,
} from './scenario/scenario';
export { type BackTestRow, type BackTestScore, backTestScores, heldAgainst } from './simulation/back-test';
export { ENTRY_GROUPS } from './simulation/entry-groups';
export type { GivenArrivals } from './simulation/given-arrivals';
export { type SimulationRequest, simulateForecast, YEARS_AHEAD } from './simulation/simulate-forecast';
export type {
  Band as AmountBand,
  CellBand,
  ComponentBand,
  RecipientBand,
  RecipientCellBand,
  SimulatedForecast,
  TotalBand,
} from './simulation/simulation-types';
export { coverageHundredths, type NationalSize, nationalSize, sizeRegister } from './size/size-register';
export { collectStatistics, NO_KOMMUNE } from './statistics/collect-statistics';
export { AGE_NAMES, COLUMN_NAMES, type Dimension, SEX_NAMES, START_NAMES } from './statistics/dimensions';
export { hideRows, publishStatistics, type StatisticsTable } from './statistics/publish-statistics';
export type { Figure, PublishedTable } from './statistics/publish-table';
