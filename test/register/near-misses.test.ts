import fc from 'fast-check';
import { foldName, resemblesName } from '../../src/domain';
import { takeTableStart } from '../../src/register/reading/open-text';
import { readTableHeader } from '../../src/register/reading/read-header';
import { READING_LIMITS } from '../../src/register/rejects/reading-limits';
import type { ColumnMapping } from '../../src/register/tables/column-mapping';
import { TABLE_SPECS, TABLES, type TableName } from '../../src/register/tables/table-specs';
import { SMALL_EXTRACT, tell, writeExtract } from './support/extract';

test('no two names of a table, nor of a list of codes, are the same in the form in which they are compared', () => {
  for (const { fields } of Object.values(TABLE_SPECS)) {
    const names = fields.map(({ name, aliases }) => new Set([name, ...aliases].map(foldName)));
    expect(new Set(names.flatMap((each) => [...each])).size).toBe(names.reduce((sum, each) => sum + each.size, 0));
    for (const { codes } of fields) {
      const forms = codes.map((each) => new Set(each.map(foldName)));
      expect(new Set(forms.flatMap((each) => [...each])).size).toBe(forms.reduce((sum, each) => sum + each.size, 0));
    }
  }
  const files = Object.values(TABLE_SPECS).flatMap(({ fileNames }) => fileNames.map(foldName));
  expect(new Set(files).size).toBe(files.length);
});

test.each([
  ['death_date', 'date_of_death', true],
  ['death_date', 'deathdate2', true],
  ['death_date', 'DeathDate', false],
  ['death_date', 'date of the death', false],
  ['left_on', 'left_on_date', true],
  ['left_on', 'on_left', true],
  ['left_on', 'lefton12', true],
  ['left_on', 'lefton123', false],
  ['to_date', 'from_date', false],
  ['to_date', 'toDate2', true],
  ['sex', 'sexe', false],
  ['sex', 'sex_code', true],
  ['timer', 'timar', true],
  ['timer', 'timares', false],
  ['kilde', 'klide', false],
  ['dodsdato', 'dødsdato', false],
  ['dodsdato', 'doedsdaato', false],
  ['maned', 'måned', false],
  ['address_protection', 'adress_protecton', true],
  ['address_protection', 'protection', false],
])('%s and %s: resembles is %s', (known, name, expected) => {
  expect(resemblesName(name, known)).toBe(expected);
});

/** Faults of a header, in short. */
function faultsOf(table: TableName, line: string, mapping: ColumnMapping = {}, forRealLedger = false): string[] {
  const pieces = [Buffer.from(line)];
  const start = takeTableStart(() => pieces.pop(), READING_LIMITS.lineBytes);
  const fields = TABLE_SPECS[table].fields.map((field) => ({ ...field, wanted: forRealLedger && field.wanted }));
  const { rejects } = readTableHeader(start, `${table}.csv`, { table, fields }, mapping);
  return rejects.map(({ line: at, column, rule, value }) => `${at} ${column} ${rule} ${value}`.trimEnd());
}

const NAMES = (table: TableName): string[] => TABLE_SPECS[table].fields.map(({ name }) => name);

test('a column is known in every form of its name and of its aliases', () => {
  const form = fc.record({
    upper: fc.boolean(),
    joint: fc.constantFrom('_', '-', ' ', '.', '', '__', '\u00a0', '\u200b'),
    around: fc.constantFrom('', ' ', '\u00a0', '\ufeff', '\u200b\u2060', '\t '),
    decomposed: fc.boolean(),
    letters: fc.constantFrom(['o', 'o'], ['o', 'ø'], ['o', 'oe'], ['a', 'å'], ['a', 'aa'], ['ae', 'æ']),
  });
  fc.assert(
    fc.property(fc.constantFrom(...TABLES), fc.boolean(), form, (table, inNorwegian, odd) => {
      const { fields } = TABLE_SPECS[table];
      const names = fields.map(({ name, aliases }) => {
        const plain = inNorwegian ? (aliases[0] ?? name) : name;
        const spelled = plain.replaceAll(odd.letters[0] ?? '', odd.letters[1] ?? '').replaceAll('_', odd.joint);
        const cased = odd.upper ? spelled.toUpperCase() : spelled;
        return odd.around + (odd.decomposed ? cased.normalize('NFD') : cased) + odd.around;
      });
      expect(faultsOf(table, names.join(';'))).toEqual([]);
    }),
  );
});

test('a lacking column and an unknown one that resembles it are a fault, also where it may be missing', () => {
  const names = NAMES('target_group').map((name) => (name === 'left_on' ? 'left_on_date' : name));
  expect(faultsOf('target_group', names.join(','))).toEqual(['1 left_on COLUMN_RESEMBLES left_on_date']);
  const mapped = { target_group: { left_on: 'Left-On-Date' } };
  expect(faultsOf('target_group', names.join(','), mapped)).toEqual([]);
  expect(faultsOf('target_group', names.join(','), { target_group: { left_on: null } })).toEqual([]);
  expect(faultsOf('target_group', [...names, 'left_on'].join(','))).toEqual([]);
  const misspelled = { target_group: { left_on: 'left_on_dates_of_all' } };
  expect(faultsOf('target_group', names.join(','), misspelled)).toEqual(['1 left_on COLUMN_RESEMBLES left_on_date']);
});

test('two columns that become one are a fault, and one that is left out on purpose is none of them', () => {
  const twice = [...NAMES('persons'), 'Death-Date', 'DØDSDATO'].join(',');
  expect(faultsOf('persons', twice)).toEqual(['1 death_date COLUMN_TWICE death_date, Death-Date, DØDSDATO']);
  expect(faultsOf('persons', twice, { persons: { death_date: null } })).toEqual([]);
});

