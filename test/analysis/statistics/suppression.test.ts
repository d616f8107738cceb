import fc from 'fast-check';
import type { RawStatistics } from '../../../src/analysis/statistics/collect-statistics';
import { CountTable } from '../../../src/analysis/statistics/count-table';
import { hideRows, publishStatistics } from '../../../src/analysis/statistics/publish-statistics';

import type { PublishedTable } from '../../../src/analysis/statistics/publish-table';
import { suppressCells } from '../../../src/analysis/statistics/suppress-cells';
import { canBeBetween, canBeOtherwise, determined, puzzleOf } from './attack';

interface Person {
  readonly kommune: number;
  readonly sex: number;
  readonly ageGroup: number;
  readonly law: number;
  readonly start: number;
}

function rawOf(persons: readonly Person[]): RawStatistics {
  const participants = { bySex: new CountTable(3), byAgeGroup: new CountTable(6), byLaw: new CountTable(3) };
  const starters = {
    byStart: new CountTable(2),
    sexByStart: new CountTable(3),
    ageGroupByStart: new CountTable(6),
    lawByStart: new CountTable(3),
  };
  // Kommuner of nobody have rows, too.
  for (const table of [...Object.values(participants), starters.byStart]) {
    for (let kommune = 0; kommune < 6; kommune += 1) table.ensure(kommune);
  }
  for (const { kommune, sex, ageGroup, law, start } of persons) {
    participants.bySex.add(kommune, sex, 100);
    participants.byAgeGroup.add(kommune, ageGroup, 100);
    participants.byLaw.add(kommune, law, 100);
    starters.byStart.add(kommune, start, 0);
    starters.sexByStart.add(start, sex, 0);
    starters.ageGroupByStart.add(start, ageGroup, 0);
    starters.lawByStart.add(start, law, 0);
  }
  return { participants, starters };
}

/** Persons who crowd in some kommuner and are few in others, as they are. */
const crowd = (personsMax: number, kommuner: number) =>
  fc.array(
    fc.record({
      kommune: fc.tuple(fc.nat(kommuner - 1), fc.nat(kommuner - 1)).map(([a, b]) => Math.min(a, b)),
      sex: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(1, 2) }, { weight: 1, arbitrary: fc.constant(0) }),
      ageGroup: fc.nat(5),
      law: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(2) }),
      start: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constant(1) }),
    }),
    { maxLength: personsMax },
  );

const MEASURES = ['participants', 'starters'] as const;

/** Tables of one measure with kommuner as rows, and those with start as rows. */
function groupsOf(persons: readonly Person[], threshold: number): Record<string, PublishedTable>[] {
  const published = publishStatistics(rawOf(persons), threshold);
  return MEASURES.flatMap((measure) =>
    (['kommune', 'start'] as const).map((rowDimension) =>
      Object.fromEntries(
        published.flatMap(({ table, ...names }) =>
          table !== undefined && names.measure === measure && names.rowDimension === rowDimension
            ? [[names.columnDimension, table]]
            : [],
        ),
      ),
    ),
  );
}

function truthOf(persons: readonly Person[], rows: 'kommune' | 'start'): Map<string, number> {
  const truth = new Map<string, number>();
  const add = (name: string): void => void truth.set(name, (truth.get(name) ?? 0) + 1);
  for (const person of persons) {
    add(`total ${person[rows]}`);
    for (const [column, value] of [
      ['sex', person.sex],
      ['age_group', person.ageGroup],
      ['law', person.law],
      ['start', person.start],
    ] as const) {
      add(`${column} ${person[rows]} ${value}`);
      add(`${column} total ${value}`);
    }
  }
  return truth;
}

