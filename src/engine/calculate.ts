import { type RuleSet, visiblePersonRow } from '../../rules';
import {
  type CaseAct,
  f64,
  finding,
  i32,
  NO_PERSON,
  type PersonView,
  type PostedEntry,
  type PostedState,
  type RegisterBlock,
  type RegisterSource,
  type RunRequest,
  type RunResult,
  type TraceSink,
  u8,
  u32,
} from '../domain';
import { beginRun } from './begin-run';
import { finishRun } from './finish';
import { PersonRun } from './person-run';
import type { RunState } from './run-state';
import { treatWithheld } from './treat-withheld';
import { UntouchedPostings } from './withheld';

/** What a calculation reads; nothing else decides its result. */
export interface CalculationInput {
  readonly request: RunRequest;
  readonly register: RegisterSource;
  readonly posted: PostedState;
  readonly rules: RuleSet;
  readonly trace: TraceSink;
  /** Acts of cases in force (rulebook 9a); none where they are left out. */
  readonly cases?: readonly CaseAct[];
  /** Called for every person who exists at D and is not withheld, for findings on quality. */
  readonly observe?: (person: PersonView) => void;
}

/**
 * Calculates a run (rulebook 2-9): a pure function of register, postings, rules and request.
 *
 * @throws NorsktilskuddError kind `rule`: NO_CALENDAR, ASSUMPTION_VALUE_UNKNOWN, PARAMETERS_MISSING (all cells at once)
 */
export function calculate(input: CalculationInput): RunResult {
  const state = beginRun({ ...input, identities: input.register.identities });
  return new Calculation(input, state).run();
}

/** One pass over the persons of the register and, beside it, the persons with postings. */
class Calculation {
  readonly #input: CalculationInput;
  readonly #state: RunState;
  readonly #cursor: PostedCursor;
  readonly #personRun: PersonRun;
  readonly #untouchedPostings: UntouchedPostings;
  #kommunePosted: readonly PostedEntry[] = NOTHING_POSTED;
  #leaf = 0;
  #persons = 0;
  #personsPaid = 0;

  constructor(input: CalculationInput, state: RunState) {
    this.#input = input;
    this.#state = state;
    const { grantYear } = input.request;
    this.#cursor = new PostedCursor(input.posted.entries([grantYear - 1, grantYear], input.register.identities));
    this.#personRun = new PersonRun(state);
    const { counted, hourly } = state.plan;
    const perKommune = [counted, hourly].filter((plan) => plan !== undefined);
    this.#untouchedPostings = new UntouchedPostings(state.plan.perPerson, perKommune);
  }

  run(): RunResult {
    const { register } = this.#input;
    this.#kommunePosted = this.#cursor.take(NO_PERSON);
    for (const block of register.blocks()) this.#block(block);
    this.#absentUpTo(Number.POSITIVE_INFINITY);
    this.#state.hourGrant?.addTeachingHours(register.teachingHours);
    this.#untouchedPostings.note(
      this.#kommunePosted.filter((entry) => entry.grantYear === this.#input.request.grantYear),
    );
    return finishRun(this.#state, this.#input.posted, this.#kommunePosted, this.#untouchedPostings, {
      persons: this.#persons,
      personsPaid: this.#personsPaid,
      leaves: this.#leaf,
    });
  }

  #block(block: RegisterBlock): void {
    const person: PersonView = { block, index: 0, personRow: -1 };
    for (let index = 0; index < block.personCount; index += 1) {
      const personId = f64(block.personIds, index);
      this.#absentUpTo(personId);
      person.index = index;
      person.personRow = visiblePersonRow(block.persons, index, this.#state.plan.context.asOf);
      this.#person(person, personId);
    }
  }

  #person(person: PersonView, personId: number): void {
    const { block, index } = person;
    const isWithheld = u8(block.withheld, index) === 1;
    const exists = person.personRow >= 0;
    const posted = this.#cursor.take(personId);
    this.#untouchedPostings.note(posted);
    if (exists) this.#state.hourGrant?.addPerson(person);
    if (isWithheld && exists) this.#state.count?.addWithheld(person);
    if (isWithheld || !exists) {
      if (posted.length > 0) this.#hold(personId, isWithheld, posted);
      return;
    }
    if (hasAnotherVisibleRow(person, this.#state.plan.context.asOf)) this.#noteIdentity(person, personId);
    this.#input.observe?.(person);
    this.#persons += 1;
    const paidNok = this.#personRun.compute(person, posted, this.#leaf);
    if (paidNok !== 0) this.#personsPaid += 1;
    this.#leaf += 1;
  }

  /** Persons with postings who are not in the register, up to the given id. */
  #absentUpTo(personId: number): void {
    while (this.#cursor.personId < personId) {
      const absent = this.#cursor.personId;
      const posted = this.#cursor.take(absent);
      this.#untouchedPostings.note(posted);
      this.#hold(absent, this.#input.register.rejectedWithoutRow.has(absent), posted);
    }
  }

  #hold(personId: number, isRejected: boolean, posted: readonly PostedEntry[]): void {
    const linesNok = treatWithheld(this.#state, this.#personRun, { personId, isRejected, posted, leaf: this.#leaf });
    if (linesNok !== 0) this.#personsPaid += 1;
    this.#leaf += 1;
  }

  #noteIdentity(person: PersonView, personId: number): void {
    const line = u32(person.block.persons.line, person.personRow);
    this.#state.findings.push(finding('info', 'PERSON_ROW_CHOSEN', { file: 'persons', line, personId }));
  }
}

/** Another persons row under the person's ids is visible: one of them had to be chosen (rulebook, Identity). */
function hasAnotherVisibleRow({ block, index, personRow }: PersonView, asOf: number): boolean {
  const { offsets, registeredOn } = block.persons;
  for (let row = personRow + 1; row < u32(offsets, index + 1); row += 1) {
    if (i32(registeredOn, row) <= asOf) return true;
  }
  return false;
}

/** Walks the posted entries, which ascend by person, beside the register. */
export class PostedCursor {
  readonly #iterator: Iterator<PostedEntry>;
  #next: PostedEntry | undefined;

  constructor(entries: Iterable<PostedEntry>) {
    this.#iterator = entries[Symbol.iterator]();
    this.#advance();
  }

  /** Person of the next entry; Infinity after the last. */
  get personId(): number {
    return this.#next === undefined ? Number.POSITIVE_INFINITY : this.#next.personId;
  }

  /** All entries of that person, which must be the next one; an empty list where the next one is somebody else. */
  take(personId: number): readonly PostedEntry[] {
    if (this.personId !== personId) return NOTHING_POSTED;
    const entries: PostedEntry[] = [];
    while (this.#next !== undefined && this.#next.personId === personId) {
      entries.push(this.#next);
      this.#advance();
    }
    return entries;
  }

  #advance(): void {
    const step = this.#iterator.next();
    this.#next = step.done ? undefined : step.value;
  }
}

/** The entries of somebody to whom nothing has been posted. */
const NOTHING_POSTED: readonly PostedEntry[] = [];
