import { changeOf, columnsOf, faultsOf, lastRow, original, rowsOf, tables, tamper } from '../ledger/tamper';

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

test.each([
  ["UPDATE cases SET kind = 'tull'", 'LEDGER_VALUE_UNKNOWN'],
  ['UPDATE draft_coverage SET component = 99', 'LEDGER_KEY_BROKEN'],
  ["UPDATE receipt_readings SET problems = '['", 'LEDGER_ROWS_UNREADABLE'],
  ['UPDATE payments SET amount = -1', 'LEDGER_RULE_BROKEN'],
])('what cannot be read or breaks a rule has a fault of its own, told in each language: %s', (sql, code) => {
  expect(tamper(sql)).toContain(code);
});
