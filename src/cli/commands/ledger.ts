import { backupLedger, checkLedger, type LedgerCheck, type Restored, restoreLedger } from '../../app';
import { NorsktilskuddError } from '../../domain';
import { flatDetail } from '../answers/common';
import { type CliContext, say } from '../context';
import { flag, kroner, list, object, orNull, text, textOrNull, whole } from '../declare/answer';
import { command, commandGroup } from '../declare/command';
import { argument, required } from '../declare/flag';
import * as kind from '../declare/kinds';
import { endUnhappily } from '../end-unhappily';
import { FLAGS } from '../flags/flags';
import * as sources from '../flags/sources';
import { headsText } from '../heads-text';
import { table } from '../view';

const EXAMPLES = [
  'norsktilskudd ledger backup --out backup/norsktilskudd-2018-T1.db',
  'norsktilskudd ledger check backup/norsktilskudd-2018-T1.db',
  'norsktilskudd ledger restore backup/norsktilskudd-2018-T1.db',
];

const checkFields = {
  file: text,
  rehearsal: flag,
  format: whole,
  counts: object({ acts: whole, batches: whole, postings: whole, persons_forgotten: whole }),
  last_posted: orNull(object({ run_id: text, grant_year: whole, term: whole, posted_on: text, paid: kroner })),
  posting_head: text,
  journal_head: text,
  rebuilt: orNull(
    object({
      batches: whole,
      payments: whole,
      carried: kroner,
      differences: list(object({ what: text, rebuilt: kroner, held: kroner })),
    }),
  ),
  faults: list(flatDetail),
};
const file = argument('ledgerFile', '<file>', kind.path);

/** `ledger backup|check|restore`: copies of a ledger, and whether they hold. */
export const ledgerCommand = commandGroup('ledger', EXAMPLES, {
  backup: command('ledger.backup', {
    input: { db: sources.db, out: required(FLAGS.backupOut) },
    run: ({ db, out }) => backupLedger(db, out),
    json: object(checkFields),
    text: (check, context) => [say(context, 'ledger.backed_up', { file: check.file }), ...checkText(check, context)],
    end: refuseFaults,
  }),
  check: command('ledger.check', {
    input: { file },
    run: (input) => checkLedger(input.file),
    json: object(checkFields),
    text: checkText,
    end: refuseFaults,
  }),
  restore: command('ledger.restore', {
    input: { file, db: sources.db },
    run: (input) => restoreLedger(input.file, input.db),
    json: object({ ...checkFields, replaced: textOrNull }),
    text: (restored: Restored, context) => [
      say(context, 'ledger.restored', { file: restored.file }),
      restored.replaced === '' ? '' : say(context, 'ledger.replaced', { file: restored.replaced }),
      ...checkText(restored, context),
    ],
    end: refuseFaults,
  }),
});

function checkText(check: LedgerCheck, context: CliContext): string[] {
  const { format, counts, lastPosted, rebuilt, faults, postingHead, journalHead } = check;
  return [
    say(context, 'ledger.counts', { format, ...counts }),
    lastPosted === undefined
      ? ''
      : say(context, 'ledger.last_posted', { runId: lastPosted.runId, on: lastPosted.postedOn }),
    rebuilt === undefined ? '' : say(context, 'ledger.rebuilt', { ...rebuilt }),
    rebuilt === undefined || rebuilt.differences.length === 0
      ? ''
      : table(
          context,
          'ledger.columns_differences',
          'lkk',
          rebuilt.differences.map((row) => [row.what, row.rebuiltNok, row.heldNok]),
        ),
    faults.length === 0 ? say(context, 'ledger.holds') : '',
    headsText({ postingHead, journalHead }, context),
  ];
}

/** Ends with 5 where the file has faults, or its balances are not those of its postings. */
function refuseFaults({ file: path, faults, rebuilt }: LedgerCheck, context: CliContext): void {
  const differences = rebuilt?.differences.length ?? 0;
  if (faults.length + differences === 0) return;
  const params = { file: path, faults: faults.length + differences };
  endUnhappily(new NorsktilskuddError('verification', 'LEDGER_CHECK_FAILED', params, faults), context);
}
