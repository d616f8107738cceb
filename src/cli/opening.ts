import type { OpeningSummary } from '../app';
import { batchStateWord } from '../messages';
import { type CliContext, say } from './context';
import { at, flag, kroner, list, literal, object, orNull, text, whole } from './declare/answer';
import { table } from './view';

/** What an opening batch takes over, for programs. */
export const openingFields = {
  run_id: text,
  kind: literal('opening'),
  state: text,
  rehearsal: flag,
  persons: whole,
  postings: at('lines', whole),
  postings_total: at('totalNok', kroner),
  components: list(
    object({ grant_year: whole, component: text, postings: at('lines', whole), persons: whole, sum: kroner }),
  ),
  recipients: list(object({ recipient_id: text, posted: kroner, balance: kroner })),
  balances: list(object({ recipient_id: text, netting_group: at('group', text), balance: kroner })),
  earlier_payments: at(
    ({ paidEarlier }: OpeningSummary) => paidEarlier,
    orNull(object({ payments: whole, paid: kroner, taken_over: at('takenOverNok', kroner) })),
  ),
};
export const openingJson = object(openingFields);

/** The same for people: sums by year and component, by recipient, and balances. */
export function openingText(summary: OpeningSummary, context: CliContext): string {
  const { runId, state, actor, rehearsal, supersededBy, isKept, lines, totalNok, persons } = summary;
  const mark = rehearsal ? say(context, 'opening.rehearsal') : '';
  const by = supersededBy === '' ? '' : say(context, 'opening.by', { supersededBy });
  const stateWord = batchStateWord(state, context.language);
  const head = say(context, 'opening.taken_over_earlier', { mark, runId, actor, state: stateWord, by });
  if (!isKept) return `${head}\n\n${say(context, 'opening.content_draft_ended')}`;
  return [
    `${head}\n${say(context, 'opening.postings_of_persons', { lines, totalNok, persons })}\n`,
    ...tables(summary, context),
    ...(summary.paidEarlier === undefined ? [] : [say(context, 'opening.paid_earlier', summary.paidEarlier)]),
  ].join('\n');
}

function tables({ components, recipients, balances }: OpeningSummary, context: CliContext): string[] {
  const byComponent = components.map((row) => [row.grantYear, row.component, row.lines, row.persons, row.sumNok]);
  const byRecipient = recipients.map((row) => [row.recipientId, row.postedNok, row.balanceNok]);
  const sumNok = balances.reduce((sum, { balanceNok }) => sum + balanceNok, 0);
  const byBalance = [
    ...balances.map((row) => [row.recipientId, row.group, row.balanceNok]),
    [say(context, 'common.in_all'), '', sumNok],
  ];
  return [
    table(context, 'opening.columns_grant', 'lcnnk', byComponent),
    table(context, 'opening.columns_recipient', 'lkk', byRecipient),
    balances.length === 0
      ? say(context, 'opening.no_balances')
      : table(context, 'opening.columns_balance', 'lwk', byBalance),
  ];
}
