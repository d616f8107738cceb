import { changeOf, columnsOf, faultsOf, lastRow, original, rowsOf, tables, tamper } from './tamper';

test('the ledger is whole, and every table of it has rows', () => {
  expect(faultsOf(original)).toEqual([]);
  expect(tables.filter((table) => rowsOf(table) === 0)).toEqual(['draft_balances', 'draft_held']);
});

// test/slow goes through every column.
test.each(tables.filter((table) => rowsOf(table) > 0))(
  'a value changed by hand and a row that goes are found: %s',
  (table) => {
    expect(tamper(changeOf(table, columnsOf(table).at(-1) ?? ''))).not.toEqual([]);
    expect(tamper(`DELETE FROM ${table} ${lastRow(table)}`)).not.toEqual([]);
  },
);
