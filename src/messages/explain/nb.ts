import type { Translation } from '../catalogue';
import type { explainEn } from './en';

/** Texts of what stops an explanation in bokmål. */
export const explainNb = {
  EXPLAIN_NO_TRACE: '{runId} er ikke en beregnet kjøring og har ikke noe spor.',
  'EXPLAIN_NO_TRACE.action': 'Velg en kjøring med --run; norsktilskudd status viser dem.',
  EXPLAIN_SNAPSHOT_GONE: 'Registeruttrekket som {runId} bygger på ({snapshot}), er ikke lagret lenger.',
  'EXPLAIN_SNAPSHOT_GONE.action': 'Legg filen tilbake i mappen snapshots ved siden av hovedboken, eller les inn det samme uttrekket på nytt.',
  EXPLAIN_NO_RUN: 'Regnskapet har ingen kjøring å forklare.',
  'EXPLAIN_NO_RUN.action': 'Kjør en termin først.',
  EXPLAIN_LINE_UNKNOWN: 'Kjøringen {runId} har ingen linje {line}.',
  'EXPLAIN_LINE_UNKNOWN.action': 'Se line_id i payout_lines.csv i kjøringens mappe.',
  EXPLAIN_PERSON_UNKNOWN: 'Personen finnes verken i uttrekket som {runId} bygger på, eller blant det som er bokført før.',
  'EXPLAIN_PERSON_UNKNOWN.action': 'Kontroller DUF-nummeret, eller velg en annen kjøring med --run.',
  EXPLAIN_RECIPIENT_UNKNOWN: '{recipient} er ikke et kommune- eller fylkesnummer som registeret kjenner.',
  'EXPLAIN_RECIPIENT_UNKNOWN.action': 'Bruk fire siffer for en kommune, to for en fylkeskommune.',
  EXPLAIN_REPLAY_DIFFERS: 'Beregningen for {subject} i {runId} er gjort om igjen og gir ikke det som står i sporet: {difference}. Ingenting forklares.',
  'EXPLAIN_REPLAY_DIFFERS.action': 'Sporet, uttrekket, hovedboken eller programmet er ikke det som kjøringen brukte. Kontroller mappen med norsktilskudd verify.',
  EXPLAIN_LINE_DIFFERS: 'Linje {line} i payout_lines.csv stemmer ikke med sporet: {difference}. Ingenting forklares.',
  'EXPLAIN_LINE_DIFFERS.action': 'Filen er endret etter kjøringen. Kontroller mappen med norsktilskudd verify.',
  PROTECTION_EXTRACT_GONE: 'Det nyeste uttrekket som hovedboken kjenner, {file}, er borte. Ingen kan si hvem som har beskyttet adresse nå, så alle regnes som beskyttet.',
  'PROTECTION_EXTRACT_GONE.action': 'Les det nyeste uttrekket inn igjen med norsktilskudd import.',
  PROTECTION_EXTRACT_DAMAGED: 'Uttrekket {file} kan ikke leses. Ingen kan si hvem som har beskyttet adresse etter det, så alle regnes som beskyttet.',
  'PROTECTION_EXTRACT_DAMAGED.action': 'Flytt filen bort og les det samme uttrekket inn igjen med norsktilskudd import.',
  EXPLAIN_WHAT: 'Si hva som skal forklares: én linje, --person, --recipient, --component eller --batch.',
  'EXPLAIN_WHAT.action': 'Gi nøyaktig én av dem.',
} as const satisfies Translation<typeof explainEn>;
