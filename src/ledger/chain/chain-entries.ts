import type { ComputedComponent } from '../../domain';
import { BATCH_KINDS, type BatchKind, componentOfNumber, nameIn } from '../codes';
import type { OpenLedger } from '../posting-reads';

/** A posted batch as the chain and its own tables hold it. */
export interface ChainEntry {
  readonly posting: number;
  readonly runId: string;
  readonly kind: BatchKind;
  readonly grantYear: number;
  readonly term: number;
  readonly supplementNumber: number;
  readonly asOf: string;
  readonly annuls: number;
  readonly manifestHash: string;
  readonly personsBefore: number;
  readonly personsNew: number;
  readonly personsHash: string;
  readonly format: number;
  readonly previousHead: string;
  readonly head: string;
  readonly coverage: readonly ComputedComponent[];
  /** False where the chain and the draft disagree about what the batch is. */
  readonly agreesWithDraft: boolean;
}

/** Every posted batch in the order of the chain, annulments and what they annul included. */
export function chainEntries(ledger: OpenLedger): ChainEntry[] {
  return ledger.db
    .prepare(
      `SELECT c.posting, b.run_id, c.kind, c.grant_year, c.term, c.supplement, c.as_of, c.annuls, b.manifest_hash,
         c.persons_before, c.persons_new, c.persons_hash, c.format, c.previous_head, c.head,
         b.kind = c.kind AND b.grant_year = c.grant_year AND b.term = c.term AND b.supplement = c.supplement
           AND b.as_of = c.as_of AND b.annuls = c.annuls AND b.posting_head = c.previous_head AND b.lines = c.lines
       FROM posting_chain AS c JOIN batches AS b USING (batch) ORDER BY c.posting`,
    )
    .all()
    .map((row) => ({
      posting: Number(row[0]),
      runId: String(row[1]),
      kind: nameIn(BATCH_KINDS, row[2]),
      grantYear: Number(row[3]),
      term: Number(row[4]),
      supplementNumber: Number(row[5]),
      asOf: String(row[6]),
      annuls: Number(row[7]),
      manifestHash: String(row[8]),
      personsBefore: Number(row[9]),
      personsNew: Number(row[10]),
      personsHash: String(row[11]),
      format: Number(row[12]),
      previousHead: String(row[13]),
      head: String(row[14]),
      agreesWithDraft: row[15] === 1,
      coverage: coverageOf(ledger, Number(row[0])),
    }));
}

function coverageOf(ledger: OpenLedger, posting: number): ComputedComponent[] {
  return ledger.db
    .prepare('SELECT grant_year, component, module FROM coverage WHERE posting = ? ORDER BY grant_year, component')
    .all(posting)
    .map((row) => ({ grantYear: Number(row[0]), component: componentOfNumber(row[1]), module: String(row[2]) }));
}
