import { asDay, asRecipientCode, assert, formatDay, NorsktilskuddError, paymentKey } from '../../domain';
import { refuseClockAhead } from '../clock-ahead';
import { groupNumber } from '../codes';
import { balancesAsOf, lastPosting, type OpenLedger, postingHead } from '../posting-reads';
import { cellOf, type DraftContent, type DraftSummary, type KeyedPayout } from './draft-content';
import type { DraftAnswer, DraftInput } from './draft-input';
import { sortedCoverage } from './draft-store';
import { identitiesWithPostings } from './identities';
import { checkNetting } from './netting-check';
import { planRun } from './plan-run';
import { type DraftHeader, recordBatch } from './record-batch';
import { runLines } from './run-lines';

/**
 * Puts a finished run into the ledger as a draft. The same run again is the same draft; the same run id with other
 * content is refused; a different draft of the same (Y, T, supplement) supersedes the older one.
 *
 * @throws NorsktilskuddError refused LEDGER_CHANGED, LEDGER_SNAPSHOT_GONE, LEDGER_DRAFT_DIFFERS,
 * LEDGER_DRAFT_OTHER_MANIFEST, LEDGER_NETTING_DIFFERS and those of planRun
 */
export function recordDraft(ledger: OpenLedger, draft: DraftInput): DraftAnswer {
  const content: DraftContent = {
    lines: { [Symbol.iterator]: () => runLines(draft.lines, draft.grantYear) },
    payouts: keyedPayouts(ledger, draft),
    balances: [],
    held: draft.held,
    coverage: sortedCoverage(draft.computed),
    identities: identitiesWithPostings(ledger, draft.identities),
  };
  const header: DraftHeader = {
    ...draft,
    kind: 'run',
    asOf: formatDay(asDay(draft.asOf)),
    annuls: 0,
    reason: draft.reason ?? '',
  };
  return recordBatch(ledger, header, content, {
    before: () => checkStillFits(ledger, draft),
    after: (summary) => checkContent(ledger, draft, summary),
  });
}

/** A snapshot that was deleted while the run was calculated is no longer there to rest on. */
function checkSnapshotStands(ledger: OpenLedger, { runId, snapshot, plannedAt }: DraftInput): void {
  const deleted = ledger.db
    .prepare('SELECT 1 FROM prunings WHERE snapshot = ? AND journal > ?')
    .get(snapshot, plannedAt);
  if (deleted) throw new NorsktilskuddError('refused', 'LEDGER_SNAPSHOT_GONE', { runId, snapshot });
}

function checkStillFits(ledger: OpenLedger, draft: DraftInput): void {
  const isAccepted = draft.accepted.some(({ name }) => name === 'clock');
  refuseClockAhead(ledger.db, draft, draft.extractDay ?? '', isAccepted);
  checkSnapshotStands(ledger, draft);
  const head = postingHead(ledger);
  if (head !== draft.postingHead) {
    throw new NorsktilskuddError('refused', 'LEDGER_CHANGED', {
      runId: draft.runId,
      head,
      draftHead: draft.postingHead,
    });
  }
  const plan = planRun(ledger, { ...draft, supplement: draft.supplementNumber > 0 });
  assert(plan.supplementNumber === draft.supplementNumber, 'the supplement number is not the one that was planned');
}

function checkContent(ledger: OpenLedger, draft: DraftInput, summary: DraftSummary): void {
  const balances = balancesAsOf(ledger, lastPosting(ledger));
  checkNetting(draft.payouts, summary.lineSums, balances, draft.translateRecipient);
}

function keyedPayouts(ledger: OpenLedger, draft: DraftInput): KeyedPayout[] {
  const rows = draft.payouts.map((row) => ({
    ...row,
    paymentKey:
      row.paidNok === 0
        ? ''
        : paymentKey({ ...draft, ...row, recipient: asRecipientCode(row.recipient), rehearsal: ledger.rehearsal }),
  }));
  const cell = (row: KeyedPayout): number => cellOf(row.recipient, groupNumber(row.group));
  return rows.sort((a, b) => cell(a) - cell(b));
}
