import { Outcome, type PersonView } from '../../domain';
import { FactBuilder } from './fact-builder';
import type { FactPlan } from './fact-plan';
import type { FactTable } from './fact-table';
import type { HourFacts } from './hour-facts';

/** Works out the facts of one person after another; persons come in ascending order of id. */
export class FactCollector {
  readonly #plan: FactPlan;
  readonly #hours: HourFacts | undefined;
  readonly #builder: FactBuilder;
  readonly #outcome = new Outcome();

  /** @param hours taken where the plan has the hour grant */
  constructor(plan: FactPlan, hours?: HourFacts) {
    this.#plan = plan;
    this.#hours = hours;
    this.#builder = new FactBuilder(plan);
  }

  addPerson(person: PersonView, personId: number): void {
    this.#builder.beginPerson(personId);
    for (const component of this.#plan.components) {
      this.#outcome.reset();
      component.evaluate(person, this.#outcome);
      this.#builder.add(component.ordinal, this.#outcome);
    }
  }

  finish(): FactTable {
    return this.#builder.finish(this.#hours?.kommuner() ?? []);
  }
}
