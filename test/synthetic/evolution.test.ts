import { type ExtractText, generate, type Row } from './support/extract-text';

const EXTRACTS = generate({ persons: 2000, year: 2018, seed: 11, snapshots: 6 });

function byKey(extract: ExtractText | undefined, table: string, key: string): Map<string, Row> {
  return new Map(extract?.rows(table).map((row) => [row[key] ?? '', row]));
}

test('extracts are taken at the cut-offs of successive terms', () => {
  expect(EXTRACTS.map((extract) => [extract.name, extract.header().taken_at])).toEqual([
    ['2018-T1', '2018-03-31'],
    ['2018-T2', '2018-06-30'],
    ['2018-T3', '2018-09-30'],
    ['2018-T4', '2018-12-31'],
    ['2019-T1', '2019-03-31'],
    ['2019-T2', '2019-06-30'],
  ]);
});

test('no extract holds a row registered after it was taken', () => {
  for (const extract of EXTRACTS) {
    const taken = extract.header().taken_at;
    for (const table of ['persons', 'target_group', 'decisions', 'residence', 'hours', 'training_kommune']) {
      expect(extract.rows(table).filter((row) => (row.registered_on ?? '') > taken)).toEqual([]);
    }
  }
});

test('the same register goes on: most rows stand, some are new, edited in place or deleted', () => {
  for (const [table, key] of [
    ['hours', 'hours_id'],
    ['target_group', 'target_group_id'],
  ] as const) {
    const before = byKey(EXTRACTS[1], table, key);
    const after = byKey(EXTRACTS[3], table, key);
    const kept = [...before].filter(([id]) => after.has(id));
    const edited = kept.filter(([id, row]) => JSON.stringify(after.get(id)) !== JSON.stringify(row));
    expect(kept.length).toBeGreaterThan(before.size * 0.96);
    expect(before.size - kept.length).toBeGreaterThan(0);
    expect(edited.length).toBeGreaterThan(0);
    expect(edited.length).toBeLessThan(before.size * 0.06);
    expect(after.size).toBeGreaterThan(before.size);
  }
});

test('rows come late, and edits in place may keep or move their registration', () => {
  const before = byKey(EXTRACTS[0], 'hours', 'hours_id');
  const after = EXTRACTS[3]?.rows('hours') ?? [];
  const lateRows = after.filter((row) => !before.has(row.hours_id ?? '') && (row.month ?? '') < '2018-01');
  expect(lateRows.length).toBeGreaterThan(20);
  const changed = after.filter((row) => {
    const old = before.get(row.hours_id ?? '');
    return old !== undefined && old.hours !== row.hours;
  });
  const moved = changed.filter((row) => before.get(row.hours_id ?? '')?.registered_on !== row.registered_on);
  expect(moved.length).toBeGreaterThan(0);
  expect(moved.length).toBeLessThan(changed.length);
});

test('persons move, change their number, and now and then vanish', () => {
  const renamed = new Set(EXTRACTS[5]?.rows('person_ids').map((row) => row.old_person_id));
  const gone = EXTRACTS.slice(1).flatMap((extract, index) => {
    const now = byKey(extract, 'persons', 'person_id');
    return [...byKey(EXTRACTS[index], 'persons', 'person_id').keys()].filter((id) => !now.has(id) && !renamed.has(id));
  });
  expect(gone.length).toBeGreaterThan(0);
  expect(gone.length).toBeLessThan(20);
  expect(renamed.size).toBeGreaterThan(10);
  const open = new Set(EXTRACTS[0]?.rows('residence').map((row) => JSON.stringify({ ...row, to_date: '' })));
  const closed = EXTRACTS[5]
    ?.rows('residence')
    .filter((row) => row.to_date && open.has(JSON.stringify({ ...row, to_date: '' })));
  expect(closed?.length).toBeGreaterThan(100);
});

test('decisions recur with another outcome', () => {
  const outcomes = new Map<string, Set<string>>();
  for (const row of EXTRACTS[5]?.rows('decisions') ?? []) {
    const known = outcomes.get(row.decision_id ?? '') ?? new Set();
    outcomes.set(row.decision_id ?? '', known.add(row.outcome ?? ''));
  }
  expect([...outcomes.values()].filter((set) => set.size > 1).length).toBeGreaterThan(10);
});
