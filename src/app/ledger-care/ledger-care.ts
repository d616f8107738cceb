import { dirname } from 'node:path';
import { type ErrorDetail, NorsktilskuddError } from '../../domain';
import {
  copyWholeFile,
  fileIdentity,
  linkInto,
  makeFolder,
  pathExists,
  removePartFolders,
  renameInto,
} from '../../effects';
import { type LastPosted, openLedger, restorable, type VerificationReport } from '../../ledger';
import { withLedger } from '../acts/act';
import { loadShippedRules } from '../shipped-rules';
import { type RebuiltBalances, rebuiltBalances } from './rebuilt-balances';

/** What a file of a ledger holds, and whether all of it holds. */
export interface LedgerCheck {
  readonly file: string;
  readonly rehearsal: boolean;
  readonly format: number;
  readonly counts: VerificationReport['counts'];
  readonly lastPosted: LastPosted | undefined;
  readonly postingHead: string;
  readonly journalHead: string;
  /** Balances and payments netted again from the postings; undefined where the file has faults. */
  readonly rebuilt: RebuiltBalances | undefined;
  readonly faults: readonly ErrorDetail[];
}

/** Checks a ledger or a copy of one, of any format, and nets everything again from its postings. Nothing is changed. */
export function checkLedger(file: string): LedgerCheck {
  const ledger = openLedger(file, { readOnly: true, proves: false });
  try {
    const { faults, counts } = ledger.verify();
    const rebuilt = faults.length > 0 ? undefined : rebuiltBalances(ledger, loadShippedRules().places);
    const { rehearsal, format } = ledger;
    const heads = { postingHead: ledger.postingHead(), journalHead: ledger.journalHead() };
    return { file, rehearsal, format, counts, lastPosted: ledger.lastPosted(), ...heads, rebuilt, faults };
  } finally {
    ledger.close();
  }
}

/**
 * Copies the ledger to a new file, while nobody writes to it, and checks the copy. Run folders, snapshots and the access log
 * beside it are never changed once they are written: they are copied as any files are.
 *
 * @throws NorsktilskuddError refused LEDGER_COPY_EXISTS; verification LEDGER_COPY_DIFFERS
 */
export function backupLedger(db: string, out: string): LedgerCheck {
  if (pathExists(out)) throw new NorsktilskuddError('refused', 'LEDGER_COPY_EXISTS', { file: out });
  const head = withLedger(db, false, (ledger) => {
    ledger.prove();
    makeFolder(dirname(out));
    removePartFolders(out);
    ledger.copyTo(out);
    return ledger.journalHead();
  });
  const check = checkLedger(out);
  // Somebody may have written to the ledger since: the copy is what it was then.
  if (check.journalHead === head || withLedger(db, true, (ledger) => ledger.hasHad(check.journalHead))) return check;
  throw new NorsktilskuddError('verification', 'LEDGER_COPY_DIFFERS', { file: out });
}

/** A copy that took the place of a ledger. */
export interface Restored extends LedgerCheck {
  /** Where the file lies that stood in its place; empty where none did. */
  readonly replaced: string;
}

/**
 * Puts a copy in the place of a ledger. What stood there is kept beside it, whatever it is. Refused where the copy is older
 * than that ledger, or than what the folders beside it, or beside any place that the copy knows, tell of.
 *
 * @throws NorsktilskuddError refused LEDGER_RESTORE_OLDER with everything that is missing; verification LEDGER_RESTORE_DAMAGED
 */
export function restoreLedger(copy: string, db: string): Restored {
  const { faults, missing } = restorable(copy, db);
  if (faults.length > 0) throw new NorsktilskuddError('verification', 'LEDGER_RESTORE_DAMAGED', { file: copy }, faults);
  if (missing.length > 0) {
    throw new NorsktilskuddError('refused', 'LEDGER_RESTORE_OLDER', { file: copy, path: db }, missing);
  }
  const replaced = pathExists(db) ? asideOf(db) : '';
  if (replaced !== '') linkInto(db, replaced);
  // What SQLite had begun belongs to the file that was there: played back into another it would damage it.
  if (pathExists(`${db}-journal`)) renameInto(`${db}-journal`, `${replaced || asideOf(db)}-journal`);
  removePartFolders(db);
  copyWholeFile(copy, db);
  return { ...checkLedger(db), replaced };
}

/** A free name beside a ledger, or the one that a call that was broken off has given it already. */
function asideOf(db: string): string {
  const own = fileIdentity(db)?.key;
  const isTaken = (path: string): boolean => pathExists(path) && fileIdentity(path)?.key !== own;
  let number = 1;
  while (isTaken(`${db}.replaced-${number}`)) number += 1;
  return `${db}.replaced-${number}`;
}
