import {
  type ManifestContext,
  openTraceFiles,
  type Pseudonyms,
  pseudonymsOf,
  type WrittenRun,
  writeRunFolder,
} from '../../src/audit';
import {
  type Assumption,
  componentOrdinal,
  type Day,
  emptyLine,
  finding,
  knownDay,
  type Limit,
  type Line,
  LineTable,
  type PlaceRegister,
  type PostedEntry,
  type PostedState,
  parseRecipientCode,
  RATE_CLASS,
  type Rate,
  type RecipientCode,
  type RunResult,
  rateCell,
} from '../../src/domain';
import { PostedBefore, type RecipientDetails, RunFolder } from '../../src/payout';

/** A made-up run of 2018 T2 with arrears of 2017: small, but with every kind of row. */

export function codeOf(text: string): RecipientCode {
  const code = parseRecipientCode(text);
  if (code === undefined) throw new Error(text);
  return code;
}

const PERSON_A = 201600000012;
const PERSON_B = 201700000013;
const PERSON_C = 201800000014;

function line(part: Partial<Line> & { component: number }): Line {
  return { ...emptyLine(), grantYear: 2018, shareNumerator: 1, ...part };
}

const PERSONTILSKUDD = componentOrdinal('persontilskudd');
const OSLO = codeOf('0301');
const STAVANGER = codeOf('1103');

function sampleLines(): LineTable {
  const lines = new LineTable();
  lines.push(
    line({
      grantYear: 2017,
      component: PERSONTILSKUDD,
      code: 'P-AR1-H',
      personId: PERSON_A,
      basisRecipient: OSLO,
      recipient: OSLO,
      annualAmountNok: 31900,
      shareNumerator: 365,
      shareDenominator: 365,
      cumulativeDueNok: 31900,
      previouslyPostedNok: 30000,
      amountNok: 1900,
      reason: 1,
      traceLeaf: 0,
      traceRecord: 0,
    }),
  );
  lines.push(
    line({
      component: componentOrdinal('asylnorsk'),
      code: 'ASYL-NORSK',
      personId: PERSON_C,
      basisRecipient: OSLO,
      recipient: OSLO,
      annualAmountNok: 18312,
      cumulativeDueNok: 18312,
      amountNok: 18312,
      reason: 0,
      traceLeaf: 2,
      traceRecord: 1,
    }),
  );
  lines.push(
    line({
      component: PERSONTILSKUDD,
      code: 'P-AR2-H',
      personId: PERSON_A,
      basisRecipient: OSLO,
      recipient: OSLO,
      annualAmountNok: 62300,
      shareNumerator: 265,
      shareDenominator: 365,
      cumulativeDueNok: 45232,
      previouslyPostedNok: 62300,
      amountNok: -17068,
      reason: 2,
      traceLeaf: 0,
      traceRecord: 1,
    }),
  );
  lines.push(
    line({
      component: PERSONTILSKUDD,
      code: 'P-AR2-H',
      personId: PERSON_A,
      basisRecipient: STAVANGER,
      recipient: STAVANGER,
      annualAmountNok: 62300,
      shareNumerator: 100,
      shareDenominator: 365,
      cumulativeDueNok: 17068,
      amountNok: 17068,
      reason: 0,
      traceLeaf: 0,
      traceRecord: 1,
    }),
  );
  return lines;
}

const LIMITS: readonly Limit[] = [
  {
    key: 'grunntilskudd.count_day',
    value: '01-15',
    firstGrantYear: null,
    lastGrantYear: 2018,
    status: 'verified',
    source: 'S12',
    note: '',
    assumption: '',
  },
];

