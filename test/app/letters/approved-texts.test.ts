import { refuseUnapproved } from '../../../src/app/letters/approved-texts';
import { letterSettings } from '../../../src/app/letters/letter-settings';
import { NorsktilskuddError } from '../../../src/domain';
import { LETTER_TEXT_COLUMNS, LETTER_TEXT_KEYS, readLetterTexts } from '../../../src/report';

const HEAD = `${LETTER_TEXT_COLUMNS.join(',')}\n`;

/** Every text of a language as approved, with some cells changed. */
function approved(change: Partial<Record<(typeof LETTER_TEXT_COLUMNS)[number], string>> = {}, language = 'nb'): string {
  const cells = {
    text: 'Tekst.',
    version: '3',
    approved_by: 'Kari;Ola',
    approved_on: '2018-01-02',
    status: 'approved',
  };
  return LETTER_TEXT_KEYS.map((key) => {
    const row: Record<string, string> = { key, language, ...cells, ...change };
    return `${LETTER_TEXT_COLUMNS.map((column) => row[column] ?? '').join(',')}\n`;
  }).join('');
}

const { sender } = letterSettings({ sender_name: { nb: 'Direktoratet' }, org_number: '310 991 007' });
const NAMES = { rehearsal: false, requiresSignatures: () => false, listInForce: () => undefined };

/** Codes of all that is refused. */
function refused(text: string, change: Partial<Parameters<typeof refuseUnapproved>[0]> = {}): string[] {
  const { rows, faults } = readLetterTexts(HEAD + text, 'letter-texts.csv');
  expect(faults).toEqual([]);
  const texts = { rows, file: '/x/letter-texts.csv', sha256: 'a'.repeat(64) };
  const languages = ['nb'] as const;
  try {
    const day = { date: '2018-04-10', decidedOn: '2018-04-03' };
    const named = { ledger: NAMES, texts, sender, archiveCase: '2018/123', languages, ...day, withoutKapPost: [] };
    refuseUnapproved({ ...named, ...change });
    return [];
  } catch (cause) {
    if (!(cause instanceof NorsktilskuddError)) throw cause;
    expect([cause.kind, cause.code]).toEqual(['refused', 'LETTERS_REFUSED']);
    return [...new Set(cause.details.map(({ code, params }) => `${code} ${params.setting ?? ''}`.trim()))];
  }
}

test('texts that two persons approved before the letter are taken', () => {
  expect(refused(approved())).toEqual([]);
});

test('a letter is not dated before the decision that it tells', () => {
  expect(refused(approved(), { decidedOn: '2018-04-11' })).toEqual(['LETTER_BEFORE_DECISION']);
});

test.each([
  ['an example', { status: 'illustrative' }, 'LETTER_TEXT_NOT_APPROVED'],
  ['a draft', { status: 'draft' }, 'LETTER_TEXT_NOT_APPROVED'],
  ['one person', { approved_by: 'Kari' }, 'LETTER_TEXT_APPROVERS'],
  ['one person under two names', { approved_by: 'Kari;KARI' }, 'LETTER_TEXT_APPROVERS'],
  ['a later approval', { approved_on: '2018-04-11' }, 'LETTER_TEXT_LATER'],
  ['no day of approval', { approved_on: '' }, 'LETTER_TEXT_LATER'],
  ['a text that is over', { valid_to: '2018-04-09' }, 'LETTER_TEXT_MISSING'],
])('a real ledger refuses %s', (_, change, code) => {
  expect(refused(approved(change))).toEqual([code]);
});

test('everything that is missing is told at once, in every language that is written', () => {
  const { rows } = readLetterTexts(HEAD, 'x');
  const nobody = letterSettings({}).sender;
  const texts = { rows, file: 'x', sha256: 'a'.repeat(64) };
  const missing = { texts, sender: nobody, archiveCase: '', languages: ['nb', 'nn'] as const };
  const withoutKapPost = [{ component: 'asylnorsk', on: '2018-04-09' }];
  expect(refused('', { ...missing, withoutKapPost })).toEqual([
    'LETTER_NO_ARCHIVE_CASE',
    'LETTER_SETTING_MISSING letters.sender_name',
    'LETTER_SETTING_MISSING letters.org_number',
    'LETTER_SETTING_MISSING payment.kap_post (asylnorsk, 2018-04-09)',
    'LETTER_TEXT_MISSING',
  ]);
  expect(refused('', { ...missing, ledger: { ...NAMES, rehearsal: true } })).toEqual([]);
});

test('where a ledger requires signatures, the very bytes of the file stand on the signed list', () => {
  const listed = (sha256: string): ReturnType<Parameters<typeof refuseUnapproved>[0]['ledger']['listInForce']> => ({
    list: {
      ...{ kind: 'tables', version: 1, validFrom: '2018-01-01', previous: '', approvers: '', persons: [] },
      files: [{ name: 'letter-texts.csv', sha256 }],
      signatures: [],
    },
    hash: '',
    journal: 1,
  });
  const signed = { ...NAMES, requiresSignatures: () => true };
  expect(refused(approved(), { ledger: signed })).toEqual(['LETTER_TEXTS_NOT_SIGNED']);
  expect(refused(approved(), { ledger: { ...signed, listInForce: () => listed('a'.repeat(64)) } })).toEqual([]);
  expect(refused(approved(), { ledger: { ...signed, listInForce: () => listed('b'.repeat(64)) } })).toEqual([
    'LETTER_TEXTS_NOT_SIGNED',
  ]);
});

test('rows that cannot be are told with file, line and column, all at once', () => {
  const rows = [
    'purpse,nb,Tekst.,1,,,draft,,',
    'purpose,se,Tekst.,1,,,draft,,',
    'purpose,nb,{name},,,2018-13-01,ok,,',
    'control,nb,En.,1,,,draft,2018-01-01,2018-06-30',
    'control,nb,To.,2,,,draft,2018-06-30,',
  ];
  const { faults } = readLetterTexts(`${HEAD}${rows.join('\n')}\n`, 'letter-texts.csv');
  expect(faults.map(({ code, params }) => [code, params.line, params.column ?? ''].join(' '))).toEqual([
    'LETTER_TEXT_ROW 2 key',
    'LETTER_TEXT_ROW 3 language',
    'LETTER_TEXT_ROW 4 status',
    'LETTER_TEXT_ROW 4 version',
    'LETTER_TEXT_ROW 4 text',
    'LETTER_TEXT_ROW 4 approved_on',
    'LETTER_TEXT_TWICE 6 ',
  ]);
});
