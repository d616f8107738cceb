import type { Text } from '../catalogue';

/** Rows, amounts, splits, terms, postings and lines. */
export const AMOUNT_TEXTS = {
  ROW_TRIGGERS: {
    nb: 'Raden «{categoryWord}» fra {enteredDay} ({lawWord}) utløser tilskuddet.',
    en: 'The row “{categoryWord}” of {enteredDay} ({lawWord}) triggers the grant.',
  },
  ROW_COUNTS: {
    nb: 'Raden «{categoryWord}» fra {enteredDay} ({lawWord}) gjør at personen telles.',
    en: 'The row “{categoryWord}” of {enteredDay} ({lawWord}) makes the person count.',
  },
  ROW_FAILS: {
    nb: 'Raden «{categoryWord}» fra {enteredDay} ({lawWord}) utløser ingenting:',
    en: 'The row “{categoryWord}” of {enteredDay} ({lawWord}) triggers nothing:',
  },
  ROW_ALSO: {
    nb: 'Raden «{categoryWord}» fra {enteredDay} ({lawWord}) oppfyller også vilkårene, men en tidligere rad går foran.',
    en: 'The row “{categoryWord}” of {enteredDay} ({lawWord}) meets the conditions too, but an earlier row goes first.',
  },
  DECISION_TRIGGERS: {
    nb: 'Vedtaket av {decidedDay} om {kindWord} utløser tilskuddet.',
    en: 'The decision of {decidedDay} on {kindWord} triggers the grant.',
  },
  DECISION_FAILS: {
    nb: 'Vedtaket av {decidedDay} om {kindWord} utløser ingenting:',
    en: 'The decision of {decidedDay} on {kindWord} triggers nothing:',
  },
  NO_CANDIDATES: {
    nb: 'På skjæringsdatoen hadde registeret {rowsWord}.',
    en: 'On the as-of date the register had {rowsWord}.',
  },
  ROW_NOT_VISIBLE: {
    nb: 'Denne raden ble registrert {registeredDay}, etter skjæringsdatoen {asOfDay}, og teller ikke i kjøringen:',
    en: 'This row was registered on {registeredDay}, after the as-of date {asOfDay}, and does not count in the run:',
  },
  CLASS: {
    nb: 'Landbakgrunnen {country} hører til {regionWord}, som har {classWord} sats.',
    en: 'The country background {country} belongs to {regionWord}, which has the {classWord} rate.',
  },
  CLASS_UNKNOWN: {
    nb: 'Landbakgrunnen {country} står ikke i regiontabellen. Satsen er derfor ukjent.',
    en: 'The country background {country} is not in the region table. The rate is therefore unknown.',
  },
  RATE_YEAR: {
    nb: 'Satsen for år {k} i {year} er {rateNok} ({classWord} sats).',
    en: 'The rate for year {k} in {year} is {rateNok} ({classWord} rate).',
  },
  RATE_SINGLE: {
    nb: 'Satsen i {year} er {rateNok}.',
    en: 'The rate in {year} is {rateNok}.',
  },
  RATE_STEP: {
    nb: 'Satsen for grunntilskudd i {year} er {rateNok} ({classWord} sats).',
    en: 'The rate of grunntilskudd in {year} is {rateNok} ({classWord} rate).',
  },
  FULL_AMOUNT: {
    nb: 'Beløpet for året er {annualNok}. Det avkortes ikke for deler av året; dagene avgjør bare hvem som får det.',
    en: 'The amount for the year is {annualNok}. It is not reduced for parts of a year; the days only decide who receives it.',
  },
  ANNUAL_AMOUNT: {
    nb: 'Beløpet for året er {annualNok}.',
    en: 'The amount for the year is {annualNok}.',
  },
  DUE_WHOLE: {
    nb: 'Hele beløpet forfaller i termin {firstTerm}, så {dueNok} er forfalt.',
    en: 'The whole amount falls due in term {firstTerm}, so {dueNok} is due.',
  },
  DUE_LATER: {
    nb: 'Beløpet forfaller først i termin {firstTerm}. I termin {term} er ingenting forfalt.',
    en: 'The amount does not fall due until term {firstTerm}. In term {term} nothing is due.',
  },
  DUE_SHARE: {
    nb: 'Beløpet fordeles likt på terminene {firstTerm} til 4. I termin {term} er {annualNok} × {parts} / {of} forfalt, rundet ned til hele kroner: {dueNok}.',
    en: 'The amount is spread evenly over terms {firstTerm} to 4. In term {term}, {annualNok} × {parts} / {of} is due, rounded down to whole kroner: {dueNok}.',
  },
  DUE_SHARE_ALL: {
    nb: 'Beløpet fordeles likt på terminene {firstTerm} til 4. I termin 4 er hele beløpet forfalt: {dueNok}.',
    en: 'The amount is spread evenly over terms {firstTerm} to 4. In term 4 the whole amount is due: {dueNok}.',
  },
  DUE_ARREARS: {
    nb: 'Tilskuddsåret {year} er over, så hele beløpet er forfalt: {dueNok}.',
    en: 'Grant year {year} is over, so the whole amount is due: {dueNok}.',
  },
  DUE_DECISIONS: {
    nb: 'I termin {term} er {dueNok} forfalt.',
    en: 'In term {term}, {dueNok} is due.',
  },
  WINDOW: {
    nb: 'Beløpet deles etter dagene fra {fromDay} til {toDay}, {days}.',
    en: 'The amount is split by the days from {fromDay} to {toDay}, {days}.',
  },
  SEGMENT: {
    nb: 'Fra {fromDay} til {toDay}, {days}: {tableWord} {place}.',
    en: 'From {fromDay} to {toDay}, {days}: {tableWord} {place}.',
  },
  SEGMENT_DAY: { nb: '{fromDay}, {days}: {tableWord} {place}.', en: '{fromDay}, {days}: {tableWord} {place}.' },
  DAYS_WITHOUT: {
    nb: '{days} i vinduet har ingen mottaker og teller ikke med.',
    en: 'Not counted, being without a recipient: {days}.',
  },
  NO_RECIPIENT: {
    nb: 'Ingen dag har en mottaker.',
    en: 'No day has a recipient.',
  },
  NO_CENTRE: {
    nb: 'Personen har ikke noe registrert mottak på dagen for inntreden, {enteredDay}.',
    en: 'No reception centre is registered for the person on the day of entry, {enteredDay}.',
  },
  TRANSLATED: { nb: '{fromPlace} ble til {toPlace} {onDay}.', en: '{fromPlace} became {toPlace} on {onDay}.' },
  TRANSLATION_STOPS: {
    nb: '{fromPlace} ble delt {onDay} og har ingen entydig etterfølger. Delen holdes tilbake til registeret har det nye nummeret.',
    en: '{fromPlace} was split on {onDay} and has no unique successor. Its part is held until the register has the new number.',
  },
  ALL_TO_ONE: {
    nb: 'Alle dagene hører til {place}, som får hele beløpet.',
    en: 'All days belong to {place}, which receives the whole amount.',
  },
  WHOLE_TO: {
    nb: '{place} får hele beløpet.',
    en: '{place} receives the whole amount.',
  },
  SHARE: {
    nb: '{place}: {dueNok} × {numerator} / {denominator} = {floorNok}, rest {remainder}.',
    en: '{place}: {dueNok} × {numerator} / {denominator} = {floorNok}, remainder {remainder}.',
  },
  SHARE_ODD: {
    nb: '{place}: {dueNok} × {numerator} / {denominator} = {floorNok}, rest {remainder}. {whyWord}, så det blir én krone til: {partNok}.',
    en: '{place}: {dueNok} × {numerator} / {denominator} = {floorNok}, remainder {remainder}. {whyWord}, so one more krone goes here: {partNok}.',
  },
  CENTRE_FIRST: {
    nb: 'Mottaket ved inntreden {enteredDay} ligger i {place}.',
    en: 'The reception centre on entry, {enteredDay}, is in {place}.',
  },
  CENTRE_MOVED: {
    nb: 'Den første flyttingen det året er til et mottak i {place} fra {fromDay}.',
    en: 'The first move of that year is to a reception centre in {place} from {fromDay}.',
  },
  HALVES: {
    nb: 'Hver kommune får halvparten av {dueNok}: {firstNok} til {firstPlace} og {secondNok} til {secondPlace}.',
    en: 'Each kommune receives half of {dueNok}: {firstNok} to {firstPlace} and {secondNok} to {secondPlace}.',
  },
  HALVES_ODD: {
    nb: 'Hver kommune får halvparten av {dueNok}: {firstNok} til {firstPlace} og {secondNok} til {secondPlace}. Kronen som er til overs, går til den første.',
    en: 'Each kommune receives half of {dueNok}: {firstNok} to {firstPlace} and {secondNok} to {secondPlace}. The krone left over goes to the first.',
  },
  DECISION_AMOUNT: {
    nb: 'Vedtaket av {decidedDay} gir {amountNok} til {place} fra termin {firstTerm}.',
    en: 'The decision of {decidedDay} gives {amountNok} to {place} from term {firstTerm}.',
  },
  POSTED_NONE: {
    nb: 'Ingenting er bokført før.',
    en: 'Nothing has been posted before.',
  },
  POSTED: {
    nb: 'Kjøringen {runId} (termin {term}) bokførte {amountNok} til {place}.',
    en: 'The run {runId} (term {term}) posted {amountNok} to {place}.',
  },
  POSTED_OPENING: {
    nb: 'Åpningsbunken bokførte {amountNok} til {place}.',
    en: 'The opening batch posted {amountNok} to {place}.',
  },
  LINE_FROM_ZERO: {
    nb: '{place}: {dueNok} er forfalt og ingenting er bokført. Linjen er {amountNok}.',
    en: '{place}: {dueNok} is due and nothing has been posted. The line is {amountNok}.',
  },
  LINE: {
    nb: '{place}: {dueNok} er forfalt, {postedNok} er bokført. Linjen er forskjellen, {amountNok}.',
    en: '{place}: {dueNok} is due, {postedNok} has been posted. The line is the difference, {amountNok}.',
  },
  LINE_NONE: {
    nb: '{place}: {dueNok} er forfalt, {postedNok} er bokført. Det er likt, så det blir ingen linje.',
    en: '{place}: {dueNok} is due, {postedNok} has been posted. They are equal, so there is no line.',
  },
  LINE_RECIPIENT: {
    nb: '{fromPlace} er nå {toPlace}. Linjen står på det nye nummeret.',
    en: '{fromPlace} is now {toPlace}. The line stands under the new number.',
  },
  LINE_RECIPIENT_PROTECTED: {
    nb: 'Linjen står på nummeret som gjelder nå.',
    en: 'The line stands under the number that holds now.',
  },
} satisfies Readonly<Record<string, Text>>;
