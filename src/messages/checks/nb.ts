import type { Translation } from '../catalogue';
import type { checksEn } from './en';

const DO_NOT_USE = 'Ikke bruk tilskuddsreskontroen. Ta vare på filen, finn ut hvem som har endret den, og hent siste sikkerhetskopi.';
const FIND_WHO_OR_WHAT = 'Ikke bruk tilskuddsreskontroen. Ta vare på filen, finn ut hvem eller hva som har endret den, og hent siste sikkerhetskopi.';
const CHECK_DISK = 'Ikke bruk tilskuddsreskontroen. Ta vare på filen, kontroller disken, og hent siste sikkerhetskopi.';
const RESTORE =
  'Legg tilbake den nyeste kopien av tilskuddsreskontroen. Finnes den ikke: meld det med norsktilskudd continue --reason "..." --as NAVN [--key FIL], kjør det som mangler på nytt, i rekkefølge, fra de samme uttrekkene og med samme versjon av programmet, og godkjenn det. Det får samme id og samme betalingsnøkler. Betalinger som er levert, skal ikke leveres en gang til. Er noe av dette aldri betalt: continue --never-paid.';

/** Texts of what checks of a ledger find in bokmål. */
export const checksNb = {
  // Texts of what verification of a ledger finds.
  LEDGER_JOURNAL_BROKEN: 'Journalen er brutt ved handling {sequence}.',
  'LEDGER_JOURNAL_BROKEN.action': DO_NOT_USE,
  LEDGER_ACT_DIFFERS: 'Handling {sequence} ({act}) i journalen stemmer ikke med tabellene.',
  'LEDGER_ACT_DIFFERS.action': DO_NOT_USE,
  LEDGER_ROWS_WITHOUT_ACT: 'Tabellen {table} har andre rader enn handlingene i journalen har skrevet.',
  'LEDGER_ROWS_WITHOUT_ACT.action': DO_NOT_USE,
  LEDGER_OWN_APPROVAL: 'Handling {sequence}: den som kjørte, har selv godkjent.',
  'LEDGER_OWN_APPROVAL.action': DO_NOT_USE,
  LEDGER_CHAIN_BROKEN: 'Kjeden av bokførte kjøringer er brutt ved postering {posting}.',
  'LEDGER_CHAIN_BROKEN.action': DO_NOT_USE,
  LEDGER_POSTING_DIFFERS: 'Postering {posting} ({runId}): {row} er ikke slik den ble bokført.',
  'LEDGER_POSTING_DIFFERS.action': DO_NOT_USE,
  LEDGER_MORE_DIFFERENCES: 'Postering {posting}: {more|rad|rader} til er ikke slik det ble bokført.',
  'LEDGER_MORE_DIFFERENCES.action': DO_NOT_USE,
  LEDGER_PAYMENT_KEY_DIFFERS: 'Postering {posting}: betalingsnøkkelen {key} stemmer ikke med betalingen.',
  'LEDGER_PAYMENT_KEY_DIFFERS.action': DO_NOT_USE,
  LEDGER_PLACES_DIFFER: 'Postering {posting}: bevegelsene for mottaker {recipient}, {group}, går ikke opp ({place}).',
  'LEDGER_PLACES_DIFFER.action': DO_NOT_USE,
  LEDGER_PERSONS_EXTRA: 'Tilskuddsreskontroen har {count|person|personer} som ingen postering har ført inn.',
  'LEDGER_PERSONS_EXTRA.action': DO_NOT_USE,
  LEDGER_PERSONS_MISSING: '{count|person|personer} mangler i tilskuddsreskontroen, men posteringene kan fortsatt bli korrigert.',
  'LEDGER_PERSONS_MISSING.action': DO_NOT_USE,
  LEDGER_PERSONS_GONE: '{found|person|personer} er borte fra tilskuddsreskontroen, men bare {recorded} er slettet med forget.',
  'LEDGER_PERSONS_GONE.action': DO_NOT_USE,
  LEDGER_FIGURES_DIFFER: 'Opplysningene i journalen om postering {posting} (saldoer, siste tilskuddsår, første og siste del av teksten), stemmer ikke med tilskuddsreskontroen.',
  'LEDGER_FIGURES_DIFFER.action': DO_NOT_USE,
  LEDGER_PERSONS_DIFFER: 'Personene i tilskuddsreskontroen er ikke de som var igjen etter handling {sequence} i journalen.',
  'LEDGER_PERSONS_DIFFER.action': DO_NOT_USE,
  LEDGER_VALUE_UNKNOWN: 'Tilskuddsreskontroen har en verdi som ikke finnes, «{value}», i tabellen {table} eller i det som hører til den.',
  'LEDGER_VALUE_UNKNOWN.action': CHECK_DISK,
  LEDGER_ROWS_UNREADABLE: 'Rader i tilskuddsreskontroen kan ikke leses, i tabellen {table} eller i det som hører til den.',
  'LEDGER_ROWS_UNREADABLE.action': CHECK_DISK,
  LEDGER_RULE_BROKEN: 'En rad i tabellen {table} bryter en regel som filen selv har for den.',
  'LEDGER_RULE_BROKEN.action': FIND_WHO_OR_WHAT,
  LEDGER_KEY_BROKEN: 'En rad i tabellen {table} viser til noe som ikke finnes.',
  'LEDGER_KEY_BROKEN.action': FIND_WHO_OR_WHAT,
  LEDGER_FILE_DAMAGED: 'SQLite-filen er skadet. SQLite melder: {what}.',
  'LEDGER_FILE_DAMAGED.action': 'Ikke bruk tilskuddsreskontroen. Hent siste sikkerhetskopi.',
  LEDGER_STRAY_ROWS: 'Tabellen {table} har rader som ikke hører til noen postering.',
  'LEDGER_STRAY_ROWS.action': DO_NOT_USE,
  LEDGER_LIST_DIFFERS: 'Listen over {kind}, versjon {version}, er ikke slik den ble signert, eller følger ikke den forrige.',
  'LEDGER_LIST_DIFFERS.action': DO_NOT_USE,
  LEDGER_POSTED_UNSIGNED: '{runId} er bokført uten alle signaturer.',
  'LEDGER_POSTED_UNSIGNED.action': DO_NOT_USE,
  LEDGER_ACT_UNSIGNED: 'Handling {sequence} ({act}) er ikke signert, selv om tilskuddsreskontroen krevde signaturer da den ble ført.',
  'LEDGER_ACT_UNSIGNED.action': DO_NOT_USE,
  LEDGER_ACT_SIGNATURE_BROKEN: 'Signaturen til {actor} på handling {sequence} ({act}) er ugyldig.',
  'LEDGER_ACT_SIGNATURE_BROKEN.action': DO_NOT_USE,
  LEDGER_SIGNATURE_BROKEN: 'Signaturen til {actor} ({role}) på {runId} er ugyldig.',
  'LEDGER_SIGNATURE_BROKEN.action': DO_NOT_USE,

  // Texts of what is found when a ledger is held to its hashed bytes before anything is built upon it.
  LEDGER_NOT_PROVEN: 'Tilskuddsreskontroen {path} er ikke den som ble bokført: {count|avvik|avvik} mellom det som står i den, og det kontrollkoden er beregnet ut fra.',
  'LEDGER_NOT_PROVEN.action': 'Ikke bruk tilskuddsreskontroen. Ta vare på filen, kjør verify for å se alt, finn ut hva som har skjedd, og hent siste sikkerhetskopi.',
  LEDGER_ROW_DIFFERS: '{runId}, rad {line}: i teksten som kontrollkoden er beregnet ut fra, står «{text}», i tabellen «{table}» (- er ingen rad).',
  'LEDGER_ROW_DIFFERS.action': FIND_WHO_OR_WHAT,
  LEDGER_POSTINGS_DIFFER: 'Posteringene i {path} for {years} gir andre summer enn teksten som kontrollkoden er beregnet ut fra, selv om hver rad for seg stemmer: tabellen leses ikke likt to ganger.',
  'LEDGER_POSTINGS_DIFFER.action': CHECK_DISK,
  LEDGER_PERSON_ROWS_DIFFER: 'Personene {first} til {last} (tilskuddsreskontroens nummer, postering {posting}) er ikke de som kontrollkoden er beregnet ut fra.',
  'LEDGER_PERSON_ROWS_DIFFER.action': FIND_WHO_OR_WHAT,
  LEDGER_PERSON_INDEX_DIFFERS: 'Indeksen for oppslag av personer stemmer ikke med tabellen for {count|person|personer} (tilskuddsreskontroens nummer: {persons}).',
  'LEDGER_PERSON_INDEX_DIFFERS.action': CHECK_DISK,

  // Texts about a ledger that is older than what was done with it.
  LEDGER_BEHIND: 'Tilskuddsreskontroen {path} er ikke, eller kanskje ikke, den som sist ble brukt. Ingenting er gjort.',
  'LEDGER_BEHIND.action': RESTORE,
  LEDGER_NOTE_MISSING: 'Tilskuddsreskontroen {path} har posteringer, men {file} er borte. Uten den kan ingen se om tilskuddsreskontroen er en eldre kopi.',
  'LEDGER_NOTE_MISSING.action':
    'Legg den tilbake, med det andre som hører til ved siden av tilskuddsreskontroen. Er tilskuddsreskontroen sikkert den nyeste, si hvorfor: norsktilskudd continue --reason "..." --as NAVN [--key FIL].',
  LEDGER_OTHER_HISTORY: 'Det er bokført noe annet enn det som står i tilskuddsreskontroen {path}. Det kan ikke kjøres på nytt.',
  'LEDGER_OTHER_HISTORY.action': 'Bruk continue --never-paid bare når det er sikkert at det andre aldri ble betalt.',
  LEDGER_APPROVAL_LOST: 'Kjøringen {runId} er godkjent og bokført (signert i {file}), men mangler i tilskuddsreskontroen {path}. Tilskuddsreskontroen er en eldre kopi.',
  'LEDGER_APPROVAL_LOST.action': RESTORE,
  LEDGER_POSTING_LOST: 'Kjøringen {runId} er bokført som nummer {posting} (står i {file}), men mangler i tilskuddsreskontroen {path}. Tilskuddsreskontroen er en eldre kopi.',
  'LEDGER_POSTING_LOST.action': RESTORE,
  LEDGER_POSTED_OTHER: 'Tilskuddsreskontroen {path} har noe annet som bokføring nummer {posting} enn {runId}, som står i {file}.',
  'LEDGER_POSTED_OTHER.action':
    'Ikke betal noe. Finn ut hvilken av de to som ble betalt: se mappene med verify og kontrollkoden som er tatt vare på. Er det sikkert at det andre aldri ble betalt: norsktilskudd continue --never-paid --reason "..." --as NAVN [--key FIL].',
  LEDGER_LIST_LOST: 'Listen over {kind}, versjon {version}, er tatt i bruk (står i {file}), men mangler i tilskuddsreskontroen {path}. Tilskuddsreskontroen er en eldre kopi.',
  'LEDGER_LIST_LOST.action': 'Legg tilbake den nyeste kopien av tilskuddsreskontroen. Finnes den ikke: ta den samme listen i bruk igjen med norsktilskudd lists adopt FIL --as NAVN.',
  LEDGER_LIST_OTHER: 'Tilskuddsreskontroen {path} har en annen liste over {kind}, versjon {version}, enn den som står i {file}.',
  'LEDGER_LIST_OTHER.action':
    'Ikke betal noe. Finn ut hvem som har tatt listen i bruk (norsktilskudd lists show). Hører filen til en annen tilskuddsreskontro: norsktilskudd continue --never-paid --reason "..." --as NAVN [--key FIL].',
  WITNESS_UNREADABLE: '{file} er endret utenfor programmet og kan ikke leses.',
  'WITNESS_UNREADABLE.action':
    'Hent filen fra siste sikkerhetskopi. Er tilskuddsreskontroen med sikkerhet den nyeste (kontroller med verify --head), flytt filen bort og si hvorfor: norsktilskudd continue --reason "..." --as NAVN [--key FIL] skriver den på nytt.',
} as const satisfies Translation<typeof checksEn>;
