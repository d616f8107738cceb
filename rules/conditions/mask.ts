import {
  at,
  type BoundCondition,
  type Condition,
  type GrantYearContext,
  type LimitKey,
  type Outcome,
  type PersonView,
  type Reading,
  type RuleModule,
} from '../../src/domain';

/** Mask of the conditions that a row fails: bit `1 << place` for the condition at that place. */
export type FailuresOf = (person: PersonView, row: number, outcome: Outcome) => number;

/** Binds the conditions of a rule to a grant year. */
export function prepareMask(conditions: readonly Condition[], context: GrantYearContext): FailuresOf {
  const bound = conditions.map((condition) => condition.bind(context));
  return bound.length <= MOST ? unrolled(bound) : looped(bound);
}

const MOST = 8;
const MET: Pick<BoundCondition, 'isMet'> = { isMet: () => true };

/** Without a loop, since every row of the register comes here. */
function unrolled(bound: readonly Pick<BoundCondition, 'isMet'>[]): FailuresOf {
  const [a, b, c, d, e, f, g, h] = Array.from({ length: MOST }, (_, place) => (bound[place] ?? MET).isMet);
  if (!a || !b || !c || !d || !e || !f || !g || !h) return looped(bound);
  return (person, row, outcome) =>
    (a(person, row, outcome) ? 0 : 1) |
    (b(person, row, outcome) ? 0 : 2) |
    (c(person, row, outcome) ? 0 : 4) |
    (d(person, row, outcome) ? 0 : 8) |
    (e(person, row, outcome) ? 0 : 16) |
    (f(person, row, outcome) ? 0 : 32) |
    (g(person, row, outcome) ? 0 : 64) |
    (h(person, row, outcome) ? 0 : 128);
}

function looped(bound: readonly Pick<BoundCondition, 'isMet'>[]): FailuresOf {
  return (person, row, outcome) => {
    let failures = 0;
    for (let place = 0; place < bound.length; place += 1) {
      if (!at(bound, place).isMet(person, row, outcome)) failures |= 1 << place;
    }
    return failures;
  };
}

/** Bits of the conditions that say for which rows and years a component is at all. */
export function scopeMask(conditions: readonly Condition[]): number {
  return conditions.reduce((mask, { isScope }, place) => mask | (isScope ? 1 << place : 0), 0);
}

/** The condition that asks for a decision; undefined where none does. */
export function decisionConditionOf({ conditions }: Pick<RuleModule, 'conditions'>): Condition | undefined {
  return conditions.find(({ decisionKind }) => decisionKind !== undefined);
}

/** Bit of the condition of that id. */
export function bitOf(conditions: readonly Condition[], id: string): number {
  return 1 << conditions.findIndex((condition) => condition.id === id);
}

/** Everything by which a rule decides: its rows, its conditions, and what else it reads. */
export function readingsOf({
  rows,
  conditions,
  readings,
}: Pick<RuleModule, 'rows' | 'conditions' | 'readings'>): readonly Reading[] {
  return [...(rows ? [rows] : []), ...conditions, ...readings];
}

/** Limits that conditions and other readings read, each once, in the order of their names. */
export function limitsRead(readings: readonly Reading[]): LimitKey[] {
  return [...new Set(readings.flatMap(({ limits }) => limits))].sort();
}
