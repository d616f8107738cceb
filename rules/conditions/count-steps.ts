import {
  asDay,
  at,
  type CodedText,
  type DueSentence,
  formatDay,
  type GrantYearContext,
  RATE_CLASS,
  type Wording,
} from '../../src/domain';
import { type CountStep, limitsOf } from '../parameters/limit-values';
import { countDateIn } from './membership';

/** What a number of persons on the count date gives, by the step that it lies in (rulebook 5.1; S1, S12). */
export function sayStep(context: GrantYearContext, persons: number): CodedText {
  const steps = limitsOf(context).steps('grunntilskudd.steps');
  const step = steps.find(({ from, to }) => from <= persons && persons <= to);
  if (step) return sayHeld(step);
  if (persons === 0) return { code: 'STEP_ZERO', text: STEP_ZERO };
  return { code: 'STEP_ABOVE', text: sayNone(persons, steps) };
}

/** Why a kommune gets no grunntilskudd, and how near it was; undefined where it gets one, or lies between two steps. */
export function sayNoGrant(
  context: GrantYearContext,
  persons: number,
): Pick<DueSentence, 'code' | 'text' | 'params'> | undefined {
  const steps = limitsOf(context).steps('grunntilskudd.steps');
  const [lowest] = steps.toSorted((a, b) => a.from - b.from);
  const [highest] = steps.toSorted((a, b) => b.to - a.to);
  const countDay = formatDay(asDay(countDateIn(context)));
  if (!lowest || !highest) return undefined;
  if (persons === 0) return { ...sayNobody(lowest), params: { countDay } };
  const over = persons - highest.to;
  if (over <= 0) return undefined;
  const { nb, en } = CLASS_WORDS[isLow(highest) ? 'low' : 'high'];
  return {
    code: 'COUNT_TOO_MANY',
    text: {
      nb: `{countPersons} ble talt her {countDay}. Over {mostCount} gir ikke grunntilskudd; {overPersons} færre hadde gitt ${nb}.`,
      en: `Counted here on {countDay}: {countPersons}. More than {mostCount} give no grunntilskudd; {overPersons} fewer would have given the ${en} one.`,
    },
    params: { countDay, countPersons: persons, overPersons: over, mostCount: highest.to },
  };
}

function sayNobody(lowest: CountStep): CodedText {
  const { nb, en } = CLASS_WORDS[isLow(lowest) ? 'low' : 'high'];
  const [nbCount, enCount] = [inWords(lowest.from, NB), inWords(lowest.from, EN)].map(capital);
  const isOne = lowest.from === 1;
  return {
    code: 'COUNT_NONE',
    text: {
      nb: `Ingen ble talt her {countDay}, så det gis ikke grunntilskudd. ${nbCount} ${isOne ? 'person' : 'personer'} hadde gitt ${nb} grunntilskudd.`,
      en: `Nobody was counted here on {countDay}, so there is no grunntilskudd. ${enCount} ${isOne ? 'person' : 'persons'} would have given the ${en} one.`,
    },
  };
}

const CLASS_WORDS = { low: { nb: 'lavt', en: 'low' }, high: { nb: 'høyt', en: 'high' } } as const;

function isLow({ rateClass }: CountStep): boolean {
  return rateClass === RATE_CLASS.low;
}

function sayHeld(step: CountStep): CodedText {
  const { nb, en } = CLASS_WORDS[isLow(step) ? 'low' : 'high'];
  return {
    code: isLow(step) ? 'STEP_LOW' : 'STEP_HIGH',
    text: {
      nb: `${capital(personsOf(step, NB, ['til', 'personer', 'eller flere', 'person']))} gir ${nb} grunntilskudd.`,
      en: `${capital(personsOf(step, EN, ['to', 'persons', 'or more', 'person']))} ${step.to === 1 ? 'gives' : 'give'} the ${en} grunntilskudd.`,
    },
  };
}

/** `en til tre personer`, `sju personer`, `200 personer eller flere`. */
function personsOf(
  { from, to }: CountStep,
  numbers: readonly string[],
  [until, persons, more, person]: readonly [until: string, persons: string, more: string, person: string],
): string {
  if (!Number.isFinite(to)) return `${from} ${persons} ${more}`;
  if (from === to) return `${inWords(from, numbers)} ${from === 1 ? person : persons}`;
  return `${inWords(from, numbers)} ${until} ${inWords(to, numbers)} ${persons}`;
}

/** Above every step, or between two. */
function sayNone(persons: number, steps: readonly CountStep[]): Wording {
  const below = steps.filter(({ to }) => to < persons).sort((a, b) => b.to - a.to);
  const above = steps.filter(({ from }) => from > persons).sort((a, b) => a.from - b.from);
  const [last, next] = [below[0]?.to ?? 0, above[0]?.from];
  if (last === 0) {
    return {
      nb: `Under ${next} personer gir ikke grunntilskudd.`,
      en: `Fewer than ${next} persons give no grunntilskudd.`,
    };
  }
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
