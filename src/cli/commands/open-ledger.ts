import { takeOver } from '../../app';
import { flag, object } from '../declare/answer';
import { command } from '../declare/command';
import { required } from '../declare/flag';
import { FLAGS } from '../flags/flags';
import * as sources from '../flags/sources';
import { openingFields, openingText } from '../opening';

/** `open-ledger`: takes over an earlier system's postings and balances, as a draft (data contract 3). */
export const openLedgerCommand = command('open-ledger', {
  examples: [
    'norsktilskudd open-ledger --postings opening_postings.csv --as kari',
    'norsktilskudd open-ledger --postings opening_postings.csv --payments opening_payments.csv --as kari',
  ],
  input: {
    postings: required(FLAGS.postings),
    balances: FLAGS.balances,
    payments: FLAGS.openingPayments,
    rehearsal: FLAGS.rehearsal,
    db: sources.db,
    actor: sources.actor,
    ...sources.firstApprovers,
    ...sources.signing,
  },
  run: (input) => takeOver(input, input),
  json: object({ ...openingFields, already: flag }),
  text: (summary, context) => [openingText(summary, context), '\n'],
  next: ({ runId }) => ({ runId }),
});
