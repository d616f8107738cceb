export { apportion } from './apportion';
export { bankDaysAfter, easterSunday, isBankDay, nextBankDay } from './bank-days';
export { blockOfFacts, inBlockOrder, placesOfFacts } from './block-of-facts';
export { type Canonical, canonicalJson } from './canonical-json';
export {
  CASE_ACT_KINDS,
  CASE_DECISIONS,
  CASE_KINDS,
  CASE_TABLES,
  type CaseAct,
  type CaseActDetails,
  type CaseActKind,
  type CaseDecision,
  type CaseKind,
  type CaseTable,
  type ClaimActKind,
  caseActFields,
  EMPTY_CASE_ACT,
  isClaimAct,
  isReadByRuns,
} from './case-act';
export { actOfLine, lineInFile, lineOfAct } from './case-rows';
export { at, emptyList, f64, i32, insertAt, u8, u16, u32, whole } from './columns';
export {
  assumptionOfGroup,
  COMPONENTS,
  COUNT_COMPONENT,
  type Component,
  type ComponentText,
  type ComponentTraits,
  codeOfOrdinal,
  componentOfRate,
  componentOrdinal,
  componentText,
  groupCode,
  groupMark,
  HOURS_COMPONENT,
  hasParticipants,
  hasYears,
  isCounted,
  isPerDecision,
  isPerKommune,
  NETTING_GROUPS,
  type NettingGroup,
  nettingGroupOf,
  ordinalOfCode,
  PARTICIPANT_COMPONENT,
  parseComponent,
  payoutCode,
  paysHours,
  RATE_CLASS,
  RATE_CLASSES,
  RATE_KEYS,
  type RateClass,
  type RateKey,
  rateKeysOf,
  traitsOf,
} from './component';
export {
  type AgeRange,
  type AgeTurn,
  type BoundCondition,
  type CandidateRows,
  CELL_COLUMNS,
  CELL_TABLES,
  type Cell,
  type CellTable,
  type Condition,
  type DayTurn,
  partsOfCell,
  type Reading,
  type Said,
  type TriedRow,
  type Turn,
  type Wording,
} from './condition';
export { csvObjects, csvRecords, csvRows } from './csv-rows';
export {
  ageOn,
  asDay,
  type CalendarDate,
  calendarDate,
  type Day,
  dayOf,
  daysInMonth,
  FAR_FUTURE,
  FAR_PAST,
  formatDay,
  knownDay,
  monthIndex,
  NO_DAY,
  parseDay,
  quarterOf,
  yearOf,
} from './day';
export {
  assert,
  type FailureKind,
  InvariantError,
  NorsktilskuddError,
  unreachable,
} from './errors';
export {
  type CodedText,
  codedTexts,
  type Decided,
  type DueAmount,
  type DueSentence,
  type ExplainedReading,
  type ExplanationStep,
  type NamedPlace,
  type StepSource,
} from './explanation-step';
export { type Finding, finding, type Severity } from './finding';
export { fingerprintOf, fingerprintOfText } from './fingerprint';
export { GrowingColumn } from './growing-column';
export { JsonFault, type JsonFaultReason } from './json-scan';
export {
  JSON_BYTES_MAX,
  JSON_LEVELS_MAX,
  type JsonFile,
  jsonOfFile,
  jsonTextOf,
  parseJson,
  parseJsonBytes,
} from './json-text';
export { isKid } from './kid';
export { formatKroner, formatWhole, groupDigits, type Kroner, kroner, multiplyDivide } from './kroner';
export { emptyLine, LINE_REASON, LINE_REASONS, type Line, LineTable } from './line-table';
export {
  type ErrorDetail,
  errorDetail,
  type FindingCode,
  type MessageCode,
  type MessageParams,
  type ParamsArguments,
  type ParamsOf,
  type ReportParams,
} from './message';
export { NOTE, Outcome, SHARING, STATUS, TABLE } from './outcome';
export {
  ASSUMPTION,
  type Assumption,
  type AssumptionTable,
  assumptionBit,
  assumptionsIn,
  type Limit,
  type LimitKey,
  type LimitTable,
  NEVER_PAYABLE,
  ownerOfCell,
  PARAMETER_STATUSES,
  type ParameterStatus,
  parseLimitKey,
  type Rate,
  type RateTable,
  rateCell,
} from './parameter';
export type { BatchMoney, DatedPayment, GrantedSum } from './payment-history';
export {
  PAYMENT_KEY_LENGTH_MAX,
  PAYMENT_SCHEME,
  type PaymentKeyParts,
  paymentKey,
  REHEARSAL_MARK,
} from './payment-key';
export { cellOf, type FactColumns, type FactRow, factColumnsOf, factsOfPerson, type PersonFacts } from './person-facts';
export { formatPersonId, hasValidDufCheckDigits, NO_PERSON, PersonId } from './person-id';
export { holdsPersonId, isRatherPersonId, personIdsIn, withoutPersonIds } from './person-ids-in-text';
export { type GrantYearContext, hasProtectedRow, isProtectedPerson, type PersonView } from './person-view';
export {
  asRecipientCode,
  type CodeTranslation,
  formatRecipientCode,
  isKommune,
  NO_RECIPIENT,
  OSLO,
  type Place,
  type PlaceRegister,
  parseRecipientCode,
  RECIPIENT_CODE_LIMIT,
  type RecipientCode,
  type RegionTable,
} from './places';
export type {
  CarriedBalance,
  Coverage,
  OpeningBalance,
  OpeningCoverage,
  OpeningPosting,
  PostedEntry,
  PostedState,
} from './posted';
export type {
  CostBaseColumns,
  DecisionColumns,
  HoursColumns,
  PersonRowColumns,
  PlaceColumns,
  RegisterBlock,
  RegisterSource,
  RowColumns,
  TargetGroupColumns,
  TeachingHoursColumns,
} from './register-block';
export { closestWord, resemblesName } from './resembling-names';
export type { Dues, Evaluate, ExplainedKommune, RuleDefinition, RuleModule } from './rule-module';
export {
  type ComputedComponent,
  type ConservationRow,
  compareHeld,
  compareText,
  type HeldRow,
  type HoursBasisRow,
  type PayoutRow,
  type RunRequest,
  type RunResult,
  type SizingRow,
} from './run-result';
export { HELD, HELD_REASONS, type HeldReason, Settlement } from './settlement';
export { chainedHash, sha256Hex } from './sha256';
export { FEWEST_PERSONS, FEWEST_RECIPIENTS, reportedGroups } from './small-groups';
export { placeKey, type StandingRow, standingRow } from './standing-row';
export {
  camelCase,
  digitsOfNumber,
  firstInvisible,
  foldName,
  showInvisible,
  snakeCase,
  trimBlanks,
  withPlainMinus,
  wordsOfName,
} from './text-forms';
export { type KommuneRecord, NO_TRACE, type TraceSink } from './trace-sink';
export { hasUnseen, visibleJson, visibleLines, visibleText } from './visible-text';
export {
  ADDRESS_PROTECTION,
  ADDRESS_PROTECTIONS,
  CATEGORIES,
  CATEGORY,
  DECISION_KIND,
  DECISION_KINDS,
  HOURS_CATEGORIES,
  HOURS_CATEGORY,
  HOURS_SOURCES,
  LAW,
  LAWS,
  OUTCOME,
  OUTCOMES,
  packCountry,
  RESIDENCE_KIND,
  RESIDENCE_KINDS,
  SEXES,
  unpackCountry,
  YES_NO,
} from './vocabulary';
