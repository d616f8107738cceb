import { countDateOf, type RuleSet, visiblePersonRow } from '../../../rules';
import {
  asDay,
  asRecipientCode,
  assert,
  at,
  type Component,
  formatRecipientCode,
  HELD,
  i32,
  isCounted,
  Outcome,
  type PersonFacts,
  type PersonView,
  type PostedState,
  placesOfFacts,
  type RunRequest,
  Settlement,
  STATUS,
  TABLE,
  u8,
  u32,
} from '../../domain';
import { type ComponentPlan, cutOffDate, firstTermOf, planRun, settlePerson } from '../../engine';
import { type RuleReads, readsOf } from './rule-reads';
import { WorkBlock } from './work-block';

/** What is asked about a person: one component of a grant year in a run. */
export interface TrialQuestion {
  readonly request: RunRequest;
  readonly rules: RuleSet;
  readonly component: Component;
  /** The run's own year or the year before. */
  readonly grantYear: number;
}

/** How a person comes out in a trial. */
export interface TrialResult {
  /** Something of R reaches a recipient within the grant year; grunntilskudd: the person counts in a kommune. */
  readonly gives: boolean;
  /** R; 0 where nothing triggers, for grunntilskudd, and where the rate is missing. */
  readonly annualAmountNok: number;
  /** Of R: what would be held, since a code has no unique successor. */
  readonly heldNok: number;
  /** First term in which something is due; 0 where nothing is, and for grunntilskudd. */
  readonly firstTerm: number;
  readonly recipients: readonly string[];
  /** A cell without a value that the amount would need, empty for none. */
  readonly missingCell: string;
  /** Two persons with the same mark fail in the same way. */
  readonly mark: string;
  /** True where a row triggers, whatever becomes of the amount then. */
  readonly triggers: boolean;
  /** By line of the candidate row (0 for an added one): how many things fail. */
  readonly hindrances: ReadonlyMap<number, number>;
}

/**
 * Runs the rule and the true-up of the engine for one person, as a run without postings would by its term 4, so that
 * what is due later counts as given.
 */
export class Trial {
  readonly question: TrialQuestion;
  readonly plan: ComponentPlan;
  /** What the rule reads, and where it turns. */
  readonly reads: RuleReads;
  readonly #work = new WorkBlock();
  readonly #outcome = new Outcome();
  readonly #settlement = new Settlement();

  constructor(question: TrialQuestion) {
    this.question = question;
    this.plan = { ...planOf(question), dueTerm: 4 };
    this.reads = readsOf(this.plan.module, this.plan.context);
  }

  /** The person as the rule sees it at D, until the next call; undefined where no persons row is visible. */
  view(facts: PersonFacts): PersonView | undefined {
    const filled = this.#work.fill(facts);
    const { pinnedKommune } = facts;
    const block = pinnedKommune ? { ...filled, pinnedKommune: placesOfFacts(pinnedKommune) } : filled;
    const personRow = visiblePersonRow(block.persons, 0, this.plan.context.asOf);
    return personRow < 0 ? undefined : { block, index: 0, personRow };
  }

