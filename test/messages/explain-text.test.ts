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
    'All days are with a protected place, which receives the whole amount.',
  );
});

test('dates are written as they are read', () => {
  expect(writeDay('2018-03-01', 'nb')).toBe('1.\u00a0mars 2018');
  expect(writeDay('2018-12-31', 'en')).toBe('31\u00a0December 2018');
  expect(writeDay('', 'nb')).toBe('tom');
});
