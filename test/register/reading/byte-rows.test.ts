import fc from 'fast-check';
import { TABLE_SPECS, TABLES, type TableName } from '../../../src/register/tables/table-specs';
import { headerOf, readText, tableRows } from '../support/table-rows';

/** Values that some field takes, that none takes, and that one reading might take and the other not. */
const VALUES = fc.constantFrom(
  ...['201912345601', '000000000000', '20191234560', '20191234560x', '２０１９１２３４５６０１'],
  ...['2018-02-28', '2018-02-30', '28.02.2018', '2018-2-28', '0000-01-01', '2018-13-01', '2018/02/28', '9999-12-31'],
  ...['2018-02', '2018-00', '2018-13', '2018', '0000', '18', '0301', '03', '99', '9999', '301', '1507', '46', '00'],
  ...['SYR', 'syr', 'XXX', 'NO', 'ØØØ', 'K', 'M', 'k', 'ja', 'yes', 'none', 'fortrolig', 'norsk', 'norwegian', 'Norsk'],
  ...[
    'introduksjonsloven',
    'right_and_duty',
    'rett',
    'registered',
    'mottak',
    'granted',
    'avslag',
    'nir_web',
    'norsk_6a',
  ],
  ...[
    '0',
    '0.5',
    '12,25',
    '250',
    '250.01',
    '1.234',
    '-1',
    '+1',
    '1e2',
    '.5',
    '5.',
    '007',
    '123456789012',
    '1 000',
    'NaN',
  ],
  ...[
    'NONE',
    'Rett-Og.Plikt',
    'nir web',
    'NIR_WEB',
    'innVILGET',
    'Ingen',
    'Ja',
    'YES',
    '-',
    '\u2212',
    '\u22125',
    'Å',
    'A\u030a',
  ],
  ...[
    'a\u200bb',
    '\u200b0301\u00a0',
    '\u20600\u2060',
    '03\u00ad01',
    'a\u0001b',
    'a\rb',
    'a\tb',
    'x\u007f',
    '\u0085',
    '\u202e',
  ],
  ...[
    '§ 28',
    'utl.\u00a0§ 28',
    'a\u034fb',
    '\ufe0f',
    'a\u{e0001}b',
    '0301\u200b',
    '2018-02-28\ufeff',
    '\ufeffSYR',
    '🙂',
    '\u3164',
  ],
  ...['"H1"', '"', 'a"b', '"a;b"', '"open', 'shut"', '"0301"', '""'],
  ...['', ' ', '  x ', 'T1', 'æ', 'a\u00a0', '\u00a0', '\ufeff', '\u2028', '�', '\t', '\v', '\f', '\r', '_'],
);

const rowOf = (columns: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.array(VALUES, { minLength: columns, maxLength: columns }), fc.nat(30))
    .map(([cells, odd]) => (odd === 0 ? cells.slice(1) : odd === 1 ? [...cells, 'x'] : cells).join(';'));

/** Rows that mostly hold what the table asks for. */
const GOOD: Partial<Record<string, readonly string[]>> = {
  person: ['201912345601', '201912345602'],
  text: ['H1', 'H2', 'Ærlig'],
  day: ['2018-02-28', '28.02.2018', '2020-02-29'],
  month: ['2018-02', '2019-12'],
  year: ['2018'],
  kommune: ['0301', '1507', '4601'],
  fylke: ['03', '46', '15'],
  country: ['SYR', 'NOR', 'XXA'],
  hundredths: ['0', '12.5', '99,25', '250'],
};

const goodRow = (table: TableName): fc.Arbitrary<string> =>
  fc
    .tuple(
      ...TABLE_SPECS[table].fields.map((field) =>
        fc.oneof(
          { weight: 30, arbitrary: fc.constantFrom(...(GOOD[field.kind] ?? field.codes.flat()), '') },
          { weight: 1, arbitrary: VALUES },
        ),
      ),
    )
    .map((cells) => cells.join(';'));

test.each(TABLES)('%s read straight from bytes gives the same rows, rejects and lines as csv-parse', (table) => {
  const names = TABLE_SPECS[table].fields.map((field) => field.name);
  const header = headerOf(table, `${names.join(';')}\n`);
  const blank = fc.constantFrom(';'.repeat(names.length - 1), ' ; ;', '\u00a0', '"";""');
  const row = fc.oneof(
    { weight: 9, arbitrary: goodRow(table) },
    { weight: 3, arbitrary: rowOf(names.length) },
    { weight: 1, arbitrary: blank },
  );
  const file = fc.record({
    rows: fc.array(row, { maxLength: 12 }),
    end: fc.constantFrom('\n', '\r\n'),
    last: fc.constantFrom('', '\n', '\r\n', '\n\n', '\n \n'),
  });
  const knows = (personId: number): boolean => personId !== 201912345602;
  fc.assert(
    fc.property(file, ({ rows, end, last }) => {
      const text = Buffer.from(rows.join(end) + last);
      const byBytes = tableRows(table, header, (reader) => readText(reader, header, text, true), knows);
      const byCsvParse = tableRows(table, header, (reader) => readText(reader, header, text, false), knows);
      expect(byBytes).toEqual(byCsvParse);
    }),
    { numRuns: 150 },
  );
});
