import { bitOf, decisionConditionOf, findStandingDecision, givesEntryYear, rulesOf } from '../../../rules';
import {
  type Component,
  type Condition,
  type Day,
  type Evaluate,
  type Finding,
  type GrantYearContext,
  OUTCOME,
  Outcome,
  type PersonView,
  type RuleModule,
  STATUS,
  u8,
  u32,
} from '../../domain';
import { PersonHours } from '../../engine';
import { personFinding } from './person-place';
import type { StayInYear } from './stay-in-year';

/** Fewer days than this within the year are a short stay for a full amount. */
export const SHORT_STAY_DAYS = 30;

/** A component of the grant year that needs a decision, as its rule works it out, to confirm what a survey suspects. */
class Grant {
  readonly component: Component;
  readonly outcome = new Outcome();
  readonly isOrdinary: boolean;
  /** Its kind of decision, as a bit. */
  readonly kindBit: number;
  readonly #evaluate: Evaluate;
  readonly #decisionBit: number;

  constructor(module: RuleModule, { id, decisionKind = 0 }: Condition, context: GrantYearContext) {
    this.component = module.component;
    this.isOrdinary = module.rows?.categories(context).some(givesEntryYear) ?? false;
    this.kindBit = 1 << decisionKind;
    this.#evaluate = module.prepare(context);
    this.#decisionBit = bitOf(module.conditions, id);
  }

  /** Works the person out anew. */
  ask(person: PersonView): void {
    this.outcome.reset();
    this.#evaluate(person, this.outcome);
  }

  get isTriggered(): boolean {
    return this.outcome.status === STATUS.triggered || this.outcome.status === STATUS.noRecipient;
  }

  /** The row that fails for want of a decision and nothing else; -1 for none. */
  rowWithoutDecision(): number {
    if (this.outcome.chosenRow >= 0) return -1;
    const place = this.outcome.candidateFailures.indexOf(this.#decisionBit);
    return this.outcome.candidateRows[place] ?? -1;
  }
}

/** Checks that need to know what the rules make of a person. Asks them only about persons whom the survey suspects. */
export class GrantChecks {
  readonly #context: GrantYearContext;
  readonly #grants: readonly Grant[];
  readonly #hours: PersonHours;
  /** Persons who entered in the last days of the year and carry a full amount, and the sum. */
  lateEntries = 0;
  lateEntriesNok = 0;

  constructor(context: GrantYearContext) {
    this.#context = context;
    this.#hours = new PersonHours(context);
    this.#grants = rulesOf(context.grantYear).flatMap((module) => {
      const condition = decisionConditionOf(module);
      return condition ? [new Grant(module, condition, context)] : [];
    });
  }

  observe(person: PersonView, stay: StayInYear, findings: Finding[]): void {
    const days = stay.last - stay.first + 1;
    const lacksDecision = this.#lacksDecision(person, stay);
    const isShort = days > 0 && days < SHORT_STAY_DAYS;
    if (!lacksDecision && !isShort && !(stay.isOrdinary && stay.isCollective)) return;
    let triggered = 0;
    for (const grant of this.#grants) {
      grant.ask(person);
      if (grant.isTriggered) triggered += 1;
      if (lacksDecision) this.#checkDecision(person, grant, findings);
      if (grant.isTriggered && isShort) this.#checkShortStay(person, grant, findings);
    }
    if (triggered > 1) this.#bothGrants(person, findings);
  }

  /** True where a kind of decision that one of the person's rows asks for does not stand as granted (rulebook 2, E4). */
  #lacksDecision(person: PersonView, stay: StayInYear): boolean {
    const granted = grantedKinds(person, this.#context.asOf);
    return this.#grants.some(
      ({ isOrdinary, kindBit }) => (isOrdinary ? stay.isOrdinary : stay.isCollective) && (granted & kindBit) === 0,
    );
  }

  #checkDecision(person: PersonView, grant: Grant, findings: Finding[]): void {
    const row = grant.rowWithoutDecision();
    if (row < 0) return;
    this.#hours.read(person);
    const code = this.#hours.hasHours ? 'HOURS_WITHOUT_DECISION' : 'DECISION_MISSING';
    const place = { file: 'target_group', line: u32(person.block.targetGroup.line, row), column: 'entered_on' };
    const params = { year: this.#context.grantYear, component: grant.component };
    findings.push(personFinding(person, this.#context.asOf, 'warning', code, place, params));
  }

  #checkShortStay(person: PersonView, grant: Grant, findings: Finding[]): void {
    const { outcome } = grant;
    const days = outcome.windowTo - outcome.windowFrom + 1;
    if (days >= SHORT_STAY_DAYS) return;
    if (outcome.windowTo === this.#context.lastDay) {
      this.lateEntries += 1;
      this.lateEntriesNok += outcome.annualAmountNok;
      return;
    }
    const line = u32(person.block.targetGroup.line, outcome.chosenRow);
    const params = { year: this.#context.grantYear, component: grant.component, days };
    findings.push(
      personFinding(
        person,
        this.#context.asOf,
        'info',
        'SHORT_STAY_FULL_AMOUNT',
        { file: 'target_group', line, column: 'left_on' },
        { ...params, amountNok: outcome.annualAmountNok },
      ),
    );
  }

  #bothGrants(person: PersonView, findings: Finding[]): void {
    const collective = this.#grants.find(({ isOrdinary }) => !isOrdinary);
    const row = collective?.outcome.chosenRow ?? -1;
    const line = row < 0 ? 0 : u32(person.block.targetGroup.line, row);
    const place = { file: 'target_group', line, column: 'category' };
    const params = { year: this.#context.grantYear };
    findings.push(personFinding(person, this.#context.asOf, 'warning', 'PERSONTILSKUDD_AND_37D', place, params));
  }
}

/** Kinds of the person's standing granted decisions, as bits. A decision stands as its latest visible row. */
function grantedKinds({ block, index }: PersonView, asOf: Day): number {
  const { kind, outcome } = block.decisions;
  let kinds = 0;
  findStandingDecision(block.decisions, index, asOf, (row) => {
    if (u8(outcome, row) === OUTCOME.granted) kinds |= 1 << u8(kind, row);
    return false;
  });
  return kinds;
}
