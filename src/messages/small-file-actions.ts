import type { Text } from './catalogue';

const CORRECT_FILE: Text = {
  nb: 'Rett verdien i filen og kjør på nytt.',
  en: 'Correct the value in the file and run again.',
};

/**
 * What to do about a fault of a file that people write themselves (rates, recipients, opening files), where the texts
 * of the register speak of the source system, of extracting again or of --columns.
 */
export const smallFileActions: Readonly<Record<string, Text>> = {
  VALUE_MISSING: { nb: 'Fyll ut feltet i filen og kjør på nytt.', en: 'Fill in the field in the file and run again.' },
  PERSON_ID_FORM: {
    nb: 'Rett nummeret i filen. Se etter tapte innledende nuller og bokstaver blant sifrene.',
    en: 'Correct the number in the file. Look for lost leading zeros and letters among the digits.',
  },
  DATE_FORM: {
    nb: 'Skriv datoen på en av de to måtene i filen og kjør på nytt.',
    en: 'Write the date in one of the two ways in the file and run again.',
  },
  DATE_IMPOSSIBLE: CORRECT_FILE,
  CODE_UNKNOWN: CORRECT_FILE,
  END_BEFORE_START: {
    nb: 'Rett en av de to datoene i filen og kjør på nytt.',
    en: 'Correct one of the two dates in the file and run again.',
  },
  INVISIBLE_CHARACTER: {
    nb: 'Fjern tegnet i filen. Det kommer gjerne med når tekst limes inn.',
    en: 'Remove the character from the file. It often comes along when text is pasted.',
  },
  LINE_END_IN_VALUE: {
    nb: 'Fjern anførselstegnet som åpner verdien, eller linjeskiftet i den. Et anførselstegn for mye ville skjult radene etter det.',
    en: 'Remove the quote that opens the value, or the line end in it. A quote too many would hide the rows behind it.',
  },
  COLUMN_MISSING: { nb: 'Legg til kolonnen i filen.', en: 'Add the column to the file.' },
  HEADER_UNKNOWN: {
    nb: 'Ingen kolonne er kjent, så linjen kan være en rad. Sett inn overskriften, eller kontroller at det er riktig fil.',
    en: 'No column is known, so the line may be a row. Put the header in, or check that it is the right file.',
  },
  COLUMN_RESEMBLES: {
    nb: 'Er dette kolonnen, så gi den det riktige navnet i filen. Er det noe annet, så fjern kolonnen eller gi den et navn som ikke ligner.',
    en: 'If this is the column, give it the right name in the file. If it is something else, remove the column or give it a name that does not resemble it.',
  },
  FIELD_TOO_LONG: {
    nb: 'Forkort teksten i filen, eller se etter anførselstegn som ikke er lukket.',
    en: 'Shorten the text in the file, or look for quotes that are not closed.',
  },
};

/** Names of the tables that people write themselves, as a message names them in `table`. */
export const SMALL_TABLES: ReadonlySet<unknown> = new Set([
  'rates',
  'recipients',
  'opening_postings',
  'opening_balances',
]);
