import { JsonFault, jsonOfFile, jsonTextOf, NorsktilskuddError, parseJson } from '../../src/domain';

function faultOf(read: () => unknown): string {
  try {
    read();
  } catch (cause) {
    if (cause instanceof JsonFault) return `${cause.reason} ${cause.line}:${cause.column}`;
    throw cause;
  }
  return 'none';
}

const nested = (levels: number): string => `${'['.repeat(levels)}1${']'.repeat(levels)}`;

test('a file is read by its mark', () => {
  const text = '{"navn": "Bodø", "tall": [1, 2.5]}';
  const little = Buffer.from(`\uFEFF${text}`, 'utf16le');
  const big = Buffer.from(little).swap16();
  for (const bytes of [Buffer.from(text), Buffer.from(`\uFEFF${text}`), little, big]) {
    expect(parseJson(jsonTextOf(bytes))).toEqual({ navn: 'Bodø', tall: [1, 2.5] });
  }
});

test.each([
  ['64 levels', nested(64), 'none'],
  ['65 levels', nested(65), 'too_deep 1:65'],
  ['7 000 brackets', '['.repeat(7000), 'too_deep 1:65'],
  ['brackets in a text', JSON.stringify('['.repeat(7000)), 'none'],
  ['a key twice', '{"a": 1,\r\n "b": {"a": 2},\r\n "a": 3}', 'key_twice 3:2'],
  ['a key twice, written otherwise', '{"a": 1, "\\u0061": 2}', 'key_twice 1:10'],
  ['the same text as key and as value', '{"a": "a", "b": ["a", "a"], "c": {"a": 1}}', 'none'],
  ['NUL', '["\\u0000"]', 'characters 1:2'],
  ['half a character', '["\\ud83d"]', 'characters 1:2'],
  ['a whole one', '["\\ud83d\\ude00"]', 'none'],
  ['no end of a text', `["${'\\"'.repeat(100_000)}`, 'syntax 1:200003'],
  ['a comma too many', '{"a": 1,\n}', 'syntax 2:1'],
  ['nothing', '', 'syntax 1:1'],
])('%s', (_, text, fault) => {
  expect(faultOf(() => parseJson(text))).toBe(fault);
});

test.each([
  ['ISO-8859-1', Buffer.from('{"a": "ø"}', 'latin1'), 'encoding 0:0'],
  ['UTF-16 that is cut', Buffer.from('\uFEFF{"a"', 'utf16le').subarray(0, 7), 'encoding 0:0'],
  ['more than 16 MiB', Buffer.alloc(16 * 2 ** 20 + 1, 0x20), 'too_large 0:0'],
])('%s', (_, bytes, fault) => {
  expect(faultOf(() => parseJson(jsonTextOf(bytes)))).toBe(fault);
});

test('for a user it is a fault of the input, with its place', () => {
  const read = (): unknown => jsonOfFile(Buffer.from('{"a": 1, "a": 2}'), 's.json');
  expect(read).toThrow(new NorsktilskuddError('input', 'JSON_KEY_TWICE', { file: 's.json', line: 1, column: 10 }));
});

test('16 MiB of brackets and quotes take no time worth a word', () => {
  const started = performance.now();
  expect(faultOf(() => parseJson(`["${'\\"['.repeat(5_000_000)}`))).toMatch(/^syntax/);
  expect(performance.now() - started).toBeLessThan(5000);
});
