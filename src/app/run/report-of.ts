import { type RunResult, rateCell } from '../../domain';
import type { DraftAnswer } from '../../ledger';
import { nextActOf } from '../approve/next-act';
import { payeeFaults } from '../approve/payee-faults';
import { withheldIn } from '../approve/withheld';
import { type RatesInUse, ratesWarnings, usedAmong } from '../rates/rates-warnings';
import type { Blocker } from './payability';
import type { RunParts } from './run-parts';
import { componentTotals, payoutTotals, type RunReport } from './run-report';
import type { Wanted } from './wanted/wanted';

/** What a run came to, for people and programs. */
export function reportOf(run: {
  readonly runId: string;
  readonly out: string;
  readonly asOf: string;
  readonly parts: RunParts;
  readonly result: RunResult;
  readonly draft: DraftAnswer;
  readonly rejectedRows: number;
  readonly wanted: readonly Wanted[];
  readonly blockers: readonly Blocker[];
}): RunReport {
  const { parts, result, draft } = run;
  const findings = { error: 0, warning: 0, info: 0 };
  for (const finding of [...parts.snapshot.findings(), ...result.findings]) findings[finding.severity] += 1;
  const { batch } = draft;
  return {
    runId: run.runId,
    out: run.out,
    grantYear: parts.input.grantYear,
    term: parts.input.term,
    asOf: run.asOf,
    supplementNumber: batch.supplementNumber,
    rehearsal: parts.ledger.rehearsal,
    lastPosted: parts.ledger.lastPosted(),
    snapshot: parts.snapshot.snapshotId,
    persons: result.counts.persons,
    lines: result.lines.length,
    linesTotalNok: batch.linesTotalNok,
    correctionsNok: batch.correctionsNok,
    ...payoutTotals(result.payouts),
    heldNok: batch.heldNok,
    withheld: withheldIn(result.held),
    payees: payeeFaults(run.out),
    components: componentTotals(result.lines),
    findings,
    rejectedRows: run.rejectedRows,
    warnings: ratesWarnings(parts.ruleInputs.ratesFiles, inUse(parts, result)),
    wanted: run.wanted,
    accepted: batch.accepted,
    blockers: run.blockers,
    superseded: draft.superseded,
    next: nextActOf(parts.ledger, draft.batch.runId),
  };
}

/** Rates of the run's grant year and, for arrears, of the year before. */
function inUse({ input, ruleInputs }: RunParts, { ratesUsed }: RunResult): RatesInUse {
  const { rates } = ruleInputs.rules;
  const used = ratesUsed.flatMap((index) => rates.rates[index] ?? []);
  const cells = new Set(used.map(({ key, grantYear, rateClass }) => rateCell(key, grantYear, rateClass)));
  return { grantYear: input.grantYear, otherYears: [input.grantYear - 1], isUsed: usedAmong(rates, cells) };
}
