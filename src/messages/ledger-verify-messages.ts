import type { Catalogue } from './catalogue';

/** Texts of what verification of a ledger finds. */
export const ledgerVerifyMessages = {
  LEDGER_JOURNAL_BROKEN: {
    text: { nb: 'Journalen er brutt ved handling {sequence}.', en: 'The journal is broken at act {sequence}.' },
    action: {
      nb: 'Ikke bruk hovedboken. Ta vare på filen, finn ut hvem som har endret den, og hent siste sikkerhetskopi.',
      en: 'Do not use the ledger. Keep the file, find out who changed it, and fetch the last backup.',
    },
  },
  LEDGER_ACT_DIFFERS: {
    text: {
      nb: 'Handling {sequence} ({act}) i journalen sier noe annet enn tabellene.',
      en: 'Act {sequence} ({act}) of the journal says something else than the tables.',
    },
    action: {
      nb: 'Ikke bruk hovedboken. Ta vare på filen, finn ut hvem som har endret den, og hent siste sikkerhetskopi.',
      en: 'Do not use the ledger. Keep the file, find out who changed it, and fetch the last backup.',
    },
  },
  LEDGER_ROWS_WITHOUT_ACT: {
    text: {
      nb: 'Tabellen {table} har andre rader enn handlingene i journalen har skrevet.',
      en: 'The table {table} holds other rows than the acts of the journal have written.',
    },
    action: {
      nb: 'Ikke bruk hovedboken. Ta vare på filen, finn ut hvem som har endret den, og hent siste sikkerhetskopi.',
      en: 'Do not use the ledger. Keep the file, find out who changed it, and fetch the last backup.',
    },
  },
  LEDGER_OWN_APPROVAL: {
    text: {
      nb: 'Handling {sequence}: den som kjørte, har selv godkjent.',
      en: 'Act {sequence}: the one who made the run has approved it.',
    },
    action: {
      nb: 'Ikke bruk hovedboken. Ta vare på filen, finn ut hvem som har endret den, og hent siste sikkerhetskopi.',
      en: 'Do not use the ledger. Keep the file, find out who changed it, and fetch the last backup.',
    },
  },
  LEDGER_CHAIN_BROKEN: {
    text: {
      nb: 'Kjeden av bokførte kjøringer er brutt ved postering {posting}.',
      en: 'The chain of posted batches is broken at posting {posting}.',
    },
    action: {
      nb: 'Ikke bruk hovedboken. Ta vare på filen, finn ut hvem som har endret den, og hent siste sikkerhetskopi.',
      en: 'Do not use the ledger. Keep the file, find out who changed it, and fetch the last backup.',
    },
  },
  LEDGER_POSTING_DIFFERS: {
    text: {
      nb: 'Postering {posting} ({runId}): {row} er ikke slik den ble bokført.',
      en: 'Posting {posting} ({runId}): {row} is not as it was posted.',
    },
    action: {
      nb: 'Ikke bruk hovedboken. Ta vare på filen, finn ut hvem som har endret den, og hent siste sikkerhetskopi.',
      en: 'Do not use the ledger. Keep the file, find out who changed it, and fetch the last backup.',
    },
  },
  LEDGER_MORE_DIFFERENCES: {
    text: {
      nb: 'Postering {posting}: {more|rad|rader} til er ikke slik det ble bokført.',
      en: 'Posting {posting}: {more|more row is not as it was|more rows are not as they were} posted.',
    },
    action: {
      nb: 'Ikke bruk hovedboken. Ta vare på filen, finn ut hvem som har endret den, og hent siste sikkerhetskopi.',
      en: 'Do not use the ledger. Keep the file, find out who changed it, and fetch the last backup.',
    },
  },
  LEDGER_PAYMENT_KEY_DIFFERS: {
    text: {
      nb: 'Postering {posting}: betalingsnøkkelen {key} sier noe annet enn betalingen.',
      en: 'Posting {posting}: the payment key {key} says something else than the payment.',
    },
    action: {
      nb: 'Ikke bruk hovedboken. Ta vare på filen, finn ut hvem som har endret den, og hent siste sikkerhetskopi.',
      en: 'Do not use the ledger. Keep the file, find out who changed it, and fetch the last backup.',
    },
  },
  LEDGER_PLACES_DIFFER: {
    text: {
      nb: 'Postering {posting}: bevegelsene for mottaker {recipient}, {group}, går ikke opp ({place}).',
      en: 'Posting {posting}: the movements of recipient {recipient}, {group}, do not add up ({place}).',
    },
    action: {
      nb: 'Ikke bruk hovedboken. Ta vare på filen, finn ut hvem som har endret den, og hent siste sikkerhetskopi.',
      en: 'Do not use the ledger. Keep the file, find out who changed it, and fetch the last backup.',
    },
  },
  LEDGER_PERSONS_EXTRA: {
    text: {
      nb: 'Hovedboken har {count|person|personer} som ingen postering har ført inn.',
      en: 'The ledger holds {count|person|persons} that no posting brought.',
    },
    action: {
      nb: 'Ikke bruk hovedboken. Ta vare på filen, finn ut hvem som har endret den, og hent siste sikkerhetskopi.',
      en: 'Do not use the ledger. Keep the file, find out who changed it, and fetch the last backup.',
    },
  },
  LEDGER_PERSONS_MISSING: {
    text: {
      nb: '{count|person|personer} mangler i hovedboken, men posteringene kan fortsatt bli rettet.',
      en: '{count|person is|persons are} missing from the ledger though the postings can still be corrected.',
    },
    action: {
      nb: 'Ikke bruk hovedboken. Ta vare på filen, finn ut hvem som har endret den, og hent siste sikkerhetskopi.',
      en: 'Do not use the ledger. Keep the file, find out who changed it, and fetch the last backup.',
    },
  },
  LEDGER_PERSONS_GONE: {
    text: {
      nb: '{found|person|personer} er borte fra hovedboken, men bare {recorded} er slettet med forget.',
      en: '{found|person is|persons are} gone from the ledger, but only {recorded|was|were} deleted with forget.',
    },
    action: {
      nb: 'Ikke bruk hovedboken. Ta vare på filen, finn ut hvem som har endret den, og hent siste sikkerhetskopi.',
      en: 'Do not use the ledger. Keep the file, find out who changed it, and fetch the last backup.',
    },
  },
  LEDGER_FIGURES_DIFFER: {
    text: {
      nb: 'Det journalen sier om postering {posting} (saldoer, siste tilskuddsår, første og siste del av teksten), er ikke det hovedboken holder.',
      en: 'What the journal says of posting {posting} (balances, last grant year, first and last part of its text) is not what the ledger holds.',
    },
    action: {
      nb: 'Ikke bruk hovedboken. Ta vare på filen, finn ut hvem som har endret den, og hent siste sikkerhetskopi.',
      en: 'Do not use the ledger. Keep the file, find out who changed it, and fetch the last backup.',
    },
  },
  LEDGER_PERSONS_DIFFER: {
    text: {
      nb: 'Personene i hovedboken er ikke de som var igjen etter handling {sequence} i journalen.',
      en: 'The persons in the ledger are not those who were left after act {sequence} of the journal.',
    },
    action: {
      nb: 'Ikke bruk hovedboken. Ta vare på filen, finn ut hvem som har endret den, og hent siste sikkerhetskopi.',
      en: 'Do not use the ledger. Keep the file, find out who changed it, and fetch the last backup.',
    },
  },
  LEDGER_FILE_DAMAGED: {
    text: { nb: 'SQLite-filen er skadet: {what}.', en: 'The SQLite file is damaged: {what}.' },
    action: {
      nb: 'Ikke bruk hovedboken. Hent siste sikkerhetskopi.',
      en: 'Do not use the ledger. Fetch the last backup.',
    },
  },
  LEDGER_STRAY_ROWS: {
    text: {
      nb: 'Tabellen {table} har rader som ikke hører til noen postering.',
      en: 'The table {table} holds rows that belong to no posting.',
    },
    action: {
      nb: 'Ikke bruk hovedboken. Ta vare på filen, finn ut hvem som har endret den, og hent siste sikkerhetskopi.',
      en: 'Do not use the ledger. Keep the file, find out who changed it, and fetch the last backup.',
    },
  },
  LEDGER_LIST_DIFFERS: {
    text: {
      nb: 'Listen {kind}, versjon {version}, er ikke slik den ble signert, eller følger ikke den forrige.',
      en: 'The list {kind}, version {version}, is not as it was signed, or does not follow the one before.',
    },
    action: {
      nb: 'Ikke bruk hovedboken. Ta vare på filen, finn ut hvem som har endret den, og hent siste sikkerhetskopi.',
      en: 'Do not use the ledger. Keep the file, find out who changed it, and fetch the last backup.',
    },
  },
  LEDGER_POSTED_UNSIGNED: {
    text: { nb: '{runId} er bokført uten alle signaturer.', en: '{runId} was posted without every signature.' },
    action: {
      nb: 'Ikke bruk hovedboken. Ta vare på filen, finn ut hvem som har endret den, og hent siste sikkerhetskopi.',
      en: 'Do not use the ledger. Keep the file, find out who changed it, and fetch the last backup.',
    },
  },
  LEDGER_ACT_UNSIGNED: {
    text: {
      nb: 'Handling {sequence} ({act}) er ikke signert, enda hovedboken krevde signaturer da den ble ført.',
      en: 'Act {sequence} ({act}) is not signed, though the ledger required signatures when it was recorded.',
    },
    action: {
      nb: 'Ikke bruk hovedboken. Ta vare på filen, finn ut hvem som har endret den, og hent siste sikkerhetskopi.',
      en: 'Do not use the ledger. Keep the file, find out who changed it, and fetch the last backup.',
    },
  },
  LEDGER_ACT_SIGNATURE_BROKEN: {
    text: {
      nb: 'Signaturen til {actor} på handling {sequence} ({act}) holder ikke.',
      en: 'The signature of {actor} on act {sequence} ({act}) does not hold.',
    },
    action: {
      nb: 'Ikke bruk hovedboken. Ta vare på filen, finn ut hvem som har endret den, og hent siste sikkerhetskopi.',
      en: 'Do not use the ledger. Keep the file, find out who changed it, and fetch the last backup.',
    },
  },
  LEDGER_SIGNATURE_BROKEN: {
    text: {
      nb: 'Signaturen til {actor} ({role}) på {runId} holder ikke.',
      en: 'The signature of {actor} ({role}) on {runId} does not hold.',
    },
    action: {
      nb: 'Ikke bruk hovedboken. Ta vare på filen, finn ut hvem som har endret den, og hent siste sikkerhetskopi.',
      en: 'Do not use the ledger. Keep the file, find out who changed it, and fetch the last backup.',
    },
  },
} satisfies Catalogue;
