import type { SampleResults } from '../../app/sample/sample-results';
import type { StratumResult } from '../../audit/sample/evaluate-sample';
import { formatKroner, formatWhole } from '../../domain';
import { explainWord } from '../../messages/explain/explain-text';
import { type CliContext, say } from '../context';
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
  const columns = say(context, {
    nb: 'gruppe|i kjøringen|kroner|trukket|kontrollert|feil|uklare|funnet feil|anslag for alle',
    en: 'stratum|in the run|kroner|drawn|controlled|errors|unclear|error found|estimate for all',
  }).split('|');
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
  const what = say(context, { nb: 'hva|resultat|hvem|dag|merknad', en: 'what|result|who|day|note' }).split('|');
  const wrong = found.length === 0 ? '' : `\n${textTable(what, 'lllll', items)}`;
  return `${table}${wrong}\n${reading(strata, context)}${say(context, { nb: 'Mappe', en: 'Folder' })}: ${folder}\n${say(context, { nb: 'Resultathode', en: 'Head of the outcomes' })}: ${head}\n`;
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
  const estimate = say(context, {
    nb: 'Anslaget er hver feil delt på sannsynligheten for at linjen ble trukket. Beløp er uten fortegn.\n',
    en: 'The estimate is each error divided by the likelihood that its line was drawn. Amounts are without sign.\n',
  });
  if (left === 0 && total.unclear === 0) return estimate;
  const notFinal = {
    nb: 'Foreløpig: ikke kontrollert {left}, uklare {unclear}. De regnes som riktige, så anslaget er for lavt.\n',
    en: 'Not final: not controlled {left}, unclear {unclear}. They count as right, so the estimate is too low.\n',
  };
  return estimate + say(context, notFinal, { left, unclear: total.unclear });
}
