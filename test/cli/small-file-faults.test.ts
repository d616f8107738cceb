import { failureText } from '../../src/cli/failure-report';
import { memoryTerminal } from '../../src/cli/terminal';
import { NorsktilskuddError } from '../../src/domain';
import type { Language } from '../../src/messages';
import {
  OPENING_BALANCES_TABLE,
  OPENING_POSTINGS_TABLE,
  RATES_TABLE,
  readSmallTable,
  rowsOrStop,
  type SmallTableSpec,
} from '../../src/register';

/** What a user reads when a small file cannot be read. */
function told<Row>(spec: SmallTableSpec<Row>, lines: readonly string[], language: Language): string {
  const terminal = memoryTerminal('/');
  const names = { terminal, language, commandName: '', exitCode: 0, json: false } as const;
  try {
    rowsOrStop('f.csv', readSmallTable(Buffer.from(lines.join('\n')), 'f.csv', spec));
  } catch (cause) {
    if (!(cause instanceof NorsktilskuddError)) throw cause;
    return failureText(cause, { ...names, red: (text: string) => text });
  }
  throw new Error('the file was accepted');
}

const RATES = [
  'key,grant_year,rate_class,value,status,source',
  'grunntilskudd,2024,single,1,proposal,x',
  'utvidet43g,2024,single,27 450,proposal,x',
  'asylnorsk,2024,single,1,proposal,x',
  'asylnorsk,2024,single,2,proposal,x',
];
const POSTINGS = [
  'grant_year,component,person_id,recipient_id,amount,code',
  '2023,grunntilskudd,209812340012,0301,1,',
  '2023,utvidet43g,,301,1,',
];
const BALANCES = ['recipient_id,netting_group,balance', '0301,grunntilskudd,1'];

test('faults of a rates file in English', () => {
  expect(told(RATES_TABLE, RATES, 'en')).toMatchInlineSnapshot(`
"- f.csv:2 (rate_class): expected one of the rate classes low, high for grunntilskudd, found "single" [RATE_CLASS_OF_KEY]
  What to do: Correct the rate class or the key.
- f.csv:3 (value): expected a whole number without decimals and blanks, found "27 450" [WHOLE_NUMBER_FORM]
  What to do: Write the amount in whole kroner, for instance 27450.
- f.csv:4 (key): expected a rate that stands once in the file (asylnorsk/2024/single) [RATE_CELL_TWICE; 2 times, also f.csv:5 (key)]
  What to do: Remove one of the rows.
Error: f.csv cannot be read: 4 faults. [SMALL_TABLE_REJECTED]
What to do: Correct the faults and run again.
"
`);
});

test('faults of a rates file in bokmål', () => {
  expect(told(RATES_TABLE, RATES, 'nb')).toMatchInlineSnapshot(`
"- f.csv:2 (rate_class): forventet en av satsklassene low, high for grunntilskudd, fant "single" [RATE_CLASS_OF_KEY]
  Gjør dette: Rett satsklassen eller nøkkelen.
- f.csv:3 (value): forventet et helt tall uten desimaler og mellomrom, fant "27 450" [WHOLE_NUMBER_FORM]
  Gjør dette: Skriv beløpet i hele kroner, for eksempel 27450.
- f.csv:4 (key): forventet en sats som står én gang i filen (asylnorsk/2024/single) [RATE_CELL_TWICE; 2 ganger, også f.csv:5 (key)]
  Gjør dette: Fjern den ene av radene.
Feil: f.csv kan ikke leses. Antall feil: 4. [SMALL_TABLE_REJECTED]
Gjør dette: Rett feilene og kjør på nytt.
"
`);
});

test('faults of opening postings in both languages', () => {
  expect(told(OPENING_POSTINGS_TABLE, POSTINGS, 'en')).toMatchInlineSnapshot(`
"- f.csv:2 (person_id): expected an empty field, for grunntilskudd has no person, found "************" [PERSON_NOT_EXPECTED]
  What to do: Remove the person id, or correct the component.
- f.csv:3 (recipient_id): expected a kommune number of four digits or a fylke number of two, found "301" [RECIPIENT_FORM]
  What to do: Correct the number. Look for lost leading zeros.
Error: f.csv cannot be read: 2 faults. [SMALL_TABLE_REJECTED]
What to do: Correct the faults and run again.
"
`);
  expect(told(OPENING_POSTINGS_TABLE, POSTINGS, 'nb')).toMatchInlineSnapshot(`
"- f.csv:2 (person_id): forventet et tomt felt, for grunntilskudd har ingen person, fant "************" [PERSON_NOT_EXPECTED]
  Gjør dette: Fjern person-id-en, eller rett tilskuddet (component).
- f.csv:3 (recipient_id): forventet et kommunenummer med fire siffer eller et fylkesnummer med to, fant "301" [RECIPIENT_FORM]
  Gjør dette: Rett nummeret. Se etter tapte innledende nuller.
Feil: f.csv kan ikke leses. Antall feil: 2. [SMALL_TABLE_REJECTED]
Gjør dette: Rett feilene og kjør på nytt.
"
`);
});

test('faults of opening balances in both languages', () => {
  expect(told(OPENING_BALANCES_TABLE, BALANCES, 'en')).toMatchInlineSnapshot(`
"- f.csv:2 (balance): expected 0 or a negative amount, found "1" [BALANCE_ABOVE_ZERO]
  What to do: A balance is something that the kommune owes. Correct the sign.
Error: f.csv cannot be read: 1 fault. [SMALL_TABLE_REJECTED]
What to do: Correct the faults and run again.
"
`);
  expect(told(OPENING_BALANCES_TABLE, BALANCES, 'nb')).toMatchInlineSnapshot(`
"- f.csv:2 (balance): forventet 0 eller et negativt beløp, fant "1" [BALANCE_ABOVE_ZERO]
  Gjør dette: En saldo er noe kommunen skylder. Rett fortegnet.
Feil: f.csv kan ikke leses. Antall feil: 1. [SMALL_TABLE_REJECTED]
Gjør dette: Rett feilene og kjør på nytt.
"
`);
});
