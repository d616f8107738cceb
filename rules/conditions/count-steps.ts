import { at, type GrantYearContext, RATE_CLASS, type Said, type Wording } from '../../src/domain';
import { type CountStep, limitsOf } from '../parameters/limit-values';

/** What a number of persons on the count date gives, by the step that it lies in (rulebook 5.1; S1, S12). */
export function sayStep(context: GrantYearContext, persons: number): Pick<Said, 'code' | 'text'> {
  const steps = limitsOf(context).steps('grunntilskudd.steps');
  const step = steps.find(({ from, to }) => from <= persons && persons <= to);
  if (step) return sayHeld(step);
  if (persons === 0) return { code: 'STEP_ZERO', text: STEP_ZERO };
  return { code: 'STEP_ABOVE', text: sayNone(persons, steps) };
}

/** The highest number of persons that gives something; Infinity where there is none. */
export function mostCounted(context: GrantYearContext): number {
  return Math.max(
    ...limitsOf(context)
      .steps('grunntilskudd.steps')
      .map(({ to }) => to),
  );
}

function sayHeld({ from, to, rateClass }: CountStep): Pick<Said, 'code' | 'text'> {
  const isLow = rateClass === RATE_CLASS.low;
  const nb = Number.isFinite(to)
    ? `${inWords(from, NB)} til ${inWords(to, NB)} personer`
    : `${from} personer eller flere`;
  const en = Number.isFinite(to) ? `${inWords(from, EN)} to ${inWords(to, EN)} persons` : `${from} persons or more`;
  return {
    code: isLow ? 'STEP_LOW' : 'STEP_HIGH',
    text: {
      nb: `${capital(nb)} gir ${isLow ? 'lavt' : 'høyt'} grunntilskudd.`,
      en: `${capital(en)} give the ${isLow ? 'low' : 'high'} grunntilskudd.`,
    },
  };
}

/** Above every step, or between two. */
function sayNone(persons: number, steps: readonly CountStep[]): Wording {
  const below = steps.filter(({ to }) => to < persons).sort((a, b) => b.to - a.to);
  const above = steps.filter(({ from }) => from > persons).sort((a, b) => a.from - b.from);
  const [last, next] = [below[0]?.to ?? 0, above[0]?.from];
  if (next === undefined) {
    return {
      nb: `Over ${last} personer gir ikke grunntilskudd.`,
      en: `More than ${last} persons give no grunntilskudd.`,
    };
  }
  return {
    nb: `Over ${last} og under ${next} personer gir ikke grunntilskudd.`,
    en: `More than ${last} and fewer than ${next} persons give no grunntilskudd.`,
  };
}

const STEP_ZERO: Wording = {
  nb: 'Uten personer gis det ikke grunntilskudd.',
  en: 'Without persons there is no grunntilskudd.',
};

const NB = ['null', 'én', 'to', 'tre', 'fire', 'fem', 'seks', 'sju', 'åtte', 'ni', 'ti'];
const EN = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function inWords(count: number, words: readonly string[]): string {
  return count < words.length ? at(words, count) : String(count);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
