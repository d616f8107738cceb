import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  asRecipientCode,
  averageHundredths,
  COMPONENTS,
  componentOrdinal,
  emptyLine,
  finding,
  knownDay,
  type Line,
  LineTable,
  NO_RECIPIENT,
  type PlaceRegister,
  parseRecipientCode,
  RATE_CLASS,
  type RecipientCode,
} from '../../src/domain';
import {
  PostedBefore,
  type RejectedRow,
  RunFolder,
  writeBalancesBefore,
  writeFindings,
  writeHeld,
  writeHoursBasis,
  writeParameters,
  writePayoutLines,
  writePayouts,
  writeRejected,
  writeSizing,
} from '../../src/payout';
import { temporaryFolder } from '../support/temporary-folder';

function codeOf(text: string): RecipientCode {
  const code = parseRecipientCode(text);
  if (code === undefined) throw new Error(text);
  return code;
}

function written(write: (folder: RunFolder) => void, name: string): string {
  const folder = RunFolder.begin(join(temporaryFolder(), 'work'));
  try {
    write(folder);
    return readFileSync(join(folder.workPath, name), 'utf8');
  } finally {
    folder.abandon();
  }
}

function lineTable(...lines: Partial<Line>[]): LineTable {
  const table = new LineTable();
  for (const line of lines) table.push({ ...emptyLine(), ...line });
  return table;
}

const PLACES: PlaceRegister = {
  places: [],
  has: () => true,
  nameOn: (code) => (code === codeOf('0301') ? 'Oslo' : code === codeOf('15') ? 'Møre og Romsdal' : ''),
  orgNumber: (code) => (code === codeOf('0301') ? '958935420' : ''),
  translationTo: () => ({ on: knownDay('2018-03-31'), target: new Int32Array(0), stopped: new Uint8Array(0) }),
  translationSteps: () => [],
};

test('payout_lines.csv: numbered lines; an unknown amount and no person are empty', () => {
  const lines = lineTable(
    {
      grantYear: 2017,
      component: componentOrdinal('grunntilskudd'),
      code: 'Grunntilskudd-L',
      basisRecipient: codeOf('0301'),
      recipient: codeOf('0301'),
      annualAmountNok: 185000,
      shareNumerator: 1,
      cumulativeDueNok: 185000,
      previouslyPostedNok: -5,
      amountNok: 185005,
      reason: 1,
      traceLeaf: 100000,
      traceRecord: 3,
    },
    {
      grantYear: 2018,
      component: componentOrdinal('persontilskudd'),
      code: 'P-AR1-H',
      personId: 19900000012,
      basisRecipient: codeOf('1504'),
      recipient: codeOf('1507'),
      annualAmountNok: -1,
      cumulativeDueNok: 0,
      previouslyPostedNok: 31900,
      amountNok: -31900,
      reason: 2,
      traceLeaf: 7,
    },
  );
  const text = written((folder) => writePayoutLines(folder.createFile('l.csv'), '2018-T1-abc', 1, lines), 'l.csv');
  expect(text).toBe(
    'line_id,run_id,grant_year,term,component,code,person_ref,recipient_id,basis_recipient_id,annual_amount,share_numerator,share_denominator,cumulative_due,previously_posted,amount,reason,netting_group,trace_id\n' +
      '2018-T1-abc-1,2018-T1-abc,2017,1,grunntilskudd,Grunntilskudd-L,,0301,0301,185000,1,1,185000,-5,185005,arrears,grunntilskudd,100000.3\n' +
      '2018-T1-abc-2,2018-T1-abc,2018,1,persontilskudd,P-AR1-H,019900000012,1507,1504,,0,1,0,31900,-31900,correction,persontilskudd,7.0\n',
  );
});

test('payout_lines.csv: lines out of order or without money are a fault of the program', () => {
  const write =
    (...lines: Partial<Line>[]) =>
    () =>
      written((folder) => writePayoutLines(folder.createFile('l.csv'), 'R', 1, lineTable(...lines)), 'l.csv');
  const line = {
    grantYear: 2018,
    basisRecipient: codeOf('0301'),
    recipient: codeOf('0301'),
    cumulativeDueNok: 5,
    amountNok: 5,
  };
  expect(write(line, line)).toThrow('payout line 2 does not follow the line before it');
  expect(write(line, { ...line, grantYear: 2017 })).toThrow('payout line 2 does not follow');
  expect(write({ ...line, amountNok: 4 })).toThrow('payout line 1 is not the difference');
  expect(write({ ...line, cumulativeDueNok: 0, amountNok: 0 })).toThrow('payout line 1 is not the difference');
});

