import { join, resolve } from 'node:path';
import type { SigningRole } from '../../ledger';
import type { Explanation } from '../../report';
import { type Annulment, annulRun } from '../acts/annul';
import { type LedgerStatus, ledgerStatus } from '../acts/status';
import { withdrawRun } from '../acts/withdraw';
import { type ApprovalAnswer, approveRun } from '../approve/approve-run';
import { type SignAnswer, signAct } from '../approve/sign-act';
import { type DoctorReport, executeDoctor } from '../doctor/execute-doctor';
import { type DossierReport, executeDossier } from '../dossier/execute-dossier';
import { executeYearDossier } from '../dossier/year-dossier';
import { executeExplain } from '../explain/execute-explain';
import { type ExportReport, executeExport } from '../export/execute-export';
import { executeImport } from '../import/execute-import';
import type { ImportReport } from '../import/import-report';
import { runsFolderOf } from '../installation';
import { executePreview, type Preview } from '../preview/execute-preview';
import { executeReport, LINES_DRAWN, type ReportChoice, type ReportWritten } from '../report/execute-report';
import { executeRun } from '../run/execute-run';
import type { RunReport } from '../run/run-report';
import { foldersToVerify } from '../verify/folders-to-verify';
import { keyOfRuns } from '../verify/key-of-runs';
import { runVerification, type Verification } from '../verify/run-verification';
import type { ActOptions } from './acting';
import { Analyses } from './analyses';
import { installationOf, type NorsktilskuddOptions } from './options';
import { absolute, type ExplainRequest, explainTargetOf, runRequestOf, type TermRequest } from './requests';

/**
 * Opens norsktilskudd on a ledger: everything that the commands do, as functions from plain values to plain values. Nothing
 * is held open between calls. What is refused is thrown as a NorsktilskuddError with a code and its values.
 *
 * @example
 * const tilskudd = openNorsktilskudd({ ledger: 'trial.db', actor: 'kari' });
 * const run = tilskudd.run({ extract: 'extracts/2018-T1', grantYear: 2018, term: 1, rehearsal: true });
 * tilskudd.approve(run.runId, { actor: 'ola' });
 */
export function openNorsktilskudd(options: NorsktilskuddOptions): Norsktilskudd {
  return new Norsktilskudd(installationOf(options));
}

/** An installation that can be worked with; openNorsktilskudd() makes it. */
export class Norsktilskudd extends Analyses {
  /**
   * What is in an extract and what is odd about it; nothing is kept.
   *
   * @example tilskudd.doctor('extracts/2018-T1').findings
   */
  doctor(extract: string, grantYear?: number): DoctorReport {
    const { columns, readingLimits } = this.installation;
    const onProgress = (): void => undefined;
    return executeDoctor({ extract: resolve(extract), columns, readingLimits, grantYear, onProgress });
  }

  /**
   * Reads an extract into a stored snapshot.
   *
   * @example const { snapshotId } = tilskudd.import('extracts/2018-T1');
   */
  import(
    extract: string,
    { rejectLimitPercent = null }: { readonly rejectLimitPercent?: number | null } = {},
  ): ImportReport {
    const { db, columns, readingLimits, pseudonymKeyFile } = this.installation;
    return executeImport({
      extract: resolve(extract),
      snapshotFolder: join(`${db}.d`, 'snapshots'),
      columns,
      readingLimits,
      rejectLimitPercent,
      out: undefined,
      rejectedFolder: join(runsFolderOf(this.installation), 'rejected-import'),
      pseudonymKeyFile,
      db,
      onProgress: () => undefined,
    });
  }

  /**
   * Runs a term: extract to snapshot, calculation with trace, run folder, draft in the ledger.
   *
   * @throws NorsktilskuddError; ExtractRejected where the extract may not be used
   * @example const run = tilskudd.run({ extract: 'extracts/2018-T1', grantYear: 2018, term: 1, rehearsal: true });
   */
  run(request: TermRequest): RunReport {
    return executeRun(this.installation, runRequestOf(request, this.actorOf(request.actor)));
  }

  /**
   * Everything that the approver of a run reads before signing.
   *
   * @example tilskudd.preview(run.runId)
   */
  preview(
    runId: string,
    request: {
      readonly actor?: string;
      readonly appropriationNok?: number;
      readonly budgetYear?: number;
      readonly language?: 'nb' | 'en';
    } = {},
  ): Preview {
    const { db, pseudonymKeyFile, limits } = this.installation;
    const { appropriationNok, budgetYear, language = 'nb' } = request;
    const actor = this.actorOf(request.actor);
    return executePreview({ runId, db, pseudonymKeyFile, limits, appropriationNok, budgetYear, actor, language });
  }

  /** Signs a draft as the one who ran it. @example tilskudd.sign(run.runId) */
  sign(runId: string, act: ActOptions = {}): SignAnswer {
    return this.#signAs('runner', runId, act);
  }

  /** Attests a draft; posts nothing. @example tilskudd.attest(run.runId, { actor: 'astrid' }) */
  attest(runId: string, act: ActOptions = {}): SignAnswer {
    return this.#signAs('attestant', runId, act);
  }

