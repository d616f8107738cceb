import type { Catalogue } from './catalogue';

const RESTORE = {
  nb: 'Legg tilbake den nyeste kopien av hovedboken. Finnes den ikke: si det med norsktilskudd continue --reason ... --as NAVN, kjør det som mangler på nytt, i rekkefølge, fra de samme uttrekkene og med samme versjon av programmet, og godkjenn det. Det får samme id og samme betalingsnøkler. Betalinger som er levert, skal ikke leveres en gang til. Er noe av dette aldri betalt: continue --never-paid.',
  en: 'Put the newest copy of the ledger back. If there is none: say so with norsktilskudd continue --reason ... --as NAME, run what is missing again, in order, from the same extracts and with the same version of the program, and approve it. It gets the same ids and payment keys. Payments that have been handed over must not be handed over again. If none of it was ever paid: continue --never-paid.',
} as const;

/** Texts about a ledger that is older than what was done with it. */
export const ledgerWitnessMessages = {
  LEDGER_BEHIND: {
    text: {
      nb: 'Hovedboken {path} er ikke, eller ikke sikkert, den som sist ble brukt. Ingenting er gjort.',
      en: 'The ledger {path} is not, or not certainly, the one last used. Nothing has been done.',
    },
    action: RESTORE,
  },
  LEDGER_NOTE_MISSING: {
    text: {
      nb: 'Hovedboken {path} har posteringer, men {file} er borte. Uten den kan ingen se om hovedboken er en eldre kopi.',
      en: 'The ledger {path} has postings, but {file} is gone. Without it nobody can tell whether the ledger is an older copy.',
    },
    action: {
      nb: 'Legg den tilbake, med det andre som hører til ved siden av hovedboken. Er hovedboken sikkert den nyeste, si hvorfor: norsktilskudd continue --reason ... --as NAVN.',
      en: 'Put it back, with all else that belongs beside the ledger. If the ledger is certainly the newest, say why: norsktilskudd continue --reason ... --as NAME.',
    },
  },
  LEDGER_OTHER_HISTORY: {
    text: {
      nb: 'Det er bokført en annen historie enn den som står i hovedboken {path}. Den kan ikke kjøres på nytt.',
      en: 'Another history was posted than the one that the ledger {path} holds. It cannot be run again.',
    },
    action: {
      nb: 'Bruk continue --never-paid bare når det er sikkert at den andre historien aldri ble betalt.',
      en: 'Use continue --never-paid only where it is certain that the other history was never paid.',
    },
  },
  LEDGER_APPROVAL_LOST: {
    text: {
      nb: 'Kjøringen {runId} er godkjent og bokført (signert i {file}), men mangler i hovedboken {path}. Hovedboken er en eldre kopi.',
      en: 'The run {runId} has been approved and posted (signed in {file}), but is missing in the ledger {path}. The ledger is an older copy.',
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
      nb: 'Ikke betal noe. Finn ut hvilken av de to som ble betalt: se mappene med verify og hodet som er tatt vare på. Er det sikkert at det andre aldri ble betalt: norsktilskudd continue --never-paid --reason ... --as NAVN.',
      en: 'Pay nothing. Find out which of the two was paid: see the folders with verify and the head that was kept. If it is certain that the other was never paid: norsktilskudd continue --never-paid --reason ... --as NAME.',
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
      nb: 'Ikke betal noe. Finn ut hvem som har tatt listen i bruk (lists show). Hører filen til en annen hovedbok: norsktilskudd continue --never-paid --reason ... --as NAVN.',
      en: 'Pay nothing. Find out who adopted the list (lists show). If the file belongs to another ledger: norsktilskudd continue --never-paid --reason ... --as NAME.',
    },
  },
  WITNESS_UNREADABLE: {
    text: {
      nb: '{file} er endret utenfor programmet og kan ikke leses.',
      en: '{file} has been changed outside the program and cannot be read.',
    },
    action: {
      nb: 'Hent filen fra siste sikkerhetskopi. Er hovedboken med sikkerhet den nyeste (kontroller med verify --head), flytt filen bort og si hvorfor: norsktilskudd continue --reason ... --as NAVN skriver den på nytt.',
      en: 'Fetch the file from the last backup. If the ledger is certainly the newest (check with verify --head), move the file away and say why: norsktilskudd continue --reason ... --as NAME writes it anew.',
    },
  },
} satisfies Catalogue;