test('payouts.csv: name by register, account by recipients file, a key only where money moves', () => {
  const payouts = [
    {
      recipient: codeOf('1507'),
      group: 'asylum',
      linesTotalNok: -10,
      carriedInNok: -5,
      paidNok: 0,
      carriedOutNok: -15,
    },
    {
      recipient: codeOf('0301'),
      group: 'persontilskudd',
      linesTotalNok: 30,
      carriedInNok: -10,
      paidNok: 20,
      carriedOutNok: 0,
    },
    { recipient: codeOf('0301'), group: 'asylum', linesTotalNok: 7, carriedInNok: 0, paidNok: 7, carriedOutNok: 0 },
    {
      recipient: codeOf('15'),
      group: 'persontilskudd',
      linesTotalNok: 1,
      carriedInNok: 0,
      paidNok: 1,
      carriedOutNok: 0,
    },
  ] as const;
  const context = {
    runId: 'R',
    term: 2,
    cutOff: knownDay('2018-06-30'),
    places: PLACES,
    recipients: new Map([
      [codeOf('1507'), { name: 'Ålesund, "by"', orgNumber: '920415288', accountNumber: '12345678903' }],
    ]),
    paymentRef: (recipient: RecipientCode, group: string) => `K-${recipient}-${group}`,
  };
  expect(written((folder) => writePayouts(folder.createFile('p.csv'), context, payouts), 'p.csv')).toBe(
    'run_id,term,recipient_id,recipient_name,org_number,account_number,netting_group,lines_total,carried_in,paid,carried_out,payment_ref\n' +
      'R,2,0301,Oslo,958935420,,asylum,7,0,7,0,K-3011-asylum\n' +
      'R,2,0301,Oslo,958935420,,persontilskudd,30,-10,20,0,K-3011-persontilskudd\n' +
      'R,2,15,Møre og Romsdal,,,persontilskudd,1,0,1,0,K-15000-persontilskudd\n' +
      'R,2,1507,"Ålesund, ""by""",920415288,12345678903,asylum,-10,-5,0,-15,\n',
  );
});

test('payouts.csv: netting that does not add up is a fault of the program', () => {
  const payout = {
    recipient: codeOf('0301'),
    group: 'asylum',
    linesTotalNok: 7,
    carriedInNok: 0,
    paidNok: 8,
    carriedOutNok: -1,
  } as const;
  const context = { runId: 'R', term: 2, cutOff: knownDay('2018-06-30'), places: PLACES, paymentRef: () => 'K' };
  expect(() => written((folder) => writePayouts(folder.createFile('p.csv'), context, [payout]), 'p.csv')).toThrow(
    'netting',
  );
});

test('sizing.csv and held.csv: empty values and HELD', () => {
  const row = {
    component: 'persontilskudd',
    yearNumber: 2,
    rateClass: RATE_CLASS.high,
    persons: 1,
    days: 365,
    rateNok: 62300,
    annualAmountNok: 62300,
  } as const;
  const sizing = [
    { ...row, recipient: NO_RECIPIENT },
    {
      ...row,
      recipient: codeOf('1507'),
      component: 'grunntilskudd',
      yearNumber: 0,
      rateClass: RATE_CLASS.none,
      days: 0,
      rateNok: null,
      annualAmountNok: 0,
      persons: 151,
    },
    { ...row, recipient: codeOf('1507') },
    {
      ...row,
      recipient: codeOf('15'),
      component: 'timetilskudd',
      yearNumber: 0,
      rateClass: RATE_CLASS.single,
      days: 0,
      rateNok: null,
      persons: 0,
    },
  ] as const;
  expect(
    written((folder) => writeSizing(folder.createFile('s.csv'), 2018, knownDay('2018-06-30'), sizing), 's.csv'),
  ).toBe(
    'grant_year,as_of,recipient_id,component,year_number,rate_class,persons,days,rate,annual_amount\n' +
      '2018,2018-06-30,15,timetilskudd,,single,0,0,,62300\n' +
      '2018,2018-06-30,1507,grunntilskudd,,,151,0,,0\n' +
      '2018,2018-06-30,1507,persontilskudd,2,high,1,365,62300,62300\n' +
      '2018,2018-06-30,HELD,persontilskudd,2,high,1,365,62300,62300\n',
  );
  const held = [
    {
      grantYear: 2018,
      component: 'persontilskudd',
      personId: 201600000012,
      annualAmountNok: 62300,
      heldAmountNok: 10,
      reason: 'no_unique_successor',
    },
    {
      grantYear: 2018,
      component: 'persontilskudd',
      personId: 201600000012,
      annualAmountNok: null,
      heldAmountNok: null,
      reason: 'unknown_country',
    },
    {
      grantYear: 2017,
      component: 'grunntilskudd',
      personId: 0,
      annualAmountNok: 0,
      heldAmountNok: -10,
      reason: 'difference_no_unique_successor',
    },
  ] as const;
  expect(written((folder) => writeHeld(folder.createFile('h.csv'), held), 'h.csv')).toBe(
    'grant_year,component,person_ref,annual_amount,held_amount,reason\n' +
      '2017,grunntilskudd,,0,-10,difference_no_unique_successor\n' +
      '2018,persontilskudd,201600000012,,,unknown_country\n' +
      '2018,persontilskudd,201600000012,62300,10,no_unique_successor\n',
  );
});

