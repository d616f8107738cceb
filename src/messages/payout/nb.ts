import type { Translation } from '../catalogue';
import type { payoutEn } from './en';

/** Texts of files of payment in bokmål. */
export const payoutNb = {
  RUN_FOLDER_NOT_EMPTY: 'Mappen {folder} er ikke tom, og det som ligger der, er ikke en ferdig kjøring.',
  'RUN_FOLDER_NOT_EMPTY.action': 'Velg en ny eller tom mappe med --out.',
  RUN_FOLDER_DIFFERS: 'I mappen {folder} ligger allerede et annet resultat. Ingenting er skrevet.',
  'RUN_FOLDER_DIFFERS.action': 'Velg en ny mappe med --out, eller flytt den gamle mappen dersom resultatet i den ikke lenger skal brukes.',
  RECIPIENT_MISSING: 'Mottakerfilen har ingen rad for {kommune} som gjelder på terminens siste dag. Pengene kan ikke overføres.',
  'RECIPIENT_MISSING.action': 'Legg raden inn i mottakerfilen og kjør på nytt.',
  'RECIPIENT_MISSING.short': 'mottakeren står ikke i mottakerfilen',
  RECIPIENT_TWICE: 'Mottakerfilen har flere rader for {kommune} som gjelder på terminens siste dag. Ingen av dem er brukt.',
  'RECIPIENT_TWICE.action': 'Avslutt den raden som ikke lenger gjelder, med valid_to, og kjør på nytt.',
  'RECIPIENT_TWICE.short': 'mottakeren har flere rader i mottakerfilen',
  RECIPIENT_ACCOUNT_SHARED: 'Kontonummeret til {kommune} står også på {others}. Ett av dem er feil.',
  'RECIPIENT_ACCOUNT_SHARED.action': 'Kontroller kontonumrene mot kommunene selv, rett mottakerfilen og kjør på nytt.',
  'RECIPIENT_ACCOUNT_SHARED.short': 'samme kontonummer på flere mottakere',
  RECIPIENT_ORG_NUMBER_SHARED: 'Organisasjonsnummeret til {kommune} står også på {others}. Ett av dem er feil.',
  'RECIPIENT_ORG_NUMBER_SHARED.action': 'Kontroller numrene mot Enhetsregisteret, rett mottakerfilen og kjør på nytt.',
  'RECIPIENT_ORG_NUMBER_SHARED.short': 'samme organisasjonsnummer på flere mottakere',
  RECIPIENT_ORG_NUMBER: 'Organisasjonsnummeret til {kommune} mangler, eller kontrollsifferet stemmer ikke. Pengene kan ikke overføres.',
  'RECIPIENT_ORG_NUMBER.action': 'Rett nummeret i mottakerfilen og kjør på nytt.',
  'RECIPIENT_ORG_NUMBER.short': 'organisasjonsnummeret mangler eller er feil',
  RECIPIENT_ACCOUNT: 'Kontonummeret til {kommune} mangler, eller kontrollsifferet stemmer ikke. Pengene kan ikke overføres.',
  'RECIPIENT_ACCOUNT.action': 'Rett kontonummeret i mottakerfilen og kjør på nytt.',
  'RECIPIENT_ACCOUNT.short': 'kontonummeret mangler eller er feil',
} as const satisfies Translation<typeof payoutEn>;
