import { applyChanges, type Change } from '../../../src/analysis/counterfactual/change';
import { Trial } from '../../../src/analysis/counterfactual/trial';
import {
  blockOfFacts,
  type Component,
  componentOrdinal,
  dayOf,
  knownDay,
  NO_TRACE,
  type PersonFacts,
  RATE_CLASSES,
  RATE_KEYS,
  type Rate,
  type RegisterSource,
} from '../../../src/domain';
import { calculate } from '../../../src/engine';
import { shippedRules } from '../../support/shipped';
import { NOTHING_POSTED } from '../support/posted';

const YEARS = [2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026];
const RATES: readonly Rate[] = YEARS.flatMap((grantYear) =>
  RATE_KEYS.flatMap((key) =>
    RATE_CLASSES.map((rateClass) => ({
      key,
      grantYear,
      rateClass,
      valueNok: 10_000,
      status: 'illustrative' as const,
      source: 'test',
      note: '',
      file: 'rates.csv',
      line: 2,
    })),
  ),
);

export const rules = shippedRules(RATES);
export const request = { grantYear: 2023, term: 4 as const, asOf: knownDay('2023-12-31'), excluded: [] };

/** A question about a grant year in the run at the end of a year, its own where no other is given. */
export function trialOf(component: Component, grantYear = 2023, runYear = grantYear): Trial {
  const asOf = dayOf(runYear, 12, 31);
  return new Trial({ request: { ...request, grantYear: runYear, asOf }, rules, component, grantYear });
}

/** Whether a whole run over a register of this one person pays the component, or counts the person. */
export function paysInRun(component: Component, facts: PersonFacts, changes: readonly Change[] = []): boolean {
  const register = registerOf(applyChanges(facts, changes));
  const result = calculate({ request, rules, register, posted: NOTHING_POSTED, trace: NO_TRACE });
  if (component === 'grunntilskudd') return result.sizing.some((row) => row.component === component);
  let paidNok = 0;
  for (const line of result.lines) if (line.component === componentOrdinal(component)) paidNok += line.amountNok;
  return paidNok > 0;
}

function registerOf(facts: PersonFacts): RegisterSource {
  const block = blockOfFacts(facts);
  return {
    personCount: 1,
    blocks: () => [block],
    teachingHours: {
      line: new Uint32Array(),
      registeredOn: new Int32Array(),
      kommune: new Int32Array(),
      month: new Int32Array(),
      hoursHundredths: new Float64Array(),
    },
    costBase: {
      line: new Uint32Array(),
      kommune: new Int32Array(),
      year: new Int32Array(),
      costNok: new Float64Array(),
    },
    identities: new Map(),
    rejectedWithoutRow: new Set(),
    fileNames: {},
  };
}
