import type { Catalogue } from './catalogue';

/** Texts of errors in opening a ledger with the postings of an earlier system. */
export const ledgerOpeningMessages = {
  LEDGER_NOT_EMPTY: {
    text: {
      nb: 'Hovedboken har posteringer. En åpning må være det første i hovedboken.',
      en: 'The ledger has postings. An opening must be the first batch of its ledger.',
    },
    action: { nb: 'Åpne en ny hovedbok med --db.', en: 'Open a new ledger with --db.' },
  },
  LEDGER_OPENING_REJECTED: {
    text: { nb: '{rows|rad|rader} i åpningen kan ikke brukes.', en: '{rows|row|rows} of the opening cannot be used.' },
    action: { nb: 'Rett alle radene, og åpne på nytt.', en: 'Put all the rows right, and open again.' },
  },
  LEDGER_OPENING_NEEDS_PERSON: {
    text: { nb: '{file}:{line}: {component} må ha person_id.', en: '{file}:{line}: {component} needs a person_id.' },
    action: { nb: 'Fyll inn personen.', en: 'Fill in the person.' },
  },
  LEDGER_OPENING_HAS_PERSON: {
    text: {
      nb: '{file}:{line}: {component} gjelder en kommune og skal ikke ha person_id.',
      en: '{file}:{line}: {component} is for a kommune and must not have a person_id.',
    },
    action: { nb: 'Tøm person_id.', en: 'Empty person_id.' },
  },
  LEDGER_OPENING_CODE: {
    text: {
      nb: '{file}:{line}: koden er for lang eller har tegn som ikke kan skrives.',
      en: '{file}:{line}: the code is too long or has characters that cannot be written.',
    },
    action: {
      nb: 'Bruk en kode på høyst 64 tegn uten tabulator og linjeskift.',
      en: 'Use a code of at most 64 characters without tabs and line breaks.',
    },
  },
  LEDGER_OPENING_BALANCE_POSITIVE: {
    text: {
      nb: '{file}:{line}: saldoen {balance} er over 0. Bare det som skal trekkes senere, kan overføres.',
      en: '{file}:{line}: the balance {balance} is above 0. Only what is to be deducted later can be carried.',
    },
    action: { nb: 'Saldoen må være 0 eller negativ.', en: 'The balance must be 0 or negative.' },
  },
  LEDGER_OPENING_SUM: {
    text: {
      nb: 'Med denne raden blir beløpene til sammen mer enn en sum kan vise nøyaktig.',
      en: 'With this row the amounts come to more than a sum can hold exactly.',
    },
    action: { nb: 'Kontroller beløpene.', en: 'Check the amounts.' },
  },
} satisfies Catalogue;
