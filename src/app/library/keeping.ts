import { basename, dirname, resolve } from 'node:path';
import { NorsktilskuddError } from '../../domain';
import { nowUtc } from '../../effects';
import type { Language } from '../../messages';
import { continueLedger } from '../acts/continue-ledger';
import { forgetPersons, type WhoIsForgotten } from '../acts/forget';
import { type Prunable, type Pruning, pruneSnapshots } from '../acts/prune';
import { makeInstallation } from '../init/make-installation';
import { takeOver } from '../init/take-over';
import { diffList, type ListDiff } from '../lists/list-diff';
import {
  adoptedLists,
  adoptList,
  type ListInFile,
  type ListProposal,
  makeKey,
  type NewKey,
  proposeList,
  signList,
} from '../lists/lists';
import { accessLog, revealPerson } from '../privacy/access';
import { type NewRule, type NewRuleRequest, newRule } from '../rules/author/new-rule';
import { checkRules, type RulesCheck } from '../rules/check-rules';
import { compareYears, type YearDifference } from '../rules/compare-years';
import { type ExamplesCheck, runExamples } from '../rules/examples/run-examples';
import { type GrantYearView, grantYearView } from '../rules/grant-year-view';
import { executeSample, type SampleReport } from '../sample/execute-sample';
import { type RecordInput, type RecordReport, recordOutcome } from '../sample/record-outcome';
import { type SampleResults, sampleResults } from '../sample/sample-results';
import { loadShippedRules } from '../shipped-rules';
import { Acting, type ActOptions } from './acting';
import { absolute } from './requests';

type Reasoned = ActOptions & { readonly reason: string };

/** What an installation is kept with: ledgers made and gone on with, keys, lists, rules, controls, and what is deleted. */
export class Keeping extends Acting {
  /** Makes the ledger and, for a grant year, files to fill in. @example tilskudd.init({ rehearsal: true }).files */
  init({
    grantYear,
    rehearsal = false,
    actor,
  }: {
    readonly grantYear?: number;
    readonly rehearsal?: boolean;
    readonly actor?: string;
  } = {}) {
    const { db, as = '', approversList } = this.installation;
    const hasList = !rehearsal && approversList !== undefined;
    const place = { folder: dirname(db), ledgerName: basename(db), settings: [], hasList };
    return makeInstallation(this.installation, { ...place, grantYear, rehearsal, actor: actor ?? as });
  }

  /** Takes over an earlier system, as a draft. @example tilskudd.openLedger({ postings: 'opening_postings.csv' }).runId */
  openLedger({
    postings,
    balances,
    payments,
    rehearsal = false,
    ...act
  }: {
    readonly postings: string;
    readonly balances?: string;
    readonly payments?: string;
    readonly rehearsal?: boolean;
  } & ActOptions): ReturnType<typeof takeOver> {
    const files = { postings: resolve(postings), balances: absolute(balances), payments: absolute(payments) };
    const hasList = !rehearsal && this.installation.approversList !== undefined;
    return takeOver(this.installation, { ...this.actOf(act), ...files, rehearsal, hasList });
  }

  /** Answers for a ledger that lacks something. @example tilskudd.continueLedger({ reason: 'moved to a new disk' }).missing */
  continueLedger({
    neverPaid = false,
    ...act
  }: Reasoned & { readonly neverPaid?: boolean }): ReturnType<typeof continueLedger> {
    return continueLedger(this.installation, { ...this.actOf(act), reason: act.reason, neverPaid });
  }

  /** Deletes snapshots that nothing needs, and what else is asked for. @example tilskudd.prune({ dryRun: true }).going */
  prune({
    retentionExpired,
    dryRun = false,
    runs = false,
    letters = false,
    reports = false,
    receipts = false,
    cases = false,
    ...act
  }: ActOptions & Partial<Prunable> & { readonly retentionExpired?: string; readonly dryRun?: boolean } = {}): Pruning {
    const asked = { retentionExpired, dryRun, runs, letters, reports, receipts, cases };
    return pruneSnapshots(this.installation, { reason: '', ...this.actOf(act), ...asked });
  }

  /** Deletes DUF numbers from the ledger. @example tilskudd.forget({ lastGrantYear: 2018 }, { reason: 'ten years' }).persons */
  forget(who: WhoIsForgotten, act: Reasoned): ReturnType<typeof forgetPersons> {
    return forgetPersons(this.installation, { ...this.actOf(act), reason: act.reason, who });
  }

  /** The DUF number behind a pseudonym; logged. @example tilskudd.reveal(pseudonym, { runId, purpose: 'complaint 18/123' }) */
  reveal(
    pseudonym: string,
    { runId, purpose, actor }: { readonly runId: string; readonly purpose: string; readonly actor?: string },
  ): string {
    return revealPerson(this.installation, {
      pseudonym,
      runId,
      purpose,
      actor: this.actorOf(actor),
    });
  }

  /** Who has seen what about persons. @example tilskudd.access().rows */
  access(head?: string): ReturnType<typeof accessLog> {
    return accessLog(this.installation.db, head);
  }

