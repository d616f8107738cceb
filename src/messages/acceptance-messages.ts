import type { Catalogue } from './catalogue';

/** What an approval in a real ledger wants accepted by name, each with its figures (data contract 5). */
export const acceptanceMessages = {
  WANTED_REJECTED_ROWS: {
    text: {
      nb: 'rejected-rows: {rows|rad er avvist|rader er avvist}, og personene det gjelder holdes tilbake',
      en: 'rejected-rows: {rows|row is rejected|rows are rejected}, and the persons concerned are held',
    },
    action: {
      nb: 'Se rejected.csv. Kjør på nytt med et rettet uttrekk, eller med --accept "rejected-rows=HENVISNING".',
      en: 'See rejected.csv. Run again with a corrected extract, or with --accept "rejected-rows=REFERENCE".',
    },
  },
  WANTED_SHARED_NATIONAL_IDS: {
    text: {
      nb: 'shared-national-ids: {rows|person har|personer har} et fødselsnummer som også er en annens',
      en: "shared-national-ids: {rows|person has|persons have} a national id that is also another person's",
    },
    action: {
      nb: 'Se NATIONAL_ID_SHARED i findings.csv. Kjør på nytt med --accept "shared-national-ids=HENVISNING" når det er avklart.',
      en: 'See NATIONAL_ID_SHARED in findings.csv. Run again with --accept "shared-national-ids=REFERENCE" once it is settled.',
    },
  },
  WANTED_OPENING_ARREARS: {
    text: {
      nb: 'opening-arrears: etterbetalinger på {sumNok} ({postings|linje|linjer}) bygger bare på det som er overtatt fra et tidligere system',
      en: 'opening-arrears: arrears of {sumNok} ({postings|line|lines}) rest only on what was taken over from an earlier system',
    },
    action: {
      nb: 'Kontroller at det som er overtatt er fullstendig. Kjør på nytt med --accept "opening-arrears=HENVISNING".',
      en: 'Check that what was taken over is complete. Run again with --accept "opening-arrears=REFERENCE".',
    },
  },
  WANTED_MISSING_PERSONS: {
    text: {
      nb: 'missing-persons: {persons|person|personer} med posteringer er ikke i uttrekket; {withheldNok} er ikke trukket tilbake',
      en: 'missing-persons: {persons|person with postings is|persons with postings are} not in the extract; {withheldNok} is not taken back',
    },
    action: {
      nb: 'Kontroller at uttrekket er fullstendig. Kjør på nytt med --accept "missing-persons=HENVISNING".',
      en: 'Check that the extract is complete. Run again with --accept "missing-persons=REFERENCE".',
    },
  },
  WANTED_FEWER_PERSONS: {
    text: {
      nb: 'fewer-persons: uttrekket har {persons|person|personer} og {hoursRows|timerad|timerader}; det som ble bokført sist hadde {personsBefore|person|personer} og {hoursRowsBefore|timerad|timerader} (grense: {limitPercent} prosent færre)',
      en: 'fewer-persons: the extract has {persons|person|persons} and {hoursRows|hours row|hours rows}; the one posted last had {personsBefore|person|persons} and {hoursRowsBefore|hours row|hours rows} (limit: {limitPercent} percent fewer)',
    },
    action: {
      nb: 'Kontroller at uttrekket er fullstendig. Kjør på nytt med --accept "fewer-persons=HENVISNING".',
      en: 'Check that the extract is complete. Run again with --accept "fewer-persons=REFERENCE".',
    },
  },
  WANTED_SKIPPED_TERM: {
    text: {
      nb: 'skipped-term: sist bokført er {lastTerm}; {terms} er hoppet over',
      en: 'skipped-term: {lastTerm} is the one posted last; {terms} left out',
    },
    action: {
      nb: 'Er terminen bokført i en annen kopi av hovedboken? Kjør på nytt med --accept "skipped-term=HENVISNING" bare når den ikke er det.',
      en: 'Has the term been posted in another copy of the ledger? Run again with --accept "skipped-term=REFERENCE" only where it has not.',
    },
  },
  WANTED_STALE_EXTRACT: {
    text: {
      nb: 'stale-extract: uttrekket er tatt {takenAt}, {days|dag|dager} før skjæringsdatoen {cutOff}',
      en: 'stale-extract: the extract was taken on {takenAt}, {days|day|days} before the cut-off {cutOff}',
    },
    action: {
      nb: 'Ta et nytt uttrekk, eller kjør på nytt med --accept "stale-extract=HENVISNING".',
      en: 'Take a new extract, or run again with --accept "stale-extract=REFERENCE".',
    },
  },
  WANTED_FIRST_RUN: {
    text: {
      nb: 'first-run: første kjøring i hovedboken er {grantYear} T{term}, og ingenting er overtatt fra et tidligere system',
      en: 'first-run: the first run of the ledger is {grantYear} T{term}, and nothing was taken over from an earlier system',
    },
    action: {
      nb: 'Er dette riktig hovedbok? Overta det som er utbetalt med open-ledger, eller kjør på nytt med --accept "first-run=HENVISNING".',
      en: 'Is this the right ledger? Take over what has been paid with open-ledger, or run again with --accept "first-run=REFERENCE".',
    },
  },
  WANTED_ABOVE_APPROPRIATION: {
    text: {
      nb: 'above-appropriation: bokført for {grantYear} er {paidBeforeNok} og denne kjøringen {paidNok}, {aboveNok} mer enn bevilgningen på {appropriationNok}',
      en: 'above-appropriation: {paidBeforeNok} is posted for {grantYear} and this run pays {paidNok}, {aboveNok} more than the appropriation of {appropriationNok}',
    },
    action: {
      nb: 'Avklar bevilgningen, og kjør på nytt med --accept "above-appropriation=HENVISNING".',
      en: 'Settle the appropriation, and run again with --accept "above-appropriation=REFERENCE".',
    },
  },
  WANTED_TABLES: {
    text: {
      nb: 'tables: tabellene som følger med programmet er endret',
      en: 'tables: the tables that ship with the program have been changed',
    },
    action: {
      nb: 'Installer programmet på nytt, eller kjør på nytt med --accept "tables=HENVISNING".',
      en: 'Install the program again, or run again with --accept "tables=REFERENCE".',
    },
  },
} satisfies Catalogue;
