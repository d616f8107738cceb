import { at, parseDay } from '../../domain';
import type { Section, Source, Step } from '../../report';
import type { RunContext } from '../run/run-context';
import { extractCell } from '../steps/sources';
import { step } from '../steps/step';
import { type HourMonth, hourMonths } from './hour-months';
import type { KommuneMaterial } from './kommune-material';

/** The hours that make up the sum, month by month; a month without rows is left out. */
export function hourMonthSteps(material: KommuneMaterial, id: string): Step[] {
  const { context } = material;
  return monthsNow(material)
    .filter(({ teachingRows, participantRows }) => teachingRows + participantRows > 0)
    .map(({ month, ...sums }) => step(`${id}/hours/${month}`, 'HOURS_MONTH', { month, ...sums }, filesOf(context)));
}

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
  const asked = { context, snapshot, kommune, grantYear: record.grantYear, months: term * 3 };
  const changed = hourMonths({ ...asked, asOf: parseDay(asOf) ?? 0 }).flatMap((then, month) =>
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

function monthsNow({ context, kommune, record }: KommuneMaterial): readonly HourMonth[] {
  const { asOf, term } = context.request;
  const { snapshot } = context;
  return hourMonths({ context, snapshot, asOf, kommune, grantYear: record.grantYear, months: term * 3 });
}

function filesOf({ snapshot }: RunContext): readonly [Source, Source] {
  return [extractCell(snapshot, 'teaching_hours', 0), extractCell(snapshot, 'hours', 0)];
}
