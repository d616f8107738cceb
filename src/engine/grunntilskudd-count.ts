import { countDateOf, grunntilskuddStepOf, isVisible, type RuleSet, residenceRowOn } from '../../rules';
import {
  asDay,
  asRecipientCode,
  at,
  type CaseAct,
  type CodeTranslation,
  type Finding,
  finding,
  formatRecipientCode,
  i32,
  isProtectedPerson,
  type Outcome,
  type PersonView,
  RATE_CLASS,
  type RateTable,
  rateCell,
  rateKeysOf,
  STATUS,
  u8,
} from '../domain';
import type { KommuneDue } from './kommune-settle';
import { splitFinding } from './person-findings';
import { pinnedCounts } from './pinned-counts';
import type { ComponentPlan } from './plan';
import type { Sizing } from './sizing';
import type { Tally } from './tally';

/** Counts persons per kommune on 15 January (rulebook 5.1). */
export class GrunntilskuddCount {
  readonly #plan: ComponentPlan;
  readonly #countDate: number;
  readonly #stepOf: (persons: number) => number;
  readonly #onCountDate: CodeTranslation;
  readonly #counts = new Map<number, number>();
  /** Withheld persons with a residence on the count date, per kommune. */
  readonly #withheld = new Map<number, number>();
  /** Those of them whose kommune may not be reported. */
  readonly #withheldProtected = new Map<number, number>();

  /** Counts that cases have pinned, with their acts, by the code in force on the count date. */
  readonly #pinned: ReadonlyMap<number, CaseAct>;

  constructor(plan: ComponentPlan, rules: RuleSet, cases: readonly CaseAct[]) {
    this.#plan = plan;
    this.#countDate = countDateOf(plan.grantYear, rules.limits);
    this.#stepOf = grunntilskuddStepOf(plan.grantYear, rules.limits);
    this.#onCountDate = rules.places.translationTo(asDay(this.#countDate));
    this.#pinned = pinnedCounts(cases, plan.grantYear, this.#onCountDate.target);
  }

  /** Whether a case has pinned a kommune's count. */
  isPinned(kommune: number): boolean {
    return this.#pinned.has(kommune);
  }

  /** Persons whom the register counts in a kommune, under the code in force on the count date. */
  inRegister(kommune: number): number {
    return this.#counts.get(kommune) ?? 0;
  }

  /** Pins that say what the register says by itself: they have nothing to do any more. */
  pinsThatAgree(): CaseAct[] {
    return [...this.#pinned].flatMap(([kommune, act]) =>
      (this.#counts.get(kommune) ?? 0) === act.amount ? [act] : [],
    );
  }

  /** The count of a kommune: pinned by a case, or the register's. */
  #countOf(kommune: number): number {
    return this.#pinned.get(kommune)?.amount ?? this.#counts.get(kommune) ?? 0;
  }

  /** Counts a person whose outcome says so; the code in force on the count date is the one that counts. */
  addPerson(outcome: Outcome, person: PersonView, findings: Finding[]): void {
    if (outcome.status !== STATUS.triggered) return;
    const code = at(outcome.segmentCode, 0);
    if (u8(this.#onCountDate.stopped, code) === 1) {
      findings.push(splitFinding('warning', 'GRUNNTILSKUDD_CODE_SPLIT', person, code));
      return;
    }
    increment(this.#counts, i32(this.#onCountDate.target, code));
  }

  /** Notes where a withheld person lived on the count date, to tell where that could change a step. */
  addWithheld(person: PersonView): void {
    const row = residenceRowOn(person, this.#plan.context, this.#countDate, () => true);
    if (row < 0 || !isVisible(person.block.residence, row, this.#plan.context.asOf)) return;
    const code = i32(person.block.residence.recipient, row);
    if (u8(this.#onCountDate.stopped, code) === 1) return;
    const counts = isProtectedPerson(person.block, person.index) ? this.#withheldProtected : this.#withheld;
    increment(counts, i32(this.#onCountDate.target, code));
  }

  /** Amounts per kommune; adds the sizing rows and names the missing cells. */
  dues(rates: RateTable, tally: Tally, sizing: Sizing): KommuneDue[] {
    const dues: KommuneDue[] = [];
    const kommuner = new Set([...this.#counts.keys(), ...this.#pinned.keys()]);
    for (const kommune of [...kommuner].sort((a, b) => a - b)) {
      const count = this.#countOf(kommune);
      if (count === 0) continue;
      const rateClass = this.#stepOf(count);
      const rateIndex = rateClass === RATE_CLASS.none ? -1 : this.#rate(rates, rateClass, tally);
      const rate = rates.rates[rateIndex];
      const amountNok = rate?.valueNok ?? 0;
      sizing.addKommune(kommune, this.#plan.ordinal, rateClass, count, rate ? rate.valueNok : null, amountNok);
      const record = {
        kommune,
        count,
        teachingHundredths: 0,
        participantHundredths: 0,
        rateIndexes: rate ? [rateIndex] : [],
        rateClass,
        annualAmountNok: amountNok,
      };
      dues.push({ record, dueNok: amountNok, entitled: rateClass !== RATE_CLASS.none });
    }
    return dues;
  }

  /**
   * One error per kommune whose step would change by the persons withheld there (rulebook 5.1). Where only persons with
   * a protected address would change it, neither kommune nor numbers are reported: beside the findings of who is withheld
   * they would tell where somebody lives. For the same reason the others are reported without them.
   */
  reportUncertainSteps(findings: Finding[]): void {
    for (const kommune of [...new Set([...this.#withheld.keys(), ...this.#withheldProtected.keys()])].sort(
      (a, b) => a - b,
    )) {
      if (this.isPinned(kommune)) continue;
      const counted = this.#counts.get(kommune) ?? 0;
      const withheld = this.#withheld.get(kommune) ?? 0;
      if (this.#stepChanges(counted, withheld)) {
        const code = formatRecipientCode(asRecipientCode(kommune));
        const params = { kommune: code, counted, withheld };
        findings.push(finding('error', 'GRUNNTILSKUDD_STEP_UNCERTAIN', { kommune: code }, params));
      } else if (this.#stepChanges(counted, withheld + (this.#withheldProtected.get(kommune) ?? 0))) {
        findings.push(finding('error', 'GRUNNTILSKUDD_STEP_UNCERTAIN_PROTECTED'));
      }
    }
  }

  /** True where some number of further persons, up to all of them, would change the step. */
  #stepChanges(counted: number, more: number): boolean {
    const step = this.#stepOf(counted);
    return Array.from({ length: more }, (_, index) => this.#stepOf(counted + index + 1)).some(
      (other) => other !== step,
    );
  }

  #rate(rates: RateTable, rateClass: number, tally: Tally): number {
    const name = rateClass === RATE_CLASS.low ? 'low' : 'high';
    const [key = ''] = rateKeysOf(this.#plan.component, 0);
    const index = rates.find(key, this.#plan.grantYear, name);
    if (index < 0) tally.missing(rateCell(key, this.#plan.grantYear, name));
    else tally.useRate(index);
    return index;
  }
}

function increment(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
