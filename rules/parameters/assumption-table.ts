import { type Assumption, type AssumptionTable, assert, type LimitTable, NorsktilskuddError } from '../../src/domain';
import { valueOfAssumption } from './limit-table';

/** Assumptions by id; values are checked against the alternatives that code can read. */
export function buildAssumptionTable(assumptions: readonly Assumption[]): AssumptionTable {
  const byId = new Map(assumptions.map((assumption) => [assumption.id, assumption]));
  for (const assumption of assumptions) {
    if (!assumption.alternatives.includes(assumption.value)) {
      throw new NorsktilskuddError('rule', 'ASSUMPTION_VALUE_UNKNOWN', {
        assumption: assumption.id,
        value: assumption.value,
        alternatives: assumption.alternatives.join(', '),
      });
    }
  }
  return {
    assumptions,
    value(id) {
      const assumption = byId.get(id);
      assert(assumption !== undefined, `assumption ${id} is not in the table`);
      return assumption.value;
    },
  };
}

/** Value of an assumption in assumptions.csv whose values are the rows of limits.csv that carry its number. */
const IN_LIMITS = 'limits';

/** Assumptions with the values of those that stand in the limits. */
export function assumptionsWithLimits(assumptions: readonly Assumption[], limits: LimitTable): Assumption[] {
  return assumptions.map((assumption) => {
    if (assumption.value !== IN_LIMITS) return assumption;
    const value = valueOfAssumption(limits, assumption.id);
    assert(value !== '', `no limit carries the assumption ${assumption.id}`);
    const others = assumption.alternatives.filter((word) => word !== IN_LIMITS && word !== value);
    return { ...assumption, value, alternatives: [value, ...others] };
  });
}

/** A table with one value changed, for scenarios (A10 by_months). */
export function withAssumption(table: AssumptionTable, id: string, value: string): AssumptionTable {
  return buildAssumptionTable(
    table.assumptions.map((assumption) =>
      assumption.id === id ? { ...assumption, value, status: 'scenario' as const } : assumption,
    ),
  );
}

/** Stops where an assumption has another value than the one, or one of those, that the calling code reads. */
export function expectAssumptions(
  table: AssumptionTable,
  expected: Readonly<Record<string, string | readonly string[]>>,
): void {
  for (const [id, values] of Object.entries(expected)) {
    const alternatives = typeof values === 'string' ? [values] : values;
    if (!alternatives.includes(table.value(id))) {
      throw new NorsktilskuddError('rule', 'ASSUMPTION_VALUE_UNKNOWN', {
        assumption: id,
        value: table.value(id),
        alternatives: alternatives.join(', '),
      });
    }
  }
}
