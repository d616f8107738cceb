import type { Text } from '../catalogue';

/** Conditions of the rule modules, met and not met, with the registered value and the limit. */
export const CONDITION_TEXTS = {
  CATEGORY_MET: {
    nb: 'Kategorien «{categoryWord}» teller i {year}.',
    en: 'The category “{categoryWord}” counts in {year}.',
  },
  CATEGORY_FAILED: {
    nb: 'Kategorien er «{categoryWord}». I {year} må den være {countingWord}.',
    en: 'The category is “{categoryWord}”. In {year} it must be {countingWord}.',
  },
  YEAR_NUMBER_MET: {
    nb: 'Personen kom inn i personkretsen i {entryYear}, så {year} er år {k}. Tilskudd gis for år 1, 2 og 3.',
    en: 'The person entered the target group in {entryYear}, so {year} is year {k}. The grant is given for years 1, 2 and 3.',
  },
  YEAR_NUMBER_PAST: {
    nb: 'Personen kom inn i personkretsen i {entryYear}, så {year} er år {k}. Tilskudd gis bare for år 1, 2 og 3.',
    en: 'The person entered the target group in {entryYear}, so {year} is year {k}. The grant is given only for years 1, 2 and 3.',
  },
  YEAR_NUMBER_EARLY: {
    nb: 'Personen kommer først inn i personkretsen {enteredDay}. Det må være senest i {year}.',
    en: 'The person does not enter the target group until {enteredDay}. It must be in {year} at the latest.',
  },
  YEAR_NUMBER_NONE: {
    nb: 'Personen har ingen rad med «rett og plikt» eller «rett», og derfor ikke noe første år å telle fra.',
    en: 'The person has no row with “right and duty” or “right”, and so no first year to count from.',
  },
  AGE_ON_ENTRY_MET: {
    nb: 'Alderen ved inntreden {enteredDay} var {ageYears}. Den må være fra og med 16 til og med 66.',
    en: 'The age on entry, {enteredDay}, was {ageYears}. It must be from 16 to 66.',
  },
  AGE_ON_ENTRY_FAILED: {
    nb: 'Alderen ved inntreden {enteredDay} var {ageYears}. Etter introduksjonsloven må den være fra og med 16 til og med 66.',
    en: 'The age on entry, {enteredDay}, was {ageYears}. Under introduksjonsloven it must be from 16 to 66.',
  },
  AGE_ON_PERMIT_MET: {
    nb: 'Alderen da oppholdstillatelsen ble gitt, {permitDay}, var {ageYears}. Den må være fra og med 18 til og med 66.',
    en: 'The age when the permit was granted, {permitDay}, was {ageYears}. It must be from 18 to 66.',
  },
  AGE_ON_PERMIT_FAILED: {
    nb: 'Alderen da oppholdstillatelsen ble gitt, {permitDay}, var {ageYears}. Etter integreringsloven må den være fra og med 18 til og med 66.',
    en: 'The age when the permit was granted, {permitDay}, was {ageYears}. Under integreringsloven it must be from 18 to 66.',
  },
  PERMIT_MISSING: {
    nb: 'Datoen for oppholdstillatelsen mangler, så alderen kan ikke prøves.',
    en: 'The date of the permit is missing, so the age cannot be tested.',
  },
  DECISION_NOT_NEEDED: {
    nb: 'Inntreden var før 1. januar 2018, så det trengs ikke noe vedtak.',
    en: 'The entry was before 1 January 2018, so no decision is needed.',
  },
  DECISION_MET: {
    nb: 'Vedtaket av {decidedDay} om {kindWord} er innvilget og gjelder.',
    en: 'The decision of {decidedDay} on {kindWord} is granted and stands.',
  },
  DECISION_FAILED: {
    nb: 'Det trengs et innvilget vedtak om {kindWord}. Personen har ikke noe som gjelder.',
    en: 'A granted decision on {kindWord} is needed. The person has none that stands.',
  },
  DECISION_OTHER: {
    nb: 'Vedtaket av {decidedDay} om {kindWord} har utfallet «{outcomeWord}».',
    en: 'The decision of {decidedDay} on {kindWord} has the outcome “{outcomeWord}”.',
  },
  DECISION_OTHER_KIND: {
    nb: 'Vedtaket av {decidedDay} gjelder noe annet: {kindWord}.',
    en: 'The decision of {decidedDay} is about something else: {kindWord}.',
  },
  MEMBER_STILL: {
    nb: 'Personen er fortsatt i personkretsen.',
    en: 'The person is still in the target group.',
  },
  MEMBER_MET: {
    nb: 'Personen er ute av personkretsen fra og med {leftDay}. For å telle i {year} må det være etter {limitDay}.',
    en: 'The person is out of the target group from {leftDay}. To count in {year} that must be after {limitDay}.',
  },
  MEMBER_FAILED: {
    nb: 'Personen er ute av personkretsen fra og med {leftDay}. For å telle i {year} måtte det vært etter {limitDay}.',
    en: 'The person is out of the target group from {leftDay}. To count in {year} that would have to be after {limitDay}.',
  },
  ALIVE_MET: {
    nb: 'Verken død eller utvandring er registrert.',
    en: 'Neither death nor emigration is registered.',
  },
  ALIVE_MET_LATER: {
    nb: '{eventWord} er {eventDay}. Det må ikke være før {limitDay}.',
    en: '{eventWord} is {eventDay}. It must not be before {limitDay}.',
  },
  ALIVE_FAILED: {
    nb: '{eventWord} er {eventDay}. Det er før {limitDay}.',
    en: '{eventWord} is {eventDay}. That is before {limitDay}.',
  },
  UNDER_67_MET: {
    nb: 'Alderen {onDay} var {ageYears}. Den må være under 67.',
    en: 'The age on {onDay} was {ageYears}. It must be below 67.',
  },
  UNDER_67_FAILED: {
    nb: 'Alderen {onDay} var {ageYears}. Den måtte vært under 67.',
    en: 'The age on {onDay} was {ageYears}. It would have to be below 67.',
  },
  ENTERED_IN_YEAR_MET: {
    nb: 'Inntreden var {enteredDay}. Den må være i {year}.',
    en: 'The entry was on {enteredDay}. It must be in {year}.',
  },
  ENTERED_IN_YEAR_FAILED: {
    nb: 'Inntreden var {enteredDay}. Den må være i {year}.',
    en: 'The entry was on {enteredDay}. It must be in {year}.',
  },
  BEFORE_END_6A_MET: {
    nb: 'Inntreden var {enteredDay}. Den må være før {endDay}, da ordningen for kollektiv beskyttelse tar slutt.',
    en: 'The entry was on {enteredDay}. It must be before {endDay}, when collective protection ends.',
  },
  BEFORE_END_6A_FAILED: {
    nb: 'Inntreden var {enteredDay}. Den måtte vært før {endDay}, da ordningen for kollektiv beskyttelse tar slutt.',
    en: 'The entry was on {enteredDay}. It would have to be before {endDay}, when collective protection ends.',
  },
  COUNT_ENTERED_MET: {
    nb: 'Inntreden var {enteredDay}, senest på telledagen {countDay}.',
    en: 'The entry was on {enteredDay}, not after the count date {countDay}.',
  },
  COUNT_ENTERED_FAILED: {
    nb: 'Inntreden var {enteredDay}, etter telledagen {countDay}.',
    en: 'The entry was on {enteredDay}, after the count date {countDay}.',
  },
  COUNT_MEMBER_MET: {
    nb: 'Personen var i personkretsen på telledagen {countDay}.',
    en: 'The person was in the target group on the count date {countDay}.',
  },
  COUNT_MEMBER_FAILED: {
    nb: 'Personen er ute av personkretsen fra og med {leftDay} og var ikke med på telledagen {countDay}.',
    en: 'The person is out of the target group from {leftDay} and was not in it on the count date {countDay}.',
  },
  GRANTED_MET: {
    nb: 'Utfallet av vedtaket er «{outcomeWord}».',
    en: 'The outcome of the decision is “{outcomeWord}”.',
  },
  GRANTED_FAILED: {
    nb: 'Utfallet av vedtaket er «{outcomeWord}». Det må være «innvilget».',
    en: 'The outcome of the decision is “{outcomeWord}”. It must be “granted”.',
  },
  DECIDED_IN_YEAR_MET: {
    nb: 'Det er fattet {decidedDay}. Det må være i {year}.',
    en: 'It was made on {decidedDay}. That must be in {year}.',
  },
  DECIDED_IN_YEAR_FAILED: {
    nb: 'Det er fattet {decidedDay}. Det må være i {year}.',
    en: 'It was made on {decidedDay}. That must be in {year}.',
  },
  DECIDED_FROM_MET: {
    nb: 'Ordningen gjelder vedtak fra 1. juli 2023, og dette er fattet {decidedDay}.',
    en: 'The scheme is for decisions from 1 July 2023, and this one was made on {decidedDay}.',
  },
  DECIDED_FROM_FAILED: {
    nb: 'Ordningen gjelder vedtak fra 1. juli 2023, men dette er fattet {decidedDay}.',
    en: 'The scheme is for decisions from 1 July 2023, but this one was made on {decidedDay}.',
  },
  ASYLUM_CATEGORY_MET: {
    nb: 'Raden gjelder en asylsøker.',
    en: 'The row is of an asylum seeker.',
  },
  ASYLUM_AGE_MET: {
    nb: 'Alderen ved inntreden {enteredDay} var {ageYears}. Den må være minst {limitYears}.',
    en: 'The age on entry, {enteredDay}, was {ageYears}. It must be at least {limitYears}.',
  },
  ASYLUM_AGE_FAILED: {
    nb: 'Alderen ved inntreden {enteredDay} var {ageYears}. Den måtte vært minst {limitYears}.',
    en: 'The age on entry, {enteredDay}, was {ageYears}. It would have to be at least {limitYears}.',
  },
  FIRST_ROW_MET: {
    nb: 'Det er den første raden der personen er asylsøker og gammel nok.',
    en: 'It is the first row in which the person is an asylum seeker and old enough.',
  },
  FIRST_ROW_FAILED: {
    nb: 'Tilskuddet gis bare én gang, og personen var gammel nok i en tidligere rad.',
    en: 'The grant is given only once, and the person was old enough in an earlier row.',
  },
} satisfies Readonly<Record<string, Text>>;
