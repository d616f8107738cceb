/** What `import { openNorsktilskudd } from 'norsktilskudd'` gives (LIBRARY.md). */
export { type ErrorDetail, type FailureKind, type MessageParams, NorsktilskuddError } from '../../domain';
export { type Language, messageAction, messageText } from '../../messages';
export { ExtractRejected } from '../../register';
export { type Explanation, renderExplanation } from '../../report';
export type { ActOptions } from './acting';
export type { CompareChoice, ScenarioChoice, ScenarioExplained, SizingChoice, YearRequest } from './analyses';
export { type ExtractsRequest, generateExtracts } from './generate-extracts';
export { Norsktilskudd, openNorsktilskudd } from './norsktilskudd';
export type { NorsktilskuddOptions } from './options';
export type { ExplainRequest, RegisterChoice, TermRequest } from './requests';
