import type { Verification } from '../../app';
import { type CliContext, say } from '../context';
import { folderReadText } from '../folder-read';

/** What `verify` says where everything checks. */
export function verificationText(verification: Verification, context: CliContext): string {
  const { runs, ledger, sql, states } = verification;
  const lines = runs.map((run) => {
    const { run_id: runId, counts, netting, mark } = run.manifest;
    const { lines: lineCount, payments } = counts;
    const paidNok = netting.reduce((sum, row) => sum + row.paid_nok, 0);
    const text = 'verify.everything_checks';
    const state = states.find((row) => row.runId === runId)?.state ?? 'posted';
    const marked = [runId, mark, state === 'posted' ? '' : state.toUpperCase()].filter((word) => word !== '').join(' ');
    const checks = say(context, text, { run: marked, lineCount, payments, paidNok, sha256: run.sha256 });
    return `${checks}\n${folderReadText(run.folder, context).trimEnd()}`;
  });
  if (ledger) {
    const { acts, postings, journalHead } = ledger;
    const text = 'verify.ledger_checks';
    lines.push(say(context, text, { acts, postings, journalHead }));
  }
  if (sql) {
    const text = 'verify.sql_gives_same';
    lines.push(say(context, text, { compared: sql.compared }));
  }
  return `${lines.join('\n')}\n`;
}

/** The same for programs. */
export function verificationJson(verification: Verification) {
  const { runs, ledger, sql, notes, states } = verification;
  return {
    manifest_sha256: runs[0]?.sha256 ?? null,
    runs: runs.map((run) => ({
      run_id: run.manifest.run_id,
      folder: run.folder,
      manifest_sha256: run.sha256,
      state: states.find(({ runId }) => runId === run.manifest.run_id)?.state ?? null,
    })),
    ledger: ledger ?? null,
    sql: sql ?? null,
    notes: notes.map(({ code, params }) => ({ code, params })),
  };
}
