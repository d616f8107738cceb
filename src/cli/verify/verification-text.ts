import { formatKroner, formatWhole } from '../../domain';
import { type CliContext, say } from '../context';
import type { Verification } from './run-verification';

/** What `verify` says where everything checks. */
export function verificationText(verification: Verification, context: CliContext): string {
  const { runs, ledger, sql } = verification;
  const lines = runs.map((run) => {
    const { run_id: runId, counts, netting, mark } = run.manifest;
    const paid = formatKroner(netting.reduce((sum, row) => sum + row.paid_nok, 0));
    const values = { lines: formatWhole(counts.lines), payments: formatWhole(counts.payments), paid };
    const marked = mark === '' ? runId : `${runId} ${mark}`;
    return say(context, {
      nb: `Alt stemmer: ${marked}, ${values.lines} linjer, ${values.payments} betalinger, ${values.paid}. Manifest ${run.sha256}`,
      en: `Everything checks: ${marked}, ${values.lines} lines, ${values.payments} payments, ${values.paid}. Manifest ${run.sha256}`,
    });
  });
  if (ledger) {
    lines.push(
      say(context, {
        nb: `Hovedboken stemmer: ${ledger.acts} handlinger, ${ledger.postings} bokførte kjøringer. Journalhode: ${ledger.journalHead}`,
        en: `The ledger checks: ${ledger.acts} acts, ${ledger.postings} posted batches. Journal head: ${ledger.journalHead}`,
      }),
    );
  }
  if (sql) {
    const compared = formatWhole(sql.compared);
    lines.push(
      say(context, {
        nb: `SQL gir det samme for ${compared} personer, kommuner og mottakere.`,
        en: `SQL gives the same for ${compared} persons, kommuner and recipients.`,
      }),
    );
  }
  return `${lines.join('\n')}\n`;
}

/** The same for programs. */
export function verificationJson(verification: Verification) {
  const { runs, ledger, sql, notes } = verification;
  return {
    manifest_sha256: runs[0]?.sha256 ?? null,
    runs: runs.map((run) => ({ run_id: run.manifest.run_id, folder: run.folder, manifest_sha256: run.sha256 })),
    ledger: ledger ?? null,
    sql: sql ?? null,
    notes: notes.map(({ code, params }) => ({ code, params })),
  };
}
