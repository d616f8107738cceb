import { createHash } from 'node:crypto';
import {
  type AssumptionTable,
  asDay,
  type Component,
  componentOfRate,
  type Dues,
  dayOf,
  type GrantYearContext,
  type LimitTable,
  Outcome,
  type PlaceRegister,
  RATE_CLASSES,
  RATE_KEYS,
  type Rate,
  type RegionTable,
  type RuleModule,
  traitsOf,
} from '../../src/domain';
import { type Calendar, grunntilskuddTermOf } from '../calendars';
import { grunntilskuddStepOf } from '../common/grunntilskudd-evaluate';
import { hourGrantNok } from '../common/hour-grant';
import { visiblePersonRow } from '../common/visible-rows';
import { buildRateTable } from '../parameters/rate-table';
import { probeBlock } from './probe-block';

/** Last year whose numbers of kommuner a probe reads: numbers that change later are added to the register, to no rule. */
const LAST_REGISTER_YEAR = 2026;

/** Registers that a probe reads; they have hashes of their own in the manifest. */
export interface ProbeRegisters {
  readonly places: PlaceRegister;
  readonly regions: RegionTable;
  readonly assumptions: AssumptionTable;
  readonly limits: LimitTable;
}

/**
 * Hash of what a module makes of the probe persons in a grant year, at two as-of dates. It covers the shared helpers that
 * the module calls, so that no change there can change old law unseen.
 */
export function moduleBehaviour(module: RuleModule, grantYear: number, registers: ProbeRegisters): string {
  const hash = createHash('sha256');
  for (const asOf of [dayOf(grantYear, 6, 30), dayOf(grantYear + 1, 3, 31)])
    hash.update(probeYear(module, grantYear, asOf, registers));
  if (module.dues) hash.update(probeDues(module.dues));
  return hash.digest('hex');
}

function probeYear(module: RuleModule, year: number, asOf: number, registers: ProbeRegisters): string {
  const context: GrantYearContext = {
    grantYear: year,
    firstDay: dayOf(year, 1, 1),
    lastDay: dayOf(year, 12, 31),
    asOf: asDay(asOf),
    translation: registers.places.translationTo(dayOf(Math.min(year, LAST_REGISTER_YEAR), 12, 31)),
    places: registers.places,
    regions: registers.regions,
    rates: buildRateTable([probeRates(module.component, year)]),
    assumptions: registers.assumptions,
    limits: registers.limits,
    lawYear: year,
  };
  const evaluate = module.prepare(context);
  const block = probeBlock(year);
  const outcome = new Outcome();
  const lines: string[] = [];
  for (let index = 0; index < block.personCount; index += 1) {
    const personRow = visiblePersonRow(block.persons, index, context.asOf);
    if (personRow < 0) continue;
    outcome.reset();
    evaluate({ block, index, personRow }, outcome);
    lines.push(describe(outcome));
  }
  return lines.join('\n');
}

/** What counts as behaviour, by name: a field that is added to outcomes later changes no lock. */
function describe(outcome: Outcome): string {
  return JSON.stringify([
    outcome.status,
    outcome.candidateRows,
    outcome.candidateFailures,
    outcome.anchorRow,
    outcome.chosenRow,
    outcome.decisionRow,
    outcome.yearNumber,
    outcome.rateClass,
    outcome.rateIndex,
    outcome.annualAmountNok,
    outcome.sharing,
    outcome.windowFrom,
    outcome.windowTo,
    outcome.daysWithoutRecipient,
    outcome.recipients,
    outcome.days,
    outcome.weights,
    outcome.stopped,
    outcome.separateAmountsNok,
    outcome.separateTerms,
    outcome.segmentFrom,
    outcome.segmentTo,
    outcome.segmentTable,
    outcome.segmentRow,
    outcome.segmentCode,
    outcome.dueDay,
    outcome.notes,
    outcome.assumptions,
  ]);
}

/** Highest code of the components with which the lock began. */
const FIRST_CODES = 7;

/**
 * A rate of its own for every cell, so that a wrong cell shows. Never a figure of any law. A component that came later is
 * unknown to the probes of those before it: its rates change no hash of theirs.
 */
function probeRates(component: Component, grantYear: number): Rate[] {
  const last = Math.max(FIRST_CODES, traitsOf(component).code);
  const keys = RATE_KEYS.filter((key) => {
    const { code, rates } = traitsOf(componentOfRate(key));
    return code <= last && rates.some((rate) => rate.key === key);
  });
  return keys.flatMap((key, keyIndex) =>
    RATE_CLASSES.map((rateClass, classIndex) => ({
      key,
      grantYear,
      rateClass,
      valueNok: 10_007 + keyIndex * 1_013 + classIndex * 101,
      status: 'illustrative' as const,
      source: 'probe',
      note: '',
      file: 'probe',
      line: 1,
    })),
  );
}

/** What the own dues of a rule are, for every year number, quarter and term. */
function probeDues(dues: Dues): string {
  return combinations()
    .map(([yearNumber, quarter, term]) => {
      const first = dues.firstTerm(yearNumber, quarter);
      return `${yearNumber} ${quarter} ${term} ${first} ${dues.cumulativeDue(40_003, first, term)}`;
    })
    .join('\n');
}

/** Hash of what a calendar makes of amounts, terms and components in a grant year. */
export function calendarBehaviour(calendar: Calendar, grantYear: number, limits: LimitTable): string {
  const hash = createHash('sha256');
  for (const component of ['persontilskudd', 'persontilskudd37d', 'asylnorsk', 'utvidet43g'] as const) {
    for (const [yearNumber, quarter, term] of combinations()) {
      const first = calendar.firstTerm(component, yearNumber, quarter);
      const due = calendar.cumulativeDue(component, 40_003, first, term);
      hash.update(`${grantYear} ${component} ${yearNumber} ${quarter} ${term} ${first} ${due}\n`);
    }
  }
  return hash.update(`${grantYear} ${dueTermOf(grantYear, limits)}\n`).digest('hex');
}

/** The year of the hour grant has no grunntilskudd; the lock had the term of the calendar there. */
function dueTermOf(grantYear: number, limits: LimitTable): number {
  return limits.find('grunntilskudd.due_term', grantYear) < 0 ? 3 : grunntilskuddTermOf(grantYear, limits);
}

function combinations(): [number, number, number][] {
  const terms = [1, 2, 3, 4];
  return [0, 1, 2, 3].flatMap((yearNumber) =>
    terms.flatMap((quarter) => terms.map((term): [number, number, number] => [yearNumber, quarter, term])),
  );
}

/** Hash of the steps of grunntilskudd and of the hour grant's rounding in a grant year. */
export function amountsBehaviour(grantYear: number, limits: LimitTable): string {
  const grunntilskuddStep = grunntilskuddStepOf(grantYear, limits);
  const hash = createHash('sha256').update(`${grantYear} `);
  for (let persons = 0; persons <= 160; persons += 1) hash.update(`${grunntilskuddStep(persons)} `);
  for (let hundredths = 0; hundredths < 400; hundredths += 7)
    hash.update(`${hourGrantNok(hundredths, 413, hundredths * 3 + 1, 22)} `);
  return hash.digest('hex');
}
