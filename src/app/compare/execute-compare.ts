import {
  addEffects,
  type Distribution,
  distributionOf,
  type Effects,
  largestChanges,
  NO_EFFECTS,
  type PersonEffects,
  personEffects,
  type RecipientEffects,
  Repricer,
  recipientEffects,
  type SizeSide,
  type Stage,
  stagesBetween,
  stopIfMissing,
} from '../../analysis';
import type { ErrorDetail } from '../../domain';
import { pairWarnings } from '../facts/case-warnings';
import type { SizeCase } from '../facts/size-case';
import type { SizingTools } from '../facts/sizing-tools';
import { snapshotWarnings } from '../register/snapshot-warnings';
import { shownCodes } from './shown-codes';

/** Effects on one recipient over all components. */
export interface RecipientSum extends Effects {
  readonly recipient: number;
}

/** Two sizings beside each other. */
export interface Comparison {
  readonly a: SizeCase;
  readonly b: SizeCase;
  readonly stages: readonly Stage[];
  /** By recipient and component. */
  readonly rows: readonly RecipientEffects[];
  /** By recipient, in the order of the codes. */
  readonly recipients: readonly RecipientSum[];
  readonly total: Effects;
  /** Rates files of which no cell is used on a side, and filters. */
  readonly warnings: readonly ErrorDetail[];
  readonly distribution: Distribution;
  readonly winners: readonly { readonly recipient: number; readonly aNok: number; readonly bNok: number }[];
  readonly losers: readonly { readonly recipient: number; readonly aNok: number; readonly bNok: number }[];
  /** Effects on persons, in the order of their ids; made anew at each call. */
  persons(): Iterable<PersonEffects>;
}

/** Largest gains and losses that are reported. */
const REPORTED = 10;

/**
 * Compares two sizings by stages (EFFECTS.md beside the analysis).
 *
 * @throws NorsktilskuddError rule PARAMETERS_MISSING where a stage needs a rate that neither side has
 */
export function executeCompare(a: SizeCase, b: SizeCase, { shelf, defaults }: SizingTools): Comparison {
  const sideA = sideOf(a, shelf.facts(a.place, a.grantYear, a.asOf, a.rules));
  const sideB = sideOf(b, shelf.facts(b.place, b.grantYear, b.asOf, b.rules));
  for (const [one, side] of [
    [a, sideA],
    [b, sideB],
  ] as const) {
    stopIfMissing(new Repricer(side.facts).missing(side.prices, side), one.rates);
  }
  const bUnderA = shelf.facts(b.place, b.grantYear, b.asOf, a.rules, a.grantYear);
  const codes = shownCodes(a, b, defaults.rules.places);
  const stages = stagesBetween(sideA, sideB, bUnderA, shelf.snapshot(b.place).identities, codes);
  for (const { facts, view } of stages.slice(1, -1)) {
    stopIfMissing(new Repricer(facts).missing(view.prices, view), a.rates);
  }
  const rows = recipientEffects(stages, codes);
  const recipients = sumByRecipient(rows);
  return {
    a,
    b,
    stages,
    rows,
    recipients,
    total: rows.reduce<Effects>(addEffects, NO_EFFECTS),
    warnings: [
      ...[...new Set([a, b].map(({ place }) => shelf.snapshot(place)))].flatMap(snapshotWarnings),
      ...pairWarnings(
        { size: a, slots: new Repricer(sideA.facts).slots },
        { size: b, slots: new Repricer(sideB.facts).slots },
      ),
    ],
    distribution: distributionOf(recipients),
    winners: largestChanges(recipients, true, REPORTED),
    losers: largestChanges(recipients, false, REPORTED),
    persons: () => personEffects(stages),
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
