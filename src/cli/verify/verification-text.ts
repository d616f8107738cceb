import type { Verification } from '../../app/verify/run-verification';
import { type CliContext, say } from '../context';
import { folderReadText } from '../folder-read';

/** What `verify` says where everything checks. */
export function verificationText(verification: Verification, context: CliContext): string {
  const { runs, ledger, sql, states } = verification;
  const lines = runs.map((run) => {
    const { run_id: runId, counts, netting, mark } = run.manifest;
    const { lines: lineCount, payments } = counts;
    const paidNok = netting.reduce((sum, row) => sum + row.paid_nok, 0);
    const text = {
      nb: 'Alt stemmer: {run}, {lineCount|linje|linjer}, {payments|betaling|betalinger}, {paidNok}. Manifest {sha256}',
      en: 'Everything checks: {run}, {lineCount|line|lines}, {payments|payment|payments}, {paidNok}. Manifest {sha256}',
    };
    const state = states.find((row) => row.runId === runId)?.state ?? 'posted';
    const marked = [runId, mark, state === 'posted' ? '' : state.toUpperCase()].filter((word) => word !== '').join(' ');
    const checks = say(context, text, { run: marked, lineCount, payments, paidNok, sha256: run.sha256 });
    return `${checks}\n${folderReadText(run.folder, context).trimEnd()}`;
  });
  if (ledger) {
    const { acts, postings, journalHead } = ledger;
    const text = {
      nb: 'Hovedboken stemmer: {acts|handling|handlinger}, {postings|bokført kjøring|bokførte kjøringer}. Journalhode: {journalHead}',
      en: 'The ledger checks: {acts|act|acts}, {postings|posted batch|posted batches}. Journal head: {journalHead}',
    };
    lines.push(say(context, text, { acts, postings, journalHead }));
  }
  if (sql) {
    const text = {
      nb: 'SQL gir det samme for {compared|person, kommune eller mottaker|personer, kommuner og mottakere}.',
      en: 'SQL gives the same for {compared|person, kommune or recipient|persons, kommuner and recipients}.',
    };
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
