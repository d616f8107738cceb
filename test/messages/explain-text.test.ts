import { explainCodes, explainText, writeDay } from '../../src/messages/explain/explain-text';

const PLACEHOLDER = /\{(\w+)\}/g;

test.each(explainCodes())('%s says the same in both languages', (code) => {
  const values = (language: 'nb' | 'en'): string[] =>
    [...explainText(code, language, {}).matchAll(PLACEHOLDER)].map(([, name = '']) => name).sort();
  const [nb, en] = [values('nb'), values('en')];
  expect([...new Set(en)]).toEqual([...new Set(nb)]);
  expect(explainText(code, 'nb', {})).not.toMatch(/\s$|^\s|\s\s/);
  expect(explainText(code, 'en', {})).not.toMatch(/\s$|^\s|\s\s/);
});

test('values are written by the end of their names', () => {
  expect(explainText('RATE_SINGLE', 'nb', { year: 2018, rateNok: 1_452_877 })).toBe(
    'Satsen i 2018 er 1\u00a0452\u00a0877\u00a0kr.',
  );
  expect(explainText('DAYS_WITHOUT', 'en', { days: 1 })).toBe('Not counted, being without a recipient: 1\u00a0day.');
  expect(explainText('WHOLE_TO', 'nb', { place: '' })).toBe('Et skjermet sted får hele beløpet.');
  expect(explainText('ALL_TO_ONE', 'en', { place: '' })).toBe(
    'All days belong to a protected place, which receives the whole amount.',
  );
});

test('hours have a comma in Norwegian and a point in English; whole ones have neither', () => {
  const hours = { term: 1, teachingHundredths: 123_405, participantHundredths: 2250 };
  expect(explainText('HOURS', 'nb', hours)).toContain('1\u00a0234,05 undervisningstimer og 22,50 deltakertimer');
  expect(explainText('HOURS', 'en', { ...hours, participantHundredths: 2200 })).toContain('22 participant hours');
});

test('one lives in a kommune, but «på» a place that is not shown', () => {
  const told = { tableWord: 'residence', fromDay: '2018-01-01', toDay: '2018-12-31', days: 365 };
  expect(explainText('SEGMENT', 'nb', { ...told, place: '' })).toContain('bosatt på et skjermet sted.');
  expect(explainText('SEGMENT', 'nb', { ...told, place: '0301 Oslo' })).toContain('bosatt i 0301 Oslo.');
});

test('times are told to the minute', () => {
  const ran = { actor: 'kari', startedTime: '2026-11-25T22:12:45Z' };
  expect(explainText('RUN_BY', 'nb', ran)).toBe('kari kjørte beregningen 25.\u00a0november 2026 kl.\u00a022.12 UTC.');
  expect(explainText('RUN_BY', 'en', ran)).toBe('kari ran the calculation on 25\u00a0November 2026 at 22:12 UTC.');
});

test('dates are written as they are read', () => {
  expect(writeDay('2018-03-01', 'nb')).toBe('1.\u00a0mars 2018');
  expect(writeDay('2018-12-31', 'en')).toBe('31\u00a0December 2018');
  expect(writeDay('', 'nb')).toBe('tom');
});