export function sampleResult(): RunResult {
  const sizing = {
    recipient: OSLO,
    component: 'persontilskudd',
    yearNumber: 2,
    rateClass: RATE_CLASS.high,
    persons: 1,
    days: 265,
    rateNok: 62300,
    annualAmountNok: 45232,
  } as const;
  return {
    lines: sampleLines(),
    payouts: [
      { recipient: OSLO, group: 'asylum', linesTotalNok: 18312, carriedInNok: -312, paidNok: 18000, carriedOutNok: 0 },
      {
        recipient: OSLO,
        group: 'persontilskudd',
        linesTotalNok: -15168,
        carriedInNok: 0,
        paidNok: 0,
        carriedOutNok: -15168,
      },
      {
        recipient: STAVANGER,
        group: 'persontilskudd',
        linesTotalNok: 17068,
        carriedInNok: 0,
        paidNok: 17068,
        carriedOutNok: 0,
      },
    ],
    held: [
      {
        grantYear: 2017,
        component: 'persontilskudd',
        personId: PERSON_B,
        annualAmountNok: 0,
        heldAmountNok: -31900,
        reason: 'missing_from_extract',
      },
      {
        grantYear: 2018,
        component: 'persontilskudd',
        personId: PERSON_C,
        annualAmountNok: 31900,
        heldAmountNok: 31900,
        reason: 'no_recipient',
      },
    ],
    sizing: [
      sizing,
      { ...sizing, recipient: STAVANGER, days: 100, annualAmountNok: 17068 },
      { ...sizing, recipient: 0, yearNumber: 1, days: 0, rateNok: 31900, annualAmountNok: 31900 },
    ],
    hoursBasis: [
      {
        kommune: OSLO,
        law: -1,
        yearNumber: -1,
        participants: 2,
        norwegianHundredths: 725,
        socialStudiesHundredths: 5,
        absenceHundredths: 50,
        hoursRows: 3,
        hoursRowsOnTime: 2,
        starters: 1,
        startersWithinThreeMonths: 0,
        triggeringWithoutHours: 0,
        hoursWithoutDecision: 1,
      },
    ],
    findings: [
      finding(
        'error',
        'FILE_IGNORED',
        { file: 'residence', line: 3, personId: PERSON_C, kommune: '0301' },
        { file: 'x, "y"' },
      ),
      finding('info', 'COLUMN_IGNORED', {}, { column: 'x' }),
    ],
    computed: [
      { grantYear: 2017, component: 'persontilskudd', module: 'persontilskudd@2016' },
      { grantYear: 2018, component: 'asylnorsk', module: 'asylnorsk@2017' },
      { grantYear: 2018, component: 'persontilskudd', module: 'persontilskudd@2016' },
    ],
    conservation: [
      {
        grantYear: 2017,
        component: 'persontilskudd',
        annualNok: 31900,
        postedBeforeNok: 30000,
        linesNok: 1900,
        dueLaterNok: 0,
        heldNok: 0,
      },
      {
        grantYear: 2018,
        component: 'asylnorsk',
        annualNok: 18312,
        postedBeforeNok: 0,
        linesNok: 18312,
        dueLaterNok: 0,
        heldNok: 0,
      },
      {
        grantYear: 2018,
        component: 'persontilskudd',
        annualNok: 94200,
        postedBeforeNok: 62300,
        linesNok: 0,
        dueLaterNok: 0,
        heldNok: 31900,
      },
    ],
    ratesUsed: [0, 1],
    limitsUsed: [0],
    assumptionsUsed: ['A10'],
    openingArrears: [],
    counts: { persons: 2, personsPaid: 2, leaves: 3 },
  };
}

const RATES: readonly Rate[] = (['persontilskudd.year1', 'persontilskudd.year2'] as const).map((key, index) => ({
  key,
  grantYear: 2018,
  rateClass: 'high',
  valueNok: index === 0 ? 31900 : 62300,
  status: 'verified',
  source: 'circular, "2018"',
  note: '',
  file: 'rates.csv',
  line: 2 + index,
}));
const ASSUMPTIONS: readonly Assumption[] = [
  {
    id: 'A10',
    value: 'days',
    alternatives: ['days', 'by_months'],
    status: 'assumed',
    source: 'none',
    note: 'Unit days',
  },
];

const POSTED: readonly PostedEntry[] = [
  {
    personId: PERSON_A,
    grantYear: 2017,
    component: PERSONTILSKUDD,
    basisRecipient: OSLO,
    amountNok: 30000,
    code: 'P-AR1-H',
    codeOrder: 1,
  },
  {
    personId: PERSON_A,
    grantYear: 2018,
    component: PERSONTILSKUDD,
    basisRecipient: OSLO,
    amountNok: 62300,
    code: 'P-AR2-H',
    codeOrder: 3,
  },
  {
    personId: PERSON_B,
    grantYear: 2017,
    component: PERSONTILSKUDD,
    basisRecipient: OSLO,
    amountNok: 31900,
    code: 'P-AR1-H',
    codeOrder: 2,
  },
];

const PLACES: PlaceRegister = {
  places: [],
  has: () => true,
  nameOn: (code) => (code === OSLO ? 'Oslo' : 'Stavanger'),
  orgNumber: () => '958935420',
  translationTo: (on: Day) => ({ on, target: new Int32Array(0), stopped: new Uint8Array(0) }),
  translationSteps: () => [],
};

