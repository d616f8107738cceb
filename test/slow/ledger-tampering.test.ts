import { changeOf, columnsOf, rowsOf, tables, tamper } from '../ledger/tamper';

describe.each(tables.filter((table) => rowsOf(table) > 0))('%s', (table) => {
  test.each(columnsOf(table))('a value of %s that is changed by hand is found', (column) => {
    expect(tamper(changeOf(table, column))).not.toEqual([]);
  });

  test('a table that is emptied is found', () => {
    expect(tamper(`DELETE FROM ${table}`)).not.toEqual([]);
  });
});
