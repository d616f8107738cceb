import { ledgerStatus } from '../../app';
import { batchStateWord } from '../../messages';
import { flatDetail, snapshots } from '../answers/common';
import { olderCopyText } from '../approval/approval-text';
import { say } from '../context';
import { at, flag, kroner, list, object, text, textOrNull, whole } from '../declare/answer';
import { command } from '../declare/command';
import * as sources from '../flags/sources';
import { snapshotTable } from '../snapshot-table';
import { table } from '../view';

const batch = object({
  run_id: text,
  state: text,
  lines: whole,
  lines_total: kroner,
  payments: whole,
  paid: kroner,
  held: kroner,
  folder: at('runFolder', textOrNull),
});

/** `status`: batches and heads of a ledger. */
export const statusCommand = command('status', {
  examples: ['norsktilskudd status --db norsktilskudd.db'],
  input: { db: sources.db },
  run: ({ db }) => ledgerStatus(db),
  json: object({
    rehearsal: flag,
    batches: list(batch),
    snapshots,
    missing: list(flatDetail),
    requires_signatures: flag,
    posting_head: text,
    journal_head: text,
  }),
  text: (status, context) => [
    olderCopyText(status.missing, context),
    status.rehearsal ? say(context, 'status.rehearsal') : '',
    table(
      context,
      'status.columns_run',
      'llnkkk',
      status.batches.map(({ runId, state, lines, linesTotalNok, paidNok, heldNok }) => [
        runId,
        batchStateWord(state, context.language),
        lines,
        linesTotalNok,
        paidNok,
        heldNok,
      ]),
    ),
    status.requiresSignatures ? say(context, 'status.ledger_requires_signatures') : '',
    status.snapshots.length > 0 ? `\n${snapshotTable(status.snapshots, context)}` : '',
    say(context, 'status.posting_head_journal', { posting_head: status.postingHead, journal_head: status.journalHead }),
  ],
});
