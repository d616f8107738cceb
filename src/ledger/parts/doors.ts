import type { ActBy } from '../journal';
import { migrateIfOlder } from '../migration/migrate';
import type { OpenLedger } from '../posting-reads';
import { LedgerProof, type ProofScope, proveLedger } from '../proof/prove';
import { withWitness } from '../witness/keep-witness';
import { refuseBehind } from '../witness/witness-rules';

/** How a file is read and written: what is given out has been proven, what is written builds upon what has been proven. */
export function doorsOf(open: OpenLedger, proves: boolean) {
  const proof = new LedgerProof(open);
  /**
   * Does something to the ledger, in one transaction with the proof of what it builds upon. A ledger of an older format is
   * migrated first, in the same name.
   */
  const written = <T>(by: ActBy, work: () => T, scope?: ProofScope): T => {
    migrateIfOlder(open, by);
    return open.db.transaction(() => {
      proveLedger(open, scope);
      return work();
    });
  };
  /** The same for an act outside batches: not in an older copy. */
  const act = <T>(by: ActBy, work: () => T, scope?: ProofScope): T => {
    refuseBehind(open);
    return written(by, work, scope);
  };
  return {
    open,
    written,
    act,
    /** The same for an act that batches rest on; it is noted beside the ledger. */
    witnessed: <T>(by: ActBy, work: () => T, scope?: ProofScope): T =>
      withWitness(open, () => written(by, work, scope)),
    /** The function as an act of whoever its input names. */
    acting:
      <I extends ActBy, T>(work: (open: OpenLedger, input: I) => T, scope?: ProofScope) =>
      (input: I): T =>
        act(input, () => work(open, input), scope),
    /** The function as an act on something, by whoever is named behind it. */
    actingOn:
      <W, B extends ActBy, T>(work: (open: OpenLedger, on: W, by: B) => T, scope?: ProofScope) =>
      (on: W, by: B): T =>
        act(by, () => work(open, on, by), scope),
    /** The function, of whose answer the acts have been proven, and what the scope asks for. */
    reading:
      <A extends unknown[], T>(read: (open: OpenLedger, ...values: A) => T, scope?: ProofScope) =>
      (...values: A): T => {
        if (proves && scope === undefined) proof.holdActs();
        else if (proves) proof.hold(scope);
        return read(open, ...values);
      },
    /** What is read once the scope has been proven. */
    proven: <T>(scope: ProofScope, read: () => T): T => {
      if (proves) proof.hold(scope);
      return read();
    },
    /** The function, of whose answer the postings of one person as of a head have been proven. */
    readingOne:
      <T>(read: (open: OpenLedger, head: string, ids: readonly number[]) => T) =>
      (asOfHead: string, ids: readonly number[]): T => {
        if (proves) proof.holdOne(asOfHead, ids);
        return read(open, asOfHead, ids);
      },
    prove: (scope?: ProofScope): void => proof.hold(scope),
  };
}

/** How a file is read and written. */
export type Doors = ReturnType<typeof doorsOf>;
