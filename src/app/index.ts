/* What results hold, and the words that they use, of the rooms below: src/cli imports this door alone. */
export { RULE_MODULES } from '../../rules';
export {
  AGE_NAMES,
  type AmountBand,
  type BackTestRow,
  type BackTestScore,
  BOOTSTRAP_DRAWS,
  type BudgetYear,
  componentOfCell,
  EARLIER_SYSTEM,
  FEW_PERSONS,
  type Figure,
  FORECAST_LEVELS,
  type Forecast,
  type ForecastCell,
  HOURS_CHARTS,
  type LimitCheck,
  type PublishedTable,
  QUARTER_DAYS,
  rateClassOfCell,
  SEX_NAMES,
  type SimulatedForecast,
  STEADY_DAYS,
  type StatisticsTable,
  TRIMMED_PERCENT,
  yearNumberOfCell,
} from '../analysis';
export type { StoredSnapshot, StratumResult } from '../audit';
export { FEWEST_PERSONS, FEWEST_RECIPIENTS, reportedGroups } from '../domain';
export {
  type Accepted,
  type AdoptedList,
  type BlockedAccount,
  type Blocker,
  type DoneBy,
  type EntryFate,
  figureParams,
  type LastPosted,
  LIST_KINDS,
  type ListedRight,
  type PayableRecipient,
  type PaymentFileInfo,
  type ProposedRecipient,
  parseRight,
  RECIPIENT_STATES,
  type ReceiptInfo,
  type ReceiptWithdrawal,
  type RecipientActBy,
  type RecipientFacts,
  type RecipientHistoryRow,
  SIGNING_ROLES,
  type SignedList,
  type SigningRole,
  type SnapshotHold,
  STANDING_CAUSES,
  type StandingCause,
  type StandsBehind,
  type TrackedPayment,
  wantedCode,
} from '../ledger';
export { BANK_PAYMENT_STATES, type BankPaymentState, type JudgedPayment, type Judgement } from '../payout';
export type { ProgressListener, ReadingProgress, ReadingStage } from '../register';
export { type ArrivalFlow, FLOW_SHAPES } from '../synthetic';
export { type Act, type Acted, type ActingInstallation, withAct } from './acts/act';
export { type AnnulmentView, annulRun } from './acts/annul';
export { continueLedger } from './acts/continue-ledger';
export { forgetPersons } from './acts/forget';
export { type OutcomeRequest, paymentsOfRun, recordOutcomes } from './acts/outcomes';
export { type GoingContents, type KeptContent, type Prunable, type Pruning, pruneSnapshots } from './acts/prune';
export type { GoingRun } from './acts/run-parts';
export { type LedgerStatus, ledgerStatus } from './acts/status';
export { withdrawRun } from './acts/withdraw';
export { type AdviceReport, adviceReport, adviceTables } from './advice/advice';
export { type Analysis, type AnalysisRequest, withAnalysis } from './analysis/open-analysis';
export { type ApprovalAnswer, approveRun } from './approve/approve-run';
export type { PayeeFault } from './approve/payee-faults';
export { type SignAnswer, signAct, signingWarnings } from './approve/sign-act';
export type { Withheld } from './approve/withheld';
export type { ActOfRun, OpenAct } from './cases/acts-of-run';
export {
  CASE_ACTS_OFFERED,
  type CaseActAnswer,
  type CaseAnswer,
  closeCase,
  confirmCaseAct,
  decideCase,
  openCase,
  proposeCaseAct,
  withdrawCaseAct,
} from './cases/case-acts';
export { caseOf, casesOf, type ShownAct, type ShownCase, shownAct } from './cases/read-cases';
export { strayNotes } from './cases/stray-act';
export { type ClaimView, claimsOf, proposeClaim, proposeClaimPayment, proposeWriteOff } from './claims/claims';
export { type SuggestedClaim, suggestedClaims } from './claims/suggested-claims';
export type { BatchSumRow } from './compare/compare-opening';
export type { PersonCompared } from './compare/compare-person';
export { type Compared, compareSides, type SizesCompared } from './compare/compare-sides';
export { effectCells } from './compare/comparison-files';
export { sumOfEffects, sumsByComponent } from './compare/component-effects';
export { lineCells } from './compare/reported-lines';
export type { RecipientWhy, Why } from './compare/why';
export { whyWords } from './compare/why-words';
export { type DoctorReport, executeDoctor } from './doctor/execute-doctor';
export { decisionCodes, RegisterSummary, Tally } from './doctor/register-summary';
export { type DossierReport, executeDossier } from './dossier/execute-dossier';
export { executeYearDossier, type YearDossierInput } from './dossier/year-dossier';
export { type Exceptions, exceptions } from './exceptions/exceptions';
export { exceptionsTables } from './exceptions/exceptions-file';
export { executeExplain } from './explain/execute-explain';
export type { ExplainTarget } from './explain/explain-input';
export { explainScenario } from './explain/explain-scenario';
export { type ExportReport, executeExport } from './export/execute-export';
export type { LeftOut } from './facts/left-out';
export type { LawChange, SizeCase } from './facts/size-case';
export { type SizingTools, withSizingTools } from './facts/sizing-tools';
export { type BackTest, backTest } from './forecast/back-test';
export { type ForecastAnswer, forecastAnswer, midDifference, NO_GRANT_YEAR } from './forecast/forecast-answer';
export { forecastTables } from './forecast/forecast-tables';
export { type HeadsOfRun, withHeads } from './heads-of-run';
export { type HelpTopic, helpTopic, helpWords } from './help/help-topic';
export { barsOf, hoursTables } from './hours/hours-files';
export { type HoursReport, hoursReport, lawName, nationalRows, yearNumberName } from './hours/hours-report';
export { type ImpactReport, impactReport } from './impact/impact';
export { impactTables } from './impact/impact-tables';
export { executeImport } from './import/execute-import';
export type { FindingGroup } from './import/finding-groups';
export type { ImportReport } from './import/import-report';
export { fillInFiles, makeInstallation } from './init/make-installation';
export type { NewSigner } from './init/make-signers';
export { takeOver } from './init/take-over';
export { addYearSheet } from './init/year-sheet';
export { backupLedger, checkLedger, type LedgerCheck, type Restored, restoreLedger } from './ledger-care/ledger-care';
export { checkLetters, type LettersCheck } from './letters/check-letters';
export { LETTERS_SCHEMA, type LetterSettings, letterSettings } from './letters/letter-settings';
export { type LettersWritten, writeLetters } from './letters/write-letters';
export { generateExtracts, writeDemoExtracts } from './library/generate-extracts';
export { diffList, type ListDiff, type ListRow, listRows } from './lists/list-diff';
export { adoptedLists, adoptList, makeKey, proposeList, signList } from './lists/lists';
export { extractStep } from './next-step/extract-step';
export { keyStep, listStep } from './next-step/list-steps';
export { firstStep, nextSteps, nextStepsOf, requiresKey, type StepAbout } from './next-step/next-steps';
export {
  type NextStep,
  NO_STEP_SETTINGS,
  type StepSettings,
  type StepWord,
  signedAs,
  step,
} from './next-step/step';
export { termOfExtract } from './next-step/term-steps';
export { checkPayment, type PaymentCheck } from './payment/check-payment';
export { PAYMENT_SCHEMA } from './payment/payment-schema';
export * from './payment/payment-settings';
export { checkPayout, type PayoutCheck } from './payout/check-payout';
export { discardPayout, type HandedOver, handOverPayout, payoutFiles } from './payout/hand-over';
export type * from './payout/payout-types';
export { writePayout } from './payout/write-payout';
export type { AccountChange } from './preview/account-changes';
export type { PastBatch } from './preview/batch-history';
export { executePreview, type Preview, type PreviewReport } from './preview/execute-preview';
export type { PreviewChange } from './preview/largest-changes';
export type { OpeningSummary } from './preview/opening-summary';
export type { PreviewRecipient } from './preview/preview-recipients';
export type { FindingSum } from './preview/sums-by-reason';
export { accessLog, revealPerson } from './privacy/access';
export { isPseudonym } from './privacy/find-person';
export { keyIdsInUse } from './privacy/keys-in-use';
export { KnownProtection, SnapshotShelf } from './privacy/known-protection';
export { programFolder, programVersion } from './program-files';
export { rateModelTables } from './rate-model/rate-model-files';
export { type RateModelReport, rateModelReport } from './rate-model/rate-model-report';
export { readJsonFile } from './read-json-file';
export type { AccountDifference, AccountDifferences } from './receipts/agency-accounts';
export type { ReadReceipt } from './receipts/apply-receipt';
export { judgeReceipts } from './receipts/judge-receipts';
export {
  type PaymentProgress,
  paymentProgress,
  type SilentFile,
  type StageSum,
} from './receipts/payment-progress';
export {
  type ReceiptsRequest,
  readReceipts,
  receiptsOfLedger,
  withdrawReceipt,
} from './receipts/read-receipts';
export { BUCKETS, type ReconciledRow, type Reconciliation, reconcile } from './receipts/reconcile';
export { recipientName, recipientText } from './recipient-text';
export {
  blockRecipients,
  confirmRecipients,
  type RecipientDecided,
  type RecipientDecision,
  rejectRecipients,
} from './recipients/answer-recipients';
export { importRecipients, type RecipientImport } from './recipients/import-recipients';
export * from './recipients/recipient-views';
export { reportForecast } from './report/analysis/report-forecast';
export {
  type AnalysisReportWritten,
  expectLooker,
  reportScenarios,
} from './report/analysis/write-analysis-report';
export { executeReport, LINES_DRAWN, type ReportWritten } from './report/execute-report';
export { type NewRule, newRule } from './rules/author/new-rule';
export { checkRules, type LockChange, lockRules, refuseFaults } from './rules/check-rules';
export { compareLaws } from './rules/compare-laws';
export { compareYears } from './rules/compare-years';
export { conditionSentences } from './rules/condition-sentences';
export { runExamples } from './rules/examples/run-examples';
export { type GrantYearView, grantYearView } from './rules/grant-year-view';
export { type ShownRule, type ShownSource, showRule } from './rules/show-rule';
export { executeRun } from './run/execute-run';
export { runIdsOf } from './run/run-ids';
export type { RunReport } from './run/run-report';
export { NO_SETTINGS } from './run/term-facts';
export { executeSample, type SampleReport } from './sample/execute-sample';
export { type RecordReport, recordOutcome } from './sample/record-outcome';
export { type SampleResults, sampleResults } from './sample/sample-results';
export { executeScenarios, type ScenarioOptions, type ScenarioResult } from './scenario/execute-scenarios';
export { fylkeOf } from './scenario/fylke-of';
export type { Figures, ScenarioAnswer } from './scenario/scenario-answer';
export { readScenarioFile, scenarioJsonSchema } from './scenario/scenario-file';
export { type ScenarioLine, scenariosOfLine } from './scenario/scenario-line';
export { GROUPINGS, SIZE_NAMES } from './scenario/scenario-side';
export { scenarioMicro, scenarioTables } from './scenario/scenario-table';
export { loadShippedRules } from './shipped-rules';
export type { LedgerView } from './size/rates-used';
export { personsIn, refuseNoLedger, type SizeReport, sizeReport } from './size/size-report';
export { sizeMicro, sizeTables } from './size/size-tables';
export { publishOnce } from './statistics/published-once';
export { STATISTICS_COLUMNS, statisticsRows, statisticsTables } from './statistics/statistics-files';
export { columnNames, rowName, type StatisticsReport, statisticsReport } from './statistics/statistics-report';
export { TABLE_KINDS, type TableKind } from './table-files/table-kinds';
export { type TableForm, type TableSet, writeTableFiles } from './table-files/write-table-files';
export { takeChangedTables } from './tables/changed-tables';
export { notPosted } from './verify/check-state';
export { foldersToVerify } from './verify/folders-to-verify';
export { keyOfRuns } from './verify/key-of-runs';
export { runVerification, type Verification } from './verify/run-verification';
export { type YearEnd, yearEnd } from './year-end/year-end';
export { yearEndTables } from './year-end/year-end-file';
