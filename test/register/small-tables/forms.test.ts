import { NorsktilskuddError } from '../../../src/domain';
import { messageAction } from '../../../src/messages';
import {
  OPENING_BALANCES_TABLE,
  OPENING_POSTINGS_TABLE,
  RATES_TABLE,
  RECIPIENTS_TABLE,
  readSmallTable,
  rowsOrStop,
  type SmallTableSpec,
} from '../../../src/register';

/* Forms in which people write rates, recipients and opening files (data contract 1). */
const RATES = 'key,grant_year,rate_class,value,status,source';
const RECIPIENTS = 'recipient_id;name;org_number;account_number;language';
const BALANCES = 'recipient_id,netting_group,balance';

function read<Row>(spec: SmallTableSpec<Row>, text: string): { rows: readonly Row[]; faults: string[] } {
  const table = readSmallTable(Buffer.from(text), 'f.csv', spec);
  return {
    rows: table.rows,
    faults: table.rejects.map(({ line, column, rule, params }) =>
      `${line} ${column} ${rule} ${params.character ?? ''}`.trim(),
    ),
  };
}

test.each([
  ['capital letters, blanks and hyphens in names', 'Key;Grant-Year;RATE CLASS;Value;Status;Source'],
  ['a line sep=', 'sep=;\nkey;grant_year;rate_class;value;status;source'],
  ['blanks without width in names', '\u200Bkey\u00A0;grant_year;rate_class;\uFEFFvalue;status;source'],
])('rates with %s', (_, header) => {
  const { rows, faults } = read(RATES_TABLE, `${header}\nPersontilskudd.Year1;2025;HIGH;100;Verified\u00A0;x\n;;;;;\n`);
  expect(faults).toEqual([]);
  expect(rows).toMatchObject([{ key: 'persontilskudd.year1', rateClass: 'high', valueNok: 100, status: 'verified' }]);
});

test.each(['\r\n', '\n', '\r'])('line ends %j, with blank rows between', (end) => {
  const text = [
    RATES,
    'asylnorsk,2025,single,1,proposal,x',
    '',
    ' , ,,,,',
    'asylnorsk,2026,single,-1,proposal,x',
    '',
  ].join(end);
  expect(read(RATES_TABLE, text)).toMatchObject({ rows: [{ line: 2 }], faults: ['5 value WHOLE_NUMBER_FORM'] });
});

test('numbers of recipients are read by their digits', () => {
  const text = `${RECIPIENTS}\n1103;Stavanger;964 965 226;1234.56.78903;Nøytral\n0301;Oslo;958-935-420;1234\u00A056\u00A078903;NB\n1806;Narvik;959469059 x;;\n`;
  expect(read(RECIPIENTS_TABLE, text)).toMatchObject({
    rows: [
      { orgNumber: '964965226', accountNumber: '12345678903', language: 'neutral' },
      { orgNumber: '958935420', accountNumber: '12345678903', language: 'nb' },
      { orgNumber: '959469059 x', accountNumber: '', language: 'neutral' },
    ],
    faults: [],
  });
});

test('a minus may be U+2212', () => {
  expect(read(OPENING_BALANCES_TABLE, `${BALANCES}\n0301,Asylum,\u22125\n`)).toMatchObject({
    rows: [{ balanceNok: -5, group: 'asylum' }],
    faults: [],
  });
});

test.each([
  [
    'an invisible character',
    `${RATES}\nasylnorsk,2025,single,1,proposal,a\u200Bb\n`,
    ['2 source INVISIBLE_CHARACTER U+200B'],
  ],
  [
    'a control character',
    `${RATES}\nasylnorsk,2025,single,1,proposal,a\u001Bb\n`,
    ['2 source INVISIBLE_CHARACTER U+001B'],
  ],
  ['NUL', `${RATES}\nasylnorsk,2025,single,1,proposal,a\0b\n`, ['2 source ENCODING']],
  ['a near miss', 'key,grant_year,rate_class,value,status,source,notes\n', ['1 note COLUMN_RESEMBLES']],
  [
    'a quote that swallows rows',
    `${RATES}\nasylnorsk,2025,single,1,proposal,"x\nasylnorsk,2026,single,1,proposal,x\nasylnorsk,2027,single,1,proposal,y"\n`,
    ['2 source LINE_END_IN_VALUE'],
  ],
])('%s is a fault', (_, text, faults) => {
  expect(read(RATES_TABLE, text).faults).toEqual(faults);
});

describe('what to do fits the file', () => {
  const codes = [
    'VALUE_MISSING',
    'DATE_FORM',
    'CODE_UNKNOWN',
    'COLUMN_MISSING',
    'COLUMN_RESEMBLES',
    'INVISIBLE_CHARACTER',
  ] as const;

  test.each(['rates', 'recipients', 'opening_postings', 'opening_balances'])('%s is not the source system', (table) => {
    for (const code of codes) {
      for (const language of ['nb', 'en'] as const) {
        const action = messageAction(code, language, { table, mapping: '', column: '' });
        expect(action).not.toMatch(/kildesystem|source system|uttrekk|extract|--columns|[{}]/);
        expect(action).not.toBe('');
      }
    }
  });

  test('the file of an extract still is', () => {
    expect(messageAction('VALUE_MISSING', 'en', {})).toBe(
      'Fill in the field in the source system and extract the register again.',
    );
  });

  test('a fault of an opening file carries its table', () => {
    const header = 'grant_year,component,person_id,recipient_id,amount,code';
    const table = readSmallTable(Buffer.from(`${header}\n2023,utvidet43g,,0301,1,\n`), 'o.csv', OPENING_POSTINGS_TABLE);
    try {
      rowsOrStop('o.csv', table);
    } catch (cause) {
      if (!(cause instanceof NorsktilskuddError)) throw cause;
      const [detail] = cause.details;
      if (detail === undefined) throw cause;
      const { code, params } = detail;
      expect([code, messageAction(code, 'en', params)]).toEqual([
        'VALUE_MISSING',
        'Fill in the field in the file and run again.',
      ]);
      expect(messageAction(code, 'nb', params)).toBe('Fyll ut feltet i filen og kjør på nytt.');
      return;
    }
    throw new Error('the file was accepted');
  });
});
