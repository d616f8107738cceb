import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readSegments, segmentedFile } from '../../../src/register/extract/read-hours';
import { surveyFile } from '../../../src/register/reading/survey-file';
import { temporaryFolder } from '../../support/temporary-folder';
import { importFolder, SMALL_EXTRACT, tell, writeExtract } from '../support/extract';
import { headerOf, readText, tableRows } from '../support/table-rows';

const HEADER = 'hours_id,person_id,kommune,month,category,hours,absence_hours,source,registered_on,note';
const header = headerOf('hours', HEADER);
const folder = temporaryFolder();

const row = fc
  .tuple(
    fc.constantFrom('H1', 'Hæ', ''),
    fc.constantFrom('201912345601', '2019123456', ''),
    fc.constantFrom('0301', '9999'),
    fc.constantFrom('', 'x', 'y'.repeat(70), 'ø'.repeat(90)),
    fc.nat(20),
  )
  .map(([id, person, kommune, note, odd]) =>
    odd === 0 ? '' : `${id},${person},${kommune},2018-03,norwegian,12.5,,nir_web,2018-04-02,${note}`,
  );

test('a file in segments of any size gives the rows, rejects and lines of the whole file', () => {
  const file = fc.record({
    rows: fc.array(row, { maxLength: 40 }),
    end: fc.constantFrom('\n', '\r\n'),
    last: fc.constantFrom('', '\n', '\r\n', '\n\n'),
    mark: fc.constantFrom('', '\ufeff'),
    bits: fc.integer({ min: 4, max: 10 }),
    first: fc.nat(3),
  });
  let number = 0;
  fc.assert(
    fc.property(file, ({ rows, end, last, mark, bits }) => {
      const head = `${mark}${HEADER}${end}`;
      number += 1;
      const path = join(folder, `${number}.csv`);
      writeFileSync(path, head + rows.join(end) + last);
      const survey = surveyFile(path, undefined, 1 << bits);
      const segments = segmentedFile(path, survey, Buffer.byteLength(head), 2);
      const inSegments = tableRows('hours', header, (reader) => readSegments(segments, reader, () => {}));
      const whole = Buffer.from(rows.join(end) + last);
      expect(inSegments).toEqual(tableRows('hours', header, (reader) => readText(reader, header, whole, false)));
    }),
    { numRuns: 200 },
  );
});

/** An hours.csv of some hundred rows with doubles across segments, strangers and odd values. */
function hoursFile(rows: number, end: string): string {
  const lines = Array.from({ length: rows }, (_, index) => {
    const id = index % 97 === 0 ? 'H0' : `H${index}`;
    const person = index % 89 === 0 ? '201999999999' : index % 2 === 0 ? '201912345601' : '201912345602';
    const hours = index % 83 === 0 ? '250.01' : `${index % 250}.25`;
    const month = `2018-${String((index % 12) + 1).padStart(2, '0')}`;
    return `${id},${person},0301,${month},norwegian,${hours},,nir_web,2019-02-02`;
  });
  return [SMALL_EXTRACT['hours.csv'].split('\n')[0], ...lines].join(end) + end;
}

describe('two threads', () => {
  const threadScript = join(__dirname, '..', 'support', 'hours-thread.cjs');

  it.each(['\n', '\r\n'])('give the same snapshot, byte by byte, and the same rejects (%j)', (end) => {
    const extract = writeExtract({ 'hours.csv': hoursFile(600, end) });
    const one = importFolder(extract, { rejectLimitPercent: 10 });
    const two = importFolder(extract, { rejectLimitPercent: 10, threadScript, segmentBytes: 512 });
    expect(two.snapshotId).toBe(one.snapshotId);
    expect(readFileSync(two.path).equals(readFileSync(one.path))).toBe(true);
    const told = tell(extract, { threadScript, segmentBytes: 512 });
    expect(told).toEqual(tell(extract));
    expect(told.rejects.length).toBeGreaterThan(15);
  });

  it('are let go where the reading of another table stops', () => {
    const extract = writeExtract({ 'hours.csv': hoursFile(600, '\n'), 'residence.csv': 'person_id,kommune\n' });
    expect(tell(extract, { threadScript, segmentBytes: 512 })).toEqual(tell(extract));
  });

  it('change nothing where persons.csv cannot be read', () => {
    const extract = writeExtract({ 'hours.csv': hoursFile(300, '\n'), 'persons.csv': 'name\n' });
    expect(tell(extract, { threadScript, segmentBytes: 512 })).toEqual(tell(extract));
  });
});
