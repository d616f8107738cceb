import { limitsOf, moduleFor } from '../../../rules';
import {
  asRecipientCode,
  at,
  COUNT_COMPONENT,
  type CodeTranslation,
  type Evaluate,
  type Finding,
  finding,
  formatRecipientCode,
  type GrantYearContext,
  i32,
  isCounted,
  NO_RECIPIENT,
  Outcome,
  type PersonView,
  type RunResult,
  STATUS,
  u8,
} from '../../domain';

const ALL = -1;

/** Findings that a whole run shows: counts beside a step of grunntilskudd, participants without a decision. */
export function checkRun(result: RunResult, stepOf: (persons: number) => number): Finding[] {
  return [...countsBesideAStep(result, stepOf), ...participantsWithoutDecision(result)];
}

/** One person more or less would change what the kommune gets (rulebook 5.1). */
function countsBesideAStep(result: RunResult, stepOf: (persons: number) => number): Finding[] {
  return result.sizing.flatMap((row) => {
    if (!isCounted(row.component) || row.recipient === NO_RECIPIENT) return [];
    return nearStep(formatRecipientCode(asRecipientCode(row.recipient)), row.persons, stepOf);
  });
}

function participantsWithoutDecision(result: RunResult): Finding[] {
  const total = result.hoursBasis.find(
    (row) => row.kommune === NO_RECIPIENT && row.law === ALL && row.yearNumber === ALL,
  );
  if (total === undefined || total.hoursWithoutDecision === 0) return [];
  const params = { persons: total.hoursWithoutDecision, participants: total.participants };
  return [finding('info', 'PARTICIPANTS_WITHOUT_DECISION', {}, params)];
}

/**
 * Counts persons per kommune as grunntilskudd does (rulebook 5.1), without rates, to tell which counts stand beside a
 * step.
 */
export class CountWatch {
  readonly #evaluate: Evaluate | undefined;
  readonly #onCountDate: CodeTranslation;
  readonly #outcome = new Outcome();
  readonly #counts = new Map<number, number>();
  readonly #stepOf: (persons: number) => number;

  /** @param onCountDate translation to the codes in force on the day of the count */
  constructor(context: GrantYearContext, onCountDate: CodeTranslation) {
    this.#evaluate = moduleFor(COUNT_COMPONENT, context.grantYear)?.prepare(context);
    this.#onCountDate = onCountDate;
    this.#stepOf = limitsOf(context).stepOf('grunntilskudd.steps');
  }

  observe(person: PersonView): void {
    if (this.#evaluate === undefined) return;
    const outcome = this.#outcome;
    outcome.reset();
    this.#evaluate(person, outcome);
    if (outcome.status !== STATUS.triggered) return;
    const code = at(outcome.segmentCode, 0);
    if (u8(this.#onCountDate.stopped, code) === 1) return;
    const kommune = i32(this.#onCountDate.target, code);
    this.#counts.set(kommune, (this.#counts.get(kommune) ?? 0) + 1);
  }

  finish(): Finding[] {
    return [...this.#counts]
      .sort(([a], [b]) => a - b)
      .flatMap(([kommune, persons]) => nearStep(formatRecipientCode(asRecipientCode(kommune)), persons, this.#stepOf));
  }
}

/** A finding where one person more or less would change what the kommune gets. */
function nearStep(kommune: string, persons: number, stepOf: (persons: number) => number): Finding[] {
  if (persons < 2) return [];
  const step = stepOf(persons);
  const isBeside = stepOf(persons - 1) !== step || stepOf(persons + 1) !== step;
  return isBeside ? [finding('info', 'GRUNNTILSKUDD_NEAR_STEP', { kommune }, { kommune, persons })] : [];
}
