import { rowChangesOf } from '../../../../src/explain/cause/match-rows';
import type { RegisterRow } from '../../../../src/explain/register/register-rows';

function residence(line: number, kommune: string, from: string, to: string, kind = 'registered'): RegisterRow {
  return {
    table: 'residence',
    row: line,
    line,
    registeredOn: 17_532,
    fields: {
      kommune: { kind: 'Place', value: kommune },
      kind: { kind: 'Word', value: kind },
      from_date: { kind: 'Day', value: from },
      to_date: { kind: 'Day', value: to },
    },
  };
}

/** Differences in short: `line -> line: fields`. */
function changes(before: readonly RegisterRow[], after: readonly RegisterRow[]): string[] {
  const counted = (rows: readonly RegisterRow[]) => rows.map((row) => ({ row, counts: true }));
  return rowChangesOf('residence', counted(before), counted(after)).map(
    ({ before: was, after: is, fields }) => `${was?.line ?? '-'} -> ${is?.line ?? '-'}: ${fields.join(' ')}`,
  );
}

test('rows that are equal are no difference, whatever their lines', () => {
  expect(changes([residence(2, '3011', '2018-01-01', '')], [residence(9, '3011', '2018-01-01', '')])).toEqual([]);
});

test('a row that got an end is the same row, changed; the new home has been added', () => {
  const before = [residence(2, '3011', '2017-03-01', '')];
  const after = [residence(2, '3011', '2017-03-01', '2018-04-10'), residence(3, '12011', '2018-04-11', '')];
  expect(changes(before, after)).toEqual(['2 -> 2: to_date', '- -> 3: ']);
});

test('the kommune corrected under the same kind and date is a change of that field', () => {
  const before = [residence(2, '3011', '2018-01-01', '')];
  expect(changes(before, [residence(4, '12011', '2018-01-01', '')])).toEqual(['2 -> 4: kommune']);
});

test('of several rows in one kommune the nearest date is the same row', () => {
  const before = [residence(2, '3011', '2018-02-01', '')];
  const after = [residence(5, '3011', '2017-01-01', ''), residence(6, '3011', '2018-02-03', '')];
  expect(changes(before, after)).toEqual(['2 -> 6: from_date', '- -> 5: ']);
});

test('a row of another kind and kommune is gone, not changed', () => {
  const before = [residence(2, '3011', '2018-02-01', '', 'reception_centre')];
  expect(changes(before, [residence(2, '12011', '2018-02-01', '')])).toEqual(['2 -> -: ', '- -> 2: ']);
});
