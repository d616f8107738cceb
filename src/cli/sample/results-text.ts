import type { RecordReport, SampleReport, SampleResults } from '../../app';
import type { StratumResult } from '../../audit';
import { formatKroner, formatWhole } from '../../domain';
import { explainWord } from '../../messages';
import { type CliContext, say } from '../context';
import { folderReadText } from '../folder-read';
import { textTable } from '../text-table';

/** Results of a control sample as one JSON object. */
export function resultsJson({ folder, runId, strata, found, head }: SampleResults): string {
  const rows = strata.map(({ absoluteNok, foundNok, projectedNok, ...counts }) => ({
    ...counts,
    absolute_nok: absoluteNok,
    found_error_nok: foundNok,
    projected_error_nok: projectedNok,
  }));
  const wrong = found.map(({ correctNok, ...outcome }) => ({ ...outcome, correct_nok: correctNok ?? null }));
  return `${JSON.stringify({ run_id: runId, folder, strata: rows, found: wrong, outcomes_head: head })}\n`;
}

/** The same as a table by stratum, what was found, and how to read it. */
export function resultsText({ strata, found, folder, head }: SampleResults, context: CliContext): string {
  const columns = say(context, 'sample.columns_stratum').split('|');
  const table = textTable(
    columns,
    'lrrrrrrrr',
    strata.map((result) => rowOf(result, context)),
  );
  const items = found.map(({ item, result, note, actor, at }) => [
    item,
    explainWord(result, context.language),
    actor,
    at.slice(0, 10),
    note,
  ]);
  const what = say(context, 'sample.columns_what').split('|');
  const wrong = found.length === 0 ? '' : `\n${textTable(what, 'lllll', items)}`;
  return `${table}${wrong}\n${reading(strata, context)}${say(context, 'common.folder')}: ${folder}\n${say(context, 'sample.head_outcomes')}: ${head}\n`;
}

function rowOf(result: StratumResult, { language }: CliContext): string[] {
  const { stratum, items, absoluteNok, drawn, controlled, errors, unclear, foundNok, projectedNok } = result;
  return [
    explainWord(`stratum_${stratum}`, language),
    formatWhole(items),
    formatKroner(absoluteNok),
    ...[drawn, controlled, errors, unclear].map(formatWhole),
    formatKroner(foundNok),
    formatKroner(projectedNok),
  ];
}

function reading(strata: readonly StratumResult[], context: CliContext): string {
  const total = strata.at(-1);
  if (total === undefined) return '';
  const left = total.drawn - total.controlled;
  const estimate = say(context, 'sample.estimate_each_error');
  if (left === 0 && total.unclear === 0) return estimate;
  const notFinal = 'sample.not_final_not';
  return estimate + say(context, notFinal, { left, unclear: total.unclear });
}

/** A sample that was drawn, for programs. */
export function drawnJson({ folder, readFrom, drawn, population, already }: SampleReport): string {
  const items = drawn.map(({ item, inclusionMillionths }) => ({
    item: item.id,
    stratum: item.stratum,
    amount: item.stratum === 'protected' ? null : item.amountNok,
    inclusion_millionths: inclusionMillionths,
  }));
  return `${JSON.stringify({ folder, read_from: readFrom, population, already, items })}\n`;
}

/** The same as a table of its items. */
export function drawnText(report: SampleReport, context: CliContext): string {
  const { folder, readFrom, drawn, population, already } = report;
  const columns = say(context, 'sample.columns_no').split('|');
  const rows = drawn.map(({ item }, place) => [
    String(place + 1),
    item.id,
    explainWord(`stratum_${item.stratum}`, context.language),
    explainWord(item.component, context.language),
    item.stratum === 'protected' ? '-' : formatKroner(item.amountNok),
  ]);
  const drawing = { drawn: drawn.length, population, folder };
  const counts = say(context, already ? 'sample.drawn_before' : 'sample.drawn', drawing);
  return `${textTable(columns, 'rlllr', rows)}${counts}${folderReadText(readFrom, context)}`;
}

/** How far the control has come, for programs. */
export function recordedJson({ folder, items, controlled, errors, unclear, errorNok }: RecordReport): string {
  return `${JSON.stringify({ folder, items, controlled, errors, unclear, error_amount: errorNok })}\n`;
}

/** The same in a sentence. */
export function recordedText(
  { items, controlled, errors, unclear, errorNok }: RecordReport,
  context: CliContext,
): string {
  const text = 'sample.controlled_error_unclear';
  return say(context, text, { items, controlled, errors, unclear, errorNok });
}
