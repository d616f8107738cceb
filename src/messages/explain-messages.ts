import type { Catalogue } from './catalogue';

/** Texts of what stops an explanation. */
export const explainMessages = {
  EXPLAIN_NO_TRACE: {
    text: {
      nb: '{runId} er ikke en beregnet kjøring og har ikke noe spor.',
      en: '{runId} is not a calculated run and has no trace.',
    },
    action: {
      nb: 'Velg en kjøring med --run; norsktilskudd status viser dem.',
      en: 'Choose a run with --run; norsktilskudd status shows them.',
    },
  },
  EXPLAIN_SNAPSHOT_GONE: {
    text: {
      nb: 'Registeruttrekket som {runId} bygger på ({snapshot}), er ikke lagret lenger.',
      en: 'The register extract that {runId} rests on ({snapshot}) is no longer stored.',
    },
    action: {
      nb: 'Legg filen tilbake i mappen snapshots ved siden av hovedboken, eller les inn det samme uttrekket på nytt.',
      en: 'Put the file back into the folder snapshots beside the ledger, or read the same extract again.',
    },
  },
  EXPLAIN_NO_RUN: {
    text: {
      nb: 'Regnskapet har ingen kjøring å forklare.',
      en: 'The ledger has no run to explain.',
    },
    action: { nb: 'Kjør en termin først.', en: 'Run a term first.' },
  },
  EXPLAIN_LINE_UNKNOWN: {
    text: {
      nb: 'Kjøringen {runId} har ingen linje {line}.',
      en: 'The run {runId} has no line {line}.',
    },
    action: {
      nb: 'Se line_id i payout_lines.csv i kjøringens mappe.',
      en: "See line_id in payout_lines.csv in the run's folder.",
    },
  },
  EXPLAIN_PERSON_UNKNOWN: {
    text: {
      nb: 'Personen finnes verken i uttrekket som {runId} bygger på, eller blant det som er bokført før.',
      en: 'The person is neither in the extract that {runId} rests on nor among what was posted before.',
    },
    action: {
      nb: 'Kontroller DUF-nummeret, eller velg en annen kjøring med --run.',
      en: 'Check the DUF number, or choose another run with --run.',
    },
  },
  EXPLAIN_RECIPIENT_UNKNOWN: {
    text: {
      nb: '{recipient} er ikke et kommune- eller fylkesnummer som registeret kjenner.',
      en: '{recipient} is not a number of a kommune or fylke that the register knows.',
    },
    action: {
      nb: 'Bruk fire siffer for en kommune, to for en fylkeskommune.',
      en: 'Use four digits for a kommune, two for a fylkeskommune.',
    },
  },
  EXPLAIN_REPLAY_DIFFERS: {
    text: {
      nb: 'Beregningen for {subject} i {runId} er gjort om igjen og gir ikke det som står i sporet: {difference}. Ingenting forklares.',
      en: 'The calculation for {subject} in {runId} was done again and does not give what stands in the trace: {difference}. Nothing is explained.',
    },
    action: {
      nb: 'Sporet, uttrekket, hovedboken eller programmet er ikke det som kjøringen brukte. Kontroller mappen med norsktilskudd verify.',
      en: 'Trace, extract, ledger or program is not the one that the run used. Check the folder with norsktilskudd verify.',
    },
  },
  EXPLAIN_LINE_DIFFERS: {
    text: {
      nb: 'Linje {line} i payout_lines.csv stemmer ikke med sporet: {difference}. Ingenting forklares.',
      en: 'Line {line} of payout_lines.csv does not agree with the trace: {difference}. Nothing is explained.',
    },
    action: {
      nb: 'Filen er endret etter kjøringen. Kontroller mappen med norsktilskudd verify.',
      en: 'The file has been changed after the run. Check the folder with norsktilskudd verify.',
    },
  },
  PROTECTION_EXTRACT_GONE: {
    text: {
      nb: 'Det nyeste uttrekket som hovedboken kjenner, {file}, er borte. Ingen kan si hvem som har beskyttet adresse nå, så alle regnes som beskyttet.',
      en: 'The newest extract that the ledger knows, {file}, is gone. Nobody can tell whose address is protected now, so everybody counts as protected.',
    },
    action: {
      nb: 'Les det nyeste uttrekket inn igjen med norsktilskudd import.',
      en: 'Read the newest extract again with norsktilskudd import.',
    },
  },
  PROTECTION_EXTRACT_DAMAGED: {
    text: {
      nb: 'Uttrekket {file} kan ikke leses. Ingen kan si hvem som har beskyttet adresse etter det, så alle regnes som beskyttet.',
      en: 'The extract {file} cannot be read. Nobody can tell whose address is protected by it, so everybody counts as protected.',
    },
    action: {
      nb: 'Flytt filen bort og les det samme uttrekket inn igjen med norsktilskudd import.',
      en: 'Move the file away and read the same extract again with norsktilskudd import.',
    },
  },
  EXPLAIN_WHAT: {
    text: {
      nb: 'Si hva som skal forklares: én linje, --person, --recipient, --component eller --batch.',
      en: 'Say what to explain: one line, --person, --recipient, --component or --batch.',
    },
    action: { nb: 'Gi nøyaktig én av dem.', en: 'Give exactly one of them.' },
  },
} satisfies Catalogue;
