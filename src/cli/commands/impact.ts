import {
  type ImpactReport,
  impactReport,
  impactTables,
  recipientName,
  recipientText,
  withSizingTools,
} from '../../app';
import { detail } from '../answers/common';
import { leftOut, leftOutText } from '../answers/left-out';
import { type CliContext, say } from '../context';
import { at, flag, kroner, list, object, text, whole } from '../declare/answer';
import { command } from '../declare/command';
import * as sources from '../flags/sources';
import { tablesWanted, writeTables } from '../tables/write-tables';
import { table } from '../view';

/** Recipients told of each question. */
const REPORTED = 10;

type Impact = ImpactReport['impacts'][number];
type Change = Impact['recipients'][number];

/** `impact`: how many kroner another answer to each open question would move, so that the dearest is settled first. */
export const impactCommand = command('impact', {
  examples: [
    'norsktilskudd impact --extract extracts/2018-T4 --year 2018',
    'norsktilskudd impact --extract extracts/2018-T4 --year 2018 --table xlsx --out impact-2018',
  ],
  input: { ...sources.sizing, ...sources.unseenActor, tables: tablesWanted },
  run: ({ tables, ...input }, context) =>
    withSizingTools(input, input, async (tools) => {
      const report = impactReport(tools);
      await writeTables(tables, () => impactTables(report), context);
      return report;
    }),
  json: object({
    impacts: list(
      object({
        assumption: text,
        limit: text,
        value: text,
        alternative: text,
        gain: whole,
        lose: whole,
        missing: list(text),
        judged_alike: flag,
        total: kroner,
        moved: kroner,
        recipients: list(
          object({
            recipient_id: at(({ recipient }: Change) => recipientText(recipient), text),
            change: at('amountNok', kroner),
          }),
        ),
      }),
    ),
    unmoved_limits: at('unmoved', list(text)),
    left_out: leftOut,
    warnings: list(detail),
  }),
  warnings: ({ warnings }) => warnings,
  text({ impacts, without, unmoved, nameOf, leftOut: nobody }, context) {
    const sorted = impacts.toSorted((one, other) => weightOf(other) - weightOf(one));
    const rows = sorted.map(({ movedNok, totalNok, gain, lose, missing, ...one }) => {
      const lacking = [say(context, 'impact.lacks_rates', { cells: missing.join(', ') })];
      const figures = missing.length > 0 ? lacking : [movedNok, totalNok, gain, lose];
      return [questionOf(one), one.value, one.alternative, ...figures];
    });
    return [
      table(context, 'impact.columns_assumption', 'lllkdrr', rows),
      ...sorted.map((impact) => recipientsText(impact, nameOf, context)),
      alikeText(
        sorted.filter(({ judgedAlike }) => judgedAlike),
        context,
      ),
      say(context, 'impact.without_another_answer', { others: without.join(', ') }),
      unmoved.length === 0 ? '' : say(context, 'impact.limits_unmoved', { limits: unmoved.join(', ') }),
      leftOutText(nobody, context),
    ];
  },
});

function alikeText(still: readonly Impact[], context: CliContext): string {
  if (still.length === 0) return '';
  const questions = still.map((impact) => `${questionOf(impact)} ${impact.alternative}`).join(', ');
  return say(context, 'impact.moves_nothing', { questions });
}

/** What the gainers gain or the losers lose, whichever is more: a question that only takes is dear, too. */
function weightOf({ movedNok, totalNok }: Impact): number {
  return Math.max(movedNok, movedNok - totalNok);
}

/** Who gains and loses most, by name. */
function recipientsText(impact: Impact, nameOf: ImpactReport['nameOf'], context: CliContext): string {
  const largest = impact.recipients
    .toSorted((one, other) => Math.abs(other.amountNok) - Math.abs(one.amountNok) || one.recipient - other.recipient)
    .slice(0, REPORTED);
  if (largest.length === 0) return '';
  const rows = largest.map(({ recipient, amountNok }) => {
    return [recipientName(recipient, context.language), nameOf(recipient), amountNok];
  });
  return `\n${questionOf(impact)} ${impact.alternative}\n${table(context, 'impact.columns_recipient', 'lld', rows)}`;
}

/** The name under which a question is asked: the assumption where it has words of its own, else the limit. */
function questionOf({ assumption, limit }: Pick<Impact, 'assumption' | 'limit'>): string {
  return limit === '' || limit === 'split.unit' ? assumption : `${limit} ${assumption}`.trim();
}
