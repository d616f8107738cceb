import type { RecordReport, SampleReport, SampleResults, StratumResult } from '../../app';
import { explainWord } from '../../messages';
import { type CliContext, say } from '../context';
import { at, flag, kroner, list, object, orNull, text, whole } from '../declare/answer';
import { folderReadText } from '../folder-read';
import { table } from '../view';

/** Fewer items than so many of persons with a protected address: their kroner could be looked for among the payments. */
const FEW_ITEMS = 5;

/** Strata with kroner of the run; none for a few of persons with a protected address, and then none in all, from which to subtract. */
function withShownKroner({ strata }: Pick<SampleResults, 'strata'>) {
  const few = strata.some(({ stratum, items }) => stratum === 'protected' && items > 0 && items < FEW_ITEMS);
  return strata.map((one) => ({
    ...one,
    shownNok: few && (one.stratum === 'protected' || one.stratum === 'total') ? null : one.absoluteNok,
  }));
}

/** Results of a control sample for programs. */
export const resultsJson = object({
  run_id: text,
  folder: text,
  strata: at(
    withShownKroner,
    list(
      object({
        stratum: text,
        items: whole,
        drawn: whole,
        controlled: whole,
        errors: whole,
        unclear: whole,
        absolute_nok: at('shownNok', orNull(kroner)),
        found_error_nok: at(({ foundOverNok, foundUnderNok }: StratumResult) => foundOverNok + foundUnderNok, kroner),
        found_over_nok: at('foundOverNok', kroner),
        found_under_nok: at('foundUnderNok', kroner),
        projected_error_nok: at(
          ({ projectedOverNok, projectedUnderNok }: StratumResult) => projectedOverNok + projectedUnderNok,
          kroner,
        ),
        projected_over_nok: at('projectedOverNok', kroner),
        projected_under_nok: at('projectedUnderNok', kroner),
      }),
    ),
  ),
  limits: orNull(
    object({
      confidence_percent: whole,
      over_nok: at('overNok', orNull(kroner)),
      under_nok: at('underNok', orNull(kroner)),
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
export function resultsText({ strata, limits, found, folder, head }: SampleResults, context: CliContext): string[] {
  const rows = withShownKroner({ strata }).map((one) => [
    explainWord(`stratum_${one.stratum}`, context.language),
    one.items,
    one.shownNok ?? '-',
    one.drawn,
    one.controlled,
    one.errors,
    one.unclear,
  ]);
  const items = found.map(({ item, result, note, actor, at: when }) => [item, result, actor, when.slice(0, 10), note]);
  return [
    table(context, 'sample.columns_stratum', 'lnknnnn', rows),
    `\n${errorsTable(strata.at(-1), limits, context)}`,
    items.length === 0 ? '' : `\n${table(context, 'sample.columns_what', 'lwlll', items)}`,
    `\n${reading(strata, context)}`,
    limits?.overNok === undefined || limits.underNok === undefined
      ? say(context, 'sample.no_limit')
      : say(context, 'sample.limit', { confidence: limits.confidencePercent }),
    `${say(context, 'common.folder')}: ${folder}\n${say(context, 'sample.head_outcomes')}: ${head}\n`,
  ];
}

/** Too much and too little, each with its limit. */
function errorsTable(total: StratumResult | undefined, limits: SampleResults['limits'], context: CliContext): string {
  const rows = [
    [say(context, 'sample.over'), total?.foundOverNok ?? 0, total?.projectedOverNok ?? 0, limits?.overNok ?? '-'],
    [say(context, 'sample.under'), total?.foundUnderNok ?? 0, total?.projectedUnderNok ?? 0, limits?.underNok ?? '-'],
  ];
  return table(context, 'sample.columns_errors', 'lkkk', rows);
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
  size: whole,
  seed_from: text,
  confidence_percent: whole,
  limit_nok: at('limitNok', orNull(kroner)),
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
  { folder, readFrom, drawn, population, already, seedFrom, confidencePercent, limitNok }: SampleReport,
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
    say(context, 'sample.seeded', { seed: seedFrom, size: drawn.length }),
    limitNok === undefined ? '' : say(context, 'sample.if_none_wrong', { limitNok, confidence: confidencePercent }),
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