describe('what is not shown', () => {
  test('cannot be worked out from the sums of all tables together', () => {
    fc.assert(
      fc.property(crowd(220, 9), fc.integer({ min: 3, max: 6 }), (persons, threshold) => {
        for (const tables of groupsOf(persons, threshold)) expect(determined(puzzleOf(tables))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('could be another whole number, none of them below zero', () => {
    fc.assert(
      fc.property(crowd(70, 5), (persons) => {
        const [byKommune = {}, , startersByKommune = {}, byStart = {}] = groupsOf(persons, 5);
        for (const [tables, rows] of [
          [byKommune, 'kommune'],
          [startersByKommune, 'kommune'],
          [byStart, 'start'],
        ] as const) {
          const puzzle = puzzleOf(tables);
          const truth = truthOf(persons, rows);
          for (const unknown of puzzle.unknowns) {
            expect([unknown, canBeOtherwise(puzzle, truth, unknown)]).toEqual([unknown, true]);
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  test('has wide bounds in whole numbers: a small one may be nobody, and as many as the threshold', () => {
    fc.assert(
      fc.property(crowd(70, 5), (persons) => {
        for (const [index, tables] of groupsOf(persons, 5).entries()) {
          const puzzle = puzzleOf(tables);
          const truth = truthOf(persons, index % 2 === 0 ? 'kommune' : 'start');
          for (const unknown of puzzle.unknowns) {
            const value = truth.get(unknown) ?? 0;
            const can = (low: number, high: number): boolean => canBeBetween(puzzle, unknown, low, high, truth);
            const isWide =
              value < 5
                ? can(0, 0) && can(5, 1000)
                : can(0, value - 5) ||
                  can(value + 5, 1000) ||
                  [1, 2, 3, 4].some((less) => can(0, value - less) && can(value + 5 - less, 1000));
            expect([unknown, value, isWide]).toEqual([unknown, value, true]);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  test('is every small group, and what is shown is right', () => {
    fc.assert(
      fc.property(crowd(150, 8), (persons) => {
        for (const [index, tables] of groupsOf(persons, 5).entries()) {
          const truth = truthOf(persons, index % 2 === 0 ? 'kommune' : 'start');
          for (const [name, table] of Object.entries(tables)) {
            for (const row of table.rows) {
              for (const [column, cell] of row.cells.entries()) {
                if (cell === undefined) continue;
                expect(cell.persons).toBe(truth.get(`${name} ${row.key} ${column}`) ?? 0);
                expect(cell.persons === 0 || cell.persons >= 5).toBe(true);
              }
              if (row.total !== undefined) expect(row.total.persons).toBe(truth.get(`total ${row.key}`) ?? 0);
              if (row.total !== undefined) expect(row.total.persons === 0 || row.total.persons >= 5).toBe(true);
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('the attack itself finds what an unprotected table gives away', () => {
    const shown = (persons: number) => ({ persons, hoursHundredths: 0 });
    const table: PublishedTable = {
      rows: [
        { key: 1, cells: [undefined, shown(9)], total: shown(11) },
        { key: 2, cells: [shown(6), shown(7)], total: shown(13) },
      ],
      totals: [shown(8), shown(16)],
      grandTotal: shown(24),
    };
    const puzzle = puzzleOf({ sex: table });
    expect(determined(puzzle)).toEqual(['sex 1 0']);
    expect(canBeOtherwise(puzzle, new Map([['sex 1 0', 2]]), 'sex 1 0')).toBe(false);
  });
});

describe('what is left out', () => {
  test('a small group takes a rectangle with it, the cheapest one', () => {
    const { hidden, unprotectedRow } = suppressCells(
      [
        [2, 10, 30],
        [8, 9, 40],
        [20, 50, 60],
      ],
      { threshold: 5, totalsMayHide: true },
    );
    expect(unprotectedRow).toBe(-1);
    expect(hidden).toEqual([
      [true, true, false],
      [true, true, false],
      [false, false, false],
      [false, false, false],
    ]);
  });

  test('small kommuner have company that is not small', () => {
    const totals = new Map([
      [1, 100],
      [2, 3],
      [3, 12],
      [4, 7],
      [5, 40],
    ]);
    expect([...hideRows(totals, 5)]).toEqual([2, 4, 3]);
    expect([...hideRows(new Map([[1, 100]]), 5)]).toEqual([]);
  });
});
