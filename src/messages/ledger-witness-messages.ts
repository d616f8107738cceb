import type { Catalogue } from './catalogue';

const RESTORE = {
  nb: 'Legg tilbake den nyeste kopien av hovedboken. Finnes den ikke: kjør det som mangler på nytt, i rekkefølge, fra de samme uttrekkene og med samme versjon av programmet, og godkjenn det. Det får samme id og samme betalingsnøkler. Betalinger som er levert, skal ikke leveres en gang til.',
  en: 'Put the newest copy of the ledger back. If there is none: run what is missing again, in order, from the same extracts and with the same version of the program, and approve it. It gets the same ids and payment keys. Payments that have been handed over must not be handed over again.',
} as const;

/** Texts about a ledger that is older than what was done with it. */
export const ledgerWitnessMessages = {
  LEDGER_BEHIND: {
    text: {
      nb: 'Hovedboken {path} er ikke den som sist ble brukt: noe som er bokført, mangler. Ingenting er gjort.',
      en: 'The ledger {path} is not the one last used: something that was posted is missing. Nothing has been done.',
    },
    action: RESTORE,
  },
  LEDGER_POSTING_LOST: {
    text: {
      nb: 'Kjøringen {runId} er bokført som nummer {posting} (står i {file}), men mangler i hovedboken {path}. Hovedboken er en eldre kopi.',
      en: 'The run {runId} has been posted as number {posting} (it stands in {file}), but is missing in the ledger {path}. The ledger is an older copy.',
    },
    action: RESTORE,
  },
  LEDGER_POSTED_OTHER: {
    text: {
      nb: 'Hovedboken {path} har noe annet som bokføring nummer {posting} enn {runId}, som står i {file}.',
      en: 'The ledger {path} holds something else as posting number {posting} than {runId}, which stands in {file}.',
    },
    action: {
      nb: 'Ikke betal noe. Finn ut hvilken av de to som ble betalt: se mappene med verify og hodet som er tatt vare på. Hører filen til en annen hovedbok, flytt den bort.',
      en: 'Pay nothing. Find out which of the two was paid: see the folders with verify and the head that was kept. If the file belongs to another ledger, move it away.',
    },
  },
  LEDGER_LIST_LOST: {
    text: {
      nb: 'Listen {kind}, versjon {version}, er tatt i bruk (står i {file}), men mangler i hovedboken {path}. Hovedboken er en eldre kopi.',
      en: 'The list {kind}, version {version}, has been adopted (it stands in {file}), but is missing in the ledger {path}. The ledger is an older copy.',
    },
    action: {
      nb: 'Legg tilbake den nyeste kopien av hovedboken. Finnes den ikke: ta den samme listen i bruk igjen med lists adopt.',
      en: 'Put the newest copy of the ledger back. If there is none: adopt the same list again with lists adopt.',
    },
  },
  LEDGER_LIST_OTHER: {
    text: {
      nb: 'Hovedboken {path} har en annen liste {kind}, versjon {version}, enn den som står i {file}.',
      en: 'The ledger {path} holds another list {kind}, version {version}, than the one that stands in {file}.',
    },
    action: {
      nb: 'Ikke betal noe. Finn ut hvem som har tatt listen i bruk (lists show). Hører filen til en annen hovedbok, flytt den bort.',
      en: 'Pay nothing. Find out who adopted the list (lists show). If the file belongs to another ledger, move it away.',
    },
  },
  WITNESS_UNREADABLE: {
    text: {
      nb: '{file} er endret utenfor programmet og kan ikke leses.',
      en: '{file} has been changed outside the program and cannot be read.',
    },
    action: {
      nb: 'Hent filen fra siste sikkerhetskopi. Er hovedboken med sikkerhet den nyeste (kontroller med verify --head), flytt filen bort; den skrives på nytt.',
      en: 'Fetch the file from the last backup. If the ledger is certainly the newest (check with verify --head), move the file away; it is written anew.',
    },
  },
} satisfies Catalogue;
