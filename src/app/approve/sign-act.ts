import { join } from 'node:path';
import {
  type ApprovalFolder,
  approvalFolderOf,
  manifestInFolder,
  readSigningKey,
  tablesOf,
  unapprovedRates,
  writeApprovalFolder,
} from '../../audit';
import { type ErrorDetail, errorDetail, NorsktilskuddError } from '../../domain';
import { nowUtc } from '../../effects';
import {
  type ActAnswer,
  type ActBy,
  type ApprovalInput,
  actorKey,
  approvalPayload,
  type BatchInfo,
  type LastPosted,
  type Ledger,
  openLedger,
  type ReviewedFigures,
  type SigningRole,
  type StandsBehind,
} from '../../ledger';
import type { Installation } from '../installation';
import type { PaymentSettings } from '../payment/payment-settings';
import { refuseBeyondLimits } from '../preview/refuse-beyond-limits';
import { accessToNote } from '../privacy/noted-heads';
import { buildName, programBuild } from '../program-build';
import { silentFiles } from '../receipts/payment-progress';
import { registerOfBatch } from '../recipients/recipients-of-run';
import { refuseChangedTables, refuseNewerTables } from '../tables/refuse-tables';
import { type PayeeFault, payeeFaults, payeeStates } from './payee-faults';
import { reviewedDraft } from './reviewed-draft';

/** What signing needs of the installation. */
export type SigningInstallation = Pick<
  Installation,
  'db' | 'keyFile' | 'keyPassphrase' | 'requireSignatures' | 'approvers' | 'limits'
>;

/** Who does what to a draft. */
export interface SignRequest {
  readonly runId: string;
  readonly role: SigningRole;
  readonly actor: string;
  /** Why, for the journal; a batch above a limit of the settings is approved with one only. */
  readonly reason?: string | undefined;
  readonly acceptClock?: boolean | undefined;
  /** Somebody says why a batch is approved though files wait for an answer of the bank; without a reason it counts for nothing. */
  readonly acceptSilence?: boolean | undefined;
  /** Somebody says why the access log is not the one that the ledger has noted. */
  readonly acceptAccessLog?: boolean | undefined;
  /** When a file waits too long. */
  readonly payment?: Partial<Pick<PaymentSettings, 'silenceDays' | 'closedDays'>> | undefined;
}

/** The same with what the installation says. */
interface SignAct extends SignRequest {
  readonly settings: SigningInstallation;
}

/** What came of it. */
export interface SignAnswer extends ActAnswer {
  readonly journalHead: string;
  /** Who stands behind the batch now. */
  readonly behind: StandsBehind;
  readonly rehearsal: boolean;
  /** The batch that was posted last before the act. */
  readonly lastPosted: LastPosted | undefined;
  /** Folder of the run's signatures; undefined where there are none. */
  readonly approvalFolder: string | undefined;
  /** What is wrong with those who are paid. */
  readonly payees: readonly PayeeFault[];
  /** Where a foreign folder was put that stood in its place; undefined for none. */
  readonly setAside: string | undefined;
}

/**
 * Signs, attests or approves a draft: looks at the folder again, signs what was reviewed where a key is given, hands it to the
 * ledger, and writes the signatures beside the run folder. Doing the same again answers "already" and mends that folder.
 */
export function signAct(settings: SigningInstallation, request: SignRequest): SignAnswer {
  const act = { ...request, settings };
  const { runId } = request;
  const ledger = openLedger(settings.db);
  try {
    const batch = ledger.batch(runId);
    if (batch === undefined) throw unknownRun(ledger, runId);
    if (act.role === 'approver') refuseSilence(act, ledger, batch);
    const input = signingInput(act, ledger, batch);
    if (act.role === 'approver') refuseBeyondLimits(settings.limits, act.reason, ledger, batch);
    const lastPosted = ledger.lastPosted();
    const answer = doIt(ledger, act, act.role === 'approver' ? { ...input, ...accessOf(act, ledger, batch) } : input);
    const behind = ledger.standsBehind(runId);
    const { folder: approvalFolder, setAside } = keepSignatures(ledger, answer.batch);
    return {
      ...answer,
      journalHead: ledger.journalHead(),
      lastPosted,
      behind,
      rehearsal: ledger.rehearsal,
      approvalFolder,
      payees: payeeFaults(payeeStates(batch.runFolder, registerOfBatch(ledger, batch))),
      setAside,
    };
  } finally {
    ledger.close();
  }
}

/**
 * What somebody hands to the ledger to sign, attest or approve a draft: the folder looked at again, and a signature over
 * what was reviewed where a key is given.
 *
 * @throws NorsktilskuddError refused APPROVER_NOT_NAMED, LEDGER_WITHOUT_APPROVERS, RATES_REFUSED; those of reviewedDraft()
 */
export function signingInput(act: SignAct, ledger: Ledger, batch: BatchInfo): Omit<ApprovalInput, 'role'> {
  refuseByConfig(act, ledger);
  const reviewed = reviewedDraft(batch);
  refuseTables(ledger, batch);
  const reason = act.reason === undefined ? {} : { reason: act.reason };
  const clock = act.acceptClock === undefined ? {} : { acceptClock: act.acceptClock };
  const by: ActBy = { ...clock, actor: act.actor, at: nowUtc(), build: buildName(programBuild()), ...reason };
  return { ...by, reviewed, ...signatureOf(act, ledger, batch, by, reviewed) };
}

