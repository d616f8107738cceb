import {
  type Component,
  type Day,
  type ErrorDetail,
  i32,
  NO_RECIPIENT,
  NorsktilskuddError,
  type Rate,
  type Term,
} from '../../domain';
import { shownCodes } from '../compare/shown-codes';
import type { FactShelf } from '../facts/fact-shelf';
import type { LeftOut } from '../facts/left-out';
import { type CaseDefaults, type LawChange, plainCase, type SizeCase } from '../facts/size-case';
import type { SizingTools } from '../facts/sizing-tools';
import { type NameOf, namesOfYear } from '../recipient-text';
import { lawSince } from './law-changes';
import { isComplete, pricedCases, stopWithName } from './price-cases';
import { type ScenarioAnswer, scenarioAnswer } from './scenario-answer';
import { scenarioCase } from './scenario-case';
import { readScenarioFile, type ScenarioFile } from './scenario-file';
import { type Grouping, type PricedCase, type ScenarioSide, SideCounter } from './scenario-side';
import { scenarioWarnings } from './scenario-warnings';
import { type SolvedRates, solveRates } from './solve-rates';

/** A scenario or sizing that answers are held against. */
export interface Baseline {
  readonly label: string;
  readonly grantYear: number;
  readonly asOf: Day;
  readonly sizeNok: number;
  /** What its law says otherwise than that of its year. */
  readonly law: readonly LawChange[];
}

/** One scenario worked out, beside what it is held against: the sizing at the law of the year where nothing else is named. */
export interface ScenarioResult {
  readonly name: string;
  readonly grantYear: number;
  readonly asOf: Day;
  /** T: kroner are what is due by then, of the baseline too; 4 is the whole year. */
  readonly term: Term;
  readonly sizeNok: number;
  readonly heldNok: number;
  /** False where `only` matches nothing: its sum says nothing. */
  readonly isShown: boolean;
  /** What its law says otherwise than that of the year; in a stack also what those before it have changed. */
  readonly law: readonly LawChange[];
  /** Rates files, words and filters that change nothing or something else than they seem to. */
  readonly warnings: readonly ErrorDetail[];
  /** undefined where the baseline lacks a rate. */
  readonly base: Baseline | undefined;
  readonly answer: ScenarioAnswer;
  readonly leftOut: LeftOut;
  readonly solved: SolvedRates | undefined;
  /** Names on the last day of the grant year. */
  readonly nameOf: NameOf;
  /** What it has worked out: register, law, rates and view. */
  readonly sizeCase: SizeCase;
  /** Rates of its year, and of that of its baseline, with what is known of each. */
  rates(): readonly Rate[];
}

/** How scenarios are held against each other and divided. */
export interface ScenarioOptions {
  /** A scenario file (absolute path) or a grant year, in the place of the law of the year. */
  readonly baseline?: string | number | undefined;
  /** Each scenario is laid on the one before. */
  readonly isStack?: boolean;
  readonly by?: Grouping | undefined;
  /** Component whose rates are to meet a sum. */
  readonly solve?: { readonly component: Component; readonly sumNok: number } | undefined;
}

/**
 * Works scenarios out. Nothing of it comes near a ledger.
 *
 * @throws NorsktilskuddError rule SCENARIO_RATES_MISSING naming the cells; as scenarioCase()
 */
export function executeScenarios(
  files: readonly ScenarioFile[],
  defaults: CaseDefaults,
  shelf: FactShelf,
  options: ScenarioOptions = {},
): ScenarioResult[] {
  refuseEqualNames(files);
  const { cases, bases } = casesOf(files, defaults, shelf, options);
  const solved = cases.map((one) => options.solve && solveRates(one, options.solve, shelf));
  const own = cases.map((one, index) => solved[index]?.size ?? one);
  const distinct = [...new Set(bases)];
  const all = pricedCases([...own, ...distinct], shelf);
  const basesPriced = new Map(distinct.map((base, index) => [base, all[own.length + index]]));
  const whole = new Set([...basesPriced.values()].filter((base) => base !== undefined && isComplete(base)));
  const counters = new Map<number, SideCounter>();
  const names = new Map<number, NameOf>();
  return own.flatMap((size, index) => {
    const [priced, base] = [all[index], basesPriced.get(bases[index] ?? size)];
    if (priced === undefined || base === undefined) return [];
    stopWithName(priced);
    const counter = counters.get(base.size.grantYear) ?? counterOf(size, base, options.by, shelf, defaults);
    counters.set(base.size.grantYear, counter);
    const baseSide = whole.has(base) ? counter.side(base) : undefined;
    return [resultOf(priced, base, { counter, baseSide, names, shelf, by: options.by, solved: solved[index]?.rates })];
  });
}

/**
 * The sizings of scenarios, each with what it is held against.
 *
 * @throws NorsktilskuddError as scenarioCase()
 */
export function scenarioPairs(
  files: readonly ScenarioFile[],
  { defaults, shelf }: Pick<SizingTools, 'defaults' | 'shelf'>,
  options: ScenarioOptions = {},
): { readonly base: SizeCase; readonly size: SizeCase }[] {
  const { cases, bases } = casesOf(files, defaults, shelf, options);
  return cases.map((one, index) => {
    const solved = options.solve && solveRates(one, options.solve, shelf);
    return { base: bases[index] ?? one, size: solved?.size ?? one };
  });
}