  /** Approves a draft and posts it. @example tilskudd.approve(run.runId, { actor: 'ola' }) */
  approve(runId: string, act: ActOptions = {}): ApprovalAnswer {
    return approveRun(this.installation, { ...this.actOf(act), runId });
  }

  /** Takes a draft back for good. @example tilskudd.withdraw(run.runId, { reason: 'wrong extract' }) */
  withdraw(runId: string, act: ActOptions & { readonly reason: string }): ReturnType<typeof withdrawRun> {
    return withdrawRun(this.installation, { ...this.actOf(act), runId });
  }

  /**
   * Proposes to take back the run posted last; somebody else approves the draft that it answers.
   *
   * @example
   * const { batch } = tilskudd.annul(run.runId, { reason: 'wrong rate' });
   * tilskudd.approve(batch.runId, { actor: 'ola' });
   */
  annul(runId: string, act: ActOptions & { readonly reason: string }): Annulment {
    return annulRun(this.installation, { ...this.actOf(act), runId });
  }

  /** Where the ledger stands. @example tilskudd.status().journalHead */
  status(): LedgerStatus {
    return ledgerStatus(this.installation.db, this.installation.payment);
  }

  /**
   * Explains an amount, or why there is none, as a tree of sentences with their sources.
   *
   * @example tilskudd.explain({ line: `${run.runId}-1` }).chapters
   */
  explain(request: ExplainRequest): Explanation {
    const { db, pseudonymKeyFile } = this.installation;
    const { run: runId, whyNot = false } = request;
    const actor = request.actor ?? this.installation.as ?? '';
    const target = explainTargetOf(request);
    return executeExplain({ target, runId, whyNot, db, pseudonymKeyFile, actor }).explanation;
  }

  /**
   * Checks run folders, named by run or by folder, against themselves, the ledger and, where one is given, the extract. What
   * is wrong is reported, not thrown.
   *
   * @example tilskudd.verify([run.runId]).problems
   */
  verify(
    runs: readonly string[],
    against: {
      readonly extract?: string;
      readonly sql?: boolean;
      readonly head?: string;
      readonly firstList?: string;
      readonly rejectLimitPercent?: number;
    } = {},
  ): Verification {
    const { db, rates, recipients, columns, pseudonymKeyFile } = this.installation;
    const folders = foldersToVerify(runs, db, process.cwd());
    const key = keyOfRuns(undefined, pseudonymKeyFile, true, folders);
    const { head, firstList, sql = false, rejectLimitPercent } = against;
    const given = { rates, recipients, columns, rejectLimitPercent, extract: absolute(against.extract) };
    return runVerification({ folders, db, head, firstList, key, sql, journal: undefined, ...given });
  }

  /**
   * Writes a run as pages for a browser: one folder to share, one with lines and explanations by pseudonym.
   *
   * @example (await tilskudd.report(run.runId)).shared
   */
  report(runId: string, request: ReportChoice = {}): Promise<ReportWritten> {
    const { db, limits } = this.installation;
    const { out, recipients = [], drawn = LINES_DRAWN, areAllAudited = false, appropriationNok } = request;
    const actor = this.actorOf(request.actor);
    const chosen = { recipients, drawn, areAllAudited };
    return executeReport({ runId, db, limits, appropriationNok, out: absolute(out), ...chosen, actor });
  }

  /** The same for all posted runs of a grant year. @example tilskudd.yearDossier(2018, { out: 'dossier-2018.tar' }) */
  yearDossier(
    grantYear: number,
    {
      out,
      withSnapshot = true,
      actor,
    }: { readonly out: string; readonly withSnapshot?: boolean; readonly actor?: string },
  ): DossierReport {
    const { db, pseudonymKeyFile } = this.installation;
    const asked = { grantYear, out: resolve(out), withSnapshot, language: 'nb' } as const;
    return executeYearDossier({ ...asked, db, pseudonymKeyFile, actor: this.actorOf(actor) });
  }

  /** One archive with all that an auditor needs. @example tilskudd.dossier(run.runId, { out: 'dossier.tar' }) */
  dossier(
    runId: string,
    {
      out,
      withSnapshot = true,
      actor,
    }: { readonly out: string; readonly withSnapshot?: boolean; readonly actor?: string },
  ): DossierReport {
    const { db } = this.installation;
    return executeDossier({ db, runId, out: resolve(out), withSnapshot, actor: this.actorOf(actor) });
  }

  /** What a run holds of one recipient, with proofs. @example tilskudd.exportTrace(run.runId, { recipient: '0301', out }) */
  exportTrace(
    runId: string,
    {
      recipient,
      out,
      withPersons = false,
      actor,
    }: { readonly recipient: string; readonly out: string; readonly withPersons?: boolean; readonly actor?: string },
  ): ExportReport {
    const { db, pseudonymKeyFile } = this.installation;
    const who = this.actorOf(actor);
    const asked = { db, runId, recipientId: recipient, out: resolve(out), withPersons };
    return executeExport({ ...asked, pseudonymKeyFile, actor: who });
  }

  #signAs(role: SigningRole, runId: string, { actor, ...act }: ActOptions): SignAnswer {
    return signAct(this.installation, { runId, role, actor: this.actorOf(actor), ...act });
  }
}