  /** Makes a key to sign with. @example tilskudd.makeKey({ name: 'kari', roles: ['runner'], file: 'kari.key', passphrase: '' }) */
  makeKey(key: NewKey): ReturnType<typeof makeKey> {
    return makeKey({ ...key, file: resolve(key.file) });
  }

  /** Makes the next version of a list. @example tilskudd.proposeList({ kind: 'rates', rates: ['rates.csv'], out: 'rates-1.json' }) */
  proposeList(proposal: Pick<ListProposal, 'kind' | 'out'> & Partial<ListProposal>): ListInFile {
    const { validFrom = nowUtc().slice(0, 10), persons = [], rights = [], rates = [], tables, accept = [] } = proposal;
    const files = { persons: persons.map(absoluteFile), rates: rates.map(absoluteFile), tables: absolute(tables) };
    return proposeList(this.installation.db, {
      ...proposal,
      ...files,
      out: resolve(proposal.out),
      validFrom,
      rights,
      accept,
    });
  }

  /** Signs the list in a file with the key of the installation. @example tilskudd.signList('rates-1.json').names */
  signList(file: string, name?: string): ReturnType<typeof signList> {
    const { keyFile, keyPassphrase } = this.installation;
    if (keyFile === undefined) throw new NorsktilskuddError('usage', 'FLAG_MISSING', { flag: 'keyFile' });
    return signList(resolve(file), {
      name: this.actorOf(name),
      keyFile,
      keyPassphrase,
    });
  }

  /** Adopts a list that two have signed. @example tilskudd.adoptList('rates-1.json').already */
  adoptList(file: string, act: ActOptions = {}): ReturnType<typeof adoptList> {
    return adoptList(this.installation.db, resolve(file), this.actOf(act));
  }

  /** What the list in a file changes in the one that it follows. @example tilskudd.diffList('rates-2.json').changed */
  diffList(file: string): ListDiff {
    return diffList(this.installation.db, resolve(file));
  }

  /** Every adopted list. @example tilskudd.lists().versions */
  lists(): ReturnType<typeof adoptedLists> {
    return adoptedLists(this.installation.db);
  }

  /** Draws a control sample of a run. @example tilskudd.sample(run.runId, { size: 30, byAmount: true }).drawn */
  sample(
    runId: string,
    {
      seed,
      size = 30,
      byAmount = false,
      materialityNok,
      confidencePercent,
      out,
      language = 'nb',
      actor,
    }: {
      readonly seed?: string;
      readonly size?: number;
      readonly byAmount?: boolean;
      readonly materialityNok?: number;
      readonly confidencePercent?: number;
      readonly out?: string;
      readonly language?: Language;
      readonly actor?: string;
    } = {},
  ): SampleReport {
    const { db, pseudonymKeyFile } = this.installation;
    const who = { actor: this.actorOf(actor) };
    const asked = materialityNok === undefined ? size : { materialityNok };
    const how = { seed, size: asked, byAmount, confidencePercent };
    return executeSample({ db, pseudonymKeyFile, runId, ...how, out: absolute(out), language, ...who });
  }

  /** Records what a controller found. @example tilskudd.recordSample(run.runId, { item, result: 'ok' }).controlled */
  recordSample(
    runId: string,
    found: Pick<RecordInput, 'item' | 'result'> & {
      readonly note?: string;
      readonly correctNok?: number;
      readonly out?: string;
      readonly actor?: string;
    },
  ): RecordReport {
    const { item, result, note = '', correctNok, out, actor } = found;
    const who = { actor: this.actorOf(actor) };
    return recordOutcome({
      db: this.installation.db,
      runId,
      item,
      result,
      note,
      correctNok,
      out: absolute(out),
      ...who,
    });
  }

  /** What a control sample has shown. @example tilskudd.sampleResults(run.runId).strata */
  sampleResults(runId: string, out?: string): SampleResults {
    return sampleResults({ db: this.installation.db, runId, out: absolute(out) });
  }

  /** What holds in a grant year: calendar, limits, modules, rates. @example tilskudd.rulesOf(2018).components */
  rulesOf(grantYear: number): GrantYearView {
    return grantYearView(loadShippedRules(), grantYear);
  }

  /** What differs between two grant years. @example tilskudd.compareRules(2018, 2019) */
  compareRules(from: number, to: number): YearDifference[] {
    return compareYears(loadShippedRules(), from, to);
  }

  /** Holds rules and rates to their lock. @example tilskudd.checkRules().faults */
  checkRules(): RulesCheck {
    return checkRules(this.installation.rates);
  }

  /** Makes what a new version of a rule needs, to be filled in. @example tilskudd.newRule({ component: 'persontilskudd', firstGrantYear: 2027 }).files */
  newRule(request: NewRuleRequest): NewRule {
    return newRule({ ...request, folder: absolute(request.folder) });
  }

  /** Works out the examples of the rules. @example tilskudd.ruleExamples().every(({ differences }) => differences.length === 0) */
  ruleExamples(file?: string): ExamplesCheck[] {
    return runExamples(absolute(file));
  }
}

function absoluteFile(file: string): string {
  return resolve(file);
}
