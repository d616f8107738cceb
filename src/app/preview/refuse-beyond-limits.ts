import { type BatchLimits, checkLimits, LIMIT_NAMES } from '../../analysis';
import { errorDetail, NorsktilskuddError } from '../../domain';
import type { BatchInfo, Ledger } from '../../ledger';
import { batchHistory } from './batch-history';

/**
 * Refuses to approve a draft that breaks a limit of the settings, unless a reason is given: it then stands in the
 * journal. Without limits nothing is looked at.
 *
 * @throws NorsktilskuddError refused LIMITS_BREACHED naming each limit
 */
export function refuseBeyondLimits(
  limits: BatchLimits,
  reason: string | undefined,
  ledger: Ledger,
  batch: BatchInfo,
): void {
  const isLimited = LIMIT_NAMES.some((name) => limits[name] !== undefined);
  if (!isLimited || batch.kind !== 'run' || batch.state !== 'draft' || (reason ?? '').trim() !== '') return;
  const { figures, lastYear } = batchHistory(ledger, batch);
  const breached = checkLimits(limits, figures, lastYear?.figures).filter((check) => check.breached);
  if (breached.length === 0) return;
  const details = breached.map(({ name, limit, value = 0 }) => errorDetail('LIMIT_BREACHED', { name, limit, value }));
  throw new NorsktilskuddError('refused', 'LIMITS_BREACHED', { runId: batch.runId, limits: details.length }, details);
}
