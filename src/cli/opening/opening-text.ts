import type { OpeningSummary } from '../../app';
import { formatKroner, formatWhole } from '../../domain';
import { explainWord } from '../../messages';
import { stateText } from '../approval/state-text';
import { type CliContext, say } from '../context';
import { componentName } from '../table-words';
import { textTable } from '../text-table';

/** What an opening batch takes over: sums by year and component, by recipient, and balances. */
export function openingText(summary: OpeningSummary, context: CliContext): string {
  return [
    titleText(summary, context),
    ...(summary.isKept
      ? [componentTable(summary, context), recipientTable(summary, context), balanceTable(summary, context)]
      : [say(context, 'opening.content_draft_ended')]),
  ].join('\n');
}

function titleText(
  { runId, rehearsal, state, supersededBy, actor, ...sums }: OpeningSummary,
  context: CliContext,
): string {
  const mark = rehearsal ? say(context, 'opening.rehearsal') : '';
  const by = supersededBy === '' ? '' : say(context, 'opening.by', { supersededBy });
  const head = say(context, 'opening.taken_over_earlier', { mark, runId, actor, state: stateText(state, context), by });
  const counts = say(context, 'opening.postings_of_persons', {
    lines: sums.lines,
    totalNok: sums.totalNok,
    persons: sums.persons,
  });
  return `${head}\n${sums.isKept ? `${counts}\n` : ''}`;
}

function componentTable({ components }: OpeningSummary, context: CliContext): string {
  const words = say(context, 'opening.columns_grant');
  const rows = components.map(({ grantYear, component, lines, persons, sumNok }) => [
    String(grantYear),
    componentName(component, context),
    formatWhole(lines),
    formatWhole(persons),
    formatKroner(sumNok),
  ]);
  return textTable(words.split('|'), 'llrrr', rows);
}

function recipientTable({ recipients }: OpeningSummary, context: CliContext): string {
  const words = say(context, 'opening.columns_recipient');
  const rows = recipients.map(({ recipientId, postedNok, balanceNok }) => [
    recipientId,
    formatKroner(postedNok),
    formatKroner(balanceNok),
  ]);
  return textTable(words.split('|'), 'lrr', rows);
}

function balanceTable({ balances }: OpeningSummary, context: CliContext): string {
  if (balances.length === 0) return say(context, 'opening.no_balances');
  const words = say(context, 'opening.columns_balance');
  const sumNok = balances.reduce((sum, { balanceNok }) => sum + balanceNok, 0);
  const rows = [
    ...balances.map(({ recipientId, group, balanceNok }) => [
      recipientId,
      explainWord(group, context.language),
      formatKroner(balanceNok),
    ]),
    [say(context, 'common.in_all'), '', formatKroner(sumNok)],
  ];
  return textTable(words.split('|'), 'llr', rows);
}
