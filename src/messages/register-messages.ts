import type { Catalogue } from './catalogue';
import { rejectFileMessages } from './reject-file-messages';
import { rejectRowMessages } from './reject-row-messages';
import { rejectValueMessages } from './reject-value-messages';

/** Findings of the reading of an extract. */
const registerFindings = {
  COLUMN_IGNORED: {
    text: { nb: 'Kolonnen {column} er ukjent og leses ikke.', en: 'The column {column} is unknown and is not read.' },
    action: {
      nb: 'Ingenting å gjøre hvis kolonnen ikke trengs. Er den et annet navn på en kjent kolonne, så oppgi det med --columns.',
      en: 'Nothing to do if the column is not needed. If it is another name of a known column, give it with --columns.',
    },
  },
  FILE_IGNORED: {
    text: { nb: 'Filen {file} er ukjent og leses ikke.', en: 'The file {file} is unknown and is not read.' },
    action: {
      nb: 'Se at navnet er riktig skrevet. En valgfri tabell under feil navn blir ikke lest.',
      en: 'See that the name is spelled as it should be. An optional table under a wrong name is not read.',
    },
  },
  FILE_IS_ISO_8859_1: {
    text: {
      nb: 'Filen er ikke UTF-8 og er lest som ISO-8859-1.',
      en: 'The file is not UTF-8 and was read as ISO-8859-1.',
    },
    action: {
      nb: 'Se at navn og tekster ser riktige ut. Be leverandøren om UTF-8.',
      en: 'See that names and texts look right. Ask the supplier for UTF-8.',
    },
  },
  PROTECTION_COLUMN_MISSING: {
    text: {
      nb: 'Personfilen har ingen kolonne for adressebeskyttelse. Alle regnes derfor som beskyttet i alt som vises.',
      en: 'The file of persons has no column of address protection. So everybody counts as protected in all that is shown.',
    },
    action: {
      nb: 'Be om et uttrekk med kolonnen address_protection (adressebeskyttelse), eller oppgi med --columns hva den heter i filen.',
      en: 'Ask for an extract with the column address_protection (adressebeskyttelse), or say with --columns what the file calls it.',
    },
  },
  EXTRACT_JSON_MISSING: {
    text: {
      nb: 'Uttrekket har ingen extract.json. Antall rader og dagen uttrekket ble tatt, kan ikke kontrolleres.',
      en: 'The extract has no extract.json. The number of rows and the day on which it was taken cannot be checked.',
    },
    action: {
      nb: 'Be leverandøren om extract.json med taken_at og rows.',
      en: 'Ask the supplier for extract.json with taken_at and rows.',
    },
  },
  EXTRACT_DAY_MISSING: {
    text: {
      nb: 'extract.json sier ikke når uttrekket ble tatt.',
      en: 'extract.json does not say when the extract was taken.',
    },
    action: { nb: 'Legg til taken_at.', en: 'Add taken_at.' },
  },
  EXTRACT_ROWS_MISSING: {
    text: {
      nb: 'extract.json sier ikke hvor mange rader tabellene har. En avkortet fil blir ikke oppdaget.',
      en: 'extract.json does not say how many rows the tables have. A file that is cut short goes unnoticed.',
    },
    action: { nb: 'Legg til rows.', en: 'Add rows.' },
  },
  DUF_CHECK_DIGITS: {
    text: {
      nb: 'Kontrollsifrene i DUF-nummeret stemmer ikke. Raden er lest likevel.',
      en: 'The check digits of the DUF number do not match. The row is read all the same.',
    },
    action: {
      nb: 'Sammenlign nummeret med kilden. Den offisielle kontrollen er ikke offentlig, så nummeret kan være riktig.',
      en: 'Compare the number with the source. The official check is not public, so the number may be right.',
    },
  },
  NATIONAL_ID_INVALID: {
    text: {
      nb: 'Fødselsnummeret eller D-nummeret er ikke gyldig. Raden er lest likevel.',
      en: 'The national identity number or D-number is not valid. The row is read all the same.',
    },
    action: { nb: 'Rett nummeret i kildesystemet.', en: 'Correct the number in the source system.' },
  },
  NATIONAL_ID_SHARED: {
    text: {
      nb: 'Fødselsnummeret eller D-nummeret står også på en annen person ({persons|person|personer} i alt).',
      en: 'The national identity number or D-number also stands on another person ({persons|person|persons} in all).',
    },
    action: {
      nb: 'Finn ut om det er samme person med to DUF-numre, og registrer sammenslåingen, eller rett nummeret.',
      en: 'Find out whether this is one person with two DUF numbers and register the merge, or correct the number.',
    },
  },
  ROWS_REJECTED: {
    text: {
      nb: '{rejected|av|av} {rows|rad|rader} er avvist. Personene det gjelder, holdes tilbake (gjelder ikke timer).',
      en: '{rejected|of|of} {rows|row|rows} rejected. The persons concerned are held (hours rows apart).',
    },
    action: {
      nb: 'Rett radene i rejected.csv i kildesystemet og ta ut registeruttrekket på nytt.',
      en: 'Correct the rows of rejected.csv in the source system and extract the register again.',
    },
  },
} satisfies Catalogue;

