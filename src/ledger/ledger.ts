import { type OpenOptions, openLedgerFile } from './open-ledger';
import { batchesPart } from './parts/batches';
import { carePart } from './parts/care';
import { casesPart } from './parts/cases';
import { doorsOf } from './parts/doors';
import { paymentsPart, recipientsPart } from './parts/payments';
import { blameLedger, blaming } from './proof/blame';

/**
 * Opens a ledger, or makes one where `create` is given.
 *
 * @example const ledger = openLedger('norsktilskudd.db', { create: { rehearsal: false } });
 */
export function openLedger(path: string, options: OpenOptions = {}) {
  const open = openLedgerFile(path, options);
  const doors = doorsOf(open, options.proves ?? true);
  const ledger = {
    path,
    /** True where nothing can be paid from it. */
    rehearsal: open.rehearsal,
    /** Format of the file. One of an older format is read as it is, and migrated by the first act that is written to it. */
    get format() {
      return open.format;
    },
    ...batchesPart(doors),
    ...paymentsPart(doors),
    ...recipientsPart(doors),
    ...casesPart(doors),
    ...carePart(doors),
    close: (): void => open.db.close(),
  };
  return blaming(ledger, (cause) => blameLedger(open, cause));
}

/**
 * The ledger: batches, postings, balances, payments and approvals, each written once. Whatever reads it is held to the bytes
 * that were hashed before it is given out (LEDGER_NOT_PROVEN, exit 5, names the rows that differ).
 */
export type Ledger = ReturnType<typeof openLedger>;
