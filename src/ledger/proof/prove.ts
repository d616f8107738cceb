import { type ErrorDetail, errorDetail, InvariantError, NorsktilskuddError } from '../../domain';
import { chainEntries } from '../chain/chain-entries';
import type { BatchInfo } from '../drafts/batch-info';
import { findBatch } from '../drafts/batches';
import { checkDraftUnchanged, readDraftContent } from '../drafts/draft-reads';
import { lastPosting, type OpenLedger } from '../posting-reads';
import { postedEntries } from '../reads/posted-entries';
import { tableStatements } from '../schema/schema';
import { journalFaults } from '../verify/journal-faults';
import { chainProofFaults } from './chain-proof';
import { balanceProofFaults, paymentProofFaults } from './money-proof';
import { personProofFaults } from './person-proof';

/** What of a ledger is held to its hashed bytes beyond the acts, the chain, persons and balances, which always are. */
export interface ProofScope {
  /** Grant years whose postings are used. */
  readonly grantYears?: readonly number[];
  /** Payments are used, and what became of them. */
  readonly payments?: boolean;
  /** A draft whose content is used, by its run id. */
  readonly draft?: string;
}

/** What the posting of a draft builds upon. */
export function scopeOfPosting(batch: BatchInfo | undefined): ProofScope {
  if (batch === undefined || batch.state !== 'draft') return {};
  if (batch.kind === 'opening') return { draft: batch.runId };
  const grantYears = [batch.grantYear - 1, batch.grantYear];
  return { grantYears, payments: batch.kind === 'annulment', draft: batch.runId };
}

/** Faults that are told; of more, their number. */
const TOLD_MAX = 20;

/**
 * Holds what a command is about to build upon to the bytes that were hashed: every act of the journal with the rows that it
 * wrote, the chain of postings, coverage, persons, balances, and what the scope asks for. Nothing is written and nothing is
 * found by an index that has not been held to its table.
 *
 * @throws NorsktilskuddError verification LEDGER_NOT_PROVEN with the rows that differ as details
 */
export function proveLedger(ledger: OpenLedger, scope: ProofScope = {}): void {
  ledger.db.reading(() => {
    const faults = reported(() => baseFaults(ledger, scope));
    if (faults.length > 0) throw notProven(ledger, faults);
    const { grantYears, draft } = scope;
    if (grantYears !== undefined && grantYears.length > 0) {
      const postings = reported(() => {
        for (const _ of postedEntries(ledger, lastPosting(ledger), grantYears, new Map()));
        return [];
      });
      if (postings.length > 0) throw notProven(ledger, postings);
    }
    const batch = draft === undefined ? undefined : findBatch(ledger, draft);
    if (batch?.state === 'draft') checkDraftUnchanged(ledger.db, batch.batch, readDraftContent(ledger.db, batch.batch));
  });
}

function baseFaults(ledger: OpenLedger, { payments = false }: ProofScope): ErrorDetail[] {
  const damage = tableFaults(ledger);
  if (damage.length > 0) return damage;
  const acts = journalFaults(ledger, payments).faults;
  if (acts.length > 0) return acts;
  const entries = chainEntries(ledger);
  const chain = chainProofFaults(ledger, entries);
  if (chain.length > 0) return chain;
  return [
    ...personProofFaults(ledger, entries),
    ...balanceProofFaults(ledger, entries),
    ...(payments ? paymentProofFaults(ledger, entries) : []),
  ];
}

/** Tables whose rows are held to hashed bytes one by one; going through all their pages would cost too much each time. */
const HELD_OTHERWISE = ['persons', 'postings', 'posting_text', 'draft_lines', 'movements', 'payments'];

/** SQLite's own check of the tables that acts are kept in, with their indexes. */
function tableFaults(ledger: OpenLedger): ErrorDetail[] {
  return tableStatements(ledger.format)
    .filter(({ name }) => !HELD_OTHERWISE.includes(name))
    .flatMap(({ name }) =>
      ledger.db
        .prepare(`PRAGMA integrity_check(${name})`)
        .all()
        .filter(([text]) => text !== 'ok')
        .map(([text]) => errorDetail('LEDGER_FILE_DAMAGED', { what: String(text) })),
    );
}

/** A row that cannot even be read (a name outside its list, broken JSON) is a fault like any other. */
function reported(work: () => ErrorDetail[]): ErrorDetail[] {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof InvariantError || cause instanceof SyntaxError) {
      return [errorDetail('LEDGER_FILE_DAMAGED', { what: cause.message })];
    }
    throw cause;
  }
}

function notProven({ path }: OpenLedger, faults: readonly ErrorDetail[]): NorsktilskuddError {
  const params = { path, count: faults.length };
  return new NorsktilskuddError('verification', 'LEDGER_NOT_PROVEN', params, faults.slice(0, TOLD_MAX));
}
