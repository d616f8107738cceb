import { openSnapshot } from '../../src/register';
import { importFolder, SMALL_EXTRACT, tell, writeExtract } from './support/extract';

const [HEADER = '', FIRST = '', SECOND = ''] = SMALL_EXTRACT['target_group.csv'].split('\n');
/** target_group.csv with a column that nothing reads and rows enough to swallow some. */
function targetGroup(notes: readonly string[], end = '\n'): string {
  const rows = notes.map((note, index) => `${(index % 2 === 0 ? FIRST : SECOND).replace(/^T\d/, `T${index}`)},${note}`);
  return [`${HEADER},note`, ...rows, ''].join(end);
}

const spread = (...lines: number[]): string[] => lines.map((line) => `target_group.csv:${line}  LINE_END_IN_VALUE`);

/** Persons who are held, and ids of whom a row was rejected and none accepted, with half of the rows allowed to be bad. */
function held(changes: Parameters<typeof writeExtract>[0]): { held: number[]; withoutRow: number[] } {
  const { path } = importFolder(writeExtract(changes), { rejectLimitPercent: 100 });
  const snapshot = openSnapshot(path);
  const persons = [...snapshot.blocks()].flatMap((block) =>
    Array.from(block.personIds).filter((_, index) => block.withheld[index] === 1),
  );
  const withoutRow = [...snapshot.rejectedWithoutRow];
  snapshot.close();
  return { held: persons, withoutRow };
}

test.each(['\n', '\r\n', '\r'])(
  'stray quotes in a column that is left out reject every line from one to the other (%j)',
  (end) => {
    const file = targetGroup(['', '"open', '', '', 'shut"', ''], end);
    expect(tell(writeExtract({ 'target_group.csv': file })).rejects).toEqual(spread(3, 4, 5, 6));
  },
);

test('a CR between quotes swallows no row where the file has LF: its line is rejected, and both persons are held', () => {
  const file = `${HEADER},note\n${FIRST},"open\r${SECOND},shut"\r\n${FIRST.replace('T1', 'T9')},"read"\r\n`;
  expect(tell(writeExtract({ 'target_group.csv': file })).rejects).toEqual(spread(2));
  const whole = { held: [201912345601, 201912345602], withoutRow: [] };
  expect(held({ 'target_group.csv': file })).toEqual(whole);
});

test('the lines are rows of the file: they count against the limit and the number in extract.json', () => {
  const file = targetGroup(['', '"open', '', 'shut"']);
  const rows = { persons: 2, target_group: 4, decisions: 1, residence: 2, hours: 1 };
  const json = JSON.stringify({ taken_at: '2018-12-31', rows });
  const extract = writeExtract({ 'target_group.csv': file, 'extract.json': json });
  expect(tell(extract, { rejectLimitPercent: 74 }).code).toBe('EXTRACT_ABOVE_LIMIT');
  expect(tell(extract, { rejectLimitPercent: 75 })).toMatchObject({ code: '', rejects: spread(3, 4, 5) });
});

test('a quote that nothing closes costs its line, and so does each of two that close nothing', () => {
  const quoting = (...lines: number[]): string[] => lines.map((line) => `target_group.csv:${line}  QUOTING`);
  expect(tell(writeExtract({ 'target_group.csv': targetGroup(['', '"open', '', '']) })).rejects).toEqual(quoting(3));
  expect(tell(writeExtract({ 'target_group.csv': targetGroup(['"a', '', '"b', '']) })).rejects).toEqual(quoting(2, 4));
});

test('persons whose ids stand in the lines are held, also one that a line end cuts or that stands in another column', () => {
  expect(held({ 'target_group.csv': targetGroup(['', '', '']) })).toEqual({ held: [], withoutRow: [] });
  const both = targetGroup(['"a', 'b"']);
  expect(held({ 'target_group.csv': both })).toEqual({ held: [201912345601, 201912345602], withoutRow: [] });
  const alone = `${HEADER},note\n${FIRST},"about 201912345602 and 201999999999\n"\n${FIRST.replace('T1', 'T9')},\n`;
  const expected = { held: [201912345601, 201912345602], withoutRow: [201999999999] };
  expect(held({ 'target_group.csv': alone })).toEqual(expected);
  const cut = `${HEADER},note\n${FIRST},"20191234\n 5602"\n${FIRST.replace('T1', 'T9')},\n`;
  expect(held({ 'target_group.csv': cut })).toEqual({ held: [201912345601, 201912345602], withoutRow: [] });
});

test('rejected lines of hours hold nobody, those of persons and of changed ids do', () => {
  const [header = '', row = ''] = SMALL_EXTRACT['hours.csv'].split('\n');
  const hours = [`${header},note`, `${row},"a`, `${row.replace('H1', 'H2')},b"`, ''].join('\n');
  expect(held({ 'hours.csv': hours })).toEqual({ held: [], withoutRow: [] });
  const ids = 'old_person_id,person_id,changed_on,note\n201999999991,201912345601,2018-01-01,"a\nb"\n';
  expect(held({ 'person_ids.csv': ids })).toEqual({ held: [201912345601], withoutRow: [201999999991] });
});

test('keys and decision ids in the lines are judged with those of all rows', () => {
  const [header = '', row = ''] = SMALL_EXTRACT['decisions.csv'].split('\n');
  const other = row.replace('201912345601', '201912345602');
  const file = [`${header},note`, `${row},`, `${other.replace('D1', 'D2')},"a`, `${other},b"`, ''].join('\n');
  expect(tell(writeExtract({ 'decisions.csv': file })).rejects).toEqual([
    'decisions.csv:2 decision_id DECISION_OF_TWO_PERSONS D1',
    'decisions.csv:3  LINE_END_IN_VALUE',
    'decisions.csv:4  LINE_END_IN_VALUE',
    'decisions.csv:4 decision_id DECISION_OF_TWO_PERSONS D1',
  ]);
  const twice = [`${HEADER},note`, `${FIRST},`, `${SECOND},"a`, `${FIRST},b"`, ''].join('\n');
  expect(tell(writeExtract({ 'target_group.csv': twice })).rejects).toEqual([
    'target_group.csv:2 target_group_id DUPLICATE_KEY T1',
    'target_group.csv:3  LINE_END_IN_VALUE',
    'target_group.csv:4  LINE_END_IN_VALUE',
    'target_group.csv:4 target_group_id DUPLICATE_KEY T1',
  ]);
});

test('the closing quote is found however far it is, and nothing grows with the lines between', () => {
  const [header = '', row = ''] = SMALL_EXTRACT['hours.csv'].split('\n');
  const rows = Array.from({ length: 30_000 }, (_, index) => `${row.replace('H1', `H${index}`)},`);
  rows[10] += '"open';
  rows[29_000] = `${rows[29_000] ?? ''}shut"`;
  const { rejects, code } = tell(writeExtract({ 'hours.csv': [`${header},note`, ...rows, ''].join('\n') }));
  expect(code).toBe('EXTRACT_REJECTED');
  expect(rejects).toHaveLength(28_991);
  expect([rejects[0], rejects.at(-1)]).toEqual([
    'hours.csv:12  LINE_END_IN_VALUE',
    'hours.csv:29002  LINE_END_IN_VALUE',
  ]);
});
