import { stepOfText } from '../../../rules';
import {
  type Day,
  f64,
  i32,
  isCounted,
  isProtectedPerson,
  NO_RECIPIENT,
  parseRecipientCode,
  RATE_CLASS,
  type RegisterBlock,
  type RegisterSource,
  u8,
  u16,
  u32,
} from '../../domain';
import { PersonValuer } from '../compare/person-amounts';
import type { SizeView } from '../compare/size-side';
import { countedCell, isCountedCell } from '../facts/cell-key';
import { eachPersonOfBlock } from '../facts/each-person';
import type { FactPlan } from '../facts/fact-plan';
import type { FactTable } from '../facts/fact-table';
import { ImpossibleFacts } from '../quality/impossible-facts';
import { kommuneAt } from '../quality/person-place';
import { RowsAfterTaking } from '../quality/rows-after-taking';
import { ADVICE_CODES, type Advice, type AdviceCode, type AdviceItem } from './advice';
import { AdviceSurvey } from './advice-survey';

/**
 * What is missing or late in a register, and what it costs each kommune, in annual amounts.
 *
 * @param facts of the same register, year and D
 * @param view rates and split; its filter is not looked at
 * @param takenAt day on which the extract was taken; null where it is not known
 */
export function collectAdvice(
  register: RegisterSource,
  plan: FactPlan,
  facts: FactTable,
  view: SizeView,
  takenAt: number | null = null,
): Advice {
  const sums = new AdviceSums();
  const impossible = new ImpossibleAdvice(plan.context.asOf, takenAt, sums);
  const survey = new AdviceSurvey(plan);
  const isProtected = new Set<number>();
  for (const block of register.blocks()) {
    survey.observe(block);
    impossible.observe(block);
    for (let index = 0; index < block.personCount; index += 1) {
      if (isProtectedPerson(block, index)) isProtected.add(f64(block.personIds, index));
    }
  }
  const { decisionMissing, rowsRejected, registeredLate } = survey.finish();
  sums.addTable('ADVICE_DECISION_MISSING', decisionMissing.open, view);
  sums.addTable('ADVICE_ROWS_REJECTED', rowsRejected.open, view);
  sums.addTable('ADVICE_REGISTERED_LATE', registeredLate.open, view);
  addHeld(sums, facts, view, survey.supposedKommune, isProtected);
  addCounts(sums, facts, rowsRejected.open, view);
  for (const table of [decisionMissing, rowsRejected, registeredLate]) sums.addProtected(table.protectedOnly, view);
  return sums.finish();
}

class AdviceSums {
  readonly #sums = new Map<string, { recipient: number; code: AdviceCode; persons: Set<number>; amountNok: number }>();
  readonly #protectedPersons = new Set<number>();
  #protectedNok = 0;

  add(recipient: number, code: AdviceCode, persons: readonly number[], amountNok: number): void {
    const key = `${recipient} ${code}`;
    const sum = this.#sums.get(key) ?? { recipient, code, persons: new Set(), amountNok: 0 };
    for (const person of persons) sum.persons.add(person);
    sum.amountNok += amountNok;
    this.#sums.set(key, sum);
  }

  addTable(code: AdviceCode, table: FactTable, view: SizeView): void {
    const valuer = new PersonValuer(table, view);
    for (let index = 0; index < table.personIds.length; index += 1) {
      const person = [f64(table.personIds, index)];
      valuer.value(index, (_cell, recipient, _days, amountNok) => this.add(recipient, code, person, amountNok));
    }
  }

  addProtected(table: FactTable, view: SizeView): void {
    const valuer = new PersonValuer(table, view);
    for (let index = 0; index < table.personIds.length; index += 1) {
      const person = f64(table.personIds, index);
      valuer.value(index, (_cell, _recipient, _days, amountNok) => this.addProtectedPerson(person, amountNok));
    }
  }

  addProtectedPerson(person: number, amountNok: number): void {
    this.#protectedPersons.add(person);
    this.#protectedNok += amountNok;
  }

  /** Distinct persons by something of their sums. */
  #personsBy<T>(groupOf: (sum: { readonly recipient: number; readonly code: AdviceCode }) => T): Map<T, number> {
    const groups = new Map<T, Set<number>>();
    for (const sum of this.#sums.values()) {
      const group = groups.get(groupOf(sum)) ?? new Set<number>();
      for (const person of sum.persons) group.add(person);
      groups.set(groupOf(sum), group);
    }
    return new Map([...groups].map(([group, persons]) => [group, persons.size]));
  }

  finish(): Advice {
    const counted = [...this.#sums.values()].map((sum): AdviceItem => ({ ...sum, persons: sum.persons.size }));
    const items = counted.sort(
      (one, other) =>
        one.recipient - other.recipient ||
        Math.abs(other.amountNok) - Math.abs(one.amountNok) ||
        ADVICE_CODES.indexOf(one.code) - ADVICE_CODES.indexOf(other.code),
    );
    return {
      items,
      persons: this.#personsBy(() => '').get('') ?? 0,
      personsByRecipient: this.#personsBy(({ recipient }) => recipient),
      personsByCode: this.#personsBy(({ code }) => code),
      protectedPersons: this.#protectedPersons.size,
      protectedNok: this.#protectedNok,
    };
  }
}

