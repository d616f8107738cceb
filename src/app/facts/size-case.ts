import { type RuleSet, YearLimits } from '../../../rules';
import { NO_FILTER, type PriceList, priceListOf, type SizeFilter, type SplitBasis } from '../../analysis';
import {
  type Component,
  type Day,
  type ErrorDetail,
  NorsktilskuddError,
  type RateTable,
  type Term,
} from '../../domain';
import type { RatesFile } from '../rates/rates-warnings';
import type { RegisterPlace } from '../register/open-place';
import type { FactShelf } from './fact-shelf';

/** A rate, limit or choice with another value than the law of the year has. */
export interface LawChange {
  /** Key of a limit, cell of a rate, `region/SYR`, number of an assumption, `exclude`. */
  readonly what: string;
  /** Empty where there was none. */
  readonly from: string;
  readonly to: string;
}

/** One sizing to work out: which register, year and day, at which rates, what is left out and what is looked at. */
export interface SizeCase {
  readonly label: string;
  readonly place: RegisterPlace;
  readonly grantYear: number;
  readonly asOf: Day;
  /** T: what is due by then is looked at; 4 is the whole year (rulebook 8.4). */
  readonly term: Term;
  readonly rates: RateTable;
  readonly prices: PriceList;
  readonly basis: SplitBasis;
  /** The law, with the limits of the case. */
  readonly rules: RuleSet;
  readonly excluded: readonly Component[];
  readonly filter: SizeFilter;
  /** Rates files that it was given. */
  readonly ratesFiles: readonly RatesFile[];
  /** What its law says otherwise than the law of the year, in the order of the names; none where it says nothing otherwise. */
  readonly law: readonly LawChange[];
  /** A scenario that names limits, choices or regions, be it with the value that the law has. */
  readonly asksOfLaw?: boolean;
  /** What of its filter shows nothing, or something else than it seems to. */
  readonly warnings: readonly ErrorDetail[];
  /** Folder of the run that the case comes from, where it is one. */
  readonly folder?: string;
}

/** What a case takes where it does not say itself. */
export interface CaseDefaults {
  readonly place: RegisterPlace | undefined;
  readonly grantYear: number | undefined;
  readonly asOf: Day | undefined;
  /** Left out: 4. */
  readonly term?: Term | undefined;
  readonly excluded: readonly Component[];
  readonly rules: RuleSet;
  readonly ratesFiles: readonly RatesFile[];
}

/** A case without anything of its own: an extract and year at the rates of the rules. */
export function plainCase(label: string, defaults: CaseDefaults, shelf: FactShelf): SizeCase {
  const { place, grantYear, rules, excluded, ratesFiles } = defaults;
  if (place === undefined) throw new NorsktilskuddError('usage', 'REGISTER_NOT_GIVEN', { side: label });
  if (grantYear === undefined) throw new NorsktilskuddError('usage', 'YEAR_NOT_GIVEN', { side: label });
  return {
    label,
    place,
    grantYear,
    asOf: shelf.asOf(place, grantYear, defaults.asOf),
    term: defaults.term ?? 4,
    rates: rules.rates,
    prices: priceListOf(rules.rates, grantYear),
    basis: basisOf(rules, grantYear),
    rules,
    excluded,
    filter: NO_FILTER,
    ratesFiles,
    law: [],
    warnings: [],
  };
}

/** The split of the law as the facts know it; its two values are all that code can read (rulebook 4). */
export function basisOf(rules: RuleSet, grantYear: number): SplitBasis {
  return new YearLimits(rules.limits, grantYear).oneOf('split.unit', ['by_days', 'by_months']);
}
