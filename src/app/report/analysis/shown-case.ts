import { type ErrorDetail, formatDay } from '../../../domain';
import { messageText } from '../../../messages';
import type { CaseShown, EffectShown, SideShown, Words } from '../../../report';
import type { Comparison } from '../../compare/execute-compare';
import type { SizeCase } from '../../facts/size-case';
import type { NameOf } from '../../recipient-text';
import { isFew } from '../held-persons';
import { type CaseCounts, type Crowds, caseCounts, EFFECT_NAMES } from './case-counts';
import { CaseRates } from './case-rates';
import { sharedRows } from './shared-groups';
import { cellPairs, changedRecipients, componentPairs } from './shown-pairs';
import { allReasons, sharedReasons } from './shown-reasons';

/** What a case is shown from. */
export interface CaseSource {
  readonly comparison: Comparison;
  readonly nameOf: NameOf;
}

/** A comparison as it may be shared, and whole. */
export interface ShownCase {
  readonly shared: CaseShown;
  readonly restricted: CaseShown;
}

/** Comparisons of one report; none tells of few by standing beside another. */
export function shownCases(sources: readonly CaseSource[]): ShownCase[] {
  const earlier: CaseCounts[] = [];
  return sources.map((source) => {
    const counts = caseCounts(source.comparison, earlier);
    earlier.push(counts);
    return { shared: caseFor(source, counts, true), restricted: caseFor(source, counts, false) };
  });
}

function caseFor({ comparison, nameOf }: CaseSource, counts: CaseCounts, isShared: boolean): CaseShown {
  const { a, b, total, persons } = comparison;
  const rates = isShared ? ratesOf(counts) : undefined;
  // A difference of few persons is none that is shared: only one side is.
  const isFewChanged =
    isShared &&
    counts.besides.some(({ side, changedOf }) => isFew(union(changedOf)) || isFew(Math.abs(side.persons - persons.b)));
  const side = (one: SizeCase, count: number, nok: number, isHidden: boolean): SideShown => ({
    label: one.label,
    grantYear: one.grantYear,
    term: one.term,
    asOf: formatDay(one.asOf),
    persons: isHidden || (isShared && isFew(count)) ? undefined : count,
    sizeNok: isHidden || (isShared && isFew(count)) ? undefined : nok,
    law: one.law,
  });
  const components = componentPairs(comparison, counts, rates);
  const shownEffects = isFewChanged ? [] : effects(comparison, counts, isShared);
  const shown = {
    effects: new Set(shownEffects.map(({ name }) => name)),
    components: new Set(components.map(({ component }) => component)),
  };
  return {
    a: side(a, persons.a, total.aNok, false),
    b: side(b, persons.b, total.bNok, isFewChanged),
    effects: shownEffects,
    reasons: isShared ? sharedReasons(comparison, counts, shown) : allReasons(comparison),
    components: isFewChanged ? [] : components,
    cells: isFewChanged ? [] : cellPairs(comparison, counts, rates, shown.components),
    recipients: changedRecipients(comparison, counts, nameOf, rates, shown.components),
    gaining: isFewChanged ? undefined : comparison.distribution.winners.count,
    losing: isFewChanged ? undefined : comparison.distribution.losers.count,
    warnings: comparison.warnings.map(wordsOf),
  };
}

/** Public rates of all sides that the report shows. */
function ratesOf({ a, b, besides }: CaseCounts): CaseRates {
  return new CaseRates([a, b, ...besides.slice(1).map(({ side }) => side)]);
}

function wordsOf({ code, params }: ErrorDetail): Words {
  return { nb: messageText(code, 'nb', params), en: messageText(code, 'en', params) };
}

function union(crowds: Crowds): number {
  return new Set([...crowds.values()].flatMap((persons) => [...persons])).size;
}

/** Four effects; those of few persons together. */
function effects({ total }: Comparison, { byEffect }: CaseCounts, isShared: boolean): EffectShown[] {
  const nok = { population: total.populationNok, data: total.dataNok, rule: total.ruleNok, rate: total.rateNok };
  const rows = EFFECT_NAMES.map((name): EffectShown => ({ name, amountNok: nok[name] }));
  if (!isShared) return rows;
  const crowded = EFFECT_NAMES.map((name) => ({
    row: { name, amountNok: nok[name] },
    crowds: [union(byEffect[name])],
  }));
  return sharedRows<EffectShown>(crowded, (joined) => ({
    name: 'various',
    amountNok: joined.reduce((sum, { amountNok }) => sum + amountNok, 0),
  }));
}
