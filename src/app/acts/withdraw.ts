import type { ActAnswer } from '../../ledger';
import { type Act, type Acted, type ActingInstallation, withAct } from './act';

/** Takes a draft back for good; the same again: "already". */
export function withdrawRun(
  installation: ActingInstallation,
  { runId, reason, ...act }: Act & { readonly runId: string; readonly reason: string },
): Acted<ActAnswer> {
  return withAct(installation, act, (ledger, by) => ledger.withdraw(runId, { ...by, reason }));
}
