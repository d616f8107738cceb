import { textTable } from '../../src/cli/text-table';

test('columns stand below each other, numbers to the right, nothing behind the last', () => {
  const rows = [
    ['Oslo', '1 452 877 kr', 'paid'],
    ['Ørland', '0 kr', ''],
  ];
  expect(textTable(['kommune', 'amount', 'state'], 'lrl', rows)).toBe(
    ['kommune        amount  state', 'Oslo     1 452 877 kr  paid', 'Ørland           0 kr', ''].join('\n'),
  );
});

test('a table without rows is its heading', () => {
  expect(textTable(['term', 'paid'], 'lr', [])).toBe('term  paid\n');
});

test('what takes the place of one character or of two is counted so, and what cannot be seen is shown', () => {
  const rows = [['e\u0301te'], ['漢字'], ['a\u001bb']].map(([name = '']) => [name, '1']);
  expect(textTable(['name', 'n'], 'lr', rows)).toBe(
    ['name        n', 'e\u0301te         1', '漢字        1', 'a<U+001B>b  1', ''].join('\n'),
  );
});
