import { asDay, formatDay, NorsktilskuddError } from '../../domain';
import { lastCountingBatch, type OpenLedger, postingHead } from '../posting-reads';
import { refuseOtherTerm } from '../witness/witness-rules';

/** What a run asks before it starts. */
export interface PlanRequest {
  readonly grantYear: number;
  readonly term: number;
  /** D as a Day. */
  readonly asOf: number;
  readonly supplement: boolean;
}

export interface RunPlan {
  /** 0 for the term's first batch. */
  readonly supplementNumber: number;
  readonly postingHead: string;
  /** Number of the last act: the draft must not rest on a snapshot that was deleted after it. */
  readonly plannedAt: number;
  /** Manifest hash of the last posted batch, empty for none. */
  readonly previousManifestHash: string;
}

/**
 * Whether a run of (Y, T) with D may start, and its supplement number (rulebook 6). Batches are posted in ascending
 * order of (Y, T), a second one of a term is a supplement, and D never goes back. Annulled batches count for nothing, but
 * their numbers stay used, so that no payment key comes twice: what is run after one is a supplement too.
 *
 * @throws NorsktilskuddError refused LEDGER_TERM_POSTED, LEDGER_TERM_ANNULLED, LEDGER_NO_TERM_TO_SUPPLEMENT, LEDGER_TERM_ORDER,
 * LEDGER_AS_OF_BEFORE_LAST or LEDGER_BEHIND
 */
export function planRun(ledger: OpenLedger, request: PlanRequest): RunPlan {
  const { grantYear, term } = request;
  refuseOtherTerm(ledger, grantYear, term);
  const last = lastCountingBatch(ledger);
  const step = last ? grantYear - last.grantYear || term - last.term : 1;
  const lastTerm = { lastYear: last?.grantYear ?? 0, lastTerm: last?.term ?? 0 };
  if (step < 0) throw new NorsktilskuddError('refused', 'LEDGER_TERM_ORDER', { grantYear, term, ...lastTerm });
  const supplementNumber = nextSupplement(ledger, grantYear, term);
  if (supplementNumber > 0 && !request.supplement) {
    const code = step === 0 ? 'LEDGER_TERM_POSTED' : 'LEDGER_TERM_ANNULLED';
    throw new NorsktilskuddError('refused', code, { grantYear, term });
  }
  if (supplementNumber === 0 && request.supplement) {
    throw new NorsktilskuddError('refused', 'LEDGER_NO_TERM_TO_SUPPLEMENT', { grantYear, term });
  }
  const asOf = formatDay(asDay(request.asOf));
  if (last && asOf < last.asOf) {
    throw new NorsktilskuddError('refused', 'LEDGER_AS_OF_BEFORE_LAST', { asOf, lastAsOf: last.asOf, ...lastTerm });
  }
  return {
    supplementNumber,
    postingHead: postingHead(ledger),
    plannedAt: Number(ledger.db.prepare('SELECT max(sequence) FROM journal').get()?.[0]),
    previousManifestHash: previousManifestHash(ledger),
  };
}

/** 0 where nothing has been posted for (Y, T), else one more than the highest number used, annulled batches included. */
export function nextSupplement(ledger: OpenLedger, grantYear: number, term: number): number {
  const row = ledger.db
    .prepare(
      `SELECT coalesce(max(supplement) + 1, 0) FROM posting_chain
       WHERE kind <> 'annulment' AND grant_year = ? AND term = ?`,
    )
    .get(grantYear, term);
  return Number(row?.[0]);
}

/** Manifest hash of the last posted batch, empty for none; annulments have no manifest of their own. */
export function previousManifestHash(ledger: OpenLedger): string {
  const row = ledger.db
    .prepare(
      `SELECT b.manifest_hash FROM posting_chain AS c JOIN batches AS b USING (batch)
       WHERE c.kind <> 'annulment' ORDER BY c.posting DESC LIMIT 1`,
    )
    .get();
  return row ? String(row[0]) : '';
}
