import type { Catalogue } from './catalogue';

/** What a value must be: the text goes into the column `expected` of rejected.csv. */
export const rejectValueMessages = {
  VALUE_MISSING: {
    text: { nb: 'en verdi, feltet må være fylt ut', en: 'a value, the field must be filled in' },
    action: {
      nb: 'Fyll ut feltet i kildesystemet og ta ut registeruttrekket på nytt.',
      en: 'Fill in the field in the source system and extract the register again.',
    },
  },
  PERSON_ID_FORM: {
    text: { nb: 'et DUF-nummer med 12 siffer', en: 'a DUF number of 12 digits' },
    action: {
      nb: 'Rett nummeret i kildesystemet. Se etter tapte innledende nuller og bokstaver blant sifrene.',
      en: 'Correct the number in the source system. Look for lost leading zeros and letters among the digits.',
    },
  },
  DATE_FORM: {
    text: { nb: 'en dato skrevet ÅÅÅÅ-MM-DD eller DD.MM.ÅÅÅÅ', en: 'a date written YYYY-MM-DD or DD.MM.YYYY' },
    action: {
      nb: 'Skriv datoen på en av de to måtene og ta ut registeruttrekket på nytt.',
      en: 'Write the date in one of the two ways and extract the register again.',
    },
  },
  DATE_IMPOSSIBLE: {
    text: { nb: 'en dato som finnes i kalenderen', en: 'a date that exists in the calendar' },
    action: {
      nb: 'Rett datoen i kildesystemet og ta ut registeruttrekket på nytt.',
      en: 'Correct the date in the source system and extract the register again.',
    },
  },
  MONTH_FORM: {
    text: { nb: 'en måned skrevet ÅÅÅÅ-MM, fra 01 til 12', en: 'a month written YYYY-MM, from 01 to 12' },
    action: {
      nb: 'Rett måneden i kildesystemet og ta ut registeruttrekket på nytt.',
      en: 'Correct the month in the source system and extract the register again.',
    },
  },
  YEAR_FORM: {
    text: { nb: 'et årstall med fire siffer', en: 'a year of four digits' },
    action: { nb: 'Rett årstallet.', en: 'Correct the year.' },
  },
  KOMMUNE_FORM: {
    text: { nb: 'et kommunenummer med fire siffer', en: 'a kommune number of four digits' },
    action: {
      nb: 'Rett nummeret. Se etter tapte innledende nuller.',
      en: 'Correct the number. Look for lost leading zeros.',
    },
  },
  KOMMUNE_UNKNOWN: {
    text: { nb: 'et kommunenummer som er eller har vært i bruk', en: 'a kommune number that is or has been in use' },
    action: {
      nb: 'Rett nummeret, eller oppdater kommuneregisteret hvis nummeret er nytt.',
      en: 'Correct the number, or update the kommune register if the number is new.',
    },
  },
  FYLKE_FORM: {
    text: { nb: 'et fylkesnummer med to siffer', en: 'a fylke number of two digits' },
    action: {
      nb: 'Rett nummeret. Se etter tapte innledende nuller.',
      en: 'Correct the number. Look for lost leading zeros.',
    },
  },
  FYLKE_UNKNOWN: {
    text: { nb: 'et fylkesnummer som er eller har vært i bruk', en: 'a fylke number that is or has been in use' },
    action: {
      nb: 'Rett nummeret, eller oppdater fylkesregisteret hvis nummeret er nytt.',
      en: 'Correct the number, or update the fylke register if the number is new.',
    },
  },
  COUNTRY_FORM: {
    text: {
      nb: 'en landkode med tre store bokstaver (ISO 3166-1 alfa-3, eller XXA eller XXX)',
      en: 'a country code of three capital letters (ISO 3166-1 alpha-3, or XXA or XXX)',
    },
    action: {
      nb: 'Rett landkoden i kildesystemet og ta ut registeruttrekket på nytt.',
      en: 'Correct the country code in the source system and extract the register again.',
    },
  },
  CODE_UNKNOWN: {
    text: {
      nb: 'en av verdiene {allowed}, eller det norske navnet på en av dem',
      en: 'one of the values {allowed}, or the Norwegian name of one of them',
    },
    action: {
      nb: 'Rett verdien i kildesystemet og ta ut registeruttrekket på nytt.',
      en: 'Correct the value in the source system and extract the register again.',
    },
  },
  NUMBER_FORM: {
    text: { nb: 'et tall fra 0 med høyst to desimaler', en: 'a number from 0 with at most two decimals' },
    action: {
      nb: 'Rett tallet i kildesystemet og ta ut registeruttrekket på nytt.',
      en: 'Correct the number in the source system and extract the register again.',
    },
  },
  NUMBER_TOO_HIGH: {
    text: { nb: 'høyst {maximum}', en: 'at most {maximum}' },
    action: {
      nb: 'Rett tallet i kildesystemet og ta ut registeruttrekket på nytt.',
      en: 'Correct the number in the source system and extract the register again.',
    },
  },
  SUM_TOO_HIGH: {
    text: {
      nb: 'at radene til sammen er høyst {millions} millioner',
      en: 'that the rows come to at most {millions} million',
    },
    action: {
      nb: 'Se etter tall som er skrevet uten desimaltegn eller i øre, og rett filen.',
      en: 'Look for numbers written without their decimal sign or in hundredths, and correct the file.',
    },
  },
  RATE_TOO_HIGH: {
    text: { nb: 'en sats på høyst {maximumNok}', en: 'a rate of at most {maximumNok}' },
    action: { nb: 'Skriv satsen i hele kroner.', en: 'Write the rate in whole kroner.' },
  },
  END_BEFORE_START: {
    text: { nb: 'en dato som ikke er før {start}', en: 'a date that is not before {start}' },
    action: {
      nb: 'Rett en av de to datoene i kildesystemet og ta ut registeruttrekket på nytt.',
      en: 'Correct one of the two dates in the source system and extract the register again.',
    },
  },
  WHOLE_NUMBER_FORM: {
    text: { nb: 'et helt tall uten desimaler og mellomrom', en: 'a whole number without decimals and blanks' },
    action: {
      nb: 'Skriv beløpet i hele kroner, for eksempel 27450.',
      en: 'Write the amount in whole kroner, for instance 27450.',
    },
  },
  RECIPIENT_FORM: {
    text: {
      nb: 'et kommunenummer med fire siffer eller et fylkesnummer med to',
      en: 'a kommune number of four digits or a fylke number of two',
    },
    action: {
      nb: 'Rett nummeret. Se etter tapte innledende nuller.',
      en: 'Correct the number. Look for lost leading zeros.',
    },
  },
  RECIPIENT_UNKNOWN: {
    text: {
      nb: 'et kommune- eller fylkesnummer som er eller har vært i bruk',
      en: 'a kommune or fylke number that is or has been in use',
    },
    action: {
      nb: 'Rett nummeret, eller oppdater kommuneregisteret hvis nummeret er nytt.',
      en: 'Correct the number, or update the kommune register if the number is new.',
    },
  },
  PERSON_NOT_EXPECTED: {
    text: { nb: 'et tomt felt, for {component} har ingen person', en: 'an empty field, for {component} has no person' },
    action: {
      nb: 'Fjern person-id-en, eller rett komponenten.',
      en: 'Remove the person id, or correct the component.',
    },
  },
  CODE_HOLDS_NUMBER: {
    text: { nb: 'en utbetalingskode uten så langt et tall', en: 'a payout code without so long a number' },
    action: {
      nb: 'Koden blir stående i hovedboken. Flytt nummeret dit det hører hjemme.',
      en: 'The code stays in the ledger. Move the number to where it belongs.',
    },
  },
  TEXT_HOLDS_ID: {
    text: { nb: 'en tekst uten DUF-nummer eller fødselsnummer', en: 'a text without a DUF number or national id' },
    action: {
      nb: 'Teksten følger kjøringen for alltid. Bruk saksnummeret i stedet.',
      en: 'The text stays with the run for ever. Use the number of the case instead.',
    },
  },
  BALANCE_ABOVE_ZERO: {
    text: { nb: '0 eller et negativt beløp', en: '0 or a negative amount' },
    action: {
      nb: 'En saldo er noe kommunen skylder. Rett fortegnet.',
      en: 'A balance is something that the kommune owes. Correct the sign.',
    },
  },
  RATE_CLASS_OF_KEY: {
    text: { nb: 'en av satsklassene {allowed} for {key}', en: 'one of the rate classes {allowed} for {key}' },
    action: { nb: 'Rett satsklassen eller nøkkelen.', en: 'Correct the rate class or the key.' },
  },
} satisfies Catalogue;
