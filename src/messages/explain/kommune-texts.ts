import type { Text } from '../catalogue';

/** Amounts of a kommune without persons: grunntilskudd and the hour grant. */
export const KOMMUNE_TEXTS = {
  COUNT: {
    nb: '{countPersons} ble talt i {place} {countDay}.',
    en: '{countPersons} were counted in {place} on {countDay}.',
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
    nb: 'Til og med termin {term} er det registrert {teachingText} undervisningstimer og {participantText} deltakertimer.',
    en: 'Up to term {term}, {teachingText} teaching hours and {participantText} participant hours are registered.',
  },
  HOUR_AMOUNT: {
    nb: '{teachingRateNok} × {teachingText} + {participantRateNok} × {participantText} = {annualNok}, avrundet til hele kroner.',
    en: '{teachingRateNok} × {teachingText} + {participantRateNok} × {participantText} = {annualNok}, rounded to whole kroner.',
  },
} satisfies Readonly<Record<string, Text>>;
