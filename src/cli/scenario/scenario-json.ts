import {
  type AnalysisReportWritten,
  type Figures,
  fylkeOf,
  recipientText,
  type ScenarioResult,
  scenarioJsonSchema,
} from '../../app';
import { asRecipientCode, NO_RECIPIENT, percentDecimal } from '../../domain';
import { analysisReport } from '../answers/analysis-report';
import { detail } from '../answers/common';
import { leftOut } from '../answers/left-out';
import {
  at,
  decimal,
  epochDay,
  flag,
  kroner,
  list,
  literal,
  longList,
  object,
  oneOf,
  optional,
  orNull,
  text,
  textOrNull,
  whole,
} from '../declare/answer';
import { groupCode, groupName } from './group-names';
import { lawChange } from './law-json';

/** Persons and kroner beside the baseline. */
const figures = {
  persons: whole,
  base_persons: orNull(whole),
  amount: kroner,
  base_amount: at('baseNok', orNull(kroner)),
  difference: at(differenceOf, orNull(kroner)),
  percent: at(percentOf, orNull(decimal)),
};

type Named<T> = T & Pick<ScenarioResult, 'nameOf'>;
type OfRecipient = Named<Figures & { readonly recipient: number }>;
type Cell = ScenarioResult['answer']['cells'][number];
type OfGroup = Named<Figures & { readonly group: number }> & Pick<ScenarioResult['answer'], 'by'>;

const recipient = object({
  recipient_id: at(({ recipient: code }: OfRecipient) => recipientText(code), text),
  name: at(({ recipient: code, nameOf }: OfRecipient) => nameOf(code), text),
  fylke_id: at(({ recipient: code }: OfRecipient) => fylkeText(code), textOrNull),
  fylke_name: at(({ recipient: code, nameOf }: OfRecipient) => nameOf(fylkeOf(code)), text),
  ...figures,
});

const cell = object({
  component: text,
  year_number: at(({ yearNumber }: Cell) => yearNumber || null, orNull(whole)),
  rate_class: at(({ rateClass }: Cell) => rateClass, textOrNull),
  rate: orNull(kroner),
  base_rate: orNull(kroner),
  ...figures,
});

const group = object({
  group: at(groupCode, text),
  name: at((one: OfGroup, { language }) => groupName(one, { language }), text),
  ...figures,
});

const solved = object({
  component: text,
  sum: kroner,
  percent: at(
    ({ percentTenThousandths }: { readonly percentTenThousandths: number }) => tenThousandths(percentTenThousandths),
    decimal,
  ),
  amount: kroner,
  nearest: object({ amount: kroner, rates: list(lawChange) }),
});

const scenario = object({
  name: text,
  grant_year: whole,
  term: whole,
  as_of: epochDay,
  size: at(({ isShown, sizeNok }: ScenarioResult) => (isShown ? sizeNok : null), orNull(kroner)),
  held: kroner,
  persons: at('answer.total.persons', whole),
  warnings: list(detail),
  left_out: leftOut,
  law: list(lawChange),
  baseline: at(
    'base',
    orNull(object({ label: text, grant_year: whole, as_of: epochDay, law: list(lawChange), size: kroner })),
  ),
  base_size: at(({ base }: ScenarioResult) => base?.sizeNok, orNull(kroner)),
  base_persons: at('answer.total.basePersons', orNull(whole)),
  difference: at(
    ({ answer, isShown }: ScenarioResult) => (isShown ? differenceOf(answer.total) : null),
    orNull(kroner),
  ),
  percent: at(({ answer, isShown }: ScenarioResult) => (isShown ? percentOf(answer.total) : null), orNull(decimal)),
  solved: orNull(solved),
  components: at('answer.components', list(object({ component: text, ...figures }))),
  cells: at('answer.cells', list(cell)),
  recipients: at(
    ({ answer, nameOf }: ScenarioResult) => answer.recipients.map((row) => Object.assign({ nameOf }, row)),
    list(recipient),
  ),
  by: at(({ answer }: ScenarioResult) => answer.by, orNull(text)),
  groups: at(
    ({ answer: { groups, by }, nameOf }: ScenarioResult) => groups.map((row) => ({ ...row, by, nameOf })),
    list(group),
  ),
});

const scenarios = object({
  mark: literal('SCENARIO'),
  payable: literal(false),
  is_stack: flag,
  scenarios: longList(scenario),
  report: optional(analysisReport),
});

/** What `scenario` has worked out. */
export interface ScenariosAnswer {
  readonly isStack: boolean;
  readonly scenarios: readonly ScenarioResult[];
  /** Where their pages are, where they were asked for. */
  readonly report: AnalysisReportWritten | undefined;
}

/** `scenario --json`; with --schema the schema of scenario files. */
export const scenariosJson = oneOf([scenarios], (answer: ScenariosAnswer | 'schema', to) =>
  answer === 'schema' ? JSON.parse(scenarioJsonSchema()) : scenarios.encode(answer, to),
);

/** Scenario less baseline; undefined without one. */
export function differenceOf({ amountNok, baseNok }: Figures): number | undefined {
  return baseNok === undefined ? undefined : amountNok - baseNok;
}

function percentOf(row: Figures): string | undefined {
  return row.baseNok === undefined ? undefined : percentDecimal(row.amountNok - row.baseNok, row.baseNok);
}

function fylkeText(code: number): string {
  return code === NO_RECIPIENT ? '' : recipientText(asRecipientCode(fylkeOf(code)));
}

function tenThousandths(value: number): string {
  const size = Math.abs(value);
  return `${value < 0 ? '-' : ''}${Math.floor(size / 10_000)}.${String(size % 10_000).padStart(4, '0')}`;
}
