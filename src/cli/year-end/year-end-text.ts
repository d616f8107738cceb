import type { YearEnd } from '../../app';
import { type CliContext, say } from '../context';
import { headsText } from '../heads-text';
import { table } from '../view';

/** Where the money of a year is, as a page. */
export function yearEndText(end: YearEnd, context: CliContext): string[] {
  const { year, runId, grants, held, payments: paid, carried: cells, kapPosts, kinds } = end;
  const part = (title: string, shown: string): string => `\n${title}${shown}`;
  return [
    say(context, 'year_end.title', { year, runId }),
    table(
      context,
      'year_end.columns_grants',
      'lkkkkk',
      grants.map((row) => [
        ...[row.component, row.annualNok, row.postedNok, row.dueLaterNok, row.heldNok, row.adjustedNok],
      ]),
    ),
    held.length === 0
      ? ''
      : `\n${table(
          context,
          'year_end.columns_held',
          'wnk',
          held.map((row) => [row.reason, row.rows, row.sumNok]),
        )}`,
    part(
      say(context, 'year_end.payments'),
      table(context, 'year_end.columns_payments', 'kkkkkkkk', [
        [
          ...[paid.postedNok, paid.paidNok, paid.refusedNok, paid.returnedNok],
          ...[paid.blockedNok, paid.waitingNok, paid.unknownNok, paid.no_newsNok],
        ],
      ]),
    ),
    cells.length === 0
      ? ''
      : part(
          say(context, 'year_end.carried'),
          table(
            context,
            'year_end.columns_carried',
            'lkkkkk',
            cells.map((row) => [
              row.group,
              ...[row.carriedNok, row.claimedNok, row.openNok, row.repaidNok, row.writtenOffNok],
            ]),
          ),
        ),
    part(say(context, 'year_end.ministry', { year }), ministryTable(kapPosts, context)),
    `\n${table(
      context,
      'year_end.columns_kinds',
      'lnnkk',
      kinds.map((row) => [
        say(context, row.kind === 'kommune' ? 'year_end.kommuner' : 'year_end.fylkeskommuner'),
        ...[row.recipients, row.persons, row.grantedNok, row.paidNok],
      ]),
    )}`,
    `\n${openingText(end.opening, year, context)}`,
    headsText(end, context),
  ];
}

function ministryTable(rows: YearEnd['kapPosts'], context: CliContext): string {
  return table(
    context,
    'year_end.columns_ministry',
    'llkkknnk',
    rows.map((row) => [
      row.kap === '' ? '-' : `${row.kap} ${row.post}`,
      row.components.join(', '),
      row.appropriationNok ?? '-',
      row.paidNok,
      row.remainingNok ?? '-',
      ...[row.persons, row.recipients, row.correctionsNok],
    ]),
  );
}

function openingText(opening: YearEnd['opening'], year: number, context: CliContext): string {
  const { runId, differences } = opening;
  if (runId === '') return say(context, 'year_end.not_opened', { year: year + 1 });
  const sums = { runId, carriedNok: opening.openingCarriedNok, postedNok: opening.openingPostedNok };
  if (differences.length === 0) return say(context, 'year_end.opened', sums);
  return table(
    context,
    'year_end.columns_opening',
    'lkk',
    differences.map((row) => [row.what, row.closingNok, row.openingNok]),
  );
}
