import { visiblePersonRow } from '../../rules';
import {
  COMPONENTS,
  type Component,
  isCounted,
  NO_PERSON,
  NO_TRACE,
  Outcome,
  type PersonView,
  type PostedEntry,
  type RegisterBlock,
  type RegisterSource,
  u8,
} from '../domain';
import { beginRun, type RunStart } from './begin-run';
import { settleComponent } from './finish';
import type { RunState } from './run-state';

/** A component without persons, to be worked out alone. */
export interface KommunerInput extends RunStart {
  readonly component: Component;
  readonly register: RegisterSource;
  /** The run's, or the year before, of which a case has pinned a count. */
  readonly grantYear: number;
  /** Number of the leaf of the component's first kommune in the trace of the run. */
  readonly firstLeaf: number;
}

/**
 * Works out one component without persons by the same code as a whole run: everybody is counted again, nothing else of
 * them is computed. The trace sink is told of every kommune. Returns false where the component is not due, or frozen.
 */
export function calculateKommuner(input: KommunerInput): boolean {
  const { component, register, posted, grantYear } = input;
  const excluded = COMPONENTS.filter((each) => each !== component);
  const state = beginRun({ ...input, identities: register.identities, request: { ...input.request, excluded } });
  const counted = grantYear === input.request.grantYear ? state.plan.counted : state.plan.countedBefore;
  const plan = isCounted(component) ? counted : state.plan.hourly;
  if (!plan) return false;
  const outcome = new Outcome();
  for (const block of register.blocks()) countBlock(state, block, outcome);
  state.hourGrant?.addTeachingHours(register.teachingHours);
  const entries: PostedEntry[] = [...posted.entries([grantYear], register.identities)];
  const mine = entries.filter(({ personId }) => personId === NO_PERSON);
  return settleComponent(state, plan, posted, mine, input.firstLeaf) !== undefined;
}

/** Persons whom the register itself counts in a kommune for grunntilskudd of a grant year, whatever a case says of the number. */
export function registerCount(
  input: Omit<KommunerInput, 'component' | 'firstLeaf' | 'trace'>,
  kommune: number,
): number {
  const { register, grantYear, cases = [] } = input;
  const request = { ...input.request, grantYear, excluded: [] };
  const state = beginRun({ ...input, request, trace: NO_TRACE, identities: register.identities, cases });
  const outcome = new Outcome();
  for (const block of register.blocks()) countBlock(state, block, outcome);
  return state.count?.inRegister(kommune) ?? 0;
}

function countBlock(state: RunState, block: RegisterBlock, outcome: Outcome): void {
  const { plan, count, hourGrant, findings } = state;
  const person: PersonView = { block, index: 0, personRow: -1 };
  for (let index = 0; index < block.personCount; index += 1) {
    person.index = index;
    person.personRow = visiblePersonRow(block.persons, index, plan.context.asOf);
    if (person.personRow < 0) continue;
    hourGrant?.addPerson(person);
    const isWithheld = u8(block.withheld, index) === 1;
    if (isWithheld) count?.addWithheld(person);
    if (isWithheld || !count || !plan.counted) continue;
    outcome.reset();
    const view = state.pinned.viewOf(person, plan.counted.grantYear);
    plan.counted.evaluate(view, outcome);
    count.addPerson(outcome, view, findings);
  }
}
