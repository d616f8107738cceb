import { parseColumnMapping } from '../../src/register/tables/column-mapping';

/** Codes of what is wrong with a mapping of persons. */
function faults(persons: Readonly<Record<string, string | null>>): unknown[] {
  try {
    parseColumnMapping({ persons }, 'columns.json');
    return [];
  } catch (cause) {
    const details = typeof cause === 'object' && cause !== null && 'details' in cause ? cause.details : undefined;
    return Array.isArray(details) ? details.map(({ code, params }) => [code, params.column, params.other]) : [cause];
  }
}

test('a column of the file is read as one column of the table alone', () => {
  const shared = (column: string, other: string): unknown[] => ['COLUMN_MAPPING_SHARED', column, other];
  expect(faults({ death_date: 'registered_on' })).toEqual([shared('death_date', 'registered_on')]);
  expect(faults({ death_date: 'Utvandret dato' })).toEqual([shared('death_date', 'emigrated_on')]);
  expect(faults({ death_date: 'DATO-X', emigrated_on: 'dato x' })).toEqual([
    shared('death_date', 'emigrated_on'),
    shared('emigrated_on', 'death_date'),
  ]);
});

test('a name that is free because its own column stands elsewhere or is left out may be given', () => {
  expect(faults({ death_date: 'registered_on', registered_on: 'innlest' })).toEqual([]);
  expect(faults({ death_date: 'emigrated_on', emigrated_on: 'death_date' })).toEqual([]);
  expect(faults({ death_date: 'sex', sex: null })).toEqual([]);
  expect(faults({ death_date: 'Dødsdato', birth_date: 'FØDT' })).toEqual([]);
});
