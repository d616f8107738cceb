import { messageAction, messageCodes, messageText } from '../../../src/messages';
import { analysisEn } from '../../../src/messages/analysis/en';
import { findingsOf } from './support';

/** So many persons who count in a kommune on 15 January 2018. */
function settled(count: number, kommune: string) {
  const ids = Array.from({ length: count }, (_, index) => String(209_800_000_000 + index));
  return {
    persons: ids.map((id) => `${id},1990-05-17,SYR,,,,2017-02-01`),
    target_group: ids.map((id) => `T${id},${id},introduksjonsloven,right_and_duty,2017-03-01,2017-03-01,,2017-03-05`),
    residence: ids.map((id) => `${id},${kommune},registered,2017-03-01,,2017-03-02`),
  };
}

test.each([
  [2, false],
  [3, true],
  [4, true],
  [5, false],
  [149, false],
  [150, true],
  [151, true],
  [152, false],
])('%i persons in a kommune: beside a step %s', (count, isBeside) => {
  const found = findingsOf(settled(count, '1103')).get('GRUNNTILSKUDD_NEAR_STEP') ?? [];
  expect(found.map((row) => [row.kommune, row.params.persons])).toEqual(isBeside ? [['1103', count]] : []);
});

test('every text names only values that its finding carries, in both languages', () => {
  const places = /\{(\w+)/g;
  const names = (text: string) => [...text.matchAll(places)].map((match) => match[1]).sort();
  const codes = messageCodes().filter((code) => code in analysisEn && `${code}.short` in analysisEn);
  expect(codes.length).toBeGreaterThan(20);
  for (const code of codes) {
    const [nb, en] = [messageText(code, 'nb', {}), messageText(code, 'en', {})];
    expect({ code, names: names(en) }).toEqual({ code, names: names(nb) });
    expect(messageAction(code, 'nb', {}).length * messageAction(code, 'en', {}).length).toBeGreaterThan(0);
  }
});
