import type { OpeningSummary } from '../../app/preview/opening-summary';
import { formatKroner, formatWhole } from '../../domain';
import { explainWord } from '../../messages/explain/explain-text';
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
      : [
          say(context, {
            nb: 'Innholdet i et utkast som er avsluttet, er ikke tatt vare på.\n',
            en: 'The content of a draft that has ended is not kept.\n',
          }),
        ]),
  ].join('\n');
}

function titleText(
  { runId, rehearsal, state, supersededBy, actor, ...sums }: OpeningSummary,
  context: CliContext,
): string {
  const mark = rehearsal ? say(context, { nb: 'ØVELSE (REHEARSAL) ', en: 'REHEARSAL ' }) : '';
  const by = supersededBy === '' ? '' : say(context, { nb: ` av ${supersededBy}`, en: ` by ${supersededBy}` });
  const head = say(context, {
    nb: `${mark}${runId}: overtatt fra et tidligere system, lagt inn av ${actor}, ${stateText(state, context)}${by}`,
    en: `${mark}${runId}: taken over from an earlier system, entered by ${actor}, ${stateText(state, context)}${by}`,
  });
  const counts = say(
    context,
    {
      nb: '{lines|postering|posteringer} på {totalNok} for {persons|person|personer}',
      en: '{lines|posting|postings} of {totalNok} for {persons|person|persons}',
    },
    { lines: sums.lines, totalNok: sums.totalNok, persons: sums.persons },
  );
  return `${head}\n${sums.isKept ? `${counts}\n` : ''}`;
}

function componentTable({ components }: OpeningSummary, context: CliContext): string {
  const words = say(context, {
    nb: 'tilskuddsår|tilskudd|posteringer|personer|sum',
    en: 'grant year|component|postings|persons|sum',
  });
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
  const words = say(context, { nb: 'mottaker|bokført|saldo', en: 'recipient|posted|balance' });
  const rows = recipients.map(({ recipientId, postedNok, balanceNok }) => [
    recipientId,
    formatKroner(postedNok),
    formatKroner(balanceNok),
  ]);
  return textTable(words.split('|'), 'lrr', rows);
}

function balanceTable({ balances }: OpeningSummary, context: CliContext): string {
  if (balances.length === 0) return say(context, { nb: 'Ingen saldoer.\n', en: 'No balances.\n' });
  const words = say(context, { nb: 'saldo hos|motregningsgruppe|kroner', en: 'balance of|netting group|kroner' });
  const sumNok = balances.reduce((sum, { balanceNok }) => sum + balanceNok, 0);
  const rows = [
    ...balances.map(({ recipientId, group, balanceNok }) => [
      recipientId,
      explainWord(group, context.language),
      formatKroner(balanceNok),
    ]),
    [say(context, { nb: 'i alt', en: 'in all' }), '', formatKroner(sumNok)],
  ];
  return textTable(words.split('|'), 'llr', rows);
}
