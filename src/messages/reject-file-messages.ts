import type { Catalogue } from './catalogue';

/** What a file must hold: the text goes into the column `expected` of rejected.csv. */
export const rejectFileMessages = {
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
    text: { nb: '{expected|rad|rader}, som extract.json sier', en: '{expected|row|rows}, as extract.json says' },
    action: {
      nb: 'Filen er avkortet eller hører til et annet uttrekk. Ta ut registeruttrekket på nytt.',
      en: 'The file is cut short or belongs to another extract. Extract the register again.',
    },
  },
  EXTRACT_JSON_TEXT: {
    text: {
      nb: 'JSON i UTF-8 eller UTF-16, høyst 64 nivåer, og ingen nøkkel to ganger i samme objekt',
      en: 'JSON in UTF-8 or UTF-16, of 64 levels at most, and no key twice in one object',
    },
    action: {
      nb: 'Rett extract.json ved den linjen, eller fjern filen hvis du ikke har noe å sette inn.',
      en: 'Correct extract.json near that line, or remove the file if you have nothing to put in.',
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
} satisfies Catalogue;
