import { compareTable } from './compare-table';

const keys = ['a', 'b'];
const expected = 'a,b,amount\n1,x,10\n1,y,20\n2,x,30\n';

test('equal tables have no difference; columns that are not expected do not count', () => {
  expect(compareTable('t.csv', keys, expected, 'run,a,b,amount\nr,1,x,10\nr,1,y,20\nr,2,x,30\n')).toEqual([]);
});

test('a cell, a missing row and a row too many are named', () => {
  expect(compareTable('t.csv', keys, expected, 'a,b,amount\n1,x,11\n2,x,30\n3,z,5\n')).toEqual([
    't.csv:2 (a=1 b=x): amount should be "10", is "11"',
    't.csv:3 (a=1 b=y): row is missing; expected amount=20',
    't.csv (a=3 b=z): row is not expected; it says amount=5',
  ]);
});

test('another order is named', () => {
  expect(compareTable('t.csv', keys, expected, 'a,b,amount\n1,y,20\n1,x,10\n2,x,30\n')).toEqual([
    't.csv:2: rows stand in another order; expected here a=1 b=x',
  ]);
});

test('a missing column is named', () => {
  expect(compareTable('t.csv', keys, expected, 'a,b\n1,x\n')).toEqual(['t.csv: column amount is missing']);
});
