import type { RecordReport, SampleReport, SampleResults } from '../../app';
import { explainWord } from '../../messages';
import { type CliContext, say } from '../context';
import { at, flag, kroner, list, object, orNull, text, whole } from '../declare/answer';
import { folderReadText } from '../folder-read';
import { table } from '../view';

/** Upper limits are told in whole steps of so many kroner where a few errors could be told from them. */
const LIMIT_STEP_NOK = 100_000;

/**
 * Results without kroner that could be looked for among the payments: of strata, and so of the total, where a few items or errors are of
 * persons with a protected address. What is known at most stands, rounded up.
 */
function shownResults({ strata, limits }: Pick<SampleResults, 'strata' | 'limits'>) {
  const shown = strata.map(({ hasFewItems, hasFewErrors, ...one }) => {
    const ifTold = (sumNok: number): number | null => (hasFewErrors ? null : sumNok);
    return {
      ...one,
      absoluteNok: hasFewItems ? null : one.absoluteNok,
      foundOverNok: ifTold(one.foundOverNok),
      foundUnderNok: ifTold(one.foundUnderNok),
      foundNok: ifTold(one.foundOverNok + one.foundUnderNok),
      projectedOverNok: ifTold(one.projectedOverNok),
      projectedUnderNok: ifTold(one.projectedUnderNok),
      projectedNok: ifTold(one.projectedOverNok + one.projectedUnderNok),
    };
  });
  const step = strata.some(({ hasFewErrors }) => hasFewErrors) ? LIMIT_STEP_NOK : 1;
  const rounded = (nok: number | undefined): number | undefined => nok && Math.ceil(nok / step) * step;
  const atMost = limits && { ...limits, overNok: rounded(limits.overNok), underNok: rounded(limits.underNok) };
  return { strata: shown, limits: atMost };
}
type ShownStratum = ReturnType<typeof shownResults>['strata'][number];

/** Results of a control sample for programs. */
export const resultsJson = object({
  run_id: text,
  folder: text,
  strata: at(
    (results: SampleResults) => shownResults(results).strata,
    list(
      object({
        stratum: text,
        items: whole,
        drawn: whole,
        controlled: whole,
        errors: whole,
        unclear: whole,
        absolute_nok: at('absoluteNok', orNull(kroner)),
        found_error_nok: at('foundNok', orNull(kroner)),
        found_over_nok: at('foundOverNok', orNull(kroner)),
        found_under_nok: at('foundUnderNok', orNull(kroner)),
        projected_error_nok: at('projectedNok', orNull(kroner)),
        projected_over_nok: at('projectedOverNok', orNull(kroner)),
        projected_under_nok: at('projectedUnderNok', orNull(kroner)),
      }),
    ),
  ),
  limits: at(
    (results: SampleResults) => shownResults(results).limits,
    orNull(
      object({
        confidence_percent: whole,
        over_nok: at('overNok', orNull(kroner)),
        under_nok: at('underNok', orNull(kroner)),
      }),
    ),
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
export function resultsText({ found, folder, head, ...results }: SampleResults, context: CliContext): string[] {
  const { strata, limits } = shownResults(results);
  const rows = strata.map((one) => [
    explainWord(`stratum_${one.stratum}`, context.language),
    one.items,
    one.absoluteNok ?? '-',
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
      : say(context, isFinal(strata.at(-1)) ? 'sample.limit' : 'sample.limit_if_right', {
          confidence: limits.confidencePercent,
        }),
    `${say(context, 'common.folder')}: ${folder}\n${say(context, 'sample.head_outcomes')}: ${head}\n`,
  ];
}

/** Too much and too little, each with its limit. */
function errorsTable(total: ShownStratum | undefined, limits: SampleResults['limits'], context: CliContext): string {
  const rows = [
    [say(context, 'sample.over'), total?.foundOverNok ?? '-', total?.projectedOverNok ?? '-', limits?.overNok ?? '-'],
    [
      say(context, 'sample.under'),
      total?.foundUnderNok ?? '-',
      total?.projectedUnderNok ?? '-',
      limits?.underNok ?? '-',
    ],
  ];
  return table(context, 'sample.columns_errors', 'lkkk', rows);
}

function reading(strata: readonly ShownStratum[], context: CliContext): string {
  const total = strata.at(-1);
  if (total === undefined) return '';
  const estimate = say(context, 'sample.estimate_each_error');
  if (isFinal(total)) return estimate;
  const left = total.drawn - total.controlled;
  return estimate + say(context, 'sample.not_final_not', { left, unclear: total.unclear });
}

/** Whether every item has been controlled and is right or wrong: until then the limit holds only if the others are right. */
function isFinal(total: ShownStratum | undefined): boolean {
  return total !== undefined && total.controlled === total.drawn && total.unclear === 0;
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
  return item.isProtected ? null : item.amountNok;
}

/** How far the control has come, for programs. */
export const recordedJson = object({
  folder: text,
  items: whole,
  controlled: whole,
  errors: whole,
  unclear: whole,
  error_amount: at('errorNok', orNull(kroner)),
});

/** The same in a sentence. */
export function recordedText({ folder: _, errorNok, ...counts }: RecordReport, context: CliContext): string {
  return say(context, 'sample.controlled_error_unclear', { ...counts, errorNok: errorNok ?? '-' });
}
