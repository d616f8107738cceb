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
  Outcome,
  type PersonView,
  STATUS,
  u8,
} from '../../domain';

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
export function nearStep(kommune: string, persons: number, stepOf: (persons: number) => number): Finding[] {
  if (persons < 2) return [];
  const step = stepOf(persons);
  const isBeside = stepOf(persons - 1) !== step || stepOf(persons + 1) !== step;
  return isBeside ? [finding('info', 'GRUNNTILSKUDD_NEAR_STEP', { kommune }, { kommune, persons })] : [];
}
