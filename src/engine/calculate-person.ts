import { visiblePersonRow } from '../../rules';
import { type HeldRow, LineTable, type PersonView, type PostedEntry, type RegisterBlock, u8 } from '../domain';
import { beginRun, type RunStart } from './begin-run';
import { PersonRun } from './person-run';
import { treatWithheld } from './treat-withheld';

/** One person of a run, to be worked out alone. */
export interface PersonInput extends RunStart {
  readonly personId: number;
  /** Number of the leaf in the trace of the run. */
  readonly leaf: number;
  /** Where the person stands in the register; undefined where the extract has no row of the person. */
  readonly place: { readonly block: RegisterBlock; readonly index: number } | undefined;
  /** A row of a person without any persons row was rejected. */
  readonly rejectedWithoutRow: boolean;
  /** The person's entries of the run's grant year and the year before. */
  readonly entries: readonly PostedEntry[];
}

export interface PersonCalculation {
  /** False for somebody withheld, or without a persons row that is visible at D. */
  readonly computed: boolean;
  readonly lines: LineTable;
  readonly held: readonly HeldRow[];
}

/**
 * Works out one person by the same code as a whole run: same plan, same rules, same true-up. What stands in the trace
 * sink afterwards is what the run told about the person.
 */
export function calculatePerson(input: PersonInput): PersonCalculation {
  const { personId, place, entries, leaf, trace } = input;
  const state = beginRun(input);
  const { plan } = state;
  const personRun = new PersonRun(state);
  const personRow = place ? visiblePersonRow(place.block.persons, place.index, plan.context.asOf) : -1;
  const isWithheld = place ? u8(place.block.withheld, place.index) === 1 : input.rejectedWithoutRow;
  const computed = place !== undefined && personRow >= 0 && !isWithheld;
  if (computed) {
    const person: PersonView = { block: place.block, index: place.index, personRow };
    personRun.compute(person, entries, leaf);
  } else if (entries.length > 0) {
    treatWithheld(state, personRun, { personId, isRejected: isWithheld, posted: entries, leaf });
  }
  trace.end();
  return { computed, lines: LineTable.concatenate(plan.perPerson.map(({ lines }) => lines)), held: state.held };
}