  /** What the rule found out; valid until the next call. */
  evaluate(person: PersonView): Outcome {
    this.#outcome.reset();
    this.plan.evaluate(person, this.#outcome);
    return this.#outcome;
  }

  /** Whether something of R reaches a recipient: what run() says in `gives`, and nothing else. */
  gives(facts: PersonFacts): boolean {
    const person = this.view(facts);
    if (!person) return false;
    const outcome = this.evaluate(person);
    if (outcome.status === STATUS.notTriggered) return false;
    if (isCounted(this.plan.component)) return this.#counted(outcome, NOTHING).gives;
    if (outcome.status === STATUS.missingRate) return true;
    return outcome.status === STATUS.triggered && this.#paidRecipients(outcome).length > 0;
  }

  run(facts: PersonFacts): TrialResult {
    const person = this.view(facts);
    if (!person) return { ...NOTHING, mark: 'no visible persons row' };
    const outcome = this.evaluate(person);
    const hindrances = hindrancesOf(person, outcome, this.plan);
    const triggers = outcome.status !== STATUS.notTriggered;
    const mark = `${outcome.status}/${outcome.stopped.join()}/${[...hindrances].join(';')}`;
    const base = { ...NOTHING, mark, triggers, hindrances };
    if (isCounted(this.plan.component)) return this.#counted(outcome, base);
    if (outcome.status === STATUS.missingRate) {
      return { ...base, gives: true, missingCell: outcome.missingCells[0] ?? '' };
    }
    if (outcome.status !== STATUS.triggered) return base;
    const recipients = this.#paidRecipients(outcome);
    const terms = outcome.separateTerms;
    return {
      ...base,
      gives: recipients.length > 0,
      annualAmountNok: outcome.annualAmountNok,
      heldNok: this.#heldNok(),
      firstTerm: terms.length > 0 ? Math.min(...terms) : firstTermOf(this.plan, outcome),
      recipients,
    };
  }

  #paidRecipients(outcome: Outcome): string[] {
    const { request, rules } = this.question;
    const settlement = this.#settlement;
    settlement.reset();
    const cutOff = rules.places.translationTo(cutOffDate(request.grantYear, request.term));
    settlePerson(this.plan, outcome, [], cutOff, settlement);
    return settlement.recipients
      .filter(
        (_, place) => at(settlement.differenceNok, place) > 0 && at(settlement.differenceHeld, place) === HELD.none,
      )
      .map((code) => formatRecipientCode(asRecipientCode(code)));
  }

  /** What the settlement of #paidRecipients() holds. */
  #heldNok(): number {
    const { heldDueNok, differenceNok, differenceHeld } = this.#settlement;
    return heldDueNok.reduce(
      (sum, due, place) => sum + due + (at(differenceHeld, place) === HELD.none ? 0 : at(differenceNok, place)),
      0,
    );
  }

  /** Counts in the kommune in force on the count date, as GrunntilskuddCount does. */
  #counted(outcome: Outcome, base: TrialResult): TrialResult {
    if (outcome.status !== STATUS.triggered) return base;
    const translation = this.question.rules.places.translationTo(
      asDay(countDateOf(this.plan.grantYear, this.plan.context.limits)),
    );
    const code = at(outcome.segmentCode, 0);
    const stopped = u8(translation.stopped, code) === 1;
    const kommune = formatRecipientCode(asRecipientCode(translation.target[code] ?? code));
    return { ...base, gives: !stopped, recipients: stopped ? [] : [kommune], mark: `${base.mark}/${stopped}` };
  }
}

const NOTHING: TrialResult = {
  gives: false,
  annualAmountNok: 0,
  heldNok: 0,
  firstTerm: 0,
  recipients: [],
  missingCell: '',
  mark: '',
  triggers: false,
  hindrances: new Map(),
};

/** Failed conditions of each candidate row; a death and an emigration that both come too early count as two. */
function hindrancesOf(person: PersonView, outcome: Outcome, plan: ComponentPlan): Map<number, number> {
  const { persons } = person.block;
  const table = outcome.candidateTable === TABLE.decisions ? person.block.decisions : person.block.targetGroup;
  const gone = [persons.deathDate, persons.emigratedOn].filter(
    (column) => i32(column, person.personRow) < plan.context.firstDay,
  );
  const extra = Math.max(0, gone.length - 1);
  return new Map(
    outcome.candidateRows.map((row, place) => [
      u32(table.line, row),
      bitsOf(at(outcome.candidateFailures, place)) + extra,
    ]),
  );
}

function bitsOf(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

function planOf(question: TrialQuestion): ComponentPlan {
  const { request, rules, component, grantYear } = question;
  const plan = planRun({ ...request, excluded: [] }, rules, coveredLastYear(question));
  const found = [...plan.perPerson, plan.counted].find(
    (candidate) => candidate?.component === component && candidate.grantYear === grantYear,
  );
  assert(found !== undefined, `${component} has no rule for persons in ${grantYear}`);
  return found;
}

/** A ledger that covers the component in the year before, so that the plan has it. */
function coveredLastYear({ component, grantYear, request }: TrialQuestion): PostedState {
  const covered = { grantYear, component, runYear: grantYear, runTerm: 4 };
  return {
    entries: () => [],
    balances: [],
    coverage: grantYear < request.grantYear ? [covered] : [],
    openingCoverage: [],
  };
}
