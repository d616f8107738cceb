import { componentOfCell, PersonValuer, rateClassOfCell, type Stage, yearNumberOfCell } from '../../analysis';
import { f64, NorsktilskuddError, payoutCode } from '../../domain';
import { recipientText } from '../recipient-text';

/** One share of a person's amount at a stage. */
interface PersonShare {
  readonly code: string;
  readonly recipient: string;
  readonly days: number;
  readonly amountNok: number;
}

/** A person at one of the five stages. */
export interface PersonStep {
  readonly stage: StageName;
  /** False where the person does not stand in the stage's register. */
  readonly stands: boolean;
  readonly amountNok: number;
  /** Change from the stage before; 0 at the first. */
  readonly changeNok: number;
  readonly shares: readonly PersonShare[];
}

const STAGES = ['a', 'population', 'data', 'rule', 'rate'] as const;
type StageName = (typeof STAGES)[number];

/**
 * A person through the five stages.
 *
 * @throws NorsktilskuddError usage COMPARE_PERSON_UNKNOWN
 */
export function personSteps(stages: readonly Stage[], personId: number): PersonStep[] {
  let before = 0;
  const steps = stages.flatMap(({ facts, view }, number): PersonStep[] => {
    const stage = STAGES[number];
    const place = placeOf(facts.personIds, personId);
    const shares: PersonShare[] = [];
    if (place >= 0) {
      new PersonValuer(facts, view).value(place, (cell, recipient, days, amountNok) => {
        const code = payoutCode(componentOfCell(cell), yearNumberOfCell(cell), rateClassOfCell(cell));
        shares.push({ code, recipient: recipientText(recipient), days, amountNok });
      });
    }
    const amountNok = shares.reduce((sum, share) => sum + share.amountNok, 0);
    const changeNok = number === 0 ? 0 : amountNok - before;
    before = amountNok;
    return stage === undefined ? [] : [{ stage, stands: place >= 0, amountNok, changeNok, shares }];
  });
  if (steps.every(({ stands }) => !stands)) throw new NorsktilskuddError('usage', 'COMPARE_PERSON_UNKNOWN');
  return steps;
}

function placeOf(personIds: Float64Array, personId: number): number {
  let low = 0;
  let high = personIds.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (f64(personIds, middle) < personId) low = middle + 1;
    else high = middle;
  }
  return personIds[low] === personId ? low : -1;
}
