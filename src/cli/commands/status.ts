import { ledgerStatus } from '../../app';
import { formatKroner, formatWhole } from '../../domain';
import { olderCopyJson, olderCopyText } from '../approval/older-copy';
import { stateText } from '../approval/state-text';
import { type CliContext, say } from '../context';
import { command } from '../declare/command';
import * as sources from '../flags/sources';
import { snapshotJson, snapshotTable } from '../retention/snapshot-table';
import { textTable } from '../text-table';

/** `status`: batches and heads of a ledger. */
export const statusCommand = command('status', {
  examples: ['norsktilskudd status --db norsktilskudd.db'],
  input: { db: sources.db },
  run: ({ db }, context) => status(db, context),
});

function status(db: string, context: CliContext): void {
  const { out } = context.terminal;
  const { batches, snapshots, missing, rehearsal, requiresSignatures, ...ends } = ledgerStatus(db);
  const heads = { posting_head: ends.postingHead, journal_head: ends.journalHead };
  if (context.json) {
    const rows = batches.map(({ runId, state, runFolder, lines, linesTotalNok, payments, paidNok, heldNok }) => ({
      run_id: runId,
      state,
      lines,
      lines_total: linesTotalNok,
      payments,
      paid: paidNok,
      held: heldNok,
      folder: runFolder === '' ? null : runFolder,
    }));
    out(
      `${JSON.stringify({ rehearsal: rehearsal, batches: rows, snapshots: snapshotJson(snapshots), missing: olderCopyJson(missing), requires_signatures: requiresSignatures, ...heads })}\n`,
    );
    return;
  }
  const words = say(context, 'status.columns_run');
  const rows = batches.map((batch) => [
    batch.runId,
    stateText(batch.state, context),
    formatWhole(batch.lines),
    formatKroner(batch.linesTotalNok),
    formatKroner(batch.paidNok),
    formatKroner(batch.heldNok),
  ]);
  out(olderCopyText(missing, context));
  if (rehearsal) out(say(context, 'status.rehearsal'));
  out(textTable(words.split('|'), 'llrrrr', rows));
  if (requiresSignatures) {
    out(say(context, 'status.ledger_requires_signatures'));
  }
  if (snapshots.length > 0) out(`\n${snapshotTable(snapshots, context)}`);
  out(
    say(context, 'status.posting_head_journal', { posting_head: heads.posting_head, journal_head: heads.journal_head }),
  );
}
