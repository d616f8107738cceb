import { join, resolve } from 'node:path';
import { Decimal } from 'decimal.js';
import { type CaseActDetails, type CaseDecision, EMPTY_CASE_ACT, parseRecipientCode } from '../../domain';
import type { PaymentFileInfo, ReceiptInfo, SigningRole, TrackedPayment } from '../../ledger';
import type { Language } from '../../messages';
import type { Explanation } from '../../report';
import { type Annulment, annulRun } from '../acts/annul';
import { type OutcomeRequest, paymentsOfRun, recordOutcomes } from '../acts/outcomes';
import { type LedgerStatus, ledgerStatus } from '../acts/status';
import { withdrawRun } from '../acts/withdraw';
import { type AdviceReport, adviceReport } from '../advice/advice';
import { type Analysis, withAnalysis } from '../analysis/open-analysis';
import { type ApprovalAnswer, approveRun } from '../approve/approve-run';
import { type SignAnswer, signAct } from '../approve/sign-act';
import {
  type CaseActAnswer,
  type CaseAnswer,
  type CaseRequest,
  closeCase,
  confirmCaseAct,
  decideCase,
  openCase,
  proposeCaseAct,
  withdrawCaseAct,
} from '../cases/case-acts';
import { casesOf, type ShownCase } from '../cases/read-cases';
import { type Comparison, executeCompare } from '../compare/execute-compare';
import { parseSide } from '../compare/parse-side';
import { type DoctorReport, executeDoctor } from '../doctor/execute-doctor';
import { type DossierReport, executeDossier } from '../dossier/execute-dossier';
import { executeExplain } from '../explain/execute-explain';
import { type ExportReport, executeExport } from '../export/execute-export';
import { type SizingTools, withSizingTools } from '../facts/sizing-tools';
import { type HoursReport, hoursReport } from '../hours/hours-report';
import { type ImpactReport, impactReport } from '../impact/impact';
import { executeImport } from '../import/execute-import';
import type { ImportReport } from '../import/import-report';
import type { Installation } from '../installation';
import { checkPayment, type PaymentCheck } from '../payment/check-payment';
import { checkPayout, type PayoutCheck } from '../payout/check-payout';
import { discardPayout, type HandedOver, handOverPayout, payoutFiles } from '../payout/hand-over';
import type { PayoutWritten, WritePayoutRequest } from '../payout/payout-types';
import { writePayout } from '../payout/write-payout';
import { executePreview, type Preview } from '../preview/execute-preview';
import { type RateModelReport, rateModelReport } from '../rate-model/rate-model-report';
import { readReceipts, receiptsOfLedger, withdrawReceipt } from '../receipts/read-receipts';
import { type ReconcileRequest, type Reconciliation, reconcile } from '../receipts/reconcile';
import {
  blockRecipients,
  confirmRecipients,
  type RecipientDecided,
  rejectRecipients,
} from '../recipients/answer-recipients';
import { importRecipients, type RecipientImport } from '../recipients/import-recipients';
import { listRecipients, type RecipientList, type RecipientView, showRecipient } from '../recipients/recipient-views';
import { executeRun } from '../run/execute-run';
import type { RunReport } from '../run/run-report';
import { runsFolderOf } from '../run/run-request';
import { executeScenarios, type ScenarioResult } from '../scenario/execute-scenarios';
import { readScenarioFile } from '../scenario/scenario-file';
import { type SizeReport, sizeReport } from '../size/size-report';
import { type StatisticsReport, statisticsReport } from '../statistics/statistics-report';
import { foldersToVerify } from '../verify/folders-to-verify';
import { keyOfRuns } from '../verify/key-of-runs';
import { runVerification, type Verification } from '../verify/run-verification';
import { type ActOptions, Keeping } from './keeping';
import { installationOf, type NorsktilskuddOptions } from './options';
import {
  absolute,
  type ExplainRequest,
  explainTargetOf,
  placeNeeded,
  type RegisterChoice,
  readingOf,
  runRequestOf,
  type TermRequest,
} from './requests';

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
export class Norsktilskudd extends Keeping {
  readonly #installation: Installation;

  constructor(installation: Installation) {
    super(installation);
    this.#installation = installation;
  }

  /**
   * What is in an extract and what is odd about it; nothing is kept.
   *
   * @example tilskudd.doctor('extracts/2018-T1').findings
   */
  doctor(extract: string, grantYear?: number): DoctorReport {
    const { columns, readingLimits } = this.#installation;
    const onProgress = (): void => undefined;
    return executeDoctor({ extract: resolve(extract), columns, readingLimits, grantYear, onProgress });
  }

