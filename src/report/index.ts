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
export { auditPath, type ListedLines, lineText } from './site/lines';
export type {
  Cohort,
  ComponentSum,
  CountedSum,
  MapOutline,
  Parameter,
  ParameterRow,
  Recipient,
  RecipientComponent,
  RecipientGroup,
  RecipientHours,
  RegisterRowShown,
  ReportModel,
  RuleShown,
  RunFigures,
  Shown,
  TermPoint,
  Trace,
} from './site/model';
export { PackedTexts } from './site/packed-texts';
export { marksOf } from './site/page';
export { renderSite, type SiteContent } from './site/render-site';
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
