import type { Catalogue } from './catalogue';

const UNCHANGED = {
  nb: 'Gammel rett endres aldri: lag en ny regelmodul ved siden av, og frys den med `rules lock`.',
  en: 'Old law is never edited: make a new rule module beside it and freeze that with `rules lock`.',
};

/** Texts of findings and errors of the rules. */
export const rulesMessages = {
  RULES_CHECK_FAILED: {
    text: {
      nb: 'Reglene er ikke som de skal ({faults|feil|feil}).',
      en: 'The rules are not as they should be ({faults|fault|faults}).',
    },
    action: { nb: 'Se hver feil over.', en: 'See each fault above.' },
  },
  TABLES_CHANGED: {
    text: {
      nb: 'Tabeller som følger med programmet, er endret, og en ekte hovedbok tar ingenting som bygger på dem.',
      en: 'Tables that ship with the program have been changed, and a real ledger takes nothing that rests on them.',
    },
    action: {
      nb: 'Installer programmet på nytt, og finn ut hvem som har endret dem. Nyere tabeller gis med --tables.',
      en: 'Install the program anew, and find out who changed them. Newer tables are given with --tables.',
    },
  },
  TABLE_CHANGED: {
    text: {
      nb: 'rules/data/{name} er ikke den som følger med programmet: SHA-256 er {found}, skulle vært {expected}.',
      en: 'rules/data/{name} is not the one that ships with the program: SHA-256 is {found}, should be {expected}.',
    },
    action: {
      nb: 'Installer programmet på nytt, og finn ut hvem som har endret filen.',
      en: 'Install the program anew, and find out who changed the file.',
    },
  },
  TABLE_LOCK_DIFFERS: {
    text: {
      nb: 'rules.lock.json har {found} for {name}; programmet er bygd med {expected}.',
      en: 'rules.lock.json has {found} for {name}; the program was built with {expected}.',
    },
    action: {
      nb: 'Installer programmet på nytt. Er tabellen ny i denne utgaven, skriv låsen med `rules lock`.',
      en: 'Install the program anew. Where the table is new in this release, write the lock with `rules lock`.',
    },
  },
  TABLES_ON_DISK_CHANGED: {
    text: {
      nb: 'MERK: {names} i rules/data er ikke de som følger med programmet. Tallene over kan bygge på endrede tabeller. Se rules check.',
      en: 'NOTE: {names} in rules/data are not those that ship with the program. The figures above may rest on changed tables. See rules check.',
    },
    action: { nb: '', en: '' },
  },
  TABLES_REFUSED: {
    text: {
      nb: 'Kjøringen bygger på tabeller som ingen utgave av programmet har hatt, og som ikke er godkjent for hovedboken.',
      en: 'The run rests on tables that no release of the program had, and that are not approved for the ledger.',
    },
    action: { nb: 'Se hver tabell over.', en: 'See each table above.' },
  },
  TABLE_NOT_SIGNED: {
    text: {
      nb: '{name} (SHA-256 {sha256}) står ikke på hovedbokens signerte liste over tabeller.',
      en: "{name} (SHA-256 {sha256}) is not on the ledger's signed list of tables.",
    },
    action: {
      nb: 'La to godkjenne den: lists propose tables, lists sign, lists adopt.',
      en: 'Let two approve it: lists propose tables, lists sign, lists adopt.',
    },
  },
  TABLE_NOT_ACCEPTED: {
    text: {
      nb: '{name} (SHA-256 {sha256}) er ikke godtatt med en henvisning.',
      en: '{name} (SHA-256 {sha256}) has not been accepted with a reference.',
    },
    action: {
      nb: 'Kjør på nytt med --accept tables=HENVISNING, der henvisningen er saken som godkjente tabellene.',
      en: 'Run again with --accept tables=REFERENCE, the reference being the case that approved the tables.',
    },
  },
  TABLES_NO_FOLDER: {
    text: { nb: 'Det er ingen mappe {path}.', en: 'There is no folder {path}.' },
    action: {
      nb: 'Oppgi mappen med de nyere tabellene med --tables.',
      en: 'Give the folder of the newer tables with --tables.',
    },
  },
  TABLES_NONE: {
    text: { nb: '{path} har ingen av {names}.', en: '{path} holds none of {names}.' },
    action: {
      nb: 'Oppgi mappen med de nyere tabellene med --tables.',
      en: 'Give the folder of the newer tables with --tables.',
    },
  },
  TABLES_UNREADABLE: {
    text: {
      nb: 'Tabellene i {path} kan ikke brukes: {reason}.',
      en: 'The tables of {path} cannot be used: {reason}.',
    },
    action: {
      nb: 'Tabeller som følger med, hentes tilbake ved å installere programmet på nytt. Egne tabeller må ha samme form som dem.',
      en: 'Tables that ship come back when the program is installed anew. Your own must have the same form as those.',
    },
  },
  FIGURE_NOT_SHIPPED: {
    text: {
      nb: '{name} er «{found}»; programmet følger med «{expected}», og kjøringen leste ingen satsfil som kunne endre det.',
      en: '{name} is "{found}"; the program ships "{expected}", and the run read no rates file that could change it.',
    },
    action: {
      nb: 'Ingenting må betales på dette. Finn ut hvem som har endret tallet eller statusen.',
      en: 'Nothing must be paid on this. Find out who changed the figure or its status.',
    },
  },
  RULE_NOT_LOCKED: {
    text: { nb: '{rule} ({years}) står ikke i låsen.', en: '{rule} ({years}) is not in the lock.' },
    action: { nb: 'Frys den med `rules lock`.', en: 'Freeze it with `rules lock`.' },
  },
  RULE_GONE: {
    text: { nb: '{rule} ({years}) finnes ikke lenger.', en: '{rule} ({years}) is gone.' },
    action: UNCHANGED,
  },
  RULE_YEARS_MOVED: {
    text: {
      nb: '{rule}: låsen har tilskuddsårene {years} under en annen utgave.',
      en: '{rule}: the lock has the grant years {years} under another version.',
    },
    action: { nb: 'Frys den nye inndelingen med `rules lock`.', en: 'Freeze the new division with `rules lock`.' },
  },
  RULE_BEGINS_IN_FROZEN_YEAR: {
    text: {
      nb: '{rule} begynner i tilskuddsår som er frosset ({years}).',
      en: '{rule} begins in grant years that are frozen ({years}).',
    },
    action: {
      nb: 'La den nye utgaven begynne etter det siste frosne året i rules.lock.json.',
      en: 'Let the new version begin after the last frozen year of rules.lock.json.',
    },
  },
  RULE_SOURCE_CHANGED: {
    text: { nb: 'Teksten i {rule} er endret.', en: 'The source of {rule} has changed.' },
    action: UNCHANGED,
  },
  RULE_BEHAVIOUR_CHANGED: {
    text: {
      nb: '{rule} gir andre svar enn da den ble frosset ({years}).',
      en: '{rule} answers otherwise than when it was frozen ({years}).',
    },
    action: UNCHANGED,
  },
  RULE_OVERLAP: {
    text: { nb: '{rule} og {next} gjelder for samme år.', en: '{rule} and {next} hold for the same year.' },
    action: { nb: 'La den første slutte året før.', en: 'Let the first end the year before.' },
  },
  RULE_GAP: {
    text: {
      nb: 'Mellom {rule} og {next} er det år uten regel.',
      en: 'Between {rule} and {next} there are years without a rule.',
    },
    action: { nb: 'La den ene følge den andre.', en: 'Let the one follow the other.' },
  },
  LIMIT_MISSING: {
    text: { nb: '{key} har ingen verdi for {year}.', en: '{key} has no value for {year}.' },
    action: {
      nb: 'Legg en rad for året inn i limits.csv, med kilde.',
      en: 'Put a row for the year into limits.csv, with its source.',
    },
  },
  LIMIT_VALUE_UNKNOWN: {
    text: {
      nb: '{key} er «{value}» for {year}, og det kan ingen regel lese.',
      en: '{key} is “{value}” for {year}, which no rule can read.',
    },
    action: {
      nb: 'Rett verdien i limits.csv (RULES.md viser hva hver nøkkel kan være).',
      en: 'Correct the value in limits.csv (RULES.md shows what each key can be).',
    },
  },
  RATE_WITHOUT_SOURCE: {
    text: { nb: '{cell} har ingen kilde.', en: '{cell} has no source.' },
    action: { nb: 'Skriv hvor tallet er sett.', en: 'Say where the figure was seen.' },
  },
  RATE_UNREAD: {
    text: { nb: 'Ingen regel leser {cell}.', en: 'No rule reads {cell}.' },
    action: {
      nb: 'Rett nøkkel, år eller satsklasse, eller ta linjen bort.',
      en: 'Correct key, year or class, or take the line away.',
    },
  },
  RATE_JUMP: {
    text: {
      nb: '{cell} er {valueNok}, året før {beforeNok}.',
      en: '{cell} is {valueNok}, the year before {beforeNok}.',
    },
    action: { nb: 'Kontroller tallet mot kilden.', en: 'Check the figure against its source.' },
  },
  RATE_CHECK_SUM: {
    text: {
      nb: 'De tre satsene for {year} {rateClass} er til sammen {actualNok}; offentliggjort sum er {sumNok}.',
      en: 'The three rates of {year} {rateClass} add up to {actualNok}; the published sum is {sumNok}.',
    },
    action: { nb: 'Kontroller satsene mot rundskrivet.', en: 'Check the rates against the circular.' },
  },
  EXAMPLE_COMPONENT: {
    text: {
      nb: 'Navnet på {file} sier ikke hvilket tilskudd eksemplene gjelder.',
      en: 'The name of {file} does not say which component the examples are about.',
    },
    action: {
      nb: 'Gi filen navn etter tilskuddet og et år: {components}, for eksempel persontilskudd-2016.csv.',
      en: 'Name the file after the component and a year: {components}, for example persontilskudd-2016.csv.',
    },
  },
  EXAMPLE_COLUMNS: {
    text: { nb: '{file} mangler kolonnene {columns}.', en: '{file} has no columns {columns}.' },
    action: {
      nb: 'Ta med alle kolonnene i første linje, med semikolon mellom.',
      en: 'Name all columns in the first line, with semicolons between them.',
    },
  },
  EXAMPLE_WITHOUT_SENTENCE: {
    text: {
      nb: '{file} linje {line} hører ikke til noe eksempel.',
      en: '{file} line {line} belongs to no example.',
    },
    action: {
      nb: 'Skriv setningen i kolonnen eksempel.',
      en: 'Write the sentence in the column eksempel.',
    },
  },
  EXAMPLE_UNREADABLE: {
    text: { nb: '«{text}» kan ikke leses i et eksempel.', en: '"{text}" cannot be read in an example.' },
    action: { nb: 'Se på de andre radene i tabellen.', en: 'Look at the other rows of the table.' },
  },
  EXAMPLE_DIFFERS: {
    text: {
      nb: '{file} linje {line}: {sentence} Ventet {expected}, fikk {actual}.',
      en: '{file} line {line}: {sentence} Expected {expected}, got {actual}.',
    },
    action: {
      nb: 'Regn etter for hånd, og rett den av dem som er feil.',
      en: 'Work it out by hand, and correct the one that is wrong.',
    },
  },
  EXAMPLES_DIFFER: {
    text: {
      nb: '{differences} av {examples|eksempel|eksempler} stemmer ikke.',
      en: 'Not as expected: {differences} of {examples|example|examples}.',
    },
    action: { nb: 'Se hvert eksempel over.', en: 'See each example above.' },
  },
} satisfies Catalogue;
