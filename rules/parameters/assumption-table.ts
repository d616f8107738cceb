import { type Assumption, type AssumptionTable, assert, NorsktilskuddError } from '../../src/domain';

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
