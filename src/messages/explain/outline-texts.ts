import type { Text } from '../catalogue';

/** Titles, heads, held amounts, netting, causes and assumptions. */
export const OUTLINE_TEXTS = {
  TITLE_LINE: {
    nb: 'Linje {lineId}: {amountNok} til {place}',
    en: 'Line {lineId}: {amountNok} to {place}',
  },
  TITLE_PERSON: {
    nb: 'Person {person} i kjøringen {runId}',
    en: 'Person {person} in the run {runId}',
  },
  TITLE_CHAPTER: {
    nb: '{componentWord}, tilskuddsåret {year}',
    en: '{componentWord}, grant year {year}',
  },
  TITLE_CHAPTER_CODE: {
    nb: '{componentWord}, tilskuddsåret {year} ({code})',
    en: '{componentWord}, grant year {year} ({code})',
  },
  HEAD_RUN: {
    nb: 'Kjøringen {runId} gjelder termin {term} i {year} og er {stateWord}. Skjæringsdatoen er {asOfDay}.',
    en: 'The run {runId} is for term {term} of {year} and is {stateWord}. Its as-of date is {asOfDay}.',
  },
  HEAD_PERSON: {
    nb: 'Personen er {person}.',
    en: 'The person is {person}.',
  },
  HEAD_PROTECTED: {
    nb: 'Personen har adressebeskyttelse. Steder vises ikke.',
    en: 'The person has a protected address. Places are not shown.',
  },
  HEAD_CHECKED: {
    nb: 'Beregningen er gjort om igjen for personen alene og ga nøyaktig det som står i sporet.',
    en: 'The calculation was done again for the person alone and gave exactly what stands in the trace.',
  },
  HEAD_CHECKED_KOMMUNE: {
    nb: 'Beregningen er gjort om igjen for kommunen og ga nøyaktig det som står i sporet.',
    en: 'The calculation was done again for the kommune and gave exactly what stands in the trace.',
  },
  HEAD_RULES_CHANGED: {
    nb: 'Reglene i programmet er endret siden kjøringen, men gir det samme her.',
    en: 'The rules of the program have changed since the run, but give the same here.',
  },
  HEAD_MERGED: {
    nb: 'Nummeret er slått sammen med et annet. Alt under det gamle nummeret leses som det nye.',
    en: 'The number has been merged into another. Everything under the old number is read as the new one.',
  },
  HEAD_ABSENT: {
    nb: 'Personen har ingen synlig rad i uttrekket. Ingenting utbetales eller trekkes tilbake.',
    en: 'The person has no visible row in the extract. Nothing is paid or taken back.',
  },
  HEAD_REJECTED: {
    nb: 'Minst én rad om personen kunne ikke leses. Ingenting utbetales eller trekkes tilbake før den er rettet.',
    en: 'At least one row of the person could not be read. Nothing is paid or taken back until it is corrected.',
  },
  SECTION_ROW: { nb: 'Raden som utløser tilskuddet', en: 'The row that triggers the grant' },
  SECTION_DECISIONS: { nb: 'Vedtakene', en: 'The decisions' },
  SECTION_WHY_NOT: { nb: 'Hvorfor ingenting utløses', en: 'Why nothing is triggered' },
  SECTION_COUNTED: { nb: 'Om personen telles', en: 'Whether the person counts' },
  SECTION_AMOUNT: { nb: 'Beløpet for året', en: 'The amount for the year' },
  SECTION_DUE: { nb: 'Hva som er forfalt', en: 'What is due' },
  SECTION_SPLIT: { nb: 'Hvem som får det', en: 'Who receives it' },
  SECTION_POSTED: { nb: 'Hva som er bokført før', en: 'What was posted before' },
  SECTION_LINES: { nb: 'Linjene', en: 'The lines' },
  SECTION_HELD: { nb: 'Hva som holdes tilbake', en: 'What is held' },
  SECTION_CAUSE: { nb: 'Hva som er endret', en: 'What has changed' },
  SECTION_NETTING: { nb: 'Motregning og utbetaling', en: 'Netting and payment' },
  SECTION_ASSUMPTIONS: { nb: 'Antakelser som avgjorde noe', en: 'Assumptions that decided something' },
  COUNTED: {
    nb: 'Personen telles i {place}, som er registrert bosted {countDay}.',
    en: 'The person is counted in {place}, the registered residence on {countDay}.',
  },
  COUNTED_NOWHERE: {
    nb: 'Ingen rad om bosted dekker telledagen {countDay}, så personen telles ingen steder.',
    en: 'No row of residence covers the count date {countDay}, so the person is counted nowhere.',
  },
  HELD_NO_RECIPIENT: {
    nb: '{heldNok} holdes tilbake, fordi ingen kan få det.',
    en: '{heldNok} is held, since there is nobody to receive it.',
  },
  HELD_NO_UNIQUE_SUCCESSOR: {
    nb: '{heldNok} holdes tilbake, fordi {place} er delt uten en entydig etterfølger.',
    en: '{heldNok} is held, since {place} was split without a unique successor.',
  },
  HELD_UNKNOWN_COUNTRY: {
    nb: 'Beløpet er ukjent, fordi landbakgrunnen står utenfor regiontabellen. Personen holdes tilbake.',
    en: 'The amount is unknown, since the country background is outside the region table. The person is held.',
  },
  HELD_DIFFERENCE: {
    nb: 'Forskjellen på {heldNok} for {place} bokføres ikke, fordi stedet er delt uten en entydig etterfølger. Den kommer igjen i neste kjøring.',
    en: 'The difference of {heldNok} for {place} is not posted, since the place was split without a unique successor. It comes back in the next run.',
  },
  HELD_WAITS: {
    nb: '{heldNok} til {place} venter på en trekkpost for samme person som er holdt tilbake. Ingen betales to ganger.',
    en: '{heldNok} to {place} waits for a reduction of the same person that is held. Nobody is paid twice.',
  },
  HELD_WITHHELD: {
    nb: '{postedNok} er bokført for {componentWord} {year} og blir stående. Det er det som ville blitt trukket tilbake.',
    en: '{postedNok} has been posted for {componentWord} {year} and stands. That is what would have been taken back.',
  },
  NETTING_PAID: {
    nb: 'Alle linjer til {place} i gruppen {groupWord} er til sammen {linesNok}. Alt utbetales.',
    en: 'All lines to {place} in the group {groupWord} come to {linesNok}. All of it is paid.',
  },
  NETTING_PAID_LESS: {
    nb: 'Alle linjer til {place} i gruppen {groupWord} er til sammen {linesNok}. Fra før står {carriedInNok} igjen å trekke. {paidNok} utbetales.',
    en: 'All lines to {place} in the group {groupWord} come to {linesNok}. {carriedInNok} was left to be taken off. {paidNok} is paid.',
  },
  NETTING_CARRIED_NEW: {
    nb: 'Alle linjer til {place} i gruppen {groupWord} er til sammen {linesNok}. Ingenting utbetales, og {carriedOutNok} føres videre til neste termin.',
    en: 'All lines to {place} in the group {groupWord} come to {linesNok}. Nothing is paid, and {carriedOutNok} is carried to the next term.',
  },
  NETTING_CARRIED: {
    nb: 'Alle linjer til {place} i gruppen {groupWord} er til sammen {linesNok}. Fra før står {carriedInNok}. Ingenting utbetales, og {carriedOutNok} føres videre til neste termin.',
    en: 'All lines to {place} in the group {groupWord} come to {linesNok}. {carriedInNok} was left from before. Nothing is paid, and {carriedOutNok} is carried to the next term.',
  },
  PAYMENT: {
    nb: 'Betalingen har referansen {paymentRef}.',
    en: 'The payment has the reference {paymentRef}.',
  },
  ASSUMPTION: { nb: '{idWord}', en: '{idWord}' },
} satisfies Readonly<Record<string, Text>>;
