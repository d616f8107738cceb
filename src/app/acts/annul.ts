import { assert } from '../../domain';
import type { BatchInfo, DraftAnswer, Ledger } from '../../ledger';
import { keepSignatures, signingInput } from '../approve/sign-act';
import type { Installation } from '../installation';
import { type Act, type ActingInstallation, actBy, withLedger } from './act';

/** The annulment of a run: a draft that somebody else approves. */
export interface AnnulmentView {
  readonly batch: BatchInfo;
  /** The run that it takes back. */
  readonly annulled: BatchInfo;
  readonly rehearsal: boolean;
}

/** Answer to a proposal. */
export interface Annulment extends AnnulmentView, DraftAnswer {
  readonly journalHead: string;
}

type AnnullingInstallation = ActingInstallation & Pick<Installation, 'approvers' | 'limits'>;

/**
 * Proposes to take back the batch posted last, whole; signed by its proposer where a key is given. Somebody else approves
 * it, as any draft. The same again: "already".
 *
 * @throws NorsktilskuddError usage LEDGER_RUN_UNKNOWN; refused LEDGER_ANNUL_OPENING, LEDGER_NOT_LAST_BATCH,
 * LEDGER_ANNUL_HAS_OUTCOMES
 */
export function annulRun(
  installation: AnnullingInstallation,
  { runId, reason, ...act }: Act & { readonly runId: string; readonly reason: string },
): Annulment {
  return withLedger(installation.db, false, (ledger) => {
    const who = { role: 'runner', actor: act.actor, settings: installation } as const;
    const sign =
      installation.keyFile === undefined
        ? undefined
        : (draft: BatchInfo) => signingInput({ ...who, runId: draft.runId }, ledger, draft);
    const answer = ledger.recordAnnulment(runId, { ...actBy(act), reason }, sign);
    if (sign) keepSignatures(ledger, answer.batch);
    return { ...answer, ...annulmentView(ledger, answer.batch), journalHead: ledger.journalHead() };
  });
}

/** An annulment with the run that it takes back. */
export function annulmentView(ledger: Ledger, batch: BatchInfo): AnnulmentView {
  const annulled = ledger.batches().find(({ posting }) => posting === batch.annuls);
  assert(annulled !== undefined, 'an annulment takes back a posted batch');
  return { batch, annulled, rehearsal: ledger.rehearsal };
}

/** The same of a ledger that is opened for it. */
export function annulmentOf(db: string, batch: BatchInfo): AnnulmentView {
  return withLedger(db, true, (ledger) => annulmentView(ledger, batch));
}