function counterOf(
  size: SizeCase,
  base: PricedCase,
  by: Grouping | undefined,
  shelf: FactShelf,
  { rules }: CaseDefaults,
): SideCounter {
  return new SideCounter(shelf, by, shownCodes(size, base.size, rules.places));
}

/** Cases of scenarios, and what each is held against. */
function casesOf(
  files: readonly ScenarioFile[],
  defaults: CaseDefaults,
  shelf: FactShelf,
  { baseline, isStack = false }: ScenarioOptions,
): { readonly cases: readonly SizeCase[]; readonly bases: readonly SizeCase[] } {
  const cases: SizeCase[] = [];
  const bases: SizeCase[] = [];
  const plain = new Map<string, SizeCase>();
  for (const file of files) {
    const before = isStack ? cases.at(-1) : undefined;
    const from = before === undefined ? defaults : laidOn(before, defaults);
    const one = scenarioCase(file, from, shelf);
    cases.push(before === undefined ? one : { ...one, law: lawSince(before.law, one.law) });
    bases.push(before === undefined ? againstWhat(one, baseline, defaults, shelf, plain) : atTermOf(one, before));
  }
  return { cases, bases };
}

/** What a scenario is held against is looked at at the scenario's term: a part of a year beside a whole one says nothing. */
function atTermOf({ term }: SizeCase, base: SizeCase): SizeCase {
  return term === base.term ? base : { ...base, term };
}

/** What a step of a stack starts from. Files of rates that a step before it has reckoned from have been used. */
function laidOn({ rules, excluded, ratesFiles, term }: SizeCase, defaults: CaseDefaults): CaseDefaults {
  const left = defaults.ratesFiles.filter((file) => ratesFiles.includes(file));
  return { ...defaults, rules, excluded, term, ratesFiles: left };
}

/** The case that a scenario is held against, one for all with the same register, year, day and view. */
function againstWhat(
  one: SizeCase,
  baseline: string | number | undefined,
  defaults: CaseDefaults,
  shelf: FactShelf,
  known: Map<string, SizeCase>,
): SizeCase {
  const { place, grantYear, asOf, term, filter } = one;
  const key = JSON.stringify([place, grantYear, asOf, term, filter]);
  const before = known.get(key);
  if (before !== undefined) return before;
  const from = { ...defaults, place, grantYear, asOf };
  const plain =
    typeof baseline === 'string'
      ? scenarioCase(readScenarioFile(baseline, '--baseline'), from, shelf)
      : typeof baseline === 'number'
        ? plainCase(String(baseline), { ...from, grantYear: baseline, asOf: defaults.asOf }, shelf)
        : plainCase(String(grantYear), from, shelf);
  const base = { ...plain, term, filter: { ...filter, recipients: codesOfBase(one, plain, defaults) } };
  known.set(key, base);
  return base;
}

/** Recipients of a view as the baseline's year knows them: all codes that have become them. */
function codesOfBase(one: SizeCase, base: SizeCase, { rules }: CaseDefaults): readonly number[] {
  const { recipients } = one.filter;
  if (recipients.length === 0 || one.grantYear === base.grantYear) return recipients;
  const codes = shownCodes(one, base, rules.places);
  const wanted = new Set(recipients.map((code) => i32(codes, code)));
  return rules.places.places.map(({ code }) => code).filter((code) => wanted.has(i32(codes, code)));
}

interface ResultParts {
  readonly counter: SideCounter;
  /** undefined where the baseline lacks a rate. */
  readonly baseSide: ScenarioSide | undefined;
  /** By year, for all scenarios: a thousand of them name the same recipients. */
  readonly names: Map<number, NameOf>;
  readonly shelf: FactShelf;
  readonly by: Grouping | undefined;
  readonly solved: SolvedRates | undefined;
}

function resultOf(
  priced: PricedCase,
  base: PricedCase,
  { counter, baseSide, names, shelf, by, solved }: ResultParts,
): ScenarioResult {
  const { size } = priced;
  const { label: name, grantYear, asOf, term } = size;
  const side = counter.side(priced, baseSide);
  const answer = scenarioAnswer({ size, side }, baseSide && { size: base.size, side: baseSide }, by);
  const leftOut = counter.leftOut(priced);
  const warnings = scenarioWarnings(priced, base, answer, { shelf, leftOut });
  const namesYear = Math.max(grantYear, base.size.grantYear);
  const nameOf = names.get(namesYear) ?? namesOfYear(size.rules.places, namesYear);
  names.set(namesYear, nameOf);
  return {
    ...{ name, grantYear, asOf, term, answer, nameOf, leftOut, solved, warnings },
    sizeNok: answer.total.amountNok,
    heldNok: answer.recipients.find(({ recipient }) => recipient === NO_RECIPIENT)?.amountNok ?? 0,
    isShown: answer.recipients.length > 0,
    law: size.law,
    sizeCase: size,
    rates: () =>
      [size, base.size].flatMap(({ rates, grantYear: year }) => rates.rates.filter((rate) => rate.grantYear === year)),
    base: baseSide && {
      label: base.size.label,
      grantYear: base.size.grantYear,
      asOf: base.size.asOf,
      law: base.size.law,
      sizeNok: answer.total.baseNok ?? 0,
    },
  };
}

function refuseEqualNames(files: readonly ScenarioFile[]): void {
  const names = new Set<string>();
  for (const { name, file } of files) {
    if (names.has(name)) throw new NorsktilskuddError('input', 'SCENARIO_NAME_TWICE', { name, file });
    names.add(name);
  }
}