/** Why an extract or a snapshot cannot be used. */
const registerErrors = {
  SMALL_TABLE_REJECTED: {
    text: { nb: '{file} kan ikke leses. Antall feil: {faults}.', en: '{file} cannot be read. Faults: {faults}.' },
    action: { nb: 'Rett feilene og kjør på nytt.', en: 'Correct the faults and run again.' },
  },
  EXTRACT_FOLDER_MISSING: {
    text: { nb: 'Mappen {folder} finnes ikke.', en: 'The folder {folder} does not exist.' },
    action: {
      nb: 'Oppgi mappen med registeruttrekket med --extract.',
      en: 'Give the folder of the extract with --extract.',
    },
  },
  EXTRACT_UNREADABLE: {
    text: {
      nb: 'Uttrekket kan ikke leses: en fil eller kolonne mangler, eller antall rader stemmer ikke.',
      en: 'The extract cannot be read: a file or column is missing, or the number of rows differs.',
    },
    action: {
      nb: 'Se rejected.csv i {folder}, der alle feil står, og rett uttrekket.',
      en: 'See rejected.csv in {folder}, which lists every fault, and correct the extract.',
    },
  },
  EXTRACT_REJECTED: {
    text: {
      nb: '{rows|rad|rader} i uttrekket kan ikke leses ({reasons|feil|feil}). Ingenting er beregnet.',
      en: '{rows|row|rows} of the extract cannot be read ({reasons|fault|faults}). Nothing has been calculated.',
    },
    action: {
      nb: 'Se rejected.csv i {folder}, der alle feil står. Rett dem i kildesystemet, eller godta en andel avviste rader med --reject-limit.',
      en: 'See rejected.csv in {folder}, which lists every fault. Correct them in the source system, or allow a share of rejected rows with --reject-limit.',
    },
  },
  EXTRACT_ABOVE_LIMIT: {
    text: {
      nb: 'Flere enn {limit} prosent av radene i en tabell er avvist ({rows|rad|rader}, {reasons|feil|feil}). Ingenting er beregnet.',
      en: 'More than {limit} percent of the rows of a table are rejected ({rows|row|rows}, {reasons|fault|faults}). Nothing has been calculated.',
    },
    action: {
      nb: 'Se rejected.csv i {folder}, der alle feil står. Rett dem i kildesystemet, eller sett en høyere grense.',
      en: 'See rejected.csv in {folder}, which lists every fault. Correct them in the source system, or set a higher limit.',
    },
  },
  EXTRACT_TOO_MANY_FAULTS: {
    text: {
      nb: 'Uttrekket har flere feil enn det som listes: {rows|rad|rader} er avvist, {reasons|feil|feil} er listet, og {more} til er talt. Ingenting er beregnet.',
      en: 'The extract has more faults than are listed: {rows|row|rows} rejected, {reasons|fault|faults} listed, {more} more counted. Nothing has been calculated.',
    },
    action: {
      nb: 'Se rejected.csv i {folder}. Så mange feil har som regel én årsak: skilletegn, tegnsett, anførselstegn eller en forskjøvet kolonne.',
      en: 'See rejected.csv in {folder}. So many faults mostly have one cause: separator, encoding, quotes or a shifted column.',
    },
  },
  TABLE_REJECTS: {
    text: {
      nb: '{file}: {rejected|av|av} {rows|rad|rader} avvist.',
      en: '{file}: {rejected|of|of} {rows|row|rows} rejected.',
    },
    action: { nb: '', en: '' },
  },
  SNAPSHOT_UNKNOWN: {
    text: {
      nb: 'Uttrekket {snapshot} er ikke lagret i {folder}.',
      en: 'The extract {snapshot} is not stored in {folder}.',
    },
    action: {
      nb: 'Se lagrede uttrekk med `norsktilskudd status`, eller les et nytt med --extract.',
      en: 'See the stored extracts with `norsktilskudd status`, or read a new one with --extract.',
    },
  },
  SNAPSHOT_OTHER_REGISTERS: {
    text: {
      nb: 'Uttrekket {snapshot} er lest med et annet kommune- og fylkesregister enn det som gjelder nå.',
      en: 'The extract {snapshot} was read with other registers of kommuner and fylker than those in use now.',
    },
    action: {
      nb: 'Les uttrekket på nytt med --extract.',
      en: 'Read the extract again with --extract.',
    },
  },
  SNAPSHOT_LACKS_COLUMNS: {
    text: {
      nb: 'Uttrekket {snapshot} mangler kolonner som en ekte hovedbok krever: {columns}.',
      en: 'The extract {snapshot} lacks columns that a real ledger wants: {columns}.',
    },
    action: {
      nb: 'Les et uttrekk som har dem, med --extract, eller utelat dem med vilje med --columns (navnet null).',
      en: 'Read an extract that has them with --extract, or leave them out on purpose with --columns (the name null).',
    },
  },
  SNAPSHOT_DAMAGED: {
    text: {
      nb: 'Det lagrede uttrekket {file} er skadet: innholdet stemmer ikke med kontrollsummen.',
      en: 'The stored extract {file} is damaged: its content does not match its check sum.',
    },
    action: {
      nb: 'Flytt filen til et annet sted og ta vare på den, og les uttrekket på nytt. Finn ut hva som har endret den.',
      en: 'Move the file elsewhere and keep it, and read the extract again. Find out what has changed it.',
    },
  },
  SNAPSHOT_FORMAT: {
    text: {
      nb: 'Det lagrede uttrekket {file} har et format som denne versjonen ikke leser.',
      en: 'The stored extract {file} has a format that this version does not read.',
    },
    action: { nb: 'Les uttrekket på nytt med denne versjonen.', en: 'Read the extract again with this version.' },
  },
  COLUMN_MAPPING_FORM: {
    text: {
      nb: '{file} er ikke en JSON-fil med tabell, kolonne og navn.',
      en: '{file} is not a JSON file of table, column and name.',
    },
    action: {
      nb: 'Skriv for eksempel {"persons": {"birth_date": "FØDT"}}. Navnet null utelater en kolonne.',
      en: 'Write for instance {"persons": {"birth_date": "BORN"}}. The name null leaves a column out.',
    },
  },
  COLUMN_MAPPING_WRONG: {
    text: {
      nb: '{file} nevner tabeller eller kolonner som ikke finnes.',
      en: '{file} names tables or columns that do not exist.',
    },
    action: {
      nb: 'Rett navnene. De engelske navnene i datakontrakten gjelder.',
      en: 'Correct the names. The English names of the data contract count.',
    },
  },
  COLUMN_MAPPING_TABLE: {
    text: { nb: 'Tabellen {table} finnes ikke.', en: 'The table {table} does not exist.' },
    action: { nb: 'Velg en av {tables}.', en: 'Choose one of {tables}.' },
  },
  COLUMN_MAPPING_NEEDED: {
    text: {
      nb: 'Kolonnen {column} i tabellen {table} må være med og kan ikke utelates med null.',
      en: 'The column {column} of the table {table} must be there and cannot be left out with null.',
    },
    action: { nb: 'Oppgi navnet som kolonnen har i filen.', en: 'Give the name that the column has in the file.' },
  },
  COLUMN_MAPPING_SHARED: {
    text: {
      nb: 'Kolonnen {column} i tabellen {table} skal leses fra «{name}», men det er kolonnen {other}. Én kolonne i filen kan ikke være begge.',
      en: 'The column {column} of the table {table} is to be read from "{name}", but that is the column {other}. One column of the file cannot be both.',
    },
    action: {
      nb: 'Rett navnet, eller oppgi også hvilken kolonne i filen som er {other}.',
      en: 'Correct the name, or also give the column of the file that is {other}.',
    },
  },
  COLUMN_MAPPING_COLUMN: {
    text: { nb: 'Tabellen {table} har ingen kolonne {column}.', en: 'The table {table} has no column {column}.' },
    action: { nb: 'Velg en av {columns}.', en: 'Choose one of {columns}.' },
  },
} satisfies Catalogue;

/** Texts of findings, rejects and errors of the register room. */
export const registerMessages = {
  ...rejectFileMessages,
  ...rejectRowMessages,
  ...rejectValueMessages,
  ...registerFindings,
  ...registerErrors,
} satisfies Catalogue;