test('hours_basis.csv: hundredths, average half up, joint rows', () => {
  const row = {
    kommune: codeOf('0301'),
    law: 1,
    yearNumber: 1,
    participants: 8,
    norwegianHundredths: 725,
    socialStudiesHundredths: 5,
    absenceHundredths: 50,
    hoursRows: 3,
    hoursRowsOnTime: 2,
    starters: 1,
    startersWithinThreeMonths: 0,
    triggeringWithoutHours: 4,
    hoursWithoutDecision: 5,
  };
  const none = {
    ...row,
    kommune: NO_RECIPIENT,
    law: -1,
    participants: 0,
    norwegianHundredths: 0,
    socialStudiesHundredths: 0,
    absenceHundredths: 0,
  };
  const basis = [{ ...none, yearNumber: 0 }, { ...none, yearNumber: -1 }, row];
  expect(
    written((folder) => writeHoursBasis(folder.createFile('b.csv'), 2018, knownDay('2018-06-30'), basis), 'b.csv')
      .split('\n')
      .slice(1),
  ).toEqual([
    '2018,2018-06-30,0301,integreringsloven,1,8,7.25,0.05,0.50,0.91,3,2,1,0,4,5',
    '2018,2018-06-30,ALL,all,all,0,0.00,0.00,0.00,,3,2,1,0,4,5',
    '2018,2018-06-30,ALL,all,other,0,0.00,0.00,0.00,,3,2,1,0,4,5',
    '',
  ]);
  expect([averageHundredths(1, 2), averageHundredths(1, 3), averageHundredths(3, 2), averageHundredths(0, 7)]).toEqual([
    1, 0, 2, 0,
  ]);
});

test('findings.csv: pseudonym, text and action in bokmål', () => {
  const findings = [
    finding(
      'warning',
      'FILE_IGNORED',
      { file: 'bosted.csv', line: 10, column: 'kommune', personId: 5, kommune: '1507' },
      { file: 'a,b' },
    ),
    finding('warning', 'FILE_IGNORED', { file: 'bosted.csv', line: 9 }, { file: 'x' }),
    finding('error', 'COLUMN_IGNORED', {}, { column: 'x' }),
  ];
  expect(written((folder) => writeFindings(folder.createFile('f.csv'), findings, (id) => `p${id}`), 'f.csv')).toBe(
    'severity,code,file,line,column,person_ref,kommune,message,action\n' +
      'error,COLUMN_IGNORED,,,,,,Kolonnen x er ukjent og leses ikke.,"Ingenting å gjøre hvis kolonnen ikke trengs. Er den et annet navn på en kjent kolonne, så oppgi det med --columns."\n' +
      'warning,FILE_IGNORED,bosted.csv,9,,,,Filen x er ukjent og leses ikke.,Se at navnet er riktig skrevet. En valgfri tabell under feil navn blir ikke lest.\n' +
      'warning,FILE_IGNORED,bosted.csv,10,kommune,p5,1507,"Filen a,b er ukjent og leses ikke.",Se at navnet er riktig skrevet. En valgfri tabell under feil navn blir ikke lest.\n',
  );
});

