import type { Catalogue } from './catalogue';

/** Texts of findings and errors of the payout room. */
export const payoutMessages = {
  RUN_FOLDER_NOT_EMPTY: {
    text: {
      nb: 'Mappen {folder} er ikke tom, og det som ligger der, er ikke en ferdig kjøring.',
      en: 'The folder {folder} is not empty, and what it holds is not a finished run.',
    },
    action: {
      nb: 'Velg en ny eller tom mappe med --out.',
      en: 'Choose a new or empty folder with --out.',
    },
  },
  RUN_FOLDER_DIFFERS: {
    text: {
      nb: 'I mappen {folder} ligger allerede et annet resultat. Ingenting er skrevet.',
      en: 'The folder {folder} already holds another result. Nothing was written.',
    },
    action: {
      nb: 'Velg en ny mappe med --out, eller flytt den gamle mappen dersom resultatet i den ikke lenger skal brukes.',
      en: 'Choose a new folder with --out, or move the old folder away if its result is no longer in use.',
    },
  },
  RECIPIENT_MISSING: {
    text: {
      nb: 'Mottakerfilen har ingen rad for {kommune} som gjelder på terminens siste dag. Pengene kan ikke overføres.',
      en: "The recipients file has no row for {kommune} that is valid on the term's last day. No money can be transferred.",
    },
    action: {
      nb: 'Legg raden inn i mottakerfilen og kjør på nytt.',
      en: 'Put the row into the recipients file and run again.',
    },
  },
  RECIPIENT_TWICE: {
    text: {
      nb: 'Mottakerfilen har flere rader for {kommune} som gjelder på terminens siste dag. Ingen av dem er brukt.',
      en: "The recipients file has several rows for {kommune} that are valid on the term's last day. None of them is used.",
    },
    action: {
      nb: 'Avslutt den raden som ikke lenger gjelder, med valid_to, og kjør på nytt.',
      en: 'End the row that no longer holds, with valid_to, and run again.',
    },
  },
  RECIPIENT_ACCOUNT_SHARED: {
    text: {
      nb: 'Kontonummeret til {kommune} står også på {others}. Ett av dem er feil.',
      en: 'The account number of {kommune} also stands on {others}. One of them is wrong.',
    },
    action: {
      nb: 'Kontroller kontonumrene mot kommunene selv, rett mottakerfilen og kjør på nytt.',
      en: 'Check the account numbers with the kommuner themselves, correct the recipients file and run again.',
    },
  },
  RECIPIENT_ORG_NUMBER_SHARED: {
    text: {
      nb: 'Organisasjonsnummeret til {kommune} står også på {others}. Ett av dem er feil.',
      en: 'The organisation number of {kommune} also stands on {others}. One of them is wrong.',
    },
    action: {
      nb: 'Kontroller numrene mot Enhetsregisteret, rett mottakerfilen og kjør på nytt.',
      en: 'Check the numbers against the register of entities, correct the recipients file and run again.',
    },
  },
  RECIPIENT_ORG_NUMBER: {
    text: {
      nb: 'Organisasjonsnummeret til {kommune} mangler, eller kontrollsifferet stemmer ikke. Pengene kan ikke overføres.',
      en: 'The organisation number of {kommune} is missing, or its check digit is wrong. No money can be transferred.',
    },
    action: {
      nb: 'Rett nummeret i mottakerfilen og kjør på nytt.',
      en: 'Correct the number in the recipients file and run again.',
    },
  },
  RECIPIENT_ACCOUNT: {
    text: {
      nb: 'Kontonummeret til {kommune} mangler, eller kontrollsifferet stemmer ikke. Pengene kan ikke overføres.',
      en: 'The account number of {kommune} is missing, or its check digit is wrong. No money can be transferred.',
    },
    action: {
      nb: 'Rett kontonummeret i mottakerfilen og kjør på nytt.',
      en: 'Correct the account number in the recipients file and run again.',
    },
  },
} satisfies Catalogue;
