import { readManifest } from '../../audit';
import { COMPONENTS, type Component, NETTING_GROUPS, type NettingGroup, NorsktilskuddError } from '../../domain';
import { ALL_POSTED, type BatchInfo, type Ledger } from '../../ledger';
import { withLedger } from '../acts/act';
import { WITHHELD_REASONS } from '../approve/withheld';
import { claimsIn } from '../claims/claims';
import { type ReconciledRow, reconcileLedger } from '../receipts/reconcile';
import { loadShippedRules } from '../shipped-rules';
import { type MinistryReport, type MinistryRequest, ministryReport } from './ministry-report';
import { checkOpening, type OpeningCheck } from './opening-check';

/**
 * Where the money of a grant is when the year ends: annual = posted + due later + held, what is posted to persons who are withheld
 * taken off what is held. Adjustments stand beside that. Whole kroner.
 */
export interface GrantRow {
  readonly component: Component;
  readonly annualNok: number;
  readonly postedNok: number;
  readonly dueLaterNok: number;
  readonly heldNok: number;
  readonly adjustedNok: number;
}

/** What a netting group carries, and claims in it. */
export interface CarriedRow {
  readonly group: NettingGroup;
  /** At most 0; what is claimed is left out. */
  readonly carriedNok: number;
  readonly claimedNok: number;
  readonly openNok: number;
  readonly repaidNok: number;
  readonly writtenOffNok: number;
}

/** The end of a year. */
export interface YearEnd extends MinistryReport {
  readonly year: number;
  /** Last run of the year that was posted. */
  readonly runId: string;
  readonly grants: readonly GrantRow[];
  /** Held by reason, in the last run of the year; what is withheld is negative. */
  readonly held: readonly { readonly reason: string; readonly rows: number; readonly sumNok: number }[];
  /** Where the payments that the runs of the year ordered are now. */
  readonly payments: Omit<ReconciledRow, 'of'>;
  /** Balances now, with what is claimed. */
  readonly carried: readonly CarriedRow[];
  readonly opening: OpeningCheck;
  readonly postingHead: string;
  readonly journalHead: string;
}

/**
 * The end of a year: where its money is, what the ministry asks for, and whether the next year starts from it to the krone.
 *
 * @throws NorsktilskuddError usage YEAR_END_NOTHING_POSTED; verification RUN_FOLDER_GONE, RUN_FOLDER_CHANGED, LEDGER_NOT_PROVEN
 */
export function yearEnd(db: string, request: MinistryRequest): YearEnd {
  const { year } = request;
  return withLedger(db, true, (ledger) => {
    ledger.prove(ALL_POSTED);
    const { places } = loadShippedRules();
    const counting = ledger
      .batches()
      .filter(({ state, kind }) => state === 'posted' && kind !== 'annulment')
      .sort((a, b) => a.posting - b.posting);
    const close = counting.findLast(({ kind, grantYear }) => kind === 'run' && grantYear === year);
    if (close === undefined) throw new NorsktilskuddError('usage', 'YEAR_END_NOTHING_POSTED', { year });
    const next = counting.find(({ posting }) => posting > close.posting);
    const manifest = readManifest(close.runFolder, close);
    const { of: _, ...payments } = reconcileLedger(ledger, { grantYear: year }).total;
    return {
      year,
      runId: close.runId,
      grants: grantsOf(ledger, close, manifest, year),
      held: heldOf(manifest.held, year),
      payments,
      carried: carriedOf(ledger),
      ...ministryReport(
        ledger,
        ledger.paymentHistory().filter(({ isDraft }) => !isDraft),
        places,
        request,
      ),
      opening: checkOpening(ledger, year, close, next),
      postingHead: ledger.postingHead(),
      journalHead: ledger.journalHead(),
    };
  });
}

const WITHHELD: readonly string[] = WITHHELD_REASONS;

type Manifest = ReturnType<typeof readManifest>;

/** What the last run does not compute any more (a count that is frozen), and what it never did, comes to what is posted. */
function grantsOf(ledger: Ledger, close: BatchInfo, manifest: Manifest, year: number): GrantRow[] {
  const ofYear = manifest.conservation.filter((row) => row.grant_year === year);
  const covered = ledger.postedState(close.headAfter, 0).coverage.filter(({ grantYear }) => grantYear === year);
  const used = new Set([...ofYear, ...covered].map(({ component }) => component));
  return COMPONENTS.flatMap((component) => {
    const row = ofYear.find((one) => one.component === component);
    const postedNok = ledger.postedSum(close.headAfter, year, component);
    const adjustedNok = ledger.adjustedSum(close.headAfter, year, component);
    if (!used.has(component) && postedNok === 0 && adjustedNok === 0) return [];
    const dueLaterNok = row?.due_later_nok ?? 0;
    const heldNok = (row?.held_nok ?? 0) + withheldOf(manifest.held, year, component);
    return [{ component, annualNok: row?.annual_nok ?? postedNok, postedNok, dueLaterNok, heldNok, adjustedNok }];
  });
}

/** What is posted to persons who are missing or rejected, as a minus. */
function withheldOf(rows: Manifest['held'], year: number, component: Component): number {
  return rows
    .filter((row) => row.grant_year === year && row.component === component && WITHHELD.includes(row.reason))
    .reduce((sum, row) => sum + row.sum_nok, 0);
}

function heldOf(rows: Manifest['held'], year: number): YearEnd['held'] {
  const reasons = new Map<string, { reason: string; rows: number; sumNok: number }>();
  for (const row of rows.filter(({ grant_year }) => grant_year === year)) {
    const { reason } = row;
    const before = reasons.get(reason) ?? { reason, rows: 0, sumNok: 0 };
    reasons.set(reason, { reason, rows: before.rows + row.rows, sumNok: before.sumNok + row.sum_nok });
  }
  return [...reasons.values()];
}

function carriedOf(ledger: Ledger): CarriedRow[] {
  const { balances } = ledger.postedState();
  const claims = claimsIn(ledger).filter(({ state }) => state === 'open' || state === 'settled');
  return NETTING_GROUPS.map((group) => {
    const mine = claims.filter((claim) => claim.group === group);
    const sum = (name: 'amountNok' | 'openNok' | 'paidNok' | 'writtenOffNok'): number =>
      mine.reduce((total, claim) => total + claim[name], 0);
    const carriedNok = balances
      .filter((row) => row.group === group)
      .reduce((total, { balanceNok }) => total + balanceNok, 0);
    return {
      group,
      carriedNok,
      claimedNok: sum('amountNok'),
      openNok: sum('openNok'),
      repaidNok: sum('paidNok'),
      writtenOffNok: sum('writtenOffNok'),
    };
  }).filter(({ carriedNok, claimedNok }) => carriedNok !== 0 || claimedNok !== 0);
}