/** That a foreign folder stood where the signatures belong; empty where none did. */
export function signingWarnings({ batch: { runId }, setAside }: Pick<SignAnswer, 'batch' | 'setAside'>): ErrorDetail[] {
  return setAside === undefined ? [] : [errorDetail('APPROVAL_FOLDER_SET_ASIDE', { runId, path: setAside })];
}

/** Writes the signatures of a run beside its folder. */
export function keepSignatures(ledger: Ledger, { runId, runFolder }: BatchInfo): ApprovalFolder {
  const folder = approvalFolderOf(runFolder || join(`${ledger.path}.d`, 'runs', runId), runId);
  return writeApprovalFolder(ledger, runId, folder);
}

/** A run that the ledger does not know: mistyped, or posted with a newer copy of the ledger than this one. */
function unknownRun(ledger: Ledger, runId: string): NorsktilskuddError {
  const missing = ledger.missing();
  return missing.length === 0
    ? new NorsktilskuddError('usage', 'LEDGER_RUN_UNKNOWN', { runId })
    : new NorsktilskuddError('refused', 'LEDGER_BEHIND', { path: ledger.path }, missing);
}

/** No batch is approved on top of files that nobody has answered, unless somebody says why. */
function refuseSilence({ acceptSilence, reason, payment = {} }: SignAct, ledger: Ledger, batch: BatchInfo): void {
  if (batch.state !== 'draft' || batch.kind !== 'run') return;
  const silent = silentFiles(ledger, payment.silenceDays, payment.closedDays);
  if (silent.length === 0 || (acceptSilence && (reason ?? '').trim() !== '')) return;
  const details = silent.map((file) => errorDetail('PAYMENT_FILE_SILENT', { ...file }));
  throw new NorsktilskuddError('refused', 'PAYMENT_FILES_SILENT', { count: silent.length }, details);
}

function doIt(ledger: Ledger, { runId, role }: SignAct, input: Omit<ApprovalInput, 'role'>): ActAnswer {
  switch (role) {
    case 'runner':
      return ledger.signDraft(runId, input);
    case 'attestant':
      return ledger.attest(runId, input);
    case 'approver':
      return ledger.approve(runId, { ...input, role });
  }
}

/** How far the access log has come, for an approval that posts. */
function accessOf({ settings, acceptAccessLog, reason }: SignAct, ledger: Ledger, { state }: BatchInfo) {
  if (state !== 'draft') return {};
  const isAccepted = acceptAccessLog === true && (reason ?? '').trim() !== '';
  return { access: accessToNote(settings.db, ledger, isAccepted) };
}

/** What the configuration of the installation asks for beyond the ledger itself. */
function refuseByConfig({ role, actor, settings }: SignAct, ledger: Ledger): void {
  const { approvers } = settings;
  if (role === 'approver' && approvers !== undefined && !approvers.some((name) => actorKey(name) === actorKey(actor))) {
    throw new NorsktilskuddError('refused', 'APPROVER_NOT_NAMED', { actor, names: approvers.join(', ') });
  }
  if (settings.requireSignatures && !ledger.rehearsal && !ledger.requiresSignatures()) {
    throw new NorsktilskuddError('refused', 'LEDGER_WITHOUT_APPROVERS', { path: ledger.path });
  }
}

function signatureOf(
  { runId, role, actor, settings }: SignAct,
  ledger: Ledger,
  batch: BatchInfo,
  by: ActBy,
  reviewed: ReviewedFigures,
): Pick<ApprovalInput, 'signature' | 'key'> {
  if (ledger.requiresSignatures()) refuseRates(ledger, batch, by.at);
  if (settings.keyFile === undefined) return {};
  const key = readSigningKey(settings.keyFile, settings.keyPassphrase);
  const day = by.at.slice(0, 10);
  const text = approvalPayload({
    runId,
    role,
    actor,
    at: by.at,
    postingHead: batch.postingHead,
    reviewed,
    approversHash: ledger.listInForce('approvers', day)?.hash ?? '',
    ratesHash: ledger.listInForce('rates', day)?.hash ?? '',
  });
  return { key, signature: key.sign(text) };
}

/** Nothing is signed for a real ledger by a program whose tables somebody has changed, nor on tables that nobody approved. */
function refuseTables(ledger: Ledger, batch: BatchInfo): void {
  if (batch.state !== 'draft') return;
  refuseChangedTables(ledger);
  if (batch.kind !== 'run') return;
  const { identity } = manifestInFolder(batch.runFolder);
  refuseNewerTables(tablesOf(identity), identity.accepted, ledger, nowUtc().slice(0, 10));
}

/** Nobody signs a run that rests on rates which two persons have not approved. */
function refuseRates(ledger: Ledger, batch: BatchInfo, at: string): void {
  if (batch.kind !== 'run' || batch.state === 'posted') return;
  const wrong = unapprovedRates(manifestInFolder(batch.runFolder), ledger.listInForce('rates', at.slice(0, 10))?.list);
  if (wrong.length > 0) {
    throw new NorsktilskuddError('refused', 'RATES_REFUSED', { runId: batch.runId, files: wrong.length }, wrong);
  }
}
