import { type CaseAct, isPin } from '../../domain';
import { openLedger } from '../../ledger';

/** Acts of cases in force in a ledger; none without one. @throws NorsktilskuddError as openLedger() */
export function casesInForce(ledgerFile: string | undefined): CaseAct[] {
  if (ledgerFile === undefined) return [];
  const ledger = openLedger(ledgerFile, { readOnly: true });
  try {
    return ledger.caseActs();
  } finally {
    ledger.close();
  }
}

/** Those that say something of facts of a grant year: all that a sizing reads (rulebook 9a). */
export function pinsOfYear(cases: readonly CaseAct[], grantYear: number): CaseAct[] {
  return cases.filter((act) => isPin(act.kind) && act.grantYear === grantYear);
}
