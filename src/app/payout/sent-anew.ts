import { join } from 'node:path';
import { SENT_ANEW_BEFORE, SENT_ANEW_COLUMNS, SENT_ANEW_NAME } from '../../audit';
import { assert } from '../../domain';
import type { Ledger, PaymentFileInfo } from '../../ledger';
import { headsOfRun } from '../heads-of-run';
import { paymentsFolder } from './place-file';

/** Path of the list of payments sent anew of a run. */
export function sentAnewPath(db: string, runId: string): string {
  return join(paymentsFolder(db, runId), SENT_ANEW_NAME);
}

/**
 * The list for whoever checks files of payments without the ledger: each payment that stands in a further file for a bank, with
 * the file before it, what became of that one and both heads of the posting. Its form of today first, then the one of before,
 * without heads, in which it may still lie there; none where nothing was sent anew.
 */
export function sentAnewForms(ledger: Ledger, runId: string): string[] {
  const rows = sentAnew(ledger, runId);
  if (rows.length === 0) return [];
  const batch = ledger.batch(runId);
  assert(batch !== undefined, 'a run with payment files is in the ledger');
  const { postingHead, journalHead } = headsOfRun(ledger, batch);
  const named = rows.map((row) => [...row, postingHead, journalHead]);
  const forms: (readonly (readonly string[])[])[] = [
    [SENT_ANEW_COLUMNS, ...named],
    [SENT_ANEW_BEFORE, ...rows],
  ];
  return forms.map((form) => form.map((row) => `${row.join(',')}\n`).join(''));
}

/** Rows of the list, without heads. */
function sentAnew(ledger: Ledger, runId: string): string[][] {
  const files = ledger.paymentFiles(runId).filter(({ channel }) => channel === 'pain001');
  const refusals = new Map(
    ledger
      .trackedPayments(runId)
      .map(({ paymentKey, outcomes }) => [paymentKey, outcomes.filter(({ kind }) => kind === 'refused')]),
  );
  const before = new Map<string, PaymentFileInfo>();
  const rows: string[][] = [];
  for (const file of files.sort((one, other) => one.number - other.number)) {
    for (const { paymentKey, amountNok } of file.payments) {
      const earlier = before.get(paymentKey);
      before.set(paymentKey, file);
      if (earlier === undefined) continue;
      const refusal = earlier.state === 'discarded' ? undefined : refusals.get(paymentKey)?.shift();
      const cause = refusal === undefined ? 'given_up' : `refused ${refusal.on}`;
      // A refusal that was taken back since is no cause.
      if (refusal === undefined && earlier.state !== 'discarded') continue;
      rows.push([paymentKey, String(amountNok), file.name, file.hash, earlier.name, earlier.hash, cause]);
    }
  }
  return rows;
}
