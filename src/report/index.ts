export { renderAnalysis } from './analysis/render-analysis';
export { barChart } from './charts/bar-chart';
export {
  type Chapter,
  type ExplainedLine,
  type Explanation,
  type Section,
  type Source,
  type Step,
  sentenceText,
  type Table,
} from './explanation/explanation';
export { renderExplanation } from './explanation/render-explanation';
export { explanationJson } from './explanation/render-json';
export { renderText } from './explanation/render-text';
export {
  type Addressee,
  type AmountRow,
  type CaseRow,
  type HeldRow,
  LETTER_TEXT_KEYS,
  type Letter,
  type LetterFrame,
  type LetterGroup,
  type LetterPayment,
  type LetterTextRow,
  type PersonList,
  type PersonRow,
  type Sender,
} from './letters/letter';
export { renderLetterIndex } from './letters/letter-index';
export { textsOn } from './letters/letter-parts';
export { letterRecord } from './letters/letter-record';
export { LETTER_TEXT_COLUMNS, readLetterTexts } from './letters/letter-texts';
export { renderPersonList } from './letters/person-list';
export { renderLetter } from './letters/public-letter';
export type {
  AnalysisModel,
  CaseShown,
  CellPair,
  ChangedRecipient,
  ComponentPair,
  EffectShown,
  PairShown,
  ReasonShown,
  SideShown,
} from './model/analysis-model';
export type { Cohort, ComponentSum, CountedSum, RunFigures, Shown, TermPoint } from './model/figures';
export type {
  ForecastRecipientShown,
  ForecastRow,
  ForecastShown,
  ForecastYear,
  Quantiles,
} from './model/forecast-model';
export type { Parameter, ParameterRow, RuleShown } from './model/law';
export type { MapOutline } from './model/map-outline';
export type { Recipient, RecipientComponent, RecipientGroup, RecipientHours } from './model/recipient';
export type { ReportModel } from './model/report-model';
export type { RegisterRowShown, Trace } from './model/trace';
export type { Words } from './model/words';
export {
  type PersonOfRecipient,
  type PersonsOfRecipient,
  recipientPersonsHtml,
} from './recipient-persons/render-persons';
export { auditPath, type ListedLines, lineText } from './site/lines';
export { PackedTexts } from './site/packed-texts';
export { renderSite, type SiteContent } from './site/render-site';
export { marksOf } from './site/run-frame';
export { reasonOfNoPayment } from './transfer-list/list-rows';
export { transferListHtml, transferListText } from './transfer-list/render-transfer-list';
export {
  countedPayments,
  LARGE_NOK,
  type ListedFile,
  type ListedPayment,
  type TransferList,
  VERY_LARGE_NOK,
} from './transfer-list/transfer-list';
