import type { Text } from '../catalogue';

/** Titles, heads, held amounts, netting, causes and assumptions. */
export const OUTLINE_TEXTS = {
  TITLE_LINE: {
    nb: 'Linje {lineId}: {amountNok} til {place}',
    en: 'Line {lineId}: {amountNok} to {place}',
  },
  TITLE_LINE_PROTECTED: {
    nb: 'Linje {lineId}, om en person med adressebeskyttelse',
    en: 'Line {lineId}, of a person with a protected address',
  },
  AMOUNTS_PROTECTED: {
    nb: 'Dager, beløp og linjer for personer med adressebeskyttelse vises ikke: sammen med summene til en mottaker kunne de røpe stedet. Betalingskontrollen har dem i payout_lines.csv.',
    en: 'Days, amounts and lines of persons with a protected address are not shown: beside the sums of a recipient they could tell the place. Payment control has them in payout_lines.csv.',
  },
  HEAD_PROTECTED_RARE: {
    nb: 'Få mottakere får et slikt tilskudd i kjøringen. Derfor vises det heller ikke hva personen har utløst.',
    en: 'Few recipients get such a grant in the run. So what the person has triggered is not shown either.',
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
  HEAD_PROTECTION_UNKNOWN: {
    nb: 'Det nyeste uttrekket som hovedboken kjenner, er borte eller kan ikke leses. Derfor regnes alle som beskyttet. Les det inn igjen med norsktilskudd import.',
    en: 'The newest extract that the ledger knows is gone or cannot be read. So everybody counts as protected. Read it again with norsktilskudd import.',
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
  HEAD_FORMER_IDS: {
    nb: 'Personen har hatt {formerIds}. Rader og posteringer der er med.',
    en: 'The person has had {formerIds}. Rows and postings there are included.',
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
    nb: 'Personen står ikke i uttrekket, eller ble registrert etter skjæringsdatoen. Ingenting utbetales eller trekkes tilbake.',
    en: 'The person is not in the extract, or was registered after the as-of date. Nothing is paid or taken back.',
  },
  HEAD_REJECTED_BESIDE: {
    nb: 'Minst én rad om personen kunne ikke leses. Den er ikke med i det som følger:',
    en: 'At least one row of the person could not be read. It is not part of what follows:',
  },
  REJECTED_CELL: {
    nb: 'Kolonnen «{column}» følger ikke regelen {rule}.',
    en: 'The column “{column}” breaks the rule {rule}.',
  },
  REJECTED_ROW: { nb: 'Raden følger ikke regelen {rule}.', en: 'The row breaks the rule {rule}.' },
  HEAD_REJECTED: {
    nb: 'Minst én rad om personen kunne ikke leses. Ingenting utbetales eller trekkes tilbake før raden er rettet.',
    en: 'At least one row of the person could not be read. Nothing is paid or taken back until the row is corrected.',
  },
  SECTION_ROW: { nb: 'Raden som utløser tilskuddet', en: 'The row that triggers the grant' },
  SECTION_DECISIONS: { nb: 'Vedtakene', en: 'The decisions' },
  SECTION_WHY_NOT: { nb: 'Hvorfor ingenting utløses', en: 'Why nothing is triggered' },
  SECTION_COUNTED: { nb: 'Om personen telles', en: 'Whether the person counts' },
  SECTION_COUNTED_WHERE: { nb: 'Hvor personen telles', en: 'Where the person counts' },
  SECTION_AMOUNT: { nb: 'Beløpet for året', en: 'The amount for the year' },
  SECTION_HOURS: { nb: 'Timene og beløpet', en: 'Hours and amount' },
  SECTION_PERSONS: { nb: 'Tellingen og beløpet', en: 'Count and amount' },
  SECTION_DUE: { nb: 'Hva som er forfalt', en: 'What is due' },
  SECTION_SPLIT: { nb: 'Hvem som får det', en: 'Who receives it' },
  SECTION_POSTED: { nb: 'Hva som er bokført før', en: 'What was posted before' },
  SECTION_LINES: { nb: 'Linjene', en: 'The lines' },
  SECTION_HELD: { nb: 'Hva som holdes tilbake', en: 'What is held' },
  SECTION_CAUSE: { nb: 'Hva som er endret', en: 'What has changed' },
  SECTION_NETTING: { nb: 'Motregning og utbetaling', en: 'Netting and payment' },
  SECTION_ASSUMPTIONS: { nb: 'Antakelser som avgjorde noe', en: 'Assumptions that decided something' },
  COUNTED: {
    nb: 'Personen telles i {place}, der bostedet var {countDay}.',
    en: 'The person counts in {place}, the place of residence on {countDay}.',
  },
  COUNTED_NOWHERE: {
    nb: 'Personen har ikke noe registrert bosted på telledagen {countDay} og telles derfor ingen steder.',
    en: 'The person has no registered residence on the count date {countDay} and so counts nowhere.',
  },
  COUNTED_SPLIT: {
    nb: 'Bostedet {countDay} er registrert i {place}, som er delt uten en entydig etterfølger. Personen telles derfor ingen steder.',
    en: 'The residence on {countDay} is registered in {place}, which was split without a unique successor. The person therefore counts nowhere.',
  },
  COUNTED_PROTECTED: {
    nb: 'Personen telles ikke, av en grunn som har med stedet å gjøre og ikke vises.',
    en: 'The person does not count, for a reason that has to do with the place and is not shown.',
  },
  COUNT_LATER: {
    nb: 'Grunntilskuddet forfaller først i termin {firstTerm}, og da telles det på nytt.',
    en: 'Grunntilskudd does not fall due until term {firstTerm}, and the count is then done again.',
  },
  COUNT_FROZEN: {
    nb: 'Tellingen er bokført i en tidligere kjøring og gjøres ikke om igjen. Det som står her, endrer ikke noe beløp.',
    en: 'The count was posted in an earlier run and is not done again. What stands here changes no amount.',
  },
  HELD_NO_RECIPIENT: {
    nb: '{heldNok} holdes tilbake, fordi ingen mottaker er registrert.',
    en: '{heldNok} is held, since no recipient is registered.',
  },
  HELD_NO_UNIQUE_SUCCESSOR: {
    nb: '{heldNok} holdes tilbake, fordi {place} er delt uten en entydig etterfølger.',
    en: '{heldNok} is held, since {place} was split without a unique successor.',
  },
  HELD_UNKNOWN_COUNTRY: {
    nb: 'Beløpet er ukjent, fordi landbakgrunnen ikke står i regiontabellen. Ingenting er forfalt så lenge det er slik, og personen står i held.csv uten beløp.',
    en: 'The amount is unknown, since the country background is not in the region table. Nothing is due as long as that is so, and the person stands in held.csv without an amount.',
  },
  HELD_DIFFERENCE: {
    nb: 'Forskjellen på {heldNok} for {place} bokføres ikke, fordi stedet er delt uten en entydig etterfølger. Den kommer igjen i neste kjøring.',
    en: 'The difference of {heldNok} for {place} is not posted, since the place was split without a unique successor. It comes back in the next run.',
  },
  HELD_PROTECTED: {
    nb: 'Noe holdes tilbake av en grunn som har med stedet å gjøre og ikke vises.',
    en: 'Something is held for a reason that has to do with the place and is not shown.',
  },
  HELD_WAITS: {
    nb: '{heldNok} til {place} venter på en trekkpost for samme person som er holdt tilbake, så ingen betales to ganger.',
    en: '{heldNok} to {place} waits for a reduction of the same person that is held, so that nobody is paid twice.',
  },
  HELD_WITHHELD_PROTECTED: {
    nb: 'Det som er bokført, blir stående. Ellers ville det blitt trukket tilbake.',
    en: 'What has been posted stands. It would otherwise be taken back.',
  },
  HELD_WITHHELD: {
    nb: '{postedNok} er bokført og blir stående. Ellers ville det blitt trukket tilbake.',
    en: '{postedNok} has been posted and stands. It would otherwise be taken back.',
  },
  NETTING_PAID: {
    nb: 'Alle linjer til {place} i gruppen {groupWord} er til sammen {linesNok}. Alt utbetales.',
    en: 'All lines to {place} in the group {groupWord} come to {linesNok}. All of it is paid.',
  },
  NETTING_PAID_LESS: {
    nb: 'Alle linjer til {place} i gruppen {groupWord} er til sammen {linesNok}. Saldoen fra før er {carriedInNok}, så {paidNok} utbetales.',
    en: 'All lines to {place} in the group {groupWord} come to {linesNok}. The balance from before is {carriedInNok}, so {paidNok} is paid.',
  },
  NETTING_CARRIED_NEW: {
    nb: 'Alle linjer til {place} i gruppen {groupWord} er til sammen {linesNok}. Ingenting utbetales, og {carriedOutNok} føres videre til neste termin.',
    en: 'All lines to {place} in the group {groupWord} come to {linesNok}. Nothing is paid, and {carriedOutNok} is carried to the next term.',
  },
  NETTING_CARRIED: {
    nb: 'Alle linjer til {place} i gruppen {groupWord} er til sammen {linesNok}. Saldoen fra før er {carriedInNok}. Ingenting utbetales, og {carriedOutNok} føres videre til neste termin.',
    en: 'All lines to {place} in the group {groupWord} come to {linesNok}. The balance from before is {carriedInNok}. Nothing is paid, and {carriedOutNok} is carried to the next term.',
  },
  NETTING_ZERO: {
    nb: 'Alle linjer til {place} i gruppen {groupWord} er til sammen 0 kr. Ingenting utbetales, og ingenting føres videre.',
    en: 'All lines to {place} in the group {groupWord} come to 0 kr. Nothing is paid, and nothing is carried on.',
  },
  NETTING_EVEN: {
    nb: 'Alle linjer til {place} i gruppen {groupWord} er til sammen {linesNok}. Det går opp i opp med saldoen fra før, {carriedInNok}. Ingenting utbetales, og ingenting føres videre.',
    en: 'All lines to {place} in the group {groupWord} come to {linesNok}. That evens out with the balance from before, {carriedInNok}. Nothing is paid, and nothing is carried on.',
  },
  PAYMENT: {
    nb: 'Betalingen har referansen {paymentRef}.',
    en: 'The payment has the reference {paymentRef}.',
  },
  ASSUMPTION: { nb: '{idWord}', en: '{idWord}' },
} satisfies Readonly<Record<string, Text>>;
