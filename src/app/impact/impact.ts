import { otherValues, type RuleSet, rulesOf, withChoice, withLimits } from '../../../rules';
import {
  countedSlots,
  type Impact,
  impactOf,
  NO_FILTER,
  type OtherAnswer,
  type RecipientTotal,
  Repricer,
  recipientTotals,
  stopIfMissing,
} from '../../analysis';
import { componentOrdinal, type ErrorDetail, type LimitKey, rateCell } from '../../domain';
import type { AnalysisHead } from '../analysis/analysis-head';
import { caseWarnings } from '../facts/case-warnings';
import { type LeftOut, leftOutOf, registerWarnings } from '../facts/left-out';
import { basisOf, plainCase } from '../facts/size-case';
import type { SizingTools } from '../facts/sizing-tools';
import { type NameOf, namesOfYear } from '../recipient-text';

/** What another answer moves, and whether it judges anybody otherwise. */
export interface AnsweredImpact extends Impact {
  /** No kroner move, and every recipient has the same persons, days and rates: nobody in the register lies between the two answers. */
  readonly judgedAlike: boolean;
}

/** What every other answer to an open question would move. */
export interface ImpactReport {
  readonly head: Pick<AnalysisHead, 'grantYear' | 'asOf' | 'snapshot'>;
  readonly impacts: readonly AnsweredImpact[];
  /** Limits of the year of which no other value can move the size of a whole year. */
  readonly unmoved: readonly LimitKey[];
  /** Questions that have no other answer that can be worked out. */
  readonly without: readonly string[];
  readonly leftOut: LeftOut;
  readonly nameOf: NameOf;
  /** What the register says of itself, and what cases or the question do to the answer. */
  readonly warnings: readonly ErrorDetail[];
}

/** What every other answer to an open question would move: of assumptions, and of the limits of the law. */
export function impactReport({ defaults, shelf }: SizingTools): ImpactReport {
  const { rules } = defaults;
  const size = plainCase('impact', defaults, shelf);
  const { grantYear } = size;
  const sizeUnder = (law: RuleSet): SizeUnder => {
    const repricer = new Repricer(shelf.facts(size.place, grantYear, size.asOf, law));
    const missing = repricer.missing(size.prices, size);
    if (law === rules) stopIfMissing(missing, rules.rates);
    const { slots } = repricer;
    const amounts = repricer.amounts(size.prices, basisOf(law, grantYear), new Float64Array(slots.length));
    const counted = countedSlots(slots, new Set(size.excluded.map(componentOrdinal)), NO_FILTER);
    return {
      totals: recipientTotals(slots, amounts, counted),
      rows: JSON.stringify(slots.filter((_, place) => counted[place])),
      missing: missing.map((each) => rateCell(each.key, each.grantYear, each.rateClass)),
    };
  };
  const now = sizeUnder(rules);
  const impacts = [...assumedAnswers(rules), ...limitAnswers(rules, grantYear)].map(({ law, ...answer }) => {
    const { totals, rows, missing } = sizeUnder(law);
    const impact = impactOf(answer, now.totals, totals, missing);
    return { ...impact, judgedAlike: missing.length === 0 && impact.recipients.length === 0 && rows === now.rows };
  });
  const tried = new Set(impacts.map(({ limit }) => limit));
  const asked = new Set(impacts.map(({ assumption }) => assumption));
  const { assumptions } = rules.assumptions;
  const snapshot = shelf.snapshot(size.place);
  return {
    head: { grantYear, asOf: size.asOf, snapshot: snapshot.snapshotId },
    impacts,
    unmoved: keysOf(rules, grantYear).filter((key) => !tried.has(key)),
    without: assumptions.filter(({ id }) => !asked.has(id)).map(({ id }) => id),
    leftOut: leftOutOf(snapshot, size.asOf, shelf.facts(size.place, grantYear, size.asOf, rules), size.excluded),
    nameOf: namesOfYear(rules.places, grantYear),
    warnings: [...registerWarnings(snapshot), ...caseWarnings(shelf, [grantYear])],
  };
}

interface SizeUnder {
  readonly totals: RecipientTotal[];
  /** Rows of the sizing as a text, to be compared. */
  readonly rows: string;
  readonly missing: readonly string[];
}

type Tried = OtherAnswer & { readonly law: RuleSet };

function assumedAnswers(rules: RuleSet): Tried[] {
  return rules.assumptions.assumptions.flatMap(({ id, value, alternatives }) =>
    alternatives
      .filter((alternative) => alternative !== value)
      .map((alternative): Tried => {
        const limit = rules.limits.limits.find(({ assumption }) => assumption === id)?.key ?? '';
        return { assumption: id, limit, value, alternative, law: withChoice(rules, id, alternative) };
      }),
  );
}

/** Limits that stand for an assumption with words of its own are asked there. */
function limitAnswers(rules: RuleSet, grantYear: number): Tried[] {
  const asked = new Set(assumedAnswers(rules).map(({ limit }) => limit));
  return keysOf(rules, grantYear)
    .filter((key) => !asked.has(key))
    .flatMap((key) => {
      const held = rules.limits.limits[rules.limits.find(key, grantYear)];
      if (!held) return [];
      const { value, assumption } = held;
      return otherValues(key, grantYear)
        .filter((alternative) => alternative !== value)
        .map((alternative) => {
          const law = withLimits(rules, grantYear, { [key]: alternative });
          return { assumption, limit: key, value, alternative, law };
        });
    });
}

/** Limits of the year that a rule of the year reads, or that fall due by it. */
function keysOf(rules: RuleSet, grantYear: number): readonly LimitKey[] {
  const read = new Set(rulesOf(grantYear).flatMap(({ limits }) => limits));
  return rules.limits.limits
    .filter(({ key }, place) => rules.limits.find(key, grantYear) === place)
    .map(({ key }) => key)
    .filter((key) => read.has(key) || !rulesOwn(key));
}

/** Limits that belong to one component are asked only where the component exists. */
function rulesOwn(key: LimitKey): boolean {
  return !/^(terms|hours|starters)\./.test(key);
}
