import type { ActAnswer } from '../../ledger';
import { type Act, type ActingInstallation, withAct } from './act';

/** Takes a draft back for good; the same again: "already". */
export function withdrawRun(
  installation: ActingInstallation,
  runId: string,
  act: Act & { readonly reason: string },
): ActAnswer & { readonly journalHead: string } {
  return withAct(installation, act, (ledger, by) => {
    const answer = ledger.withdraw(runId, { ...by, reason: act.reason });
    return { ...answer, journalHead: ledger.journalHead() };
  });
}