  /** Whether files of payments can be written, and everything that keeps them from it. @example tilskudd.checkPayment().faults */
  checkPayment(): PaymentCheck {
    const { payment, db } = this.#installation;
    return checkPayment({ payment, db });
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
    const { db, columns, readingLimits, pseudonymKeyFile } = this.#installation;
    return executeImport({
      extract: resolve(extract),
      snapshotFolder: join(`${db}.d`, 'snapshots'),
      columns,
      readingLimits,
      rejectLimitPercent,
      out: undefined,
      rejectedFolder: join(runsFolderOf(this.#installation), 'rejected-import'),
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
    return executeRun(this.#installation, runRequestOf(request, this.#actor(request.actor)));
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
    const { db, pseudonymKeyFile, limits } = this.#installation;
    const { appropriationNok, budgetYear, language = 'nb' } = request;
    const actor = this.#actor(request.actor);
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
    return approveRun(this.#installation, { ...act, runId, actor: this.#actor(act.actor) });
  }

  /** Takes a draft back for good. @example tilskudd.withdraw(run.runId, { reason: 'wrong extract' }) */
  withdraw(runId: string, act: ActOptions & { readonly reason: string }): ReturnType<typeof withdrawRun> {
    return withdrawRun(this.#installation, { ...act, runId, actor: this.#actor(act.actor) });
  }

  /**
   * Proposes to take back the run posted last; somebody else approves the draft that it answers.
   *
   * @example
   * const { batch } = tilskudd.annul(run.runId, { reason: 'wrong rate' });
   * tilskudd.approve(batch.runId, { actor: 'ola' });
   */
  annul(runId: string, act: ActOptions & { readonly reason: string }): Annulment {
    return annulRun(this.#installation, { ...act, runId, actor: this.#actor(act.actor) });
  }

  /** Every case with its acts, persons by pseudonym. @example tilskudd.cases().filter(({ state }) => state !== 'closed') */
  cases(): readonly ShownCase[] {
    return casesOf(this.#installation);
  }

  /**
   * Opens a case; recipients are numbers as the domain has them (asRecipientCode).
   *
   * @example tilskudd.openCase({ kind: 'error', reference: '24/1234', reason: 'wrong count' }).found.caseNumber
   */
  openCase(request: Omit<CaseRequest, 'actor'> & ActOptions): CaseAnswer {
    return openCase(this.#installation, { ...request, actor: this.#actor(request.actor) });
  }

  /**
   * Proposes an act of a case: what it says, by the names of CaseActDetails. It counts once another has confirmed it.
   *
   * @example
   * const pin = { kind: 'pin_count', grantYear: 2018, recipient: 15071, amount: 4 } as const;
   * const { found } = tilskudd.proposeCaseAct(1, pin, { reason: 'four persons' });
   * tilskudd.confirmCaseAct(found.act, { actor: 'ola' });
   */
  proposeCaseAct(
    caseNumber: number,
    details: Partial<CaseActDetails> & Pick<CaseActDetails, 'kind'>,
    act: ActOptions & { readonly reason: string },
  ): CaseActAnswer {
    const whole = { ...EMPTY_CASE_ACT, ...details };
    return proposeCaseAct(this.#installation, caseNumber, whole, { ...act, actor: this.#actor(act.actor) });
  }

  /** Confirms an act that another proposed. @example tilskudd.confirmCaseAct(1, { actor: 'ola' }) */
  confirmCaseAct(act: number, by: ActOptions = {}): CaseActAnswer {
    return confirmCaseAct(this.#installation, act, { ...by, actor: this.#actor(by.actor) });
  }

  /** Drops a proposal, or proposes that an act in force ends. @example tilskudd.withdrawCaseAct(1, { reason: 'moved' }) */
  withdrawCaseAct(act: number, by: ActOptions & { readonly reason: string }): CaseActAnswer {
    return withdrawCaseAct(this.#installation, act, { ...by, actor: this.#actor(by.actor) });
  }

  /** Decides a case that another opened. @example tilskudd.decideCase(1, 'upheld', { actor: 'ola', reason: 'four persons' }) */
  decideCase(caseNumber: number, decision: CaseDecision, by: ActOptions & { readonly reason: string }): CaseAnswer {
    return decideCase(this.#installation, caseNumber, decision, { ...by, actor: this.#actor(by.actor) });
  }

  /** Closes a case that has been decided. @example tilskudd.closeCase(1, { reason: 'paid' }) */
  closeCase(caseNumber: number, by: ActOptions & { readonly reason: string }): CaseAnswer {
    return closeCase(this.#installation, caseNumber, { ...by, actor: this.#actor(by.actor) });
  }

  /**
   * Records what became of payments: of a whole batch, or of some by their keys.
   *
   * @example tilskudd.recordOutcome({ kind: 'paid', on: '2018-04-20', runId: run.runId });
   */
  recordOutcome(
    outcome: Pick<OutcomeRequest, 'kind' | 'on' | 'runId'> & ActOptions & { readonly paymentKeys?: readonly string[] },
  ): ReturnType<typeof recordOutcomes> {
    const { paymentKeys = [] } = outcome;
    return recordOutcomes(this.#installation, { ...outcome, paymentKeys, actor: this.#actor(outcome.actor) });
  }

  /** Payments of a posted run with what has become of them. @example tilskudd.payments(run.runId) */
  payments(runId: string): readonly TrackedPayment[] {
    return paymentsOfRun(this.#installation.db, runId);
  }

  /**
   * Writes the payments of an approved batch into files; the same again gives the same bytes.
   *
   * @example await tilskudd.writePayout(run.runId, { channel: 'pain001', on: '2018-04-09' })
   */
  writePayout(
    runId: string,
    request: Partial<Pick<WritePayoutRequest, 'channel' | 'on' | 'holdUnpayable' | 'again' | 'language'>> &
      ActOptions = {},
  ): Promise<PayoutWritten> {
    const { channel, on, holdUnpayable = false, again = false, language = 'nb', ...act } = request;
    const asked = { runId, channel, on, holdUnpayable, again, language };
    return writePayout(this.#installation, { ...act, ...asked, actor: this.#actor(act.actor) });
  }

  /** Records that files were handed over. @example tilskudd.handOverPayout(run.runId, { on, reference: 'nettbank 17' }) */
  handOverPayout(
    runId: string,
    {
      names = [],
      ...request
    }: ActOptions & { readonly on: string; readonly reference: string; readonly names?: readonly string[] },
  ): HandedOver {
    return handOverPayout(this.#installation, { ...request, names, runId, actor: this.#actor(request.actor) });
  }

  /** Gives up files that were never handed over. @example tilskudd.discardPayout(run.runId, { reason: 'wrong day' }) */
  discardPayout(
    runId: string,
    { names = [], ...request }: ActOptions & { readonly reason: string; readonly names?: readonly string[] },
  ): ReturnType<typeof discardPayout> {
    return discardPayout(this.#installation, { ...request, names, runId, actor: this.#actor(request.actor) });
  }

  /** Files of payments of a run. @example tilskudd.payoutFiles(run.runId)[0]?.state */
  payoutFiles(runId: string): readonly PaymentFileInfo[] {
    return payoutFiles(this.#installation.db, runId);
  }

  /** Holds batch, files and transfer list to each other. @example (await tilskudd.checkPayout(run.runId)).faults */
  checkPayout(runId: string): Promise<PayoutCheck> {
    return checkPayout(this.#installation.db, runId);
  }

  /**
   * Keeps answers of a bank as they came and records what they say of each payment; the same answer twice moves nothing.
   *
   * @param request.profile layout of lists of receipts, a JSON file
   * @example (await tilskudd.readReceipts(['pain002-1.xml'])).receipts[0]?.moved
   */
  readReceipts(files: readonly string[], { profile, ...act }: ActOptions & { readonly profile?: string } = {}) {
    const { payment: settings } = this.#installation;
    const asked = { files: files.map((file) => resolve(file)), profile: absolute(profile), settings };
    return readReceipts(this.#installation, { ...act, ...asked, actor: this.#actor(act.actor) });
  }

  /** Answers that were kept, with what was made of them. @example tilskudd.receipts().length */
  receipts(): readonly ReceiptInfo[] {
    return receiptsOfLedger(this.#installation.db);
  }

  /** Calls a record wrong; the second person withdraws it. @example tilskudd.withdrawReceipt(3, { reason: 'another payer' }) */
  withdrawReceipt(
    receipt: number,
    { paymentKey = '', ...act }: ActOptions & { readonly reason: string; readonly paymentKey?: string },
  ): ReturnType<typeof withdrawReceipt> {
    return withdrawReceipt(this.#installation, { ...act, receipt, paymentKey, actor: this.#actor(act.actor) });
  }

  /** Where the money of a run or a grant year is. @example tilskudd.reconcile({ grantYear: 2018 }).total.paidNok */
  reconcile(request: Omit<ReconcileRequest, 'db'>): Reconciliation {
    return reconcile({ ...request, accounts: absolute(request.accounts), db: this.#installation.db });
  }

  /** Where the ledger stands. @example tilskudd.status().journalHead */
  status(): LedgerStatus {
    return ledgerStatus(this.#installation.db, this.#installation.payment);
  }

  /**
   * Explains an amount, or why there is none, as a tree of sentences with their sources.
   *
   * @example tilskudd.explain({ line: `${run.runId}-1` }).chapters
   */
  explain(request: ExplainRequest): Explanation {
    const { db, pseudonymKeyFile } = this.#installation;
    const { run: runId, whyNot = false } = request;
    const actor = request.actor ?? this.#installation.as ?? '';
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
      readonly rejectLimitPercent?: number;
    } = {},
  ): Verification {
    const { db, rates, recipients, columns, pseudonymKeyFile } = this.#installation;
    const folders = foldersToVerify(runs, db, process.cwd());
    const key = keyOfRuns(undefined, pseudonymKeyFile, true, folders);
    const { head, sql = false, rejectLimitPercent } = against;
    const given = { rates, recipients, columns, rejectLimitPercent, extract: absolute(against.extract) };
    return runVerification({ folders, db, head, key, sql, journal: undefined, ...given });
  }

  /** The size of a grant year. @example tilskudd.size({ extract, grantYear: 2018 }).size.totalNok */
  size(request: YearRequest & { readonly appropriationNok?: number; readonly forecast?: boolean }): SizeReport {
    const { grantYear, appropriationNok, forecast = false } = request;
    const options = { appropriationNok, budgetYear: grantYear, ledgerFile: undefined, forecast };
    return this.#analyse(request, (analysis) => sizeReport(analysis, options));
  }

  /** The hours that a year's rates rest on. @example tilskudd.hours({ extract, grantYear: 2018 }).rows */
  hours(request: YearRequest): HoursReport {
    return this.#analyse(request, hoursReport);
  }

  /**
   * Tables of a year in which no group is smaller than the threshold.
   *
   * @example tilskudd.statistics({ extract, grantYear: 2018, threshold: 5 }).tables
   */
  statistics(request: YearRequest & { readonly threshold: number }): StatisticsReport {
    return this.#analyse(request, (analysis) => statisticsReport(analysis, request.threshold));
  }

  /**
   * Works scenario files out beside the sizing at the rates of the rules.
   *
   * @example await tilskudd.scenarios(['higher.json'], { extract, grantYear: 2018 })
   */
  scenarios(files: readonly string[], request: SizingChoice): Promise<ScenarioResult[]> {
    const scenarios = files.map((file) => readScenarioFile(resolve(file)));
    return this.#size(request, ({ defaults, shelf }) => executeScenarios(scenarios, defaults, shelf));
  }

  /**
   * Two sizings beside each other: runs, scenario files, extracts (`FOLDER@YEAR`) or years.
   *
   * @example (await tilskudd.compare('2018', 'higher.json', { extract })).total
   */
  compare(a: string, b: string, request: SizingChoice = {}): Promise<Comparison> {
    return this.#size(request, (tools) => {
      const [one, other] = [parseSide(a, tools, process.cwd()), parseSide(b, tools, process.cwd())];
      return executeCompare(one.size, other.size, tools);
    });
  }

  /** Candidate rates for the next year. @example tilskudd.rateModel({ extract, grantYear: 2018, coverage: '70', index: '3.1' }).rates */
  rateModel({ coverage, index, baseYear, ...request }: YearRequest & RateModelChoice): RateModelReport {
    const shares = { coverage: new Decimal(coverage).div(100), index: new Decimal(index).div(100) };
    const options = { baseYear: baseYear ?? request.grantYear, ...shares };
    return this.#analyse(request, (analysis) => rateModelReport(analysis, options));
  }

  /** What another answer to each open question would move. @example (await tilskudd.impact({ extract, grantYear: 2018 })).impacts */
  impact(request: SizingChoice): Promise<ImpactReport> {
    return this.#size(request, impactReport);
  }

  /** What is missing or late in the register. @example (await tilskudd.advice({ extract, grantYear: 2018 })).faults */
  advice({
    recipient,
    language = 'nb',
    ...request
  }: SizingChoice & { readonly recipient?: string; readonly language?: Language }): Promise<AdviceReport> {
    const code = recipient === undefined ? undefined : parseRecipientCode(recipient);
    return this.#size(request, (tools) => adviceReport(tools, { recipient: code, language }));
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
    const { db } = this.#installation;
    return executeDossier({ db, runId, out: resolve(out), withSnapshot, actor: this.#actor(actor) });
  }

  /** What a run holds of one recipient, with proofs. @example tilskudd.exportTrace(run.runId, { recipient: '0301', out }) */
  exportTrace(
    runId: string,
    { recipient, out, actor }: { readonly recipient: string; readonly out: string; readonly actor?: string },
  ): ExportReport {
    const { db, pseudonymKeyFile } = this.#installation;
    const who = this.#actor(actor);
    return executeExport({ db, runId, recipientId: recipient, out: resolve(out), pseudonymKeyFile, actor: who });
  }

  /**
   * Proposes the rows of a file for the register of recipients; somebody else confirms them.
   *
   * @example tilskudd.importRecipients('recipients.csv').proposed
   */
  importRecipients(file: string, { actor, ...act }: ActOptions = {}): RecipientImport {
    return importRecipients(this.#installation, resolve(file), { actor: this.#actor(actor), ...act });
  }

  /** Everybody in the register of recipients on a day (today). @example tilskudd.recipients('2018-04-20').counts */
  recipients(on?: string): RecipientList {
    return listRecipients(this.#installation.db, on);
  }

  /** One recipient with its history. @example tilskudd.recipient('0301').standing?.state */
  recipient(recipient: string, on?: string): RecipientView {
    return showRecipient(this.#installation.db, recipient, on);
  }

  /**
   * Confirms as a second person what waits in the register of recipients.
   *
   * @example tilskudd.confirmRecipients(['0104'], 'called back on 5 April', { actor: 'ola' })
   */
  confirmRecipients(
    recipients: readonly string[] | 'all',
    reference: string,
    { actor, ...act }: ActOptions = {},
  ): RecipientDecided {
    return confirmRecipients(this.#installation, { recipients, reference, actor: this.#actor(actor), ...act });
  }

  /** Takes proposed rows back. @example tilskudd.rejectRecipients(['0104'], 'a forged letter') */
  rejectRecipients(
    recipients: readonly string[] | 'all',
    reference: string,
    { actor, ...act }: ActOptions = {},
  ): RecipientDecided {
    return rejectRecipients(this.#installation, { recipients, reference, actor: this.#actor(actor), ...act });
  }

  /** Blocks accounts until they are confirmed anew. @example tilskudd.blockRecipients(['0104'], 'the bank has called') */
  blockRecipients(
    recipients: readonly string[],
    reason: string,
    { actor, ...act }: ActOptions = {},
  ): { readonly blocked: readonly number[]; readonly journalHead: string } {
    return blockRecipients(this.#installation, { ...act, recipients, reason, actor: this.#actor(actor) });
  }

  #signAs(role: SigningRole, runId: string, { actor, ...act }: ActOptions): SignAnswer {
    return signAct(this.#installation, { runId, role, actor: this.#actor(actor), ...act });
  }

  #analyse<T>(request: YearRequest, work: (analysis: Analysis) => T): T {
    const { place, ...reading } = readingOf(request);
    const { grantYear } = request;
    const wanted = { place: placeNeeded(place), grantYear, ...reading, earlier: absolute(request.earlier) };
    return withAnalysis(this.#installation, wanted, work);
  }

  #size<T>({ grantYear, ...request }: SizingChoice, work: (tools: SizingTools) => T): Promise<T> {
    return withSizingTools(this.#installation, { ...readingOf(request), grantYear }, work);
  }

  #actor(given: string | undefined): string {
    return this.actOf(given === undefined ? {} : { actor: given }).actor;
  }
}

/** Of `rateModel`, in percent: `70`, `3.1`. */
interface RateModelChoice {
  readonly coverage: string;
  readonly index: string;
  /** Left out: the grant year. */
  readonly baseYear?: number;
}

/** A register and the grant year that it is looked at for. */
export interface YearRequest extends RegisterChoice {
  readonly grantYear: number;
  /** Folder of an extract of a year before, for estimates. */
  readonly earlier?: string;
}

/** What is sized where a scenario or a side of a comparison does not say itself. */
export interface SizingChoice extends RegisterChoice {
  readonly grantYear?: number;
}
