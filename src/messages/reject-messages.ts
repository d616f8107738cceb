import type { Catalogue } from './catalogue';

/** What a row must hold, by the rule that it breaks: the text goes into the column `expected` of rejected.csv. */
export const rejectMessages = {
  VALUE_MISSING: {
    text: { nb: 'en verdi, feltet må være fylt ut', en: 'a value, the field must be filled in' },
    action: {
      nb: 'Fyll ut feltet i kildesystemet og ta ut registeruttrekket på nytt.',
      en: 'Fill in the field in the source system and extract the register again.',
    },
  },
  PERSON_ID_FORM: {
    text: { nb: 'et DUF-nummer med 12 siffer', en: 'a DUF number of 12 digits' },
    action: {
      nb: 'Rett nummeret i kildesystemet. Se etter tapte innledende nuller og bokstaver blant sifrene.',
      en: 'Correct the number in the source system. Look for lost leading zeros and letters among the digits.',
    },
  },
  DATE_FORM: {
    text: { nb: 'en dato skrevet ÅÅÅÅ-MM-DD eller DD.MM.ÅÅÅÅ', en: 'a date written YYYY-MM-DD or DD.MM.YYYY' },
    action: {
      nb: 'Skriv datoen på en av de to måtene og ta ut registeruttrekket på nytt.',
      en: 'Write the date in one of the two ways and extract the register again.',
    },
  },
  DATE_IMPOSSIBLE: {
    text: { nb: 'en dato som finnes i kalenderen', en: 'a date that exists in the calendar' },
    action: {
      nb: 'Rett datoen i kildesystemet og ta ut registeruttrekket på nytt.',
      en: 'Correct the date in the source system and extract the register again.',
    },
  },
  MONTH_FORM: {
    text: { nb: 'en måned skrevet ÅÅÅÅ-MM, fra 01 til 12', en: 'a month written YYYY-MM, from 01 to 12' },
    action: {
      nb: 'Rett måneden i kildesystemet og ta ut registeruttrekket på nytt.',
      en: 'Correct the month in the source system and extract the register again.',
    },
  },
  YEAR_FORM: {
    text: { nb: 'et årstall med fire siffer', en: 'a year of four digits' },
    action: { nb: 'Rett årstallet.', en: 'Correct the year.' },
  },
  KOMMUNE_FORM: {
    text: { nb: 'et kommunenummer med fire siffer', en: 'a kommune number of four digits' },
    action: {
      nb: 'Rett nummeret. Se etter tapte innledende nuller.',
      en: 'Correct the number. Look for lost leading zeros.',
    },
  },
  KOMMUNE_UNKNOWN: {
    text: { nb: 'et kommunenummer som er eller har vært i bruk', en: 'a kommune number that is or has been in use' },
    action: {
      nb: 'Rett nummeret, eller oppdater kommuneregisteret hvis nummeret er nytt.',
      en: 'Correct the number, or update the kommune register if the number is new.',
    },
  },
  FYLKE_FORM: {
    text: { nb: 'et fylkesnummer med to siffer', en: 'a fylke number of two digits' },
    action: {
      nb: 'Rett nummeret. Se etter tapte innledende nuller.',
      en: 'Correct the number. Look for lost leading zeros.',
    },
  },
  FYLKE_UNKNOWN: {
    text: { nb: 'et fylkesnummer som er eller har vært i bruk', en: 'a fylke number that is or has been in use' },
    action: {
      nb: 'Rett nummeret, eller oppdater fylkesregisteret hvis nummeret er nytt.',
      en: 'Correct the number, or update the fylke register if the number is new.',
    },
  },
  COUNTRY_FORM: {
    text: {
      nb: 'en landkode med tre store bokstaver (ISO 3166-1 alfa-3, eller XXA eller XXX)',
      en: 'a country code of three capital letters (ISO 3166-1 alpha-3, or XXA or XXX)',
    },
    action: {
      nb: 'Rett landkoden i kildesystemet og ta ut registeruttrekket på nytt.',
      en: 'Correct the country code in the source system and extract the register again.',
    },
  },
  CODE_UNKNOWN: {
    text: {
      nb: 'en av verdiene {allowed}, eller det norske navnet på en av dem',
      en: 'one of the values {allowed}, or the Norwegian name of one of them',
    },
    action: {
      nb: 'Rett verdien i kildesystemet og ta ut registeruttrekket på nytt.',
      en: 'Correct the value in the source system and extract the register again.',
    },
  },
  NUMBER_FORM: {
    text: { nb: 'et tall fra 0 med høyst to desimaler', en: 'a number from 0 with at most two decimals' },
    action: {
      nb: 'Rett tallet i kildesystemet og ta ut registeruttrekket på nytt.',
      en: 'Correct the number in the source system and extract the register again.',
    },
  },
  NUMBER_TOO_HIGH: {
    text: { nb: 'høyst {maximum}', en: 'at most {maximum}' },
    action: {
      nb: 'Rett tallet i kildesystemet og ta ut registeruttrekket på nytt.',
      en: 'Correct the number in the source system and extract the register again.',
    },
  },
  END_BEFORE_START: {
    text: { nb: 'en dato som ikke er før {start}', en: 'a date that is not before {start}' },
    action: {
      nb: 'Rett en av de to datoene i kildesystemet og ta ut registeruttrekket på nytt.',
      en: 'Correct one of the two dates in the source system and extract the register again.',
    },
  },
  FIELD_COUNT: {
    text: { nb: '{columns} felt, som i overskriften', en: '{columns} fields, as in the header' },
    action: {
      nb: 'Se etter skilletegn i en tekst uten anførselstegn, eller en linje som er delt i to.',
      en: 'Look for separators in a text without quotes, or a line that is cut in two.',
    },
  },
  QUOTING: {
    text: {
      nb: 'anførselstegn rundt hele feltet, og doble inne i det',
      en: 'quotes around the whole field, and doubled within it',
    },
    action: {
      nb: 'Rett anførselstegnene på linjen, eller be leverandøren om å følge RFC 4180.',
      en: 'Correct the quotes on the line, or ask the supplier to follow RFC 4180.',
    },
  },
  ENCODING: {
    text: { nb: 'tegn i UTF-8 og ingen NUL', en: 'characters in UTF-8 and no NUL' },
    action: { nb: 'Lagre filen som UTF-8 og les den på nytt.', en: 'Save the file as UTF-8 and read it again.' },
  },
  DUPLICATE_KEY: {
    text: { nb: 'en verdi som står på én rad i filen', en: 'a value that stands in one row of the file' },
    action: {
      nb: 'Finn radene med samme verdi og fjern eller rett dem som er feil. Alle radene er avvist.',
      en: 'Find the rows with the same value and remove or correct those that are wrong. All of them are rejected.',
    },
  },
  DECISION_OF_TWO_PERSONS: {
    text: { nb: 'en vedtaks-id som gjelder én person', en: 'a decision id that names one person' },
    action: {
      nb: 'Finn radene med samme vedtaks-id og rett den som gjelder feil person. Alle radene er avvist.',
      en: 'Find the rows with the same decision id and correct the one that names the wrong person. All of them are rejected.',
    },
  },
  IDENTITY_CIRCLE: {
    text: {
      nb: 'en kjede av person-id-er som ender i en gyldig id',
      en: 'a chain of person ids that ends in a valid id',
    },
    action: {
      nb: 'Rett endringene av person-id som går i ring.',
      en: 'Correct the changes of person id that run in a circle.',
    },
  },
  PERSON_UNKNOWN: {
    text: {
      nb: 'en person som har en godkjent rad i personfilen',
      en: 'a person with an accepted row in the persons file',
    },
    action: {
      nb: 'Ta med personen i personfilen, eller rett raden hennes eller hans hvis den er avvist.',
      en: 'Include the person in the persons file, or correct the row of the person if it is rejected.',
    },
  },
  FILE_MISSING: {
    text: { nb: 'filen {file} (eller {alias})', en: 'the file {file} (or {alias})' },
    action: {
      nb: 'Legg filen i mappen med registeruttrekket. En tom tabell skal ha en fil med bare overskrift.',
      en: 'Put the file into the folder of the extract. An empty table is a file with a header only.',
    },
  },
  FILE_TWICE: {
    text: { nb: 'én fil for tabellen', en: 'one file for the table' },
    action: {
      nb: 'Fjern den ene av filene. Bare én av dem kan gjelde.',
      en: 'Remove one of the files. Only one of them can count.',
    },
  },
  FILE_UNREADABLE: {
    text: { nb: 'en overskrift med kolonnenavn på linje 1', en: 'a header with column names on line 1' },
    action: {
      nb: 'Se at filen er en CSV-fil med kolonnenavn på første linje.',
      en: 'See that the file is a CSV file with column names on its first line.',
    },
  },
  COLUMN_MISSING: {
    text: {
      nb: 'kolonnen {column} (på norsk {alias})',
      en: 'the column {column} (in Norwegian {alias})',
    },
    action: {
      nb: 'Legg til kolonnen, eller fortell med --columns hva den heter i filen.',
      en: 'Add the column, or say with --columns what it is called in the file.',
    },
  },
  COLUMN_TWICE: {
    text: { nb: 'én kolonne for {column}', en: 'one column for {column}' },
    action: {
      nb: 'Fjern den ene av kolonnene. Bare én av dem kan gjelde.',
      en: 'Remove one of the columns. Only one of them can count.',
    },
  },
  ROW_COUNT_DIFFERS: {
    text: { nb: '{expected} rader, som extract.json sier', en: '{expected} rows, as extract.json says' },
    action: {
      nb: 'Filen er avkortet eller hører til et annet uttrekk. Ta ut registeruttrekket på nytt.',
      en: 'The file is cut short or belongs to another extract. Extract the register again.',
    },
  },
  EXTRACT_JSON: {
    text: {
      nb: 'et felt som beskrevet i datakontrakten: taken_at en dato, source en tekst, rows antall rader per tabell',
      en: 'a field as the data contract says: taken_at a date, source a text, rows the number of rows of each table',
    },
    action: {
      nb: 'Rett extract.json, eller fjern filen hvis du ikke har noe å sette inn.',
      en: 'Correct extract.json, or remove the file if you have nothing to put in.',
    },
  },
  WHOLE_NUMBER_FORM: {
    text: { nb: 'et helt tall uten desimaler og mellomrom', en: 'a whole number without decimals and blanks' },
    action: {
      nb: 'Skriv beløpet i hele kroner, for eksempel 27450.',
      en: 'Write the amount in whole kroner, for instance 27450.',
    },
  },
  RECIPIENT_FORM: {
    text: {
      nb: 'et kommunenummer med fire siffer eller et fylkesnummer med to',
      en: 'a kommune number of four digits or a fylke number of two',
    },
    action: {
      nb: 'Rett nummeret. Se etter tapte innledende nuller.',
      en: 'Correct the number. Look for lost leading zeros.',
    },
  },
  RECIPIENT_UNKNOWN: {
    text: {
      nb: 'et kommune- eller fylkesnummer som er eller har vært i bruk',
      en: 'a kommune or fylke number that is or has been in use',
    },
    action: {
      nb: 'Rett nummeret, eller oppdater kommuneregisteret hvis nummeret er nytt.',
      en: 'Correct the number, or update the kommune register if the number is new.',
    },
  },
  PERSON_NOT_EXPECTED: {
    text: { nb: 'et tomt felt, for {component} har ingen person', en: 'an empty field, for {component} has no person' },
    action: {
      nb: 'Fjern person-id-en, eller rett komponenten.',
      en: 'Remove the person id, or correct the component.',
    },
  },
  BALANCE_ABOVE_ZERO: {
    text: { nb: '0 eller et negativt beløp', en: '0 or a negative amount' },
    action: {
      nb: 'En saldo er noe kommunen skylder. Rett fortegnet.',
      en: 'A balance is something that the kommune owes. Correct the sign.',
    },
  },
  RATE_CLASS_OF_KEY: {
    text: { nb: 'en av satsklassene {allowed} for {key}', en: 'one of the rate classes {allowed} for {key}' },
    action: { nb: 'Rett satsklassen eller nøkkelen.', en: 'Correct the rate class or the key.' },
  },
  RATE_CELL_TWICE: {
    text: { nb: 'en sats som står én gang i filen ({cell})', en: 'a rate that stands once in the file ({cell})' },
    action: { nb: 'Fjern den ene av radene.', en: 'Remove one of the rows.' },
  },
} satisfies Catalogue;
