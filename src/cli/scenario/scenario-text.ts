import { type Figures, fylkeOf, recipientName, type ScenarioResult, scenarioJsonSchema } from '../../app';
import { formatDay, formatDecimals, NO_RECIPIENT } from '../../domain';
import { decimalText } from '../../messages';
import { analysisReportText } from '../answers/analysis-report';
import { leftOutText } from '../answers/left-out';
import { type CliContext, say } from '../context';
import { percentText } from '../percent-text';
import { componentName, rateClassName } from '../table-words';
import { type Cell, table, tableUnder } from '../view';
import { groupName } from './group-names';
import { lawText } from './law-text';
import { differenceOf, type ScenariosAnswer } from './scenario-json';

/** Recipients shown where there are many: those that gain and lose most. */
const SHOWN = 20;

/** Scenarios for people: one in full, several as a row each. */
export function scenariosText(answer: ScenariosAnswer | 'schema', context: CliContext): string[] {
  if (answer === 'schema') return [scenarioJsonSchema()];
  const mark = `${say(context, 'scenario.scenario_cannot_paid')}\n\n`;
  const [first, ...others] = answer.scenarios;
  if (first === undefined) return [mark];
  const shown = others.length === 0 ? oneText(first, context) : manyText(answer, context);
  return [mark, ...shown, analysisReportText(answer.report, context)];
}

function manyText({ scenarios, isStack }: ScenariosAnswer, context: CliContext): string[] {
  const rows = scenarios.map((result) => {
    const { name, grantYear, term, asOf, sizeNok, heldNok, base, answer } = result;
    const change = differenceOf(answer.total);
    const percent = change === undefined ? '-' : percentText(change, base?.sizeNok ?? 0, context.language);
    const pairs = answer.recipients.filter(({ recipient }) => recipient !== NO_RECIPIENT);
    const gain = pairs.filter((row) => (differenceOf(row) ?? 0) > 0).length;
    const lose = pairs.filter((row) => (differenceOf(row) ?? 0) < 0).length;
    return [
      name,
      grantYear,
      term,
      formatDay(asOf),
      answer.total.persons,
      result.isShown ? sizeNok : '-',
      heldNok,
      change ?? '-',
      percent,
      gain,
      lose,
    ];
  });
  const changes = isStack ? say(context, 'scenario.stack_order') : '';
  const reported = scenarios.length > SHOWN ? [] : scenarios.map((one) => lawText(one, context, `${one.name}\n`));
  const bases = new Set(
    (isStack ? [] : scenarios).map(({ base }) => (base ? lawText(base, context, `${base.label}\n`) : '')),
  );
  const leftOuts = new Set(scenarios.map(({ leftOut }) => leftOutText(leftOut, context)));
  return [
    table(context, 'scenario.columns_scenario', 'llllnkkdrrr', rows),
    changes,
    ...reported,
    ...bases,
    ...leftOuts,
  ];
}

function oneText(result: ScenarioResult, context: CliContext): string[] {
  const { answer, base, grantYear, term, asOf, isShown } = result;
  const label = base?.label ?? say(context, 'scenario.baseline_lacks_rates');
  return [
    say(context, term === 4 ? 'scenario.title' : 'scenario.title_at_term', {
      ...{ name: result.name, grantYear, term, day: formatDay(asOf), label },
    }),
    lawText(result, context, ''),
    base === undefined ? '' : lawText(base, context, `${base.label}\n`),
    solvedText(result, context),
    isShown ? cellsText(result, context) : '',
    isShown && answer.by !== undefined ? groupsText(result, context) : '',
    isShown ? recipientsText(result, context) : '',
    leftOutText(result.leftOut, context),
  ];
}

const FIGURES = 'nnkkdr';

function figureCells(row: Figures, { language }: CliContext): Cell[] {
  const change = differenceOf(row);
  const percent = change === undefined ? '-' : percentText(change, row.baseNok ?? 0, language);
  return [row.basePersons, row.persons, row.baseNok, row.amountNok, change, percent];
}

function cellsText({ answer }: ScenarioResult, context: CliContext): string {
  const rows = answer.cells.map((row) => [
    row.component,
    row.yearNumber || '',
    rateClassName(classOf(row.rateClass), context),
    row.rateNok,
    ...figureCells(row, context),
  ]);
  const all = [say(context, 'common.in_all'), '', '', '', ...figureCells(answer.total, context)];
  return `\n${table(context, 'scenario.columns_cell', `cllk${FIGURES}`, [...rows, all])}`;
}

function classOf(name: string): 'low' | 'high' | 'single' | undefined {
  return name === 'low' || name === 'high' || name === 'single' ? name : undefined;
}

function groupsText({ answer, nameOf }: ScenarioResult, context: CliContext): string {
  const { by, groups } = answer;
  const rows = groups.map((row) => [groupName({ ...row, by, nameOf }, context), ...figureCells(row, context)]);
  const head = say(context, 'scenario.columns_group').split('|');
  return `\n${tableUnder(head, `l${FIGURES}`, rows, context)}`;
}

/** All recipients where they are few; else those whose amount changes most. */
function recipientsText({ answer, nameOf }: ScenarioResult, context: CliContext): string {
  const { recipients } = answer;
  const size = (row: Figures): number => Math.abs(differenceOf(row) ?? row.amountNok);
  const largest = recipients.toSorted((a, b) => size(b) - size(a) || a.recipient - b.recipient).slice(0, SHOWN);
  const shown = recipients.length > SHOWN ? largest.filter((row) => size(row) > 0) : recipients;
  const rows = shown.map((row) => [
    recipientName(row.recipient, context.language),
    nameOf(row.recipient),
    nameOf(fylkeOf(row.recipient)),
    ...figureCells(row, context),
  ]);
  if (rows.length === 0) return '';
  const more =
    recipients.length > rows.length
      ? say(context, 'scenario.more_recipients', { shown: rows.length, all: recipients.length })
      : '';
  return `\n${table(context, 'scenario.columns_recipient', `lll${FIGURES}`, rows)}${more}`;
}

function solvedText({ solved }: ScenarioResult, context: CliContext): string {
  if (solved === undefined) return '';
  const { component, sumNok, percentTenThousandths, amountNok, nearest } = solved;
  const name = componentName(component, context);
  const size = decimalText(formatDecimals(percentTenThousandths, 4), context.language);
  const percent = `${percentTenThousandths < 0 ? '' : '+'}${size} %`;
  const head = say(context, 'scenario.solved', { name, percent, amountNok, sumNok, leftNok: sumNok - amountNok });
  const differs = nearest.amountNok - sumNok;
  const steps = say(context, 'scenario.solved_nearest', { name, amountNok: nearest.amountNok, differsNok: differs });
  return `\n${head}${steps}${lawText({ law: nearest.rates }, context, '')}`;
}
