import { FactBuilder } from '../../src/analysis/facts/fact-builder';
import type { FactPlan } from '../../src/analysis/facts/fact-plan';
import type { FactTable } from '../../src/analysis/facts/fact-table';
import {
  assert,
  type KommuneRecord,
  type Outcome,
  type PersonView,
  type Settlement,
  type TraceSink,
} from '../../src/domain';

/**
 * Takes facts from a calculation as it goes, so that no second pass over the register is needed: everything told to it
 * is passed on to another sink first. Entries of a person stand in the order of the calculation, which changes no amount.
 * Not for the hour grant of 2004, whose sizing needs hours that a calculation does not tell.
 */
export class FactSink implements TraceSink {
  readonly #next: TraceSink;
  readonly #grantYear: number;
  readonly #builder: FactBuilder;

  constructor(next: TraceSink, plan: FactPlan) {
    assert(!plan.hasHourGrant, 'facts of the hour grant are collected from the register');
    this.#next = next;
    this.#grantYear = plan.context.grantYear;
    this.#builder = new FactBuilder(plan);
  }

  beginPerson(leaf: number, personId: number, person: PersonView): void {
    this.#next.beginPerson(leaf, personId, person);
    this.#builder.beginPerson(personId);
  }

  beginAbsentPerson(leaf: number, personId: number): void {
    this.#next.beginAbsentPerson(leaf, personId);
  }

  record(grantYear: number, component: number, outcome: Outcome, settlement: Settlement, view?: PersonView): void {
    this.#next.record(grantYear, component, outcome, settlement, view);
    if (grantYear === this.#grantYear) this.#builder.add(component, outcome);
  }

  kommune(leaf: number, grantYear: number, component: number, record: KommuneRecord, settlement: Settlement): void {
    this.#next.kommune(leaf, grantYear, component, record, settlement);
  }

  /** Facts are of analyses, which know no cases. */
  adjustment(): void {}

  end(): void {
    this.#next.end();
  }

  /** The facts of everybody told so far. */
  finish(): FactTable {
    return this.#builder.finish([]);
  }
}
