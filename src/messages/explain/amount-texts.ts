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
    nb: 'Registeret har {rowsWord}.',
    en: 'The register holds {rowsWord}.',
  },
  ROW_NOT_VISIBLE: {
    nb: 'Raden ble registrert {registeredDay}, etter skjæringsdatoen {asOfDay}, og finnes ikke for denne kjøringen.',
    en: 'The row was registered on {registeredDay}, after the as-of date {asOfDay}, and does not exist for this run.',
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
    nb: 'Beløpet for året er {annualNok}. Det kortes ikke av for deler av året; dagene avgjør bare hvem som får det.',
    en: 'The amount for the year is {annualNok}. It is not reduced for parts of a year; the days only decide who receives it.',
  },
  ANNUAL_AMOUNT: {
    nb: 'Beløpet for året er {annualNok}.',
    en: 'The amount for the year is {annualNok}.',
  },
  DUE_WHOLE: {
    nb: 'Hele beløpet forfaller i termin {firstTerm}. I termin {term} er {dueNok} forfalt.',
    en: 'The whole amount falls due in term {firstTerm}. In term {term}, {dueNok} is due.',
  },
  DUE_LATER: {
    nb: 'Beløpet forfaller først i termin {firstTerm}. I termin {term} er ingenting forfalt.',
    en: 'The amount does not fall due until term {firstTerm}. In term {term} nothing is due.',
  },
  DUE_SHARE: {
    nb: 'Beløpet fordeles likt på terminene {firstTerm} til 4. I termin {term} er {annualNok} × {parts} / {of}, rundet ned til {dueNok}, forfalt.',
    en: 'The amount is spread evenly over terms {firstTerm} to 4. In term {term}, {annualNok} × {parts} / {of}, rounded down to {dueNok}, is due.',
  },
  DUE_ARREARS: {
    nb: 'Kjøringen gjør opp tilskuddsåret {year} for godt: alt, {dueNok}, er forfalt.',
    en: 'The run settles grant year {year} for good: all of it, {dueNok}, is due.',
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
  DAYS_WITHOUT: {
    nb: '{days} i vinduet har ingen mottaker og teller ikke med.',
    en: 'Not counted, being without a recipient: {days}.',
  },
  NO_RECIPIENT: {
    nb: 'Ingen dag har en mottaker.',
    en: 'No day has a recipient.',
  },
  NO_CENTRE: {
    nb: 'Ingen rad om mottak dekker dagen for inntreden, {enteredDay}.',
    en: 'No row of a reception centre covers the day of entry, {enteredDay}.',
  },
  TRANSLATED: {
    nb: '{fromPlace} er fra {onDay} {toPlace}.',
    en: '{fromPlace} is {toPlace} from {onDay}.',
  },
  TRANSLATION_STOPS: {
    nb: '{fromPlace} ble delt {onDay} og har ingen entydig etterfølger. Delen holdes tilbake til registeret har det nye nummeret.',
    en: '{fromPlace} was split on {onDay} and has no unique successor. Its part is held until the register has the new number.',
  },
  ALL_TO_ONE: {
    nb: 'Alle dagene er hos {place}, som får hele beløpet.',
    en: 'All days are with {place}, which receives the whole amount.',
  },
  WHOLE_TO: {
    nb: '{place} får hele beløpet.',
    en: '{place} receives the whole amount.',
  },
  SHARE: {
    nb: '{place}: {dueNok} × {numerator} / {denominator} = {floorNok}, med resten {remainder}.',
    en: '{place}: {dueNok} × {numerator} / {denominator} = {floorNok}, remainder {remainder}.',
  },
  SHARE_ODD: {
    nb: '{place}: {dueNok} × {numerator} / {denominator} = {floorNok}, med resten {remainder}. {whyWord} gir én krone til: {partNok}.',
    en: '{place}: {dueNok} × {numerator} / {denominator} = {floorNok}, remainder {remainder}. {whyWord} brings one more krone: {partNok}.',
  },
  CENTRE_FIRST: {
    nb: 'Mottaket ved inntreden {enteredDay} ligger i {place}.',
    en: 'The reception centre on entry, {enteredDay}, is in {place}.',
  },
  CENTRE_MOVED: {
    nb: 'Den første flyttingen i året er til et mottak i {place} fra {fromDay}.',
    en: 'The first move of the year is to a reception centre in {place} from {fromDay}.',
  },
  HALVES: {
    nb: 'Hver får halvparten av {dueNok}: {firstNok} til {firstPlace} og {secondNok} til {secondPlace}. En odde krone går til den første.',
    en: 'Each receives half of {dueNok}: {firstNok} to {firstPlace} and {secondNok} to {secondPlace}. An odd krone goes to the first.',
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
    nb: '{runId} (termin {term}) bokførte {amountNok} til {place}.',
    en: '{runId} (term {term}) posted {amountNok} to {place}.',
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
} satisfies Readonly<Record<string, Text>>;
