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
  FILE_RESEMBLES: {
    text: { nb: 'filen {file} (eller {alias})', en: 'the file {file} (or {alias})' },
    action: {
      nb: 'Mappen har en fil med nesten samme navn. Er den tabellen, så gi den det riktige navnet (og lagre den som CSV). Er den noe annet, så flytt den ut av mappen.',
      en: 'The folder has a file of nearly that name. If it is the table, give it the right name (and save it as CSV). If it is something else, move it out of the folder.',
    },
  },
  HEADER_UNKNOWN: {
    text: {
      nb: 'en overskrift med kolonnene {columns}, på første linje',
      en: 'a header with the columns {columns}, on the first line',
    },
    action: {
      nb: 'Ingen kolonne er kjent, så linjen kan være en rad. Sett inn overskriften, eller fortell med --columns hva kolonnene heter i filen.',
      en: 'No column is known, so the line may be a row. Put the header in, or say with --columns what the columns are called in the file.',
    },
  },
  HEADER_QUOTING: {
    text: {
      nb: 'en overskrift på én linje, der hvert anførselstegn som åpner et navn, også lukkes',
      en: 'a header on one line, in which every quote that opens a name is closed',
    },
    action: {
      nb: 'Rett anførselstegnene i overskriften. Et kolonnenavn kan ikke gå over flere linjer.',
      en: 'Correct the quotes of the header. The name of a column cannot go over several lines.',
    },
  },
  SEPARATOR_UNKNOWN: {
    text: {
      nb: 'komma, semikolon eller tabulator som skilletegn i linjen sep=',
      en: 'a comma, a semicolon or a tab as the separator in the line sep=',
    },
    action: {
      nb: 'Lagre filen med et av de tre skilletegnene, og rett eller slett linjen sep=.',
      en: 'Save the file with one of the three separators, and correct or delete the line sep=.',
    },
  },
  SEPARATOR_DIFFERS: {
    text: {
      nb: 'en overskrift med skilletegnet som linjen sep= nevner',
      en: 'a header with the separator that the line sep= names',
    },
    action: {
      nb: 'Overskriften er skrevet med et annet skilletegn. Slett linjen sep=, eller rett den.',
      en: 'The header is written with another separator. Delete the line sep=, or correct it.',
    },
  },
  COLUMN_RESEMBLES: {
    text: { nb: 'kolonnen {column} (på norsk {alias})', en: 'the column {column} (in Norwegian {alias})' },
    action: {
      nb: 'Er dette kolonnen, så gi den det riktige navnet i filen, eller oppgi navnet med --columns. Er det noe annet, så utelat kolonnen med --columns: {mapping}.',
      en: 'If this is the column, give it the right name in the file, or give its name with --columns. If it is something else, leave the column out with --columns: {mapping}.',
    },
  },
  COLUMN_WANTED: {
    text: {
      nb: 'kolonnen {column} (på norsk {alias}), som en ekte hovedbok krever',
      en: 'the column {column} (in Norwegian {alias}), which a real ledger wants',
    },
    action: {
      nb: 'Ta kolonnen med i registeruttrekket, eller utelat den med vilje med --columns: {mapping}.',
      en: 'Include the column in the extract, or leave it out on purpose with --columns: {mapping}.',
    },
  },
  LINE_TOO_LONG: {
    text: { nb: 'en linje på høyst {maximum} byte', en: 'a line of at most {maximum} bytes' },
    action: {
      nb: 'Se etter manglende linjeskift. Filen kan være en annen enn en CSV-fil.',
      en: 'Look for missing line ends. The file may be something else than a CSV file.',
    },
  },
  FIELD_TOO_LONG: {
    text: { nb: 'et felt på høyst {maximum} byte', en: 'a field of at most {maximum} bytes' },
    action: {
      nb: 'Forkort teksten i kildesystemet, eller se etter anførselstegn som ikke er lukket.',
      en: 'Shorten the text in the source system, or look for quotes that are not closed.',
    },
  },
} satisfies Catalogue;
