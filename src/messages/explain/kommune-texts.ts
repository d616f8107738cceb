import type { Text } from '../catalogue';

/** Amounts of a kommune without persons: grunntilskudd and the hour grant. */
export const KOMMUNE_TEXTS = {
  COUNT: {
    nb: '{countPersons} ble talt i {place} {countDay}.',
    en: 'Counted in {place} on {countDay}: {countPersons}.',
  },
  STEP_LOW: {
    nb: 'Én til tre personer gir lavt grunntilskudd.',
    en: 'One to three persons give the low grunntilskudd.',
  },
  STEP_HIGH: {
    nb: 'Fire til 150 personer gir høyt grunntilskudd.',
    en: 'Four to 150 persons give the high grunntilskudd.',
  },
  STEP_ABOVE: {
    nb: 'Over 150 personer gir ikke grunntilskudd.',
    en: 'More than 150 persons give no grunntilskudd.',
  },
  STEP_ZERO: {
    nb: 'Uten personer gis det ikke grunntilskudd.',
    en: 'Without persons there is no grunntilskudd.',
  },
  HOURS: {
    nb: 'Til og med termin {term} er det registrert {teachingHundredths} undervisningstimer og {participantHundredths} deltakertimer.',
    en: 'Up to and including term {term}, {teachingHundredths} teaching hours and {participantHundredths} participant hours are registered.',
  },
  HOURS_MONTH: {
    nb: '{month}: {teachingHundredths} undervisningstimer ({teachingRows}) og {participantHundredths} deltakertimer ({participantRows})',
    en: '{month}: {teachingHundredths} teaching hours ({teachingRows}) and {participantHundredths} participant hours ({participantRows})',
  },
  CAUSE_TEACHING_HOURS: {
    nb: '{month}: Undervisningstimene var {beforeHundredths} ({beforeRows}) og er nå {afterHundredths} ({afterRows}).',
    en: '{month}: The teaching hours were {beforeHundredths} ({beforeRows}) and are now {afterHundredths} ({afterRows}).',
  },
  CAUSE_PARTICIPANT_HOURS: {
    nb: '{month}: Deltakertimene var {beforeHundredths} ({beforeRows}) og er nå {afterHundredths} ({afterRows}).',
    en: '{month}: The participant hours were {beforeHundredths} ({beforeRows}) and are now {afterHundredths} ({afterRows}).',
  },
  CAUSE_HOURS_TERM: {
    nb: 'Månedene i termin {term} er kommet til.',
    en: 'The months of term {term} have been added.',
  },
  CAUSE_HOURS_LATER: {
    nb: 'Månedene fra og med termin {fromTerm} til og med termin {term} er kommet til.',
    en: 'The months from term {fromTerm} up to and including term {term} have been added.',
  },
  HOUR_AMOUNT: {
    nb: '{teachingRateNok} × {teachingHundredths} + {participantRateNok} × {participantHundredths} = {annualNok}{roundedWord}.',
    en: '{teachingRateNok} × {teachingHundredths} + {participantRateNok} × {participantHundredths} = {annualNok}{roundedWord}.',
  },
  HOUR_AMOUNT_ONE: {
    nb: '{rateNok} × {hoursHundredths} = {annualNok}{roundedWord}.',
    en: '{rateNok} × {hoursHundredths} = {annualNok}{roundedWord}.',
  },
  HOUR_AMOUNT_NONE: { nb: 'Uten timer gis det ikke timetilskudd.', en: 'Without hours there is no hour grant.' },
} satisfies Readonly<Record<string, Text>>;