test('rejected.csv, balances_before.csv and parameters.csv', () => {
  const rejected: RejectedRow[] = [
    { file: 'persons.csv', line: 0, column: 'country', rule: 'FILE_TWICE', params: {}, value: '' },
    { file: 'persons.csv', line: 12, column: 'sex', rule: 'FILE_TWICE', params: {}, value: 'X' },
    {
      file: 'persons.csv',
      line: 12,
      column: 'birth_date',
      rule: 'RUN_FOLDER_NOT_EMPTY',
      params: { folder: 'A' },
      value: '2019-02-30',
    },
  ];
  expect(() => written((folder) => writeRejected(folder.createFile('r.csv'), rejected.toReversed()), 'r.csv')).toThrow(
    'rejected rows come in the order of file and line',
  );
  expect(written((folder) => writeRejected(folder.createFile('r.csv'), rejected), 'r.csv')).toBe(
    'file,line,column,rule,expected,value\npersons.csv,,country,FILE_TWICE,én fil for tabellen,\n' +
      'persons.csv,12,birth_date,RUN_FOLDER_NOT_EMPTY,"Mappen A er ikke tom, og det som ligger der, er ikke en ferdig kjøring.",2019-02-30\n' +
      'persons.csv,12,sex,FILE_TWICE,én fil for tabellen,X\n',
  );
  const balances = [
    { recipient: codeOf('1507'), group: 'asylum', balanceNok: -5 },
    { recipient: codeOf('15'), group: 'persontilskudd', balanceNok: -7 },
  ] as const;
  expect(written((folder) => writeBalancesBefore(folder.createFile('b.csv'), balances), 'b.csv')).toBe(
    'recipient_id,netting_group,balance\n15,persontilskudd,-7\n1507,asylum,-5\n',
  );
  const rate = {
    key: 'grunntilskudd',
    grantYear: 2018,
    valueNok: 185000,
    status: 'assumed',
    source: 'S12, S36',
    note: '',
    file: 'rates.csv',
    line: 4,
  } as const;
  const parameters = {
    rates: [
      { ...rate, rateClass: 'high' },
      { ...rate, rateClass: 'low' },
    ],
    ratesUsed: [1],
    assumptions: [{ id: 'A10', value: 'days', alternatives: ['days'], status: 'assumed', source: 'none', note: '' }],
    assumptionsUsed: ['A10'],
    limits: [
      {
        key: 'split.unit',
        value: 'by_days',
        firstGrantYear: null,
        lastGrantYear: 2018,
        status: 'assumed',
        source: 'S1',
        note: '',
        assumption: 'A10',
      },
    ],
    limitsUsed: [0],
  } as const;
  expect(written((folder) => writeParameters(folder.createFile('p.csv'), parameters), 'p.csv')).toBe(
    'kind,key,grant_year,rate_class,value,unit,status,source,note,last_grant_year,assumption,used\n' +
      'assumption,A10,,,days,,assumed,none,,,,yes\n' +
      'limit,split.unit,,,by_days,,assumed,S1,,2018,A10,yes\n' +
      'rate,grunntilskudd,2018,high,185000,NOK,assumed,"S12, S36",,,,no\n' +
      'rate,grunntilskudd,2018,low,185000,NOK,assumed,"S12, S36",,,,yes\n',
  );
  const older = { ...parameters, format: 1 } as const;
  expect(written((folder) => writeParameters(folder.createFile('p.csv'), older), 'p.csv')).toBe(
    'kind,key,grant_year,rate_class,value,unit,status,source,note,used\n' +
      'assumption,A10,,,days,,assumed,none,,yes\n' +
      'rate,grunntilskudd,2018,high,185000,NOK,assumed,"S12, S36",,no\n' +
      'rate,grunntilskudd,2018,low,185000,NOK,assumed,"S12, S36",,yes\n',
  );
});

test('posted_before.csv: each entry is handed on and stands sorted by pseudonym', () => {
  const entry = {
    grantYear: 2018,
    component: COMPONENTS.indexOf('persontilskudd'),
    basisRecipient: codeOf('1507'),
    amountNok: -5,
    code: 'P-AR1-H',
    codeOrder: 12,
  };
  const entries = [
    { ...entry, personId: 0, component: COMPONENTS.indexOf('grunntilskudd'), code: 'odd,code' },
    { ...entry, personId: 3, component: COMPONENTS.indexOf('persontilskudd37d') },
    { ...entry, personId: 3, basisRecipient: asRecipientCode(codeOf('15')), code: '', codeOrder: 0 },
    { ...entry, personId: 4 },
  ];
  const text = written((folder) => {
    const posted = new PostedBefore(folder, (id) => (id === 3 ? 'ff00' : '00ff').padEnd(32, '0'));
    expect([...posted.tap(entries)]).toEqual(entries);
    expect(posted.close().rows).toBe(4);
  }, 'posted_before.csv');
  const zeros = '0'.repeat(28);
  expect(text).toBe(
    'person_ref,grant_year,component,basis_recipient_id,amount,code,code_order\n' +
      ',2018,grunntilskudd,1507,-5,"odd,code",12\n' +
      `00ff${zeros},2018,persontilskudd,1507,-5,P-AR1-H,12\n` +
      `ff00${zeros},2018,persontilskudd,15,-5,,0\n` +
      `ff00${zeros},2018,persontilskudd37d,1507,-5,P-AR1-H,12\n`,
  );
});
