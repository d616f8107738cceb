import { groupFindings } from '../../src/app/import/finding-groups';
import { finding } from '../../src/domain';

test('findings of one kind are one group with the three lowest lines, errors first', () => {
  const lines = [40, 7, 22, 90, 3];
  const groups = groupFindings(
    [
      ...lines.map((line) =>
        finding('info', 'RESIDENCE_GAP', { file: 'residence', line, column: 'from_date' }, { days: line }),
      ),
      finding('error', 'NATIONAL_ID_SHARED', { file: 'persons', line: 2 }, { persons: 2 }),
    ],
    { residence: 'bosted.csv' },
  );
  expect(groups.map(({ severity, times, places }) => ({ severity, times, places }))).toEqual([
    { severity: 'error', times: 1, places: ['persons:2'] },
    {
      severity: 'info',
      times: 5,
      places: ['bosted.csv:3 (from_date)', 'bosted.csv:7 (from_date)', 'bosted.csv:22 (from_date)'],
    },
  ]);
  expect(groups[1]?.first.params).toEqual({ days: 3 });
});

test('findings about kommuner name them, findings without a place are told apart by their values', () => {
  const kommuner = Array.from({ length: 20 }, (_, index) => String(1101 + index));
  const near = kommuner.map((kommune) =>
    finding('info', 'GRUNNTILSKUDD_NEAR_STEP', { kommune }, { kommune, persons: 3 }),
  );
  const stateless = [1, 2].map((persons) => finding('info', 'COUNTRY_STATELESS', {}, { persons }));
  const groups = groupFindings([...near, ...stateless]);
  expect(groups.map(({ code, times, places }) => [code, times, places.length])).toEqual([
    ['GRUNNTILSKUDD_NEAR_STEP', 20, 12],
    ['COUNTRY_STATELESS', 1, 0],
    ['COUNTRY_STATELESS', 1, 0],
  ]);
  expect(groups[0]?.places.slice(0, 2)).toEqual(['1101', '1102']);
});
