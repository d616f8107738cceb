import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRecipients } from '../../src/app/run/rule-inputs';
import { knownDay, type PayoutRow, type PlaceRegister, parseRecipientCode, type RecipientCode } from '../../src/domain';
import { recipientFindings } from '../../src/payout';
import { temporaryFolder } from '../support/temporary-folder';

const CUT_OFF = knownDay('2018-03-31');
const HEAD = 'recipient_id,name,org_number,account_number,valid_from,valid_to';
const work = temporaryFolder();

function codeOf(text: string): RecipientCode {
  const code = parseRecipientCode(text);
  if (code === undefined) throw new Error(text);
  return code;
}

const PLACES: PlaceRegister = {
  places: [],
  has: () => true,
  nameOn: () => '',
  orgNumber: (code) => (code === codeOf('0301') ? '958935420' : ''),
  translationTo: () => ({ on: CUT_OFF, target: new Int32Array(0), stopped: new Uint8Array(0) }),
  translationSteps: () => [],
};

function payout(recipient: string, paidNok: number): PayoutRow {
  const linesTotalNok = paidNok === 0 ? -5 : paidNok;
  const carriedOutNok = linesTotalNok - paidNok;
  return {
    recipient: codeOf(recipient),
    group: 'persontilskudd',
    linesTotalNok,
    carriedInNok: 0,
    paidNok,
    carriedOutNok,
  };
}

/** Code, column and kommune of what is said of those rows of a recipients file when 0301 and 1103 are paid. */
function told(...rows: readonly string[]): string[] {
  const path = join(work, 'recipients.csv');
  writeFileSync(path, [HEAD, ...rows].join('\n'));
  const payouts = [payout('0301', 7), payout('0301', 8), payout('1103', 9), payout('4601', 0)];
  const findings = recipientFindings(payouts, { ...readRecipients(path, CUT_OFF), places: PLACES });
  expect(findings.every(({ severity }) => severity === 'error')).toBe(true);
  return findings.map(({ code, column, kommune }) => `${code} ${column} ${kommune}`);
}

const OSLO = '0301,Oslo,958935420,86011117947,,';
const STAVANGER = '1103,Stavanger,964965226,86011117009,,';

test('good numbers, or the register knows the organisation: nothing is said', () => {
  expect(told(OSLO, STAVANGER)).toEqual([]);
  expect(told('0301,Oslo,,86011117947,,', STAVANGER)).toEqual([]);
});

test('missing and failed numbers are an error each, once a recipient, and only where money moves', () => {
  expect(told('0301,Oslo,958935421,,,', '1103,Stavanger,,86011117948,,')).toEqual([
    'RECIPIENT_ORG_NUMBER org_number 0301',
    'RECIPIENT_ACCOUNT account_number 0301',
    'RECIPIENT_ORG_NUMBER org_number 1103',
    'RECIPIENT_ACCOUNT account_number 1103',
  ]);
});

test('a recipient without a row on the cut-off date is named', () => {
  expect(told(OSLO, `${STAVANGER.slice(0, -1)}2018-04-01,`)).toEqual(['RECIPIENT_MISSING recipient_id 1103']);
});

test('two rows on the cut-off date: neither is used', () => {
  expect(told(OSLO, STAVANGER, '1103,Stavanger,964965226,12345678903,2018-03-31,')).toEqual([
    'RECIPIENT_TWICE valid_from 1103',
  ]);
  expect(
    told(
      OSLO,
      '1103,Stavanger,964965226,86011117947,,2018-03-30',
      '1103,Stavanger,964965226,12345678903,2018-03-31,2018-03-31',
    ),
  ).toEqual([]);
});

test('without a recipients file there is nothing to say', () => {
  expect(recipientFindings([payout('0301', 7)], { ...readRecipients(undefined, CUT_OFF), places: PLACES })).toEqual([]);
});

test('a number that two recipients have is an error of each that is paid, in whatever form it is written', () => {
  expect(told(OSLO, '1103,Stavanger,964965226,8601.11.17947,,')).toEqual([
    'RECIPIENT_ACCOUNT_SHARED account_number 0301',
    'RECIPIENT_ACCOUNT_SHARED account_number 1103',
  ]);
  expect(told(OSLO, '1103,Stavanger,958 935 420,86011117009,,')).toEqual([
    'RECIPIENT_ORG_NUMBER_SHARED org_number 0301',
    'RECIPIENT_ORG_NUMBER_SHARED org_number 1103',
  ]);
  expect(told(OSLO, STAVANGER, '4601,Bergen,974770482,86011117947,,')).toEqual([
    'RECIPIENT_ACCOUNT_SHARED account_number 0301',
  ]);
});
