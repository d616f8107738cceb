import {
  attributePayments,
  type BatchLimits,
  type BudgetYear,
  budgetYear,
  checkLimits,
  type LimitCheck,
} from '../../analysis';
import { accessLogPath, logAccess, pseudonymsOf, readPseudonymKeyInUse } from '../../audit';
import { type ErrorDetail, NorsktilskuddError } from '../../domain';
import { nowUtc } from '../../effects';
import { readManifest } from '../../explain';
import { ALL_POSTED, type LastPosted, type Ledger, openLedger } from '../../ledger';
import type { Language } from '../../messages';
import { type AnnulmentView, annulmentView } from '../acts/annul';
import { hashOfFolder } from '../approve/hash-of-folder';
import { type PayeeFault, payeeFaults, payeeStates } from '../approve/payee-faults';
import { keyIdsInUse } from '../privacy/keys-in-use';
import { registerOfBatch } from '../recipients/recipients-of-run';
import { type Wanted, wantedOfFolder } from '../run/wanted';
import { loadShippedRules } from '../shipped-rules';
import { type AccountChange, accountChanges } from './account-changes';
import { type BatchHistory, batchHistory } from './batch-history';
import { casesWithMoney, type ReadAct } from './cases-of-run';
import { folderRows } from './folder-rows';
import { largestChanges, type PreviewChange } from './largest-changes';
import { type OpeningSummary, openingSummary } from './opening-summary';
import { type PreviewRecipients, previewRecipients } from './preview-recipients';
import { type FindingSum, findingsByCode, type HeldSum, heldByReason } from './sums-by-reason';

export interface PreviewInput {
  readonly runId: string;
  readonly db: string;
  readonly pseudonymKeyFile: string;
  readonly limits: BatchLimits;
  readonly appropriationNok: number | undefined;
  /** undefined: the run's grant year. */
  readonly budgetYear: number | undefined;
  readonly actor: string;
  readonly language: Language;
}

/** Everything that the approver reads before signing. */
export interface PreviewReport extends BatchHistory, PreviewRecipients {
  readonly rehearsal: boolean;
  /** The batch that was posted last. */
  readonly lastPosted: LastPosted | undefined;
  /** What was done with the ledger and is not in it: it is an older copy. */
  readonly missing: readonly ErrorDetail[];
  readonly manifestSha256: string;
  /** Everything that an approval outside a rehearsal wants accepted; none in run folders of format 1. */
  readonly wanted: readonly Wanted[];
  readonly limits: readonly LimitCheck[];
  readonly changes: readonly PreviewChange[];
  /** Acts of cases that it started from. */
  readonly cases: readonly ReadAct[];
  readonly held: readonly HeldSum[];
  readonly findings: readonly FindingSum[];
  readonly accounts: readonly AccountChange[];
  /** What is wrong with those who are paid. */
  readonly payees: readonly PayeeFault[];
  readonly budget: BudgetYear;
}

/** What there is to see of a batch: a run, what was taken over from an earlier system, or a run that is taken back. */
export type Preview =
  | { readonly kind: 'run'; readonly report: PreviewReport }
  | { readonly kind: 'opening'; readonly summary: OpeningSummary }
  | { readonly kind: 'annulment'; readonly view: AnnulmentView };

/**
 * Gathers what the approver of a batch must see. The folder is hashed again first: what is read here is what was sealed.
 * The largest changes tell of persons, so the look is logged.
 *
 * @throws NorsktilskuddError usage LEDGER_RUN_UNKNOWN, PREVIEW_NO_RUN; verification RUN_FOLDER_GONE, RUN_FOLDER_CHANGED
 */
export function executePreview(input: PreviewInput): Preview {
  const ledger = openLedger(input.db, { readOnly: true });
  try {
    const batch = ledger.batch(input.runId);
    if (batch?.kind === 'annulment') {
      ledger.prove({ ...ALL_POSTED, drafts: [input.runId] });
      return { kind: 'annulment', view: annulmentView(ledger, batch) };
    }
    if (batch?.kind !== 'opening') return { kind: 'run', report: previewOf(input, ledger) };
    return { kind: 'opening', summary: openingSummary(ledger, batch) };
  } finally {
    ledger.close();
  }
}

function previewOf(input: PreviewInput, ledger: Ledger): PreviewReport {
  const { runId } = input;
  const batch = ledger.batch(runId);
  if (batch === undefined) throw new NorsktilskuddError('usage', 'LEDGER_RUN_UNKNOWN', { runId });
  if (batch.kind !== 'run') throw new NorsktilskuddError('usage', 'PREVIEW_NO_RUN', { runId });
  ledger.prove({ ...ALL_POSTED, drafts: [runId] });
  const manifestSha256 = hashOfFolder(batch.runFolder);
  const at = nowUtc();
  logAccess(accessLogPath(input.db), { kind: 'preview', actor: input.actor, at, runId, subjects: [runId] });
  const history = batchHistory(ledger, batch);
  const states = payeeStates(batch.runFolder, registerOfBatch(ledger, batch));
  const lines = folderRows(batch.runFolder, 'payout_lines.csv');
  const pseudonyms = pseudonymsOf(readPseudonymKeyInUse(input.pseudonymKeyFile, keyIdsInUse(input.db, ledger)));
  return {
    ...history,
    rehearsal: ledger.rehearsal,
    lastPosted: ledger.lastPosted(),
    missing: ledger.missing(),
    manifestSha256,
    wanted: wantedOfFolder(batch.runFolder),
    limits: checkLimits(input.limits, history.figures, history.lastYear?.figures),
    changes: largestChanges(lines, ledger, runId, input.language),
    cases: casesWithMoney(batch.runFolder),
    held: heldByReason(folderRows(batch.runFolder, 'held.csv')),
    findings: findingsByCode(folderRows(batch.runFolder, 'findings.csv'), lines, pseudonyms.of),
    payees: payeeFaults(states),
    ...previewRecipients(ledger, batch, states),
    accounts: accountChanges(batch.runFolder, history.lastTerm?.batch.runFolder),
    budget: budgetOf(input, ledger, history),
  };
}

/** The budget page as the approver of the batch sees or saw it. */
function budgetOf({ appropriationNok, ...input }: PreviewInput, ledger: Ledger, { batch }: BatchHistory): BudgetYear {
  const rows = readManifest(batch.runFolder, batch).conservation.filter((row) => row.grant_year === batch.grantYear);
  const sum = (amountOf: (row: (typeof rows)[number]) => number): number =>
    rows.reduce((total, row) => total + amountOf(row), 0);
  const money = ledger.paymentHistory(batch);
  return budgetYear(
    {
      budgetYear: input.budgetYear ?? batch.grantYear,
      grantYear: batch.grantYear,
      appropriationNok,
      dueLaterNok: sum((row) => row.due_later_nok),
      heldNok: sum((row) => row.held_nok),
    },
    money,
    attributePayments(money, loadShippedRules().places),
  );
}
