import type { Catalogue } from './catalogue';

/** Texts of what is found when a ledger is held to its hashed bytes before anything is built upon it. */
export const ledgerProofMessages = {
  LEDGER_NOT_PROVEN: {
    text: {
      nb: 'Hovedboken {path} er ikke den som ble bokført: {count|avvik|avvik} mellom det som står i den og de bytene som er hashet.',
      en: 'The ledger {path} is not what was posted: {count|difference|differences} between what stands in it and the bytes that were hashed.',
    },
    action: {
      nb: 'Ikke bruk hovedboken. Ta vare på filen, kjør verify for å se alt, finn ut hva som har skjedd, og hent siste sikkerhetskopi.',
      en: 'Do not use the ledger. Keep the file, run verify to see everything, find out what happened, and fetch the last backup.',
    },
  },
  LEDGER_ROW_DIFFERS: {
    text: {
      nb: '{runId}, rad {line}: i den hashede teksten står «{text}», i tabellen «{table}» (- er ingen rad).',
      en: '{runId}, row {line}: the hashed text says "{text}", the table "{table}" (- is no row).',
    },
    action: {
      nb: 'Ikke bruk hovedboken. Ta vare på filen, finn ut hvem eller hva som har endret den, og hent siste sikkerhetskopi.',
      en: 'Do not use the ledger. Keep the file, find out who or what changed it, and fetch the last backup.',
    },
  },
  LEDGER_POSTINGS_DIFFER: {
    text: {
      nb: 'Posteringene i {path} for {years} gir andre summer enn den hashede teksten, og hver rad for seg stemmer: tabellen leses ikke likt to ganger.',
      en: 'The postings of {years} in {path} come to other sums than the hashed text, and each row agrees: the table does not read the same twice.',
    },
    action: {
      nb: 'Ikke bruk hovedboken. Ta vare på filen, kontroller disken, og hent siste sikkerhetskopi.',
      en: 'Do not use the ledger. Keep the file, check the disk, and fetch the last backup.',
    },
  },
  LEDGER_PERSON_ROWS_DIFFER: {
    text: {
      nb: 'Personene {first} til {last} (hovedbokens nummer, postering {posting}) er ikke de som ble hashet.',
      en: "Persons {first} to {last} (the ledger's numbers, posting {posting}) are not those that were hashed.",
    },
    action: {
      nb: 'Ikke bruk hovedboken. Ta vare på filen, finn ut hvem eller hva som har endret den, og hent siste sikkerhetskopi.',
      en: 'Do not use the ledger. Keep the file, find out who or what changed it, and fetch the last backup.',
    },
  },
  LEDGER_PERSON_INDEX_DIFFERS: {
    text: {
      nb: 'Indeksen som personer finnes ved, er ikke som tabellen for {count|person|personer} (hovedbokens nummer: {persons}).',
      en: "The index by which persons are found is not as the table for {count|person|persons} (the ledger's numbers: {persons}).",
    },
    action: {
      nb: 'Ikke bruk hovedboken. Ta vare på filen, kontroller disken, og hent siste sikkerhetskopi.',
      en: 'Do not use the ledger. Keep the file, check the disk, and fetch the last backup.',
    },
  },
} satisfies Catalogue;