/** Persons with facts that cannot be, under the kommune of their address; the protected among all who are. */
class ImpossibleAdvice {
  readonly #asOf: Day;
  readonly #facts: ImpossibleFacts;
  readonly #afterTaking: RowsAfterTaking;
  readonly #sums: AdviceSums;

  constructor(asOf: Day, takenAt: number | null, sums: AdviceSums) {
    this.#asOf = asOf;
    this.#facts = new ImpossibleFacts(asOf);
    this.#afterTaking = new RowsAfterTaking(takenAt, asOf);
    this.#sums = sums;
  }

  observe(block: RegisterBlock): void {
    const found = new Set(this.#afterTaking.personsIn(block));
    eachPersonOfBlock(block, this.#asOf, (person) => {
      if (this.#facts.isIn(person)) found.add(person.index);
    });
    for (const index of found) {
      const kommune = kommuneAt({ block, index }, this.#asOf);
      const person = f64(block.personIds, index);
      if (isProtectedPerson(block, index)) this.#sums.addProtectedPerson(person, 0);
      else this.#sums.add(parseRecipientCode(kommune) ?? NO_RECIPIENT, 'ADVICE_IMPOSSIBLE_FACTS', [person], 0);
    }
  }
}

/** Held amounts: whole ones under the supposed kommune, parts under the split code that holds them. */
function addHeld(
  sums: AdviceSums,
  facts: FactTable,
  view: SizeView,
  supposed: ReadonlyMap<number, number>,
  isProtected: ReadonlySet<number>,
): void {
  const valuer = new PersonValuer(facts, view);
  for (let index = 0; index < facts.personIds.length; index += 1) {
    const personId = f64(facts.personIds, index);
    const split = stoppedCode(facts, index);
    valuer.value(index, (_cell, recipient, _days, amountNok) => {
      if (recipient !== NO_RECIPIENT) return;
      if (isProtected.has(personId)) sums.addProtectedPerson(personId, amountNok);
      else if (split !== undefined) sums.add(split, 'ADVICE_SPLIT_CODE', [personId], amountNok);
      else sums.add(supposed.get(personId) ?? NO_RECIPIENT, 'ADVICE_NO_RECIPIENT', [personId], amountNok);
    });
  }
}

/** Code at which a person's translation stopped; undefined where none did. */
function stoppedCode(facts: FactTable, index: number): number | undefined {
  const last = u32(facts.shareStart, u32(facts.entryStart, index + 1));
  for (let share = u32(facts.shareStart, u32(facts.entryStart, index)); share < last; share += 1) {
    if (u8(facts.stopped, share) === 1) return i32(facts.recipient, share);
  }
  return undefined;
}

/** Kommuner whose step of grunntilskudd is another with the persons who were left out for rejected rows. */
function addCounts(sums: AdviceSums, facts: FactTable, rejected: FactTable, view: SizeView): void {
  if (view.excluded.some(isCounted)) return;
  const counted = countedPersons(facts);
  const stepOf = stepOfText(facts.countSteps) ?? (() => RATE_CLASS.none);
  for (const [kommune, more] of countedPersons(rejected)) {
    const now = counted.get(kommune)?.length ?? 0;
    const difference = priceOf(stepOf(now + more.length), view) - priceOf(stepOf(now), view);
    if (difference !== 0) sums.add(kommune, 'ADVICE_COUNT_WITHOUT_REJECTED', more, difference);
  }
}

/** Persons counted by kommune, in the order of the codes. */
function countedPersons(facts: FactTable): ReadonlyMap<number, readonly number[]> {
  const persons = new Map<number, number[]>();
  for (let index = 0; index < facts.personIds.length; index += 1) {
    const end = u32(facts.entryStart, index + 1);
    for (let entry = u32(facts.entryStart, index); entry < end; entry += 1) {
      if (!isCountedCell(u16(facts.cell, entry))) continue;
      const kommune = i32(facts.recipient, u32(facts.shareStart, entry));
      const here = persons.get(kommune) ?? [];
      here.push(f64(facts.personIds, index));
      persons.set(kommune, here);
    }
  }
  return new Map([...persons].sort(([a], [b]) => a - b));
}

function priceOf(step: number, { prices }: SizeView): number {
  return Math.max(f64(prices.nokByCell, countedCell(step)), 0);
}
