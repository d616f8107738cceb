import { firstPaidEntryDay, limitsOf, type RuleSet } from '../../../rules';
import {
  dayOf,
  type Finding,
  finding,
  type GrantYearContext,
  lastDayOfYear,
  type PersonView,
  packCountry,
  type RunRequest,
  type RunResult,
  u16,
  u32,
} from '../../domain';
import { contextOf } from '../../engine';
import { GrantChecks, SHORT_STAY_DAYS } from './grant-checks';
import { ImpossibleFacts } from './impossible-facts';
import { personFinding } from './person-place';
import { findGaps, findOverlaps, type PlacePeriod, SplitWatch } from './place-checks';
import { checkRun } from './run-checks';
import { emptyStay, surveyStay } from './stay-in-year';

const STATELESS = packCountry('XXA');
const UNKNOWN_COUNTRY = packCountry('XXX');

/**
 * Looks for facts that are odd though they can be read (rulebook 9: a fact that looks wrong is a finding for the
 * kommune to correct). Reads only rows visible at D and decides nothing.
 *
 * Pass `observe` to the calculation; then ask `finish` once.
 */
export class QualityCheck {
  readonly #context: GrantYearContext;
  readonly #firstEntryDay: number;
  readonly #period: PlacePeriod;
  readonly #grants: GrantChecks;
  readonly #splits: SplitWatch;
  readonly #impossible: ImpossibleFacts;
  readonly #stay = emptyStay();
  readonly #findings: Finding[] = [];
  readonly #stepOf: (persons: number) => number;
  #stateless = 0;

  constructor(request: RunRequest, rules: RuleSet) {
    this.#context = contextOf(request.grantYear, request, rules);
    const limits = limitsOf(this.#context);
    this.#firstEntryDay = firstPaidEntryDay(this.#context);
    this.#stepOf = limits.stepOf('grunntilskudd.steps');
    const { lastDay, asOf } = this.#context;
    this.#period = { firstDay: dayOf(request.grantYear - 1, 1, 1), lastDay, asOf };
    this.#grants = new GrantChecks(this.#context);
    this.#impossible = new ImpossibleFacts(asOf);
    this.#splits = new SplitWatch(rules.places.places, asOf, lastDayOfYear(request.grantYear + 1));
  }

  /** Looks at one person who exists at D. A function of its own, so that it can be handed on. */
  readonly observe = (person: PersonView): void => {
    const findings = this.#findings;
    findOverlaps(person, 'residence', this.#period, findings);
    findOverlaps(person, 'trainingKommune', this.#period, findings);
    findOverlaps(person, 'upperSecondary', this.#period, findings);
    this.#impossible.observe(person, findings);
    this.#splits.observe(person);
    const stay = this.#stay;
    surveyStay(person, this.#context, this.#firstEntryDay, stay);
    if (!stay.isOrdinary && !stay.isCollective) return;
    findGaps(person, stay, this.#context.asOf, findings);
    this.#grants.observe(person, stay, findings);
    if (stay.isOrdinary) this.#checkCountry(person);
  };

  /** Everything that was found, persons in the order in which they came, then what the whole run shows. */
  finish(result: RunResult): Finding[] {
    return [...this.finishPersons(), ...checkRun(result, this.#stepOf)];
  }

  /** What the persons alone show, where nothing is calculated. */
  finishPersons(): Finding[] {
    const findings = [...this.#findings, ...this.#splits.finish()];
    const { grantYear } = this.#context;
    if (this.#stateless > 0) {
      findings.push(finding('info', 'COUNTRY_STATELESS', {}, { persons: this.#stateless }));
    }
    const { lateEntries, lateEntriesNok } = this.#grants;
    if (lateEntries > 0) {
      const params = { year: grantYear, persons: lateEntries, amountNok: lateEntriesNok, days: SHORT_STAY_DAYS };
      findings.push(finding('info', 'LATE_ENTRY_FULL_AMOUNT', {}, params));
    }
    return findings;
  }

  #checkCountry(person: PersonView): void {
    const { persons } = person.block;
    const country = u16(persons.country, person.personRow);
    if (country === STATELESS) this.#stateless += 1;
    if (country !== UNKNOWN_COUNTRY) return;
    const place = { file: 'persons', line: u32(persons.line, person.personRow), column: 'country_background' };
    this.#findings.push(personFinding(person, this.#context.asOf, 'info', 'COUNTRY_NOT_STATED', place));
  }
}

/** Kinds of findings that came with run folders of format 2: what was run before was not searched for them. */
const SINCE_FORMAT_2: ReadonlySet<string> = new Set([
  'BORN_AFTER_AS_OF',
  'BORN_AFTER_ENTRY',
  'BORN_LONG_AGO',
  'DEAD_BEFORE_BIRTH',
  'DEAD_BEFORE_ENTRY',
  'DECISION_BEFORE_BIRTH',
  'EMIGRATED_BEFORE_BIRTH',
  'HOURS_BEFORE_BIRTH',
  'PERMIT_BEFORE_BIRTH',
  'RECIPIENT_ACCOUNT_SHARED',
  'RECIPIENT_ORG_NUMBER_SHARED',
  'REGISTERED_AFTER_EXTRACT',
]);

/**
 * Whether runs of a folder format were searched for a kind of finding. A run that is calculated again says what it said
 * then: what is looked for only since is no sign that somebody changed its folder.
 *
 * @param format of the run folder (manifest); undefined: of today
 */
export function isKindOfFormat(code: string, format: number | undefined): boolean {
  return format !== 1 || !SINCE_FORMAT_2.has(code);
}