export const POSTED_STATE: PostedState = {
  entries: () => POSTED,
  balances: [{ recipient: OSLO, group: 'asylum', balanceNok: -312 }],
  coverage: [{ grantYear: 2018, component: 'persontilskudd', runYear: 2018, runTerm: 1 }],
  openingCoverage: [{ grantYear: 2017, component: 'persontilskudd', postings: 2, sumNok: 61900 }],
};

const hex = (digit: string): string => digit.repeat(64);

export function sampleContext(): ManifestContext {
  return {
    identity: {
      grantYear: 2018,
      term: 2,
      asOf: knownDay('2018-06-30'),
      supplementNumber: 0,
      rehearsal: false,
      snapshotId: hex('a'),
      postingHead: hex('b'),
      rates: RATES,
      assumptions: ASSUMPTIONS,
      limits: LIMITS,
      ruleLockSha256: hex('c'),
      tables: [
        { name: 'regions.csv', sha256: hex('1') },
        { name: 'kommuner.csv', sha256: hex('2') },
      ],
      excluded: ['kulturtilskudd'],
      accepted: ['A10'],
      recipientsSha256: hex('d'),
      pseudonymKeyId: PSEUDONYMS.keyId,
    },
    rates: {
      rates: RATES,
      find: (key, year, rateClass) =>
        RATES.findIndex(
          (rate) => rateCell(rate.key, rate.grantYear, rate.rateClass) === rateCell(key, year, rateClass),
        ),
    },
    assumptions: { assumptions: ASSUMPTIONS, value: () => 'days' },
    program: { version: '1.0.0', buildSha256: hex('e') },
    extract: {
      takenAt: '2018-06-30',
      source: 'NIR',
      files: [
        { name: 'persons.csv', bytes: 100, rows: 2, sha256: hex('3') },
        { name: 'hours.csv', bytes: 10, rows: 0, sha256: hex('4') },
      ],
    },
    inputs: [{ name: 'recipients.csv', bytes: 30, rows: 1, sha256: hex('d') }],
    moduleSha256: (module) => hex(module.startsWith('asyl') ? '5' : '6'),
    posted: POSTED_STATE,
    previousBatch: { runId: '2018-T1-0123456789ab', manifestSha256: hex('f') },
    trace: { format: 1, leaves: 3, entries: 9, root: hex('7'), recipientsRoot: hex('8') },
    blockers: [{ code: 'NEEDS_ACCEPTANCE', name: 'A10', status: 'assumed' }],
  };
}

export const PSEUDONYMS: Pseudonyms = pseudonymsOf(Buffer.alloc(32, 7));
const RECIPIENTS = new Map<RecipientCode, RecipientDetails>([
  [OSLO, { name: 'Oslo', orgNumber: '958935420', accountNumber: '12345678903' }],
]);

/** Writes the sample run; `change` may alter what goes in. */
export function writeSample(path: string, change: { result?: RunResult; context?: ManifestContext } = {}): WrittenRun {
  const folder = RunFolder.begin(path);
  try {
    return writeInto(folder, change);
  } catch (cause) {
    folder.abandon();
    throw cause;
  }
}

function writeInto(folder: RunFolder, change: { result?: RunResult; context?: ManifestContext }): WrittenRun {
  const postedBefore = new PostedBefore(folder, PSEUDONYMS.of);
  const trace = openTraceFiles(folder);
  trace.words.bytes(Buffer.from('NTTRACE1'));
  trace.open('trace.index').write(Buffer.from([1, 2, 3]));
  trace.close();
  for (const entry of POSTED) postedBefore.add(entry);
  return writeRunFolder({
    folder,
    postedBefore,
    balancesBefore: POSTED_STATE.balances,
    casesBefore: [],
    result: change.result ?? sampleResult(),
    findings: [finding('warning', 'FILE_IGNORED', { file: 'persons', line: 2 }, { file: 'k' })],
    rejected: [
      {
        file: 'hours.csv',
        line: 7,
        column: 'month',
        rule: 'PSEUDONYM_KEY_UNREADABLE',
        params: { file: 'k' },
        value: '2018-13',
      },
    ],
    rejectedRows: 1,
    fileNames: { residence: 'bosted.csv' },
    pseudonyms: PSEUDONYMS,
    places: PLACES,
    cutOff: knownDay('2018-06-30'),
    recipients: RECIPIENTS,
    manifest: change.context ?? sampleContext(),
  });
}
