import { type ErrorDetail, errorDetail, NorsktilskuddError } from '../../domain';
import { chainEntries } from '../chain/chain-entries';
import type { BatchInfo } from '../drafts/batch-info';
import { findBatch } from '../drafts/batches';
import { checkDraftUnchanged, readDraftContent } from '../drafts/draft-reads';
import { lastPosting, type OpenLedger } from '../posting-reads';
import { postedEntries } from '../reads/posted-entries';
import { tableStatements } from '../schema/schema';
import { journalFaults } from '../verify/journal-faults';
import { readable } from '../verify/verify-ledger';
import { chainProofFaults, personProofFaults } from './chain-proof';
import { lineProofFaults, postingsOfOneFaults } from './line-proof';
import { balanceProofFaults, movementProofFaults, paymentProofFaults } from './money-proof';

/** What of a ledger is held to its hashed bytes beyond the acts, the chain, persons and balances, which always are. */
export interface ProofScope {
  /** Grant years whose postings are added up by person. */
  readonly grantYears?: readonly number[];
  /** Posted runs whose lines are reported or added up in any other way; or all that was ever posted. */
  readonly lines?: readonly string[] | 'all';
  /** Payments are used, and what became of them. */
  readonly payments?: boolean;
  /** Drafts whose content is used, by their run ids. */
  readonly drafts?: readonly string[];
}

/** Everything that was ever posted and paid: what is to be deleted for good, or answered for, rests on all of it. */
export const ALL_POSTED: ProofScope = { lines: 'all', payments: true };

/** What the posting of a draft builds upon. */
export function scopeOfPosting(batch: BatchInfo | undefined): ProofScope {
  if (batch === undefined || batch.state !== 'draft') return {};
  if (batch.kind === 'opening') return { drafts: [batch.runId] };
  const grantYears = [batch.grantYear - 1, batch.grantYear];
  return { grantYears, payments: batch.kind === 'annulment', drafts: [batch.runId] };
}

/** Faults that are reported; of more, their number. */
const TOLD_MAX = 20;

/**
 * Holds what is about to be reported or built upon to the bytes that were hashed. Nothing is written and nothing is found by an
 * index that has not been held to its table. What has been held once is not held again until somebody writes to the ledger.
 */
export class LedgerProof {
  readonly #ledger: OpenLedger;
  readonly #held = new Set<string>();
  #state = '';

  constructor(ledger: OpenLedger) {
    this.#ledger = ledger;
  }

  /**
   * Every act of the journal with the rows that it wrote, and the chain of postings: what a look-up rests on that tells
   * what was done and by whom.
   *
   * @throws NorsktilskuddError verification LEDGER_NOT_PROVEN with the rows that differ as details
   */
  holdActs(withOutcomes = false): void {
    if (this.#isHeld('outcomes')) return;
    this.#once(withOutcomes ? 'outcomes' : 'acts', 'journal', () => {
      const damage = tableFaults(this.#ledger);
      const acts = damage.length > 0 ? damage : journalFaults(this.#ledger, withOutcomes).faults;
      return acts.length > 0 ? acts : chainProofFaults(this.#ledger, chainEntries(this.#ledger));
    });
  }

  /**
   * The acts, persons, balances, and what the scope asks for.
   *
   * @throws NorsktilskuddError verification LEDGER_NOT_PROVEN with the rows that differ as details, LEDGER_DRAFT_TAMPERED
   */
  hold({ grantYears = [], lines = [], payments = false, drafts = [] }: ProofScope = {}): void {
    const ledger = this.#ledger;
    ledger.db.reading(() => {
      this.holdActs(payments);
      const entries = chainEntries(ledger);
      this.#once('persons and balances', 'persons', () => [
        ...personProofFaults(ledger, entries),
        ...balanceProofFaults(ledger, entries),
      ]);
      if (payments) this.#once('payments', 'payments', () => paymentProofFaults(ledger, entries));
      if (grantYears.length > 0) {
        this.#once(`years ${grantYears.join(' ')}`, 'postings', () => {
          for (const _ of postedEntries(ledger, lastPosting(ledger), grantYears, new Map()));
          return [];
        });
      }
      for (const entry of entries.filter(({ runId }) => lines === 'all' || lines.includes(runId))) {
        this.#once(`lines ${entry.posting}`, 'postings', () => [
          ...lineProofFaults(ledger, [entry]),
          ...movementProofFaults(ledger, [entry]),
        ]);
      }
      for (const runId of drafts) this.#holdDraft(runId);
    });
  }

  /**
   * The acts, and the postings of one person as of a head.
   *
   * @param ids all ids that are the person; NO_PERSON for the components without persons
   * @throws NorsktilskuddError verification LEDGER_NOT_PROVEN with the rows that differ as details
   */
  holdOne(head: string, ids: readonly number[]): void {
    this.holdActs();
    this.#once(`one ${head} ${ids.join(' ')}`, 'postings', () => postingsOfOneFaults(this.#ledger, head, ids));
  }

  #holdDraft(runId: string): void {
    const { db } = this.#ledger;
    const batch = findBatch(this.#ledger, runId);
    if (batch?.state !== 'draft') return;
    this.#once(`draft ${batch.batch}`, 'draft_lines', () => {
      checkDraftUnchanged(db, batch.batch, readDraftContent(db, batch.batch));
      return [];
    });
  }

  #isHeld(what: string): boolean {
    const { db } = this.#ledger;
    const state = [db.prepare('PRAGMA data_version'), db.prepare('SELECT total_changes()')].map(
      (each) => each.get()?.[0],
    );
    if (this.#state !== state.join(' ')) this.#held.clear();
    this.#state = state.join(' ');
    return this.#held.has(what);
  }

  #once(what: string, table: string, check: () => ErrorDetail[]): void {
    if (this.#isHeld(what)) return;
    const faults = this.#ledger.db.reading(() => readable(table, () => ({ faults: check() }), { faults: [] }).faults);
    if (faults.length > 0) throw notProven(this.#ledger, faults);
    this.#held.add(what);
  }
}

/**
 * The same once, in the transaction of an act.
 *
 * @throws as LedgerProof.hold()
 */
export function proveLedger(ledger: OpenLedger, scope: ProofScope = {}): void {
  new LedgerProof(ledger).hold(scope);
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

function notProven({ path }: OpenLedger, faults: readonly ErrorDetail[]): NorsktilskuddError {
  const params = { path, count: faults.length };
  return new NorsktilskuddError('verification', 'LEDGER_NOT_PROVEN', params, faults.slice(0, TOLD_MAX));
}
