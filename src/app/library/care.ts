import { resolve } from 'node:path';
import { backupLedger, checkLedger, type LedgerCheck, type Restored, restoreLedger } from '../ledger-care/ledger-care';
import { CaseWork } from './cases';

/** Copies of the ledger. */
export class LedgerCare extends CaseWork {
  /** Copies the ledger to a new file and checks the copy. @example tilskudd.backupLedger('backup/2018-T1.db').journalHead */
  backupLedger(out: string): LedgerCheck {
    return backupLedger(this.installation.db, resolve(out));
  }

  /** Checks a ledger or a copy; this one where none is named. @example tilskudd.checkLedger().faults.length === 0 */
  checkLedger(file = this.installation.db): LedgerCheck {
    return checkLedger(resolve(file));
  }

  /** Puts a copy in the place of the ledger, unless it is older. @example tilskudd.restoreLedger('backup/2018-T1.db').replaced */
  restoreLedger(copy: string): Restored {
    return restoreLedger(resolve(copy), this.installation.db);
  }
}
