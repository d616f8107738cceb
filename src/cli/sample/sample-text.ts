import type { RecordReport, SampleReport, SampleResults } from '../../app';
import type { StratumResult } from '../../audit';
import { explainWord } from '../../messages';
import { type CliContext, say } from '../context';
import { at, flag, kroner, list, object, orNull, text, whole } from '../declare/answer';
import { folderReadText } from '../folder-read';
import { table } from '../view';

/** Results of a control sample for programs. */
export const resultsJson = object({
  run_id: text,
  folder: text,
  strata: list(
    object({
      stratum: text,
      items: whole,
      drawn: whole,
      controlled: whole,
      errors: whole,
      unclear: whole,
      absolute_nok: at('absoluteNok', kroner),
      found_error_nok: at('foundNok', kroner),
      projected_error_nok: at('projectedNok', kroner),
    }),
  ),
  found: list(
    object({
      item: text,
      result: text,
      note: text,
      correct_nok: at('correctNok', orNull(kroner)),
      actor: text,
      at: text,
    }),
  ),
  outcomes_head: at('head', text),
});

/** The same as a table by stratum, what was found, and how to read it. */
export function resultsText({ strata, found, folder, head }: SampleResults, context: CliContext): string[] {
  const rows = strata.map((one) => [
    explainWord(`stratum_${one.stratum}`, context.language),
    one.items,
    one.absoluteNok,
    one.drawn,
    one.controlled,
    one.errors,
    one.unclear,
    one.foundNok,
    one.projectedNok,
  ]);
  const items = found.map(({ item, result, note, actor, at: when }) => [item, result, actor, when.slice(0, 10), note]);
  return [
    table(context, 'sample.columns_stratum', 'lnknnnnkk', rows),
    items.length === 0 ? '' : `\n${table(context, 'sample.columns_what', 'lwlll', items)}`,
    `\n${reading(strata, context)}`,
    `${say(context, 'common.folder')}: ${folder}\n${say(context, 'sample.head_outcomes')}: ${head}\n`,
  ];
}

function reading(strata: readonly StratumResult[], context: CliContext): string {
  const total = strata.at(-1);
  if (total === undefined) return '';
  const left = total.drawn - total.controlled;
  const estimate = say(context, 'sample.estimate_each_error');
  if (left === 0 && total.unclear === 0) return estimate;
  return estimate + say(context, 'sample.not_final_not', { left, unclear: total.unclear });
}

type Drawn = SampleReport['drawn'][number];

/** A sample that was drawn, for programs. */
export const drawnJson = object({
  folder: text,
  read_from: text,
  population: whole,
  already: flag,
  items: at(
    'drawn',
    list(
      object({
        item: at('item.id', text),
        stratum: at('item.stratum', text),
        amount: at(shownAmount, orNull(kroner)),
        inclusion_millionths: whole,
      }),
    ),
  ),
});

/** The same as a table of its items. */
export function drawnText(
  { folder, readFrom, drawn, population, already }: SampleReport,
  context: CliContext,
): string[] {
  const rows = drawn.map(({ item, ...one }, place) => {
    const stratum = `stratum_${item.stratum}`;
    return [place + 1, item.id, stratum, item.component, shownAmount({ item, ...one }) ?? '-'];
  });
  const drawing = { drawn: drawn.length, population, folder };
  return [
    table(context, 'sample.columns_no', 'rlwwk', rows),
    say(context, already ? 'sample.drawn_before' : 'sample.drawn', drawing),
    folderReadText(readFrom, context),
  ];
}

/** Nothing in kroner is told of somebody with a protected address. */
function shownAmount({ item }: Drawn): number | null {
  return item.stratum === 'protected' ? null : item.amountNok;
}

/** How far the control has come, for programs. */
export const recordedJson = object({
  folder: text,
  items: whole,
  controlled: whole,
  errors: whole,
  unclear: whole,
  error_amount: at('errorNok', kroner),
});

/** The same in a sentence. */
export function recordedText({ folder: _, ...counts }: RecordReport, context: CliContext): string {
  return say(context, 'sample.controlled_error_unclear', counts);
}