test('a real ledger wants six columns, or to be told that they are left out', () => {
  const wanted = ['death_date', 'emigrated_on', 'address_protection', 'left_on', 'permit_granted_on', 'to_date'];
  for (const table of TABLES) {
    const { fields } = TABLE_SPECS[table];
    const needed = fields.flatMap(({ name, required }) => (required ? [name] : []));
    const lacking = fields.flatMap(({ name }) => (wanted.includes(name) ? [name] : []));
    expect(faultsOf(table, needed.join(';'))).toEqual([]);
    expect(faultsOf(table, needed.join(';'), {}, true)).toEqual(lacking.map((name) => `1 ${name} COLUMN_WANTED`));
    const leftOut = { [table]: Object.fromEntries(lacking.map((name) => [name, null])) };
    expect(faultsOf(table, needed.join(';'), leftOut, true)).toEqual([]);
  }
});

test('a register that a rehearsal has stored does not serve a real ledger that wants more of it', () => {
  const extract = writeExtract();
  const { rejects } = tell(extract, { forRealLedger: true });
  expect(rejects).toEqual([
    'persons.csv:1 address_protection COLUMN_WANTED',
    'persons.csv:1 death_date COLUMN_WANTED',
    'persons.csv:1 emigrated_on COLUMN_WANTED',
  ]);
  const columnMapping = { persons: { address_protection: null, death_date: null, emigrated_on: null } };
  expect(tell(extract, { forRealLedger: true, columnMapping })).toMatchObject({ code: '', rejects: [] });
});

test.each([
  ['Persons.CSV', true],
  ['PERSONER.csv', true],
  ['per-sons.Csv', true],
  [' persons .csv', true],
  ['person.csv', false],
  ['persons.txt', false],
  ['persons.csv.txt', false],
  ['persons', false],
  ['persons.xlsx', false],
  ['persons 2018.csv', false],
])('the file of persons under the name %j: taken is %s, and never passed over in silence', (name, taken) => {
  const extract = writeExtract({ 'persons.csv': undefined, [name]: SMALL_EXTRACT['persons.csv'] });
  const { code, rejects } = tell(extract);
  const others = rejects.filter((reject) => !reject.includes('PERSON_UNKNOWN'));
  expect(others).toEqual(taken ? [] : [`persons.csv:0  FILE_RESEMBLES ${name}`]);
  expect(code).toBe(taken ? '' : 'EXTRACT_UNREADABLE');
});

test('two files that become one table are a fault; hidden files and other things are not tables', () => {
  const persons = SMALL_EXTRACT['persons.csv'];
  expect(tell(writeExtract({ 'PERSONS.csv': persons })).rejects).toEqual([
    'PERSONS.csv:0  FILE_TWICE PERSONS.csv, persons.csv',
  ]);
  const beside = writeExtract({
    '._persons.csv': 'x',
    '~$persons.csv': 'x',
    'persons.md': 'x',
    'persons.xlsx': 'x',
    'mottakere.csv': 'x',
  });
  expect(tell(beside)).toMatchObject({ code: '', rejects: [] });
});

test('no cell of a row is told as the name of a column, whatever stands in it', () => {
  for (const table of ['persons', 'residence', 'hours'] as const) {
    const file = `${table}.csv` as const;
    const rows = SMALL_EXTRACT[file].split('\n').slice(1).join('\n').replaceAll(',', ';');
    const { rejects, findings } = tell(writeExtract({ [file]: rows.replace('SYR', 'Ola Nordmann') }));
    expect(rejects).toContain(`${file}:1  HEADER_UNKNOWN`);
    expect([...rejects, ...findings].filter((text) => /Nordmann|2019123|COLUMN_IGNORED/.test(text))).toEqual([]);
  }
});

test('a column that the mapping names and the file has not is reported, also in a rehearsal', () => {
  const inVain = (name: string | null): string[] =>
    tell(writeExtract({ 'residence.csv': RESIDENCE_WITHOUT_END }), {
      columnMapping: { residence: { to_date: name } },
    }).findings.filter((found) => found.startsWith('COLUMN_MAPPED_IN_VAIN'));
  expect(inVain('avsluttet')).toEqual(['COLUMN_MAPPED_IN_VAIN residence.csv:1 to_date']);
  expect(inVain('201912345601')).toEqual(['COLUMN_MAPPED_IN_VAIN residence.csv:1 to_date']);
  expect(inVain('Slutt')).toEqual([]);
  expect(inVain(null)).toEqual([]);
});

test('a column that the mapping names is no second fault where the file resembles it, or a real ledger wants it', () => {
  const told = (header: string, forRealLedger: boolean) =>
    tell(writeExtract({ 'residence.csv': RESIDENCE_WITHOUT_END.replace('slutt', header) }), {
      columnMapping: { residence: { to_date: 'avsluttet' } },
      forRealLedger,
    });
  const alike = told('avsluttet1', false);
  expect(alike.rejects).toEqual(['residence.csv:1 to_date COLUMN_RESEMBLES avsluttet1']);
  const wanted = told('slutt', true);
  expect(wanted.rejects).toContain('residence.csv:1 to_date COLUMN_WANTED');
  for (const { findings } of [alike, wanted]) expect(findings.join()).not.toContain('COLUMN_MAPPED_IN_VAIN');
});

const RESIDENCE_WITHOUT_END = [
  'person_id,kommune,kind,from_date,slutt,registered_on',
  '201912345601,0301,registered,2018-01-05,,2018-01-10',
  '',
].join('\n');
