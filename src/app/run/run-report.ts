import {
  COMPONENTS,
  type Component,
  type ErrorDetail,
  errorDetail,
  formatDay,
  type LineTable,
  type PayoutRow,
  type RateTable,
  type RunResult,
  rateCell,
  type Severity,
} from '../../domain';
import type { Accepted, DraftAnswer, LastPosted } from '../../ledger';
import { type PayeeFault, payeeFaults, payeeStates } from '../approve/payee-faults';
import { type Withheld, withheldIn } from '../approve/withheld';
import { type ActOfRun, actsOfLines } from '../cases/acts-of-run';
import { type RatesInUse, ratesWarnings, usedAmong } from '../rates/rates-warnings';
import { registerOfBatch } from '../recipients/recipients-of-run';
import { snapshotWarnings } from '../register/snapshot-warnings';
import type { CalculatedRun } from './calculate-into-folder';
import type { PlannedRun } from './plan-of-run';
import type { RunParts } from './run-request';
import type { Blocker, Wanted } from './wanted';

/** Sums of one grant year and component over a run's lines. */
export interface ComponentTotal {
  readonly grantYear: number;
  readonly component: Component;
  readonly lines: number;
  readonly totalNok: number;
  /** Sum of the negative lines; at most 0. */
  readonly correctionsNok: number;
}

/** What a run came to, as `run` prints it. */
export interface RunReport {
  readonly runId: string;
  readonly out: string;
  readonly grantYear: number;
  readonly term: number;
  readonly asOf: string;
  readonly supplementNumber: number;
  readonly rehearsal: boolean;
  /** The batch that was posted last before this one. */
  readonly lastPosted: LastPosted | undefined;
  readonly snapshot: string;
  readonly persons: number;
  readonly lines: number;
  readonly linesTotalNok: number;
  readonly correctionsNok: number;
  readonly payments: number;
  readonly paidNok: number;
  readonly carriedOutNok: number;
  /** Held amounts but those of withheld persons. */
  readonly heldNok: number;
  /** Persons missing from the extract or with a rejected row, of whom nothing is taken back. */
  readonly withheld: readonly Withheld[];
  /** What is wrong with those who are paid. */
  readonly payees: readonly PayeeFault[];
  readonly components: readonly ComponentTotal[];
  /** Acts of cases that the run read, with the sums of their own lines. */
  readonly cases: readonly ActOfRun[];
  readonly findings: Readonly<Record<Severity, number>>;
  readonly rejectedRows: number;
  /** A damaged snapshot that was put aside, and rates files that change nothing. */
  readonly warnings: readonly ErrorDetail[];
  /** Everything that an approval outside a rehearsal wants accepted, accepted or not. */
  readonly wanted: readonly Wanted[];
  readonly accepted: readonly Accepted[];
  readonly blockers: readonly Blocker[];
  readonly superseded: readonly string[];
}

/** What a run came to, for people and programs. */
export function reportOf(
  { installation, input, ledger, snapshot, ruleInputs }: RunParts,
  { runId, out, identity, cases }: PlannedRun,
  { result, rejectedRows, wanted, blockers }: CalculatedRun,
  { batch, superseded }: DraftAnswer,
): RunReport {
  const findings = { error: 0, warning: 0, info: 0 };
  for (const finding of [...snapshot.findings(), ...result.findings]) findings[finding.severity] += 1;
  return {
    runId,
    out,
    grantYear: input.grantYear,
    term: input.term,
    asOf: formatDay(identity.asOf),
    supplementNumber: batch.supplementNumber,
    rehearsal: ledger.rehearsal,
    lastPosted: ledger.lastPosted(),
    snapshot: snapshot.snapshotId,
    persons: result.counts.persons,
    lines: result.lines.length,
    linesTotalNok: batch.linesTotalNok,
    correctionsNok: batch.correctionsNok,
    ...payoutTotals(result.payouts),
    heldNok: batch.heldNok,
    withheld: withheldIn(result.held),
    payees: payeeFaults(payeeStates(out)),
    components: componentTotals(result.lines),
    cases: actsOfLines(cases, result.lines, ruleInputs.rules.places),
    findings,
    rejectedRows,
    warnings: [
      ...unreadRecipients(installation.recipients, input, ledger, batch),
      ...snapshotWarnings(snapshot),
      ...ratesWarnings(ruleInputs.ratesFiles, inUse(input.grantYear, ruleInputs.rules.rates, result)),
    ],
    wanted,
    accepted: batch.accepted,
    blockers,
    superseded,
  };
}

/** The settings name a file of recipients, and the ledger has a register of its own. */
function unreadRecipients(
  file: string | undefined,
  { recipientsOfSettings = false }: RunParts['input'],
  ledger: RunParts['ledger'],
  batch: DraftAnswer['batch'],
): ErrorDetail[] {
  const isUnread = recipientsOfSettings && file !== undefined && registerOfBatch(ledger, batch) !== undefined;
  return isUnread ? [errorDetail('RECIPIENTS_FILE_UNREAD', { file })] : [];
}

/** Rates of the run's grant year and, for arrears, of the year before. */
function inUse(grantYear: number, rates: RateTable, { ratesUsed }: RunResult): RatesInUse {
  const used = ratesUsed.flatMap((index) => rates.rates[index] ?? []);
  const cells = new Set(used.map(({ key, grantYear: year, rateClass }) => rateCell(key, year, rateClass)));
  return { grantYear, otherYears: [grantYear - 1], isUsed: usedAmong(rates, cells) };
}

/** Sums per grant year and component, in that order. */
function componentTotals(lines: LineTable): ComponentTotal[] {
  const totals = new Map<number, { lines: number; totalNok: number; correctionsNok: number }>();
  for (const line of lines) {
    const key = line.grantYear * COMPONENTS.length + line.component;
    const total = totals.get(key) ?? { lines: 0, totalNok: 0, correctionsNok: 0 };
    totals.set(key, total);
    total.lines += 1;
    total.totalNok += line.amountNok;
    total.correctionsNok += Math.min(line.amountNok, 0);
  }
  return [...totals.entries()]
    .sort(([a], [b]) => a - b)
    .flatMap(([key, total]) => {
      const component = COMPONENTS[key % COMPONENTS.length];
      return component ? [{ grantYear: Math.floor(key / COMPONENTS.length), component, ...total }] : [];
    });
}

/** Sums of the payouts: number and sum of payments, and what is carried to later runs (at most 0). */
function payoutTotals(payouts: readonly PayoutRow[]): {
  payments: number;
  paidNok: number;
  carriedOutNok: number;
} {
  return {
    payments: payouts.filter((row) => row.paidNok > 0).length,
    paidNok: payouts.reduce((sum, row) => sum + row.paidNok, 0),
    carriedOutNok: payouts.reduce((sum, row) => sum + row.carriedOutNok, 0),
  };
}
