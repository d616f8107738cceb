import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FAR_FUTURE, FAR_PAST, formatRecipientCode, knownDay, NorsktilskuddError } from '../../../src/domain';
import {
  OPENING_BALANCES_TABLE,
  OPENING_POSTINGS_TABLE,
  RATES_TABLE,
  RECIPIENTS_TABLE,
  readSmallTable,
  rowsOrStop,
} from '../../../src/register';

const bytes = (...lines: string[]): Buffer => Buffer.from(`${lines.join('\n')}\n`, 'utf8');
const faults = (table: { rejects: readonly { line: number; column: string; rule: string; value: string }[] }) =>
  table.rejects.map(({ line, column, rule, value }) => `${line} ${column} ${rule} ${value}`);

describe('rates', () => {
  it('reads the shipped rates', () => {
    const shipped = readFileSync(join(__dirname, '../../../rules/data/rates.csv'));
    const table = readSmallTable(shipped, 'rates.csv', RATES_TABLE);
    expect(faults(table)).toEqual([]);
    expect(table.rows).toContainEqual(
      expect.objectContaining({ key: 'utvidet43g', grantYear: 2023, rateClass: 'single', valueNok: 27450 }),
    );
  });

  it('reads a header with a quoted name, and refuses values with line ends', () => {
    const table = readSmallTable(
      bytes(
        'key,grant_year,rate_class,value,status,source,"til ""fri"""',
        'asylnorsk,2025,single,-1,proposal,"x\nx",y',
        'y',
      ),
      'r.csv',
      RATES_TABLE,
    );
    expect(faults(table)).toEqual(['2 source LINE_END_IN_VALUE ', '4  FIELD_COUNT 1']);
  });

  it('lists every fault of every row, and both of two equal cells', () => {
    const table = readSmallTable(
      bytes(
        'key;grant_year;rate_class;value;status;source',
        'grunntilskudd;2024;single;1;proposal;x',
        'asylnorsk;24;single;1,5;guess;',
        'asylnorsk;2024;single;1;proposal;x',
        'asylnorsk;2024;single;2;proposal;x',
        'asylnorsk;2025;single;2;proposal;x',
      ),
      'r.csv',
      RATES_TABLE,
    );
    expect(faults(table)).toEqual([
      '2 rate_class RATE_CLASS_OF_KEY single',
      '3 grant_year YEAR_FORM 24',
      '3 value WHOLE_NUMBER_FORM 1,5',
      '3 status CODE_UNKNOWN guess',
      '3 source VALUE_MISSING ',
      '4 key RATE_CELL_TWICE ',
      '5 key RATE_CELL_TWICE ',
    ]);
    expect(table.rows).toHaveLength(1);
    expect(() => rowsOrStop('r.csv', table)).toThrow(NorsktilskuddError);
  });
});

describe('recipients', () => {
  it('reads Norwegian names, ISO-8859-1 and periods', () => {
    const text = 'recipient_id,navn,malform,valid_from\r\n1806,"Narvik ""by"" æ",nn,01.01.2020\r\n03,Oslo,,\r\n';
    const table = readSmallTable(Buffer.from(text, 'latin1'), 'm.csv', RECIPIENTS_TABLE);
    expect(table.findings.map((each) => each.code)).toEqual(['FILE_IS_ISO_8859_1']);
    expect(table.rows.map((row) => [formatRecipientCode(row.recipient), row.name, row.language])).toEqual([
      ['1806', 'Narvik "by" æ', 'nn'],
      ['0301', 'Oslo', 'neutral'],
    ]);
    expect(table.rows[0]).toMatchObject({ validFrom: knownDay('2020-01-01'), validTo: FAR_FUTURE, line: 2 });
    expect(table.rows[1]?.validFrom).toBe(FAR_PAST);
  });

  it('tells of a missing column and stops', () => {
    const table = readSmallTable(bytes('recipient_id', '0301'), 'm.csv', RECIPIENTS_TABLE);
    expect(faults(table)).toEqual(['1 name COLUMN_MISSING ']);
  });
});

describe('opening files', () => {
  it('wants a person exactly where the component has one, and never shows an id', () => {
    const table = readSmallTable(
      bytes(
        'grant_year\tcomponent\tduf_nummer\trecipient_id\tamount\tcode',
        '2023\tpersontilskudd\t202262977001\t1103\t-15\tP-AR1-H',
        '2023\tpersontilskudd\t\t1103\t15\t',
        '2023\tgrunntilskudd\t202262977001\t1103\t15\t',
        '2023\tasylnorsk\t20226297700\t1103\t15\t',
        '2023\tgrunntilskudd\t\t1103\t15\tsak 202262977001',
      ),
      'opening_postings.csv',
      OPENING_POSTINGS_TABLE,
    );
    expect(faults(table)).toEqual([
      '3 duf_nummer VALUE_MISSING ',
      '4 duf_nummer PERSON_NOT_EXPECTED ************',
      '5 duf_nummer PERSON_ID_FORM ***********',
      '6 code CODE_HOLDS_NUMBER sak ************',
    ]);
    expect(table.rows).toEqual([
      {
        line: 2,
        grantYear: 2023,
        component: 'persontilskudd',
        personId: 202262977001,
        recipient: 11031,
        amountNok: -15,
        code: 'P-AR1-H',
      },
    ]);
  });

  it('refuses a balance above zero', () => {
    const table = readSmallTable(
      bytes('recipient_id,netting_group,balance', '1103,asylum,-5', '1103,asylum,5'),
      'b.csv',
      OPENING_BALANCES_TABLE,
    );
    expect(faults(table)).toEqual(['3 balance BALANCE_ABOVE_ZERO 5']);
    expect(table.rows).toEqual([{ line: 2, recipient: 11031, group: 'asylum', balanceNok: -5 }]);
  });
});
