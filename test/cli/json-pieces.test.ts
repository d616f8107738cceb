import { list, longList, object, text, whole } from '../../src/cli/declare/answer';
import { jsonPieces } from '../../src/cli/declare/json-pieces';

const row = object({ name: text, persons: whole });
const inOne = object({ mark: text, rows: list(row), end: whole });
const inPieces = object({ mark: text, rows: longList(row), end: whole });
const to = { language: 'en' as const };

test.each([0, 1, 3])('an answer with a long list of %i says the same in pieces as in one', (length) => {
  const rows = Array.from({ length }, (_, index) => ({ name: `Kárášjohka ${index}`, persons: index }));
  const result = { mark: 'SCENARIO', rows, end: 7 };
  const pieces = [...jsonPieces(inPieces.encode(result, to))];
  expect(pieces.join('')).toBe(`${JSON.stringify(inOne.encode(result, to))}\n`);
  expect(pieces.length).toBe(length === 0 ? 1 : 2 * length + 1);
  expect(JSON.stringify(inPieces.encode(result, to))).toBe(JSON.stringify(inOne.encode(result, to)));
});

test('what cannot be seen is escaped around a list; its elements are whole objects, which a terminal escapes', () => {
  const result = { mark: 'a\u202eb', rows: [{ name: 'c\u202ed', persons: 1 }], end: 7 };
  const [head, element, end] = [...jsonPieces(inPieces.encode(result, to))];
  expect(head).toBe('{"mark":"a\\u202eb","rows":[');
  expect(element).toBe('{"name":"c\u202ed","persons":1}');
  expect(end).toBe('],"end":7}\n');
});
