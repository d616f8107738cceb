import { type AccountDifferences, type ReconciledRow, type Reconciliation, reconcile } from '../../app';
import { asRecipientCode, formatRecipientCode, NorsktilskuddError } from '../../domain';
import { paymentSums } from '../answers/common';
import { type CliContext, say } from '../context';
import { at, kroner, list, object, orNull, text, textOrNull, whole } from '../declare/answer';
import { command } from '../declare/command';
import { optionalArgument } from '../declare/flag';
import * as kind from '../declare/kinds';
import type { Problems } from '../declare/problems';
import { endUnhappily } from '../end-unhappily';
import { FLAGS } from '../flags/flags';
import { runOf } from '../flags/run-id';
import * as sources from '../flags/sources';
import { headFields, headsText } from '../heads-text';
import { table } from '../view';

const rows = (key: string) => list(object({ [key]: at('of', textOrNull), ...paymentSums }));
const difference = object({
  reference: text,
  ledger_amount: at('ledgerNok', kroner),
  accounts_amount: at('accountsNok', kroner),
  ledger_on: textOrNull,
  accounts_on: textOrNull,
});
const accounts = object({
  equal: whole,
  equal_amount: at('equalNok', kroner),
  only_in_ledger: list(difference),
  only_in_accounts: list(difference),
  other_amount: list(difference),
  other_day: list(difference),
  of_other_runs: list(object({ run_id: text, reference: text })),
  not_whole: list(object({ line: whole, reference: text, found: text })),
});

const asked = {
  runId: runOf(optionalArgument('run', '[run]', kind.text)),
  grantYear: FLAGS.year,
  accounts: FLAGS.accounts,
};

/** `reconcile`: where the money of a run or a grant year is, and whether the agency's accounts say the same. */
export const reconcileCommand = command('reconcile', {
  examples: [
    'norsktilskudd reconcile 2018-T1-0123456789ab',
    'norsktilskudd reconcile --year 2018 --accounts bookings-2018.csv',
  ],
  input: { ...asked, db: sources.db },
  check: ({ runId, grantYear }, problems: Problems) => {
    if ((runId === undefined) === (grantYear === undefined)) problems.add('RECONCILE_WHICH', {});
  },
  run: reconcile,
  json: object({
    total: object(paymentSums),
    years: rows('year'),
    batches: rows('run_id'),
    files: rows('file'),
    recipients: list(object({ recipient_id: at(({ of }: ReconciledRow) => recipientOf(of), text), ...paymentSums })),
    difference: kroner,
    accounts: orNull(accounts),
    ...headFields,
  }),
  text: reconciliationText,
  end: refuseDifference,
});

function recipientOf(code: string): string {
  return formatRecipientCode(asRecipientCode(Number(code)));
}

function reconciliationText(result: Reconciliation, context: CliContext): string[] {
  const total = { ...result.total, of: say(context, 'receipt.in_all') };
  const recipients = result.recipients.map((row) => ({ ...row, of: recipientOf(row.of) }));
  const cut = (shown: readonly ReconciledRow[], head: 'year' | 'run' | 'file' | 'recipient'): string =>
    table(context, `reconcile.columns_${head}`, 'lnkkkkkkkk', [...shown, total].map(cells));
  return [
    result.batches.length === 0 ? say(context, 'reconcile.nothing') : '',
    cut(result.years, 'year'),
    `\n${cut(result.batches, 'run')}`,
    `\n${cut(
      result.files.map((row) => ({ ...row, of: row.of || say(context, 'reconcile.no_file') })),
      'file',
    )}`,
    `\n${cut(recipients, 'recipient')}`,
    ...(result.accounts === undefined ? [] : accountsText(result.accounts, context)),
    headsText(result, context),
  ];
}

function cells(row: ReconciledRow) {
  const { of, payments, postedNok, paidNok, refusedNok, returnedNok, blockedNok, waitingNok, unknownNok } = row;
  return [
    of,
    payments,
    postedNok,
    paidNok,
    refusedNok,
    returnedNok,
    blockedNok,
    waitingNok,
    unknownNok,
    row.no_newsNok,
  ];
}

function accountsText(
  { equal, equalNok, notWhole, ofOtherRuns, ...lists }: AccountDifferences,
  context: CliContext,
): string[] {
  const parts = [
    ['reconcile.only_in_ledger', lists.onlyInLedger],
    ['reconcile.only_in_accounts', lists.onlyInAccounts],
    ['reconcile.other_amount', lists.otherAmount],
    ['reconcile.other_day', lists.otherDay],
  ] as const;
  return [
    say(context, 'reconcile.equal', { count: equal, equalNok }),
    ...parts.flatMap(([title, shown]) => [
      say(context, title, { count: shown.length }),
      shown.length === 0
        ? ''
        : table(
            context,
            'reconcile.columns_difference',
            'lkkll',
            shown.map((row) => [row.reference, row.ledgerNok, row.accountsNok, row.ledgerOn, row.accountsOn]),
          ),
    ]),
    ofOtherRuns.length === 0 ? '' : say(context, 'reconcile.of_other_runs', otherRuns(ofOtherRuns)),
    ...notWhole.map((booking) => say(context, 'reconcile.not_whole', booking)),
  ];
}

function otherRuns(bookings: AccountDifferences['ofOtherRuns']): { count: number; runs: string } {
  return { count: bookings.length, runs: [...new Set(bookings.map(({ runId }) => runId))].join(', ') };
}

/** Ends with 5 where posted money is nowhere, or the accounts differ. */
function refuseDifference({ differenceNok, accounts: found }: Reconciliation, context: CliContext): void {
  const lists =
    found === undefined ? [] : [found.onlyInLedger, found.onlyInAccounts, found.otherAmount, found.otherDay];
  const different = lists.reduce((sum, { length }) => sum + length, 0);
  if (differenceNok === 0 && different === 0) return;
  endUnhappily(
    new NorsktilskuddError('verification', 'RECONCILE_DIFFERS', { differenceNok, rows: different }),
    context,
  );
}
