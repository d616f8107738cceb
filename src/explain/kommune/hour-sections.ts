import { at, type HourMonth, knownDay } from '../../domain';
import { contextOf, hourMonths } from '../../engine';
import type { Section, Source, Step } from '../../report';
import type { RunContext } from '../run/run-context';
import { extractCell } from '../steps/sources';
import { step } from '../steps/step';
import type { KommuneMaterial } from './kommune-material';

/**
 * Months of the last posting whose hours have become others, by the extracts of then and now; whether rows appeared,
 * vanished or were changed, their sums and numbers say.
 */
export function hourCauseSection(material: KommuneMaterial, id: string): Section {
  const { context, posted, record, kommune } = material;
  const section = { id: `${id}/cause`, title: 'SECTION_CAUSE' } as const;
  const last = posted.at(-1);
  const batch = last === undefined ? undefined : context.ledger.batch(last.runId);
  if (last?.kind === 'opening') return { ...section, steps: [step(`${id}/cause`, 'CAUSE_OPENING')] };
  if (batch === undefined) return { ...section, steps: [] };
  const { runId, asOf, term } = batch;
  const snapshot = context.snapshotOf(batch.snapshot);
  if (!snapshot) return { ...section, steps: [step(`${id}/cause`, 'CAUSE_NO_SNAPSHOT', { runId })] };
  const now = monthsNow(material);
  const year = contextOf(record.grantYear, { ...context.request, asOf: knownDay(asOf) }, context.rules);
  const changed = hourMonths(snapshot, year, kommune, term).flatMap((then, month) =>
    changeSteps(then, at(now, month), `${id}/cause/${then.month}`, context),
  );
  const later = laterSteps(term, context.request.term, `${id}/cause/later`);
  const against = step(`${id}/cause`, 'CAUSE_AGAINST', { runId, asOfDay: asOf });
  const steps = [...changed, ...later];
  return { ...section, steps: steps.length === 0 ? [] : [{ ...against, steps }] };
}

function laterSteps(postedTerm: number, term: number, id: string): Step[] {
  if (term <= postedTerm) return [];
  const one = term === postedTerm + 1;
  return [step(id, one ? 'CAUSE_HOURS_TERM' : 'CAUSE_HOURS_LATER', { fromTerm: postedTerm + 1, term })];
}

function changeSteps(then: HourMonth, now: HourMonth, id: string, context: RunContext): Step[] {
  const [teaching, participant] = filesOf(context);
  const { month } = then;
  const changed = (
    kind: 'teaching' | 'participant',
    code: 'CAUSE_TEACHING_HOURS' | 'CAUSE_PARTICIPANT_HOURS',
  ): Step[] => {
    const params = {
      month,
      beforeHundredths: then[`${kind}Hundredths`],
      beforeRows: then[`${kind}Rows`],
      afterHundredths: now[`${kind}Hundredths`],
      afterRows: now[`${kind}Rows`],
    };
    const isSame = params.beforeHundredths === params.afterHundredths;
    return isSame ? [] : [step(`${id}/${kind}`, code, params, [kind === 'teaching' ? teaching : participant])];
  };
  return [...changed('teaching', 'CAUSE_TEACHING_HOURS'), ...changed('participant', 'CAUSE_PARTICIPANT_HOURS')];
}

/** Hours of the kommune in each month that is due, as the run knows them. */
export function monthsNow({ context, kommune, record }: KommuneMaterial): readonly HourMonth[] {
  const { request, rules, snapshot } = context;
  return hourMonths(snapshot, contextOf(record.grantYear, request, rules), kommune, request.term);
}

function filesOf({ snapshot }: RunContext): readonly [Source, Source] {
  return [extractCell(snapshot, 'teaching_hours', 0), extractCell(snapshot, 'hours', 0)];
}
