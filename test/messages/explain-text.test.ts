import { explainCodes, explainText, lawText, writeDay } from '../../src/messages/explain/explain-text';

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
  const text = (nb: string): { nb: string; en: string } => ({ nb, en: nb });
  expect(lawText(text('{rateNok}, {days}.'), 'nb', { rateNok: 1_452_877, days: 1 })).toBe(
    '1\u00a0452\u00a0877\u00a0kr, 1\u00a0dag.',
  );
  expect(lawText(text('Not counted: {days}.'), 'en', { days: 1 })).toBe('Not counted: 1\u00a0day.');
  expect(lawText(text('{place} får hele beløpet.'), 'nb', { place: '' })).toBe('Et skjermet sted får hele beløpet.');
  expect(lawText(text('All days belong to {place}.'), 'en', { place: '' })).toBe(
    'All days belong to a protected place.',
  );
});

test('hours have a comma in Norwegian and a point in English; whole ones have neither', () => {
  const hours = (teachingHundredths: number, language: 'nb' | 'en'): string =>
    lawText({ nb: '{teachingHundredths}', en: '{teachingHundredths}' }, language, { teachingHundredths });
  expect(hours(123_405, 'nb')).toBe('1\u00a0234,05');
  expect(hours(123_405, 'en')).toBe('1\u00a0234.05');
  expect(hours(2200, 'en')).toBe('22');
});

test('one lives in a kommune, but «på» a place that is not shown', () => {
  const lives = (place: string): string =>
    lawText({ nb: '{tableWord} {place}.', en: '{place}' }, 'nb', { tableWord: 'residence', place });
  expect(lives('')).toBe('Bosatt på et skjermet sted.');
  expect(lives('0301 Oslo')).toBe('Bosatt i 0301 Oslo.');
});

test('times are told to the minute', () => {
  const ran = { actor: 'kari', startedTime: '2026-11-25T22:12:45Z' };
  expect(explainText('RUN_BY', 'nb', ran)).toBe('kari kjørte beregningen 25.\u00a0november 2026 kl.\u00a022.12 UTC.');
  expect(explainText('RUN_BY', 'en', ran)).toBe('kari ran the calculation on 25\u00a0November 2026 at 22:12 UTC.');
});

test('dates are written as they are read', () => {
  expect(writeDay('2018-03-01', 'nb')).toBe('1.\u00a0mars 2018');
  expect(writeDay('2018-12-31', 'en')).toBe('31\u00a0December 2018');
  expect(writeDay('', 'nb')).toBe('ikke registrert');
});
