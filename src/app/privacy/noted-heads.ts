import { dirname } from 'node:path';
import { accessLogPath, readAccessLog } from '../../audit';
import { type ErrorDetail, errorDetail, NorsktilskuddError } from '../../domain';
import { pathExists } from '../../effects';
import type { AccessHead, Ledger } from '../../ledger';

/** How an access log stands to what the ledger has noted of it. */
export interface LogBesideLedger {
  readonly rows: number;
  readonly head: string;
  /** Heads that were noted and that the log has never had; none before it was begun anew, with a reason. */
  readonly lost: readonly ErrorDetail[];
  /** What is wrong with the log itself, and what the note beside it knows and it lacks. */
  readonly faults: readonly ErrorDetail[];
}

/** Holds the access log beside a ledger to the heads that stand in its journal. */
export function logBesideLedger(db: string, ledger: Pick<Ledger, 'accessHeads'>): LogBesideLedger {
  const file = accessLogPath(db);
  const { rows, head, heads, faults } = readAccessLog(file);
  const noted = ledger.accessHeads();
  const since = noted.slice(
    Math.max(
      0,
      noted.findLastIndex(({ beginsAnew }) => beginsAnew),
    ),
  );
  const lost = since
    .filter((one) => heads[one.rows] !== one.head)
    .map((one) => errorDetail('ACCESS_LOG_NOT_LEDGERS', { file, rows: rows.length, noted: one.rows, head: one.head }));
  return { rows: rows.length, head, lost, faults };
}

/**
 * What an approval notes of the access log. One that has lost what was noted before is gone on with only where somebody says
 * why.
 *
 * @throws NorsktilskuddError refused ACCESS_LOG_LOST
 */
export function accessToNote(db: string, ledger: Pick<Ledger, 'accessHeads'>, isAccepted: boolean): AccessHead {
  const { rows, head, lost } = logBesideLedger(db, ledger);
  if (lost.length > 0 && !isAccepted) throw new NorsktilskuddError('refused', 'ACCESS_LOG_LOST', {}, lost);
  return { rows, head, beginsAnew: lost.length > 0 };
}

/** The same for a verification: a copy of the ledger alone, without what lies beside it, has no log to be held to. */
export function notedHeadFaults(
  db: string,
  ledger: Pick<Ledger, 'accessHeads'>,
): { readonly problems: readonly ErrorDetail[]; readonly notes: readonly ErrorDetail[] } {
  const noted = ledger.accessHeads().length;
  if (noted > 0 && !pathExists(dirname(accessLogPath(db)))) {
    return { problems: [], notes: [errorDetail('VERIFY_WITHOUT_ACCESS_LOG', { noted })] };
  }
  const { faults, lost } = logBesideLedger(db, ledger);
  return { problems: [...faults, ...lost], notes: [] };
}
