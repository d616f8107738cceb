import { readingsOf } from '../../rules';
import {
  actOfLine,
  at,
  type CaseAct,
  type CellTable,
  type FactRow,
  type Finding,
  factsOfPerson,
  finding,
  isCounted,
  NO_PERSON,
  Outcome,
  type PersonView,
  partsOfCell,
  type RuleModule,
  TABLE,
  u32,
} from '../domain';
import { personIdOf } from './person-findings';
import { pinFinding } from './pinned-counts';
import { isPinOfPerson, type PinnedPersons } from './pinned-persons';
import { BLOCK_TABLE, decidedRows, isRowOf, pinnedView, rowOfAct } from './pinned-view';
import type { ComponentPlan, RunPlan } from './plan';
import type { RunState } from './run-state';

/** Columns that say where a row stands, and nothing of what it is about. */
const PLACE_COLUMNS: readonly string[] = ['line', 'registeredOn', 'key', 'decision'];

/**
 * Acts on a person that have nothing to do any more, since the register says the same by itself (rulebook 9a): a void row that
 * is gone, a row that stands as a case gave it, a kommune whose days the register gives it, too.
 */
export function reportAgreeing(person: PersonView, plan: RunPlan, pinned: PinnedPersons, findings: Finding[]): void {
  for (const grantYear of new Set([...plan.perPerson, plan.counted].flatMap((each) => each?.grantYear ?? []))) {
    const acts = pinned.actsOf(personIdOf(person), grantYear);
    const agreeing = [
      ...decidedRows(acts).filter((act) => isRegistered(person, act, plan.context.asOf)),
      ...acts.filter((act) => act.kind === 'pin_kommune' && isIdle(person, plan, acts, act)),
    ];
    for (const act of agreeing) findings.push(factFinding('CASE_FACT_AGREES', act));
  }
}

/** A void row that the extract does not have, or a standing one that it has with the same values. */
function isRegistered({ block, index }: PersonView, act: CaseAct, asOf: number): boolean {
  if (act.table === '') return false;
  const rows = factsOfPerson(block, index).rows[BLOCK_TABLE[act.table]];
  const own = rows.filter((row) => isRowOf(act)(row) && (row.registeredOn ?? 0) <= asOf);
  if (act.kind === 'row_void') return own.length === 0;
  return own.length === 1 && own.every((row) => isSameRow(rowOfAct(act, own, []), row));
}

function isSameRow(given: FactRow, registered: FactRow): boolean {
  return Object.entries(given).every(([name, value]) => PLACE_COLUMNS.includes(name) || registered[name] === value);
}

/** Some component has days by the act, and every one that has would give its recipients the same days without it. */
function isIdle(person: PersonView, plan: RunPlan, acts: readonly CaseAct[], act: CaseAct): boolean {
  const others = acts.filter((each) => each !== act);
  const [now, without] = [new Outcome(), new Outcome()];
  const plans = [...plan.perPerson, plan.counted].filter((each) => each?.grantYear === act.grantYear);
  const same = plans.flatMap((component): boolean[] => {
    if (!component) return [];
    const view = pinnedView(person, acts, act.grantYear);
    evaluateInto(component, view, now);
    if (!hasDaysOf(view, now, act)) return [];
    evaluateInto(component, pinnedView(person, others, act.grantYear), without);
    return [String(now.recipients) === String(without.recipients) && String(now.days) === String(without.days)];
  });
  return same.length > 0 && same.every((each) => each);
}

function evaluateInto(component: ComponentPlan, person: PersonView, outcome: Outcome): void {
  outcome.reset();
  component.evaluate(person, outcome);
}

function hasDaysOf({ block }: PersonView, outcome: Outcome, { act }: CaseAct): boolean {
  const { pinnedKommune } = block;
  return outcome.segmentTable.some(
    (table, index) =>
      table === TABLE.pinnedKommune &&
      pinnedKommune !== undefined &&
      actOfLine(u32(pinnedKommune.line, at(outcome.segmentRow, index))) === act,
  );
}

/**
 * Acts of grant years and components that no run computes any more: only an adjustment pays there. And acts on persons of whom
 * this run works nothing out, since they are missing or withheld (rulebook 9a).
 */
export function reportUnread({ cases, plan, request, pinned }: RunState): Finding[] {
  const findings: Finding[] = [];
  for (const act of cases) {
    const kind = isPinOfPerson(act) ? 'person' : act.kind;
    if (!['person', 'pin_count', 'pin_successor'].includes(kind) || act.grantYear > request.grantYear) continue;
    const isRead =
      readersOf(plan, act).length > 0 || (act.grantYear === request.grantYear && request.excluded.length > 0);
    if (kind === 'pin_count') {
      if (!isRead) findings.push(pinFinding('CASE_PIN_NOT_COMPUTED', act));
    } else if (!isRead) findings.push(factFinding('CASE_FACT_NOT_COMPUTED', act));
    else if (kind === 'person' && !pinned.wasAsked(act.personId)) {
      findings.push(factFinding('CASE_FACT_WITHOUT_PERSON', act));
    }
  }
  return findings;
}

/** What of a run reads an act. */
function readersOf({ perPerson, counted, countedBefore, hourly }: RunPlan, act: CaseAct): ComponentPlan[] {
  const plans = [...perPerson, counted, countedBefore, hourly].flatMap((each) => each ?? []);
  return plans.filter(({ grantYear, component, module }) => {
    if (grantYear !== act.grantYear) return false;
    if (act.kind === 'pin_count') return isCounted(component);
    if (act.kind === 'pin_successor') return component === act.component;
    return act.table === '' ? reads(module, 'trainingKommune') : reads(module, BLOCK_TABLE[act.table]);
  });
}

function reads(module: RuleModule, table: CellTable): boolean {
  return readingsOf(module).some(({ cells }) => cells.some((cell) => partsOfCell(cell)[0] === table));
}

/** A finding of what a case decides of a person or a code; no kommune is reported: it may be somebody's home. */
function factFinding(
  code: 'CASE_FACT_AGREES' | 'CASE_FACT_NOT_COMPUTED' | 'CASE_FACT_WITHOUT_PERSON',
  { act, caseNumber, grantYear, kind, personId }: CaseAct,
): Finding {
  const severity = code === 'CASE_FACT_WITHOUT_PERSON' ? 'warning' : 'info';
  const place = personId === NO_PERSON ? {} : { personId };
  return finding(severity, code, place, { caseNumber, act, year: grantYear, kind });
}
