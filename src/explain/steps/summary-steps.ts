import { nettingGroupOf, parseComponent } from '../../domain';
import type { ExplainedLine, Step } from '../../report';
import { payoutRows } from '../run/payout-rows';
import type { RunContext } from '../run/run-context';
import { step } from './step';

/**
 * What an explanation of a line begins with: who gets what for which grant and why, and whether it is approved and paid.
 *
 * @param place undefined for a person with a protected address, whose places and amounts are not shown
 */
export function summarySteps(context: RunContext, line: ExplainedLine, place: string | undefined): Step[] {
  const first = place === undefined ? [] : [lineStep(context, line, place, 'summary')];
  return [...first, stateStep(context, line, place !== undefined)];
}

/** Lines of a person with their places. */
interface SummedPerson {
  readonly lines: readonly ExplainedLine[];
  readonly isProtected: boolean;
  placeOf(line: ExplainedLine): string;
}

/** What an explanation of a person begins with: each line, or that there is none; nothing for a protected address. */
export function personSummary(context: RunContext, { isProtected, lines, placeOf }: SummedPerson): Step[] {
  if (isProtected) return [];
  if (lines.length > 0)
    return lines.map((line, index) => lineStep(context, line, placeOf(line), `summary/${index + 1}`));
  const { term, grantYear } = context.batch;
  return [step('summary', 'SUMMARY_NO_LINE', { term, runYear: grantYear })];
}

function lineStep(context: RunContext, line: ExplainedLine, place: string, id: string): Step {
  const { term, grantYear } = context.batch;
  const { grant_year: year, component: componentWord, reason: reasonWord, amount } = line;
  const of = { componentWord, year, term, runYear: grantYear, reasonWord };
  const code = amount < 0 ? 'SUMMARY_LINE_BACK' : 'SUMMARY_LINE';
  return step(id, code, { ...of, place, amountNok: Math.abs(amount) });
}

/** The state of the run, and how far the payment has come: `paid` is said of nothing else than what was paid. */
function stateStep(context: RunContext, line: ExplainedLine, isShown: boolean): Step {
  const { runId, state, asOf } = context.batch;
  const params = { runId, stateWord: state, asOfDay: asOf };
  const sources = context.manifest.identity.snapshot_id === '' ? [] : ([MANIFEST] as const);
  if (context.manifest.identity.rehearsal) return step('run', 'SUMMARY_REHEARSAL', params, sources);
  if (state !== 'posted' || !isShown)
    return step('run', state === 'posted' ? 'SUMMARY_RUN' : 'SUMMARY_UNPAID', params, sources);
  const component = parseComponent(line.component);
  const group = component === undefined ? '' : nettingGroupOf(component);
  const row = payoutRows(context).find((each) => each.recipientId === line.recipient_id && each.group === group);
  if (row === undefined || row.paymentRef === '') return step('run', 'SUMMARY_RUN', params, sources);
  const stage = context.paymentWay(row.paymentRef)?.stage ?? 'approved';
  return step('run', 'SUMMARY_PAID', { ...params, stageWord: `stage.${stage}` }, sources);
}

const MANIFEST = { kind: 'run_file', file: 'manifest.json', line: 0 } as const;
