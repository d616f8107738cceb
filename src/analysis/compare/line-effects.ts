import {
  COMPONENTS,
  COUNT_COMPONENT,
  type Component,
  componentOrdinal,
  f64,
  i32,
  isCounted,
  NO_PERSON,
  NO_RECIPIENT,
} from '../../domain';
import { isCountedCell, ordinalOfCell } from '../facts/cell-key';
import type { DueTerm } from '../facts/due-term';
import { Repricer } from '../facts/reprice';
import { PersonValuer } from './person-amounts';
import type { Stage } from './size-side';

/** A line of a run, as far as a comparison looks at it. */
export interface ComparedLine {
  readonly component: Component;
  /** NO_PERSON for none. */
  readonly personId: number;
  /** RecipientCode */
  readonly recipient: number;
  readonly amountNok: number;
}

/** Difference of two runs' lines; a + the five = b. */
export interface LineEffects {
  readonly aNok: number;
  readonly populationNok: number;
  readonly dataNok: number;
  readonly ruleNok: number;
  readonly rateNok: number;
  /** The rest: earlier postings, arrears of the year before, what is held, another term. */
  readonly settledNok: number;
  readonly bNok: number;
}

/** Where an amount stands. */
interface Place {
  readonly recipient: number;
  readonly component: Component;
  readonly personId: number;
}

/** Effects on one recipient, component and person. */
export type LineEffectsRow = Place & LineEffects;

/** Five stages of what is due, then the lines of A and of B. */
const AMOUNTS = 7;

/**
 * Lines of two runs per recipient, component and person, with the effects of what is due at B's term at each stage. What
 * is held is no line and left out.
 *
 * @param due calendars by stage at B's term
 * @param codes RecipientCode to the one that the comparison is shown in
 */
export function lineEffects(
  stages: readonly Stage[],
  due: readonly DueTerm[],
  lines: readonly [a: Iterable<ComparedLine>, b: Iterable<ComparedLine>],
  codes: Int32Array,
): LineEffectsRow[] {
  const ledger = new AmountsByPlace(codes);
  for (const [number, side] of lines.entries()) {
    for (const line of side) ledger.add(line, 5 + number, line.amountNok);
  }
  const counted = ledger.has(COUNT_COMPONENT);
  for (const [number, stage] of stages.entries()) {
    const term = due[number];
    if (term !== undefined) addStage(stage, term, number, ledger, counted);
  }
  return ledger.rows();
}

function addStage(stage: Stage, due: DueTerm, number: number, ledger: AmountsByPlace, counted: boolean): void {
  const { facts, view } = stage;
  const valuer = new PersonValuer(facts, view, due);
  for (let index = 0; index < facts.personIds.length; index += 1) {
    const personId = f64(facts.personIds, index);
    valuer.value(index, (cell, recipient, _days, amountNok) => {
      const component = COMPONENTS[ordinalOfCell(cell)];
      if (component !== undefined && recipient !== NO_RECIPIENT)
        ledger.add({ component, recipient, personId }, number, amountNok);
    });
  }
  if (counted && due.term >= due.grunntilskuddTerm) addCounts(stage, number, ledger);
}

/** Grunntilskudd counts where either run has lines of it: else it was settled before and is no matter of these runs. */
function addCounts({ facts, view }: Stage, number: number, ledger: AmountsByPlace): void {
  if (view.excluded.some(isCounted)) return;
  const repricer = new Repricer(facts);
  const amountNok = repricer.amounts(view.prices, view.basis, new Float64Array(repricer.slots.length));
  for (const [place, { recipient, cell }] of repricer.slots.entries()) {
    if (!isCountedCell(cell)) continue;
    ledger.add({ component: COUNT_COMPONENT, recipient, personId: NO_PERSON }, number, f64(amountNok, place));
  }
}

class AmountsByPlace {
  readonly #codes: Int32Array;
  readonly #amounts = new Map<string, { place: Place; amounts: Float64Array }>();
  readonly #components = new Set<Component>();

  constructor(codes: Int32Array) {
    this.#codes = codes;
  }

  add({ component, personId, recipient: code }: Place, number: number, amountNok: number): void {
    if (amountNok === 0) return;
    const recipient = i32(this.#codes, code);
    const key = `${recipient} ${component} ${personId}`;
    const place = { recipient, component, personId };
    const known = this.#amounts.get(key) ?? { place, amounts: new Float64Array(AMOUNTS) };
    known.amounts[number] = f64(known.amounts, number) + amountNok;
    this.#amounts.set(key, known);
    if (number >= 5) this.#components.add(component);
  }

  /** True where a line of that component has been added. */
  has(component: Component): boolean {
    return this.#components.has(component);
  }

  /** Ascending by recipient, component, person. */
  rows(): LineEffectsRow[] {
    const order = (one: Place, other: Place): number =>
      one.recipient - other.recipient ||
      componentOrdinal(one.component) - componentOrdinal(other.component) ||
      one.personId - other.personId;
    return [...this.#amounts.values()]
      .sort((one, other) => order(one.place, other.place))
      .map(({ place, amounts }) => ({ ...place, ...effectsOfLines([...amounts]) }));
  }
}

function effectsOfLines(amounts: readonly number[]): LineEffects {
  const [s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, aNok = 0, bNok = 0] = amounts;
  const effects = { populationNok: s1 - s0, dataNok: s2 - s1, ruleNok: s3 - s2, rateNok: s4 - s3 };
  return { aNok, ...effects, settledNok: bNok - aNok - (s4 - s0), bNok };
}
