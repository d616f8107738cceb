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
  const { term, grantYear } = context.batch;
  const { grant_year: year, component: componentWord, reason: reasonWord, amount } = line;
  const of = { componentWord, year, term, runYear: grantYear, reasonWord };
  const code = amount < 0 ? 'SUMMARY_LINE_BACK' : 'SUMMARY_LINE';
  const first = place === undefined ? [] : [step('summary', code, { ...of, place, amountNok: Math.abs(amount) })];
  return [...first, stateStep(context, line, place !== undefined)];
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
