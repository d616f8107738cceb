import { YearLimits } from '../../../rules';
import {
  addEffects,
  countedSlots,
  type Distribution,
  distinctPersons,
  distributionOf,
  type Effects,
  largestChanges,
  NO_EFFECTS,
  type PersonEffects,
  personEffects,
  type RecipientEffects,
  Repricer,
  recipientEffects,
  renamePersons,
  type SizeFilter,
  type SizeSide,
  type SizeSlot,
  type Stage,
  stagesBetween,
  stopIfMissing,
} from '../../analysis';
import { assert, componentOrdinal, type ErrorDetail, i32, NO_RECIPIENT } from '../../domain';
import { caseWarnings, pairWarnings } from '../facts/case-warnings';
import type { FactShelf } from '../facts/fact-shelf';
import { type LeftOut, leftOutOf, registerWarnings } from '../facts/left-out';
import type { SizeCase } from '../facts/size-case';
import type { SizingTools } from '../facts/sizing-tools';
import { sumOfEffects } from './component-effects';
import { type ProvisionStage, provisionStages } from './provisions';
import { shownCodes } from './shown-codes';
import { type Reasoned, whyOf } from './why';

/** Effects on one recipient over all components. */
export interface RecipientSum extends Effects {
  readonly recipient: number;
}

/** Two sizings beside each other. */
export interface Comparison {
  readonly a: SizeCase;
  readonly b: SizeCase;
  readonly stages: readonly Stage[];
  /** From the third stage to the fourth, provision by provision. */
  readonly provisions: readonly ProvisionStage[];
  /** RecipientCode to the one that it is shown in. */
  readonly codes: Int32Array;
  /** By recipient and component. */
  readonly rows: readonly RecipientEffects[];
  /** By recipient, in the order of the codes. */
  readonly recipients: readonly RecipientSum[];
  readonly total: Effects;
  /** Reasons, provisions and cells, adding up for every recipient; worked out when first asked for. */
  why(): Reasoned;
  /** The same difference with the effects taken in the other order: rate, rule, data, population. */
  otherOrder(): readonly RecipientEffects[];
  readonly leftOut: { readonly a: LeftOut; readonly b: LeftOut };
  /** Distinct persons of each side. */
  readonly persons: { readonly a: number; readonly b: number };
  /** Rates files of which no cell is used on a side, and filters. */
  readonly warnings: readonly ErrorDetail[];
  readonly distribution: Distribution;
  readonly winners: readonly { readonly recipient: number; readonly aNok: number; readonly bNok: number }[];
  readonly losers: readonly { readonly recipient: number; readonly aNok: number; readonly bNok: number }[];
  /** Effects on persons, in the order of their ids; made anew at each call. */
  personEffects(): Iterable<PersonEffects>;
}

/** Largest gains and losses that are reported. */
const REPORTED = 10;

/**
 * Compares two sizings by stages (EFFECTS.md beside the analysis).
 *
 * @throws NorsktilskuddError rule PARAMETERS_MISSING where a stage needs a rate that neither side has
 */
export function executeCompare(a: SizeCase, b: SizeCase, { shelf, defaults }: SizingTools): Comparison {
  const codes = shownCodes(a, b, defaults.rules.places);
  // What a side shows of itself is no law: both are seen through it.
  const filters = commonView(a, b, codes);
  const sideA = { ...sideOf(a, shelf.factsOf(a)), filter: filters };
  const sideB = { ...sideOf(b, shelf.factsOf(b)), filter: filters };
  const [sizedA, sizedB] = [sizedSide(a, sideA), sizedSide(b, sideB)];
  const bUnderA = shelf.factsOf({ ...b, rules: a.rules }, a.grantYear);
  const stages = stagesBetween(sideA, sideB, bUnderA, shelf.snapshot(b.place).identities, codes);
  for (const { facts, view } of stages.slice(1, -1)) {
    stopIfMissing(new Repricer(facts).missing(view.prices, view), a.rates);
  }
  const rows = recipientEffects(stages, codes);
  const recipients = sumByRecipient(rows);
  const [, , third, fourth] = stages;
  assert(third !== undefined && fourth !== undefined, 'a comparison has five stages');
  const provisions = provisionStages(a, b, third.view, fourth, shelf);
  const yearsPaid = new YearLimits(a.rules.limits, a.grantYear).whole('persontilskudd.years_paid', 1, 5);
  const places = recipients.filter(({ recipient }) => recipient !== NO_RECIPIENT);
  return {
    why: once(() => whyOf({ stages, provisions, codes, yearsPaid, rows })),
    otherOrder: once(() => otherOrder(sideA, sideB, { a, b, codes, shelf })),
    leftOut: {
      a: leftOutOf(shelf.snapshot(a.place), a.asOf, sideA.facts, a.excluded),
      b: leftOutOf(shelf.snapshot(b.place), b.asOf, sideB.facts, b.excluded),
    },
    persons: { a: sizedA.persons, b: sizedB.persons },
    a,
    b,
    stages,
    provisions,
    codes,
    rows,
    recipients,
    total: sumOfEffects(rows),
    warnings: [
      ...[...new Set([a, b].map(({ place }) => shelf.snapshot(place)))].flatMap(registerWarnings),
      ...pairWarnings(sizedA, sizedB),
      ...caseWarnings(shelf, [a.grantYear, b.grantYear]),
    ],
    distribution: distributionOf(places),
    winners: largestChanges(places, true, REPORTED),
    losers: largestChanges(places, false, REPORTED),
    personEffects: () => personEffects(stages),
  };
}

