import type { RuleSet } from '../../rules';
import {
  asDay,
  asRecipientCode,
  at,
  type CaseAct,
  type CodeTranslation,
  componentOrdinal,
  type Finding,
  finding,
  formatRecipientCode,
  HELD,
  i32,
  lastDayOfYear,
  NO_PERSON,
  parseDay,
  type RunRequest,
  type Settlement,
} from '../domain';

/** What a difference is of. */
export interface DifferenceKey {
  readonly grantYear: number;
  /** componentOrdinal() */
  readonly component: number;
  /** NO_PERSON for none. */
  readonly personId: number;
}

/** A block in force: what of a key it says nothing of is 0, the component -1. */
interface Block {
  readonly act: CaseAct;
  readonly component: number;
  /** By the code in force on the last day of the grant year. */
  readonly basisRecipient: number;
  /** By the code in force on the cut-off date. */
  readonly recipient: number;
  differences: number;
  heldNok: number;
}

/**
 * Blocks of lines that hold in a run (rulebook 9a): positive differences under one are held, negative ones are posted. All
 * that a block names must fit; of several the one confirmed last is told of.
 */
export class Blocks {
  readonly #blocks: Block[];
  readonly #isLastTerm: boolean;

  constructor(cases: readonly CaseAct[], request: RunRequest, rules: RuleSet, cutOff: CodeTranslation) {
    this.#isLastTerm = request.term === 4;
    this.#blocks = cases
      .filter(
        (act, _, all) => act.kind === 'block' && !all.some((other) => replaces(other, act)) && holds(act, request),
      )
      .sort((a, b) => b.order - a.order)
      .map((act) => ({
        act,
        component: act.component === '' ? -1 : componentOrdinal(act.component),
        basisRecipient: act.basisRecipient === 0 ? 0 : basisOf(act, rules),
        recipient: act.recipient === 0 ? 0 : i32(cutOff.target, act.recipient),
        differences: 0,
        heldNok: 0,
      }));
  }

  /** Holds the positive differences of a settlement that a block names and that nothing else holds. */
  hold(key: DifferenceKey, settlement: Settlement): void {
    if (this.#blocks.length === 0) return;
    for (let place = 0; place < settlement.basisRecipients.length; place += 1) {
      const differenceNok = at(settlement.differenceNok, place);
      if (differenceNok <= 0 || at(settlement.differenceHeld, place) !== HELD.none) continue;
      const block = this.#of(key, at(settlement.basisRecipients, place), at(settlement.recipients, place));
      if (block === undefined) continue;
      settlement.differenceHeld[place] = HELD.blocked;
      block.differences += 1;
      block.heldNok += differenceNok;
    }
  }

  /** The act that blocks money to a recipient; undefined for none. */
  actOf(key: DifferenceKey, basisRecipient: number, recipient: number): CaseAct | undefined {
    return this.#of(key, basisRecipient, recipient)?.act;
  }

  /** What each block holds; in the last term each is an error, also where it holds nothing now. */
  findings(): Finding[] {
    return this.#blocks
      .filter(({ differences }) => differences > 0 || this.#isLastTerm)
      .map(({ act, differences, heldNok }) => {
        const { act: number, caseNumber, personId, recipient } = act;
        const isOfKommune = personId === NO_PERSON && recipient > 0;
        const place = isOfKommune ? { kommune: formatRecipientCode(asRecipientCode(recipient)) } : { personId };
        const params = { caseNumber, act: number, differences, heldNok, until: act.toDay };
        return finding(this.#isLastTerm ? 'error' : 'warning', 'CASE_BLOCK_HOLDS', place, params);
      });
  }

  #of({ grantYear, component, personId }: DifferenceKey, basis: number, recipient: number): Block | undefined {
    return this.#blocks.find(
      (block) =>
        fits(block.act.grantYear, grantYear) &&
        (block.component < 0 || block.component === component) &&
        fits(block.act.personId, personId) &&
        fits(block.basisRecipient, basis) &&
        fits(block.recipient, recipient),
    );
  }
}

/** Of two blocks of the same thing the one confirmed later holds, with its days. */
function replaces(other: CaseAct, act: CaseAct): boolean {
  const isSame = (['grantYear', 'component', 'personId', 'recipient', 'basisRecipient'] as const).every(
    (name) => other[name] === act[name],
  );
  return other.kind === 'block' && other.order > act.order && isSame;
}

/** What a block says nothing of fits all. */
function fits(said: number, is: number): boolean {
  return said === 0 || said === is;
}

/** It has begun on the day on which the extract was taken (D where that is unknown), and D is not past its last day. */
function holds({ fromDay, toDay }: CaseAct, { takenAt, asOf }: RunRequest): boolean {
  const [first, last] = [parseDay(fromDay), parseDay(toDay)];
  return first !== undefined && last !== undefined && first <= (takenAt ?? asOf) && last >= asOf;
}

/** The code in force on the last day of the act's grant year. */
function basisOf({ grantYear, basisRecipient }: CaseAct, { places }: RuleSet): number {
  return i32(places.translationTo(asDay(lastDayOfYear(grantYear))).target, basisRecipient);
}
