import { type YearEnd, yearEnd, yearEndTables } from '../../app';
import { NorsktilskuddError } from '../../domain';
import { paymentSums } from '../answers/common';
import { type CliContext, say } from '../context';
import { kroner, list, object, orNull, text, textOrNull, whole } from '../declare/answer';
import { command } from '../declare/command';
import { argument } from '../declare/flag';
import * as kind from '../declare/kinds';
import { endUnhappily } from '../end-unhappily';
import { SETTINGS } from '../flags/settings';
import * as sources from '../flags/sources';
import { headFields, headsText } from '../heads-text';
import { tablesWanted, writeTables } from '../tables/write-tables';
import { table } from '../view';

const grant = object({
  component: text,
  annual: kroner,
  posted: kroner,
  due_later: kroner,
  held: kroner,
  adjusted: kroner,
});
const carried = object({
  group: text,
  carried: kroner,
  claimed: kroner,
  open: kroner,
  repaid: kroner,
  written_off: kroner,
});
const kapPost = object({
  kap: textOrNull,
  post: textOrNull,
  components: list(text),
  appropriation: orNull(kroner),
  paid: kroner,
  remaining: orNull(kroner),
  persons: whole,
  recipients: whole,
  corrections: kroner,
});
const kindOfRecipient = object({ kind: text, recipients: whole, persons: whole, granted: kroner, paid: kroner });
const opening = object({
  run_id: textOrNull,
  carried: kroner,
  opening_carried: kroner,
  posted: kroner,
  opening_posted: kroner,
  differences: list(object({ what: text, closing: kroner, opening: kroner })),
});

/** `year-end`: where the money of a year is, what the ministry asks for, and whether the next year starts from it. */
export const yearEndCommand = command('year-end', {
  examples: ['norsktilskudd year-end 2018', 'norsktilskudd year-end 2018 --appropriation 815000000'],
  input: {
    year: argument('yearEnd', '<year>', kind.year),
    db: sources.db,
    appropriationNok: sources.appropriationOf('year'),
    payment: SETTINGS.payment,
    tables: tablesWanted,
  },
  async run({ db, tables, ...request }, context) {
    const end = yearEnd(db, request);
    await writeTables(tables, () => yearEndTables(end), context);
    return end;
  },
  json: object({
    year: whole,
    run_id: text,
    grants: list(grant),
    held: list(object({ reason: text, rows: whole, sum: kroner })),
    payments: object(paymentSums),
    carried: list(carried),
    kap_posts: list(kapPost),
    kinds: list(kindOfRecipient),
    opening,
    ...headFields,
  }),
  text: yearEndText,
  next: () => ({ not: 'year_end' }),
  end({ year, opening: { differences } }, context) {
    if (differences.length === 0) return;
    const params = { year, differences: differences.length };
    endUnhappily(new NorsktilskuddError('verification', 'YEAR_END_OPENING_DIFFERS', params), context);
  },
});

function yearEndText(end: YearEnd, context: CliContext): string[] {
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