/**
 * A side with the rows of its sizing and its distinct persons.
 *
 * @throws NorsktilskuddError rule PARAMETERS_MISSING
 */
function sizedSide(
  size: SizeCase,
  side: SizeSide,
): { readonly size: SizeCase; readonly slots: readonly SizeSlot[]; readonly persons: number } {
  const repricer = new Repricer(side.facts);
  stopIfMissing(repricer.missing(side.prices, side), size.rates);
  const { slots } = repricer;
  const counted = countedSlots(slots, new Set(side.excluded.map(componentOrdinal)), side.filter);
  const [total] = distinctPersons(side.facts, slots, counted, [() => 0]);
  return { size, slots, persons: total?.get(0) ?? 0 };
}

/** From B back to A, with the signs turned: the effects as they are where rates are taken first and persons last. */
function otherOrder(
  sideA: SizeSide,
  sideB: SizeSide,
  {
    a,
    b,
    codes,
    shelf,
  }: { readonly a: SizeCase; readonly b: SizeCase; readonly codes: Int32Array; readonly shelf: FactShelf },
): RecipientEffects[] {
  const identities = shelf.snapshot(b.place).identities;
  const aUnderB = shelf.factsOf({ ...a, rules: b.rules }, b.grantYear);
  const known = { ...sideA, facts: renamePersons(sideA.facts, identities) };
  const stages = stagesBetween(sideB, known, renamePersons(aUnderB, identities), new Map(), codes);
  return recipientEffects(stages, codes).map(({ recipient, component, ...back }) => ({
    ...{ recipient, component, aNok: back.bNok, bNok: back.aNok },
    ...{ populationNok: -back.populationNok, dataNok: -back.dataNok },
    ...{ ruleNok: -back.ruleNok, rateNok: -back.rateNok },
  }));
}

/** What both sides show: the part that each shows, in all codes that are that of the later year. */
function commonView(a: SizeCase, b: SizeCase, codes: Int32Array): SizeFilter {
  const shown = [a, b]
    .map(({ filter }) => new Set(filter.recipients.map((code) => i32(codes, code))))
    .filter(({ size }) => size > 0);
  const recipients =
    shown.length === 0 ? [] : [...codes.keys()].filter((code) => shown.every((one) => one.has(i32(codes, code))));
  const classes = [a, b].map(({ filter }) => filter.rateClasses).filter((one) => one.length > 0);
  const [first = []] = classes;
  const rateClasses = first.filter((rateClass) => classes.every((one) => one.includes(rateClass)));
  return {
    recipients: shown.length > 0 && recipients.length === 0 ? [-1] : recipients,
    rateClasses: classes.length > 0 && rateClasses.length === 0 ? [-1] : rateClasses,
  };
}

function once<T>(work: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: work() };
    return known.value;
  };
}

function sideOf({ prices, basis, excluded, filter }: SizeCase, facts: SizeSide['facts']): SizeSide {
  return { facts, prices, basis, excluded, filter };
}

function sumByRecipient(rows: readonly RecipientEffects[]): RecipientSum[] {
  const sums = new Map<number, Effects>();
  for (const row of rows) sums.set(row.recipient, addEffects(sums.get(row.recipient) ?? NO_EFFECTS, row));
  return [...sums].map(([recipient, effects]) => ({ recipient, ...effects }));
}
