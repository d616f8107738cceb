import type { Catalogue } from './catalogue';

/** What to do about the name of a file; it may come from more than one place. */
const GIVEN_FILE = {
  nb: 'Rett navnet der det er oppgitt: på kommandolinjen, i miljøet eller i norsktilskudd.json.',
  en: 'Correct the name where it is given: on the command line, in the environment or in norsktilskudd.json.',
};

/** Texts of findings and errors of the cli room. */
export const cliMessages = {
  USAGE_REFUSED: {
    text: { nb: '{command} kan ikke kjøres slik den er skrevet.', en: '{command} cannot be run as it is written.' },
    action: { nb: 'Rett flaggene over; se {command} --help.', en: 'Correct the flags above; see {command} --help.' },
  },
  USAGE_UNKNOWN_FLAG: {
    text: { nb: '{flag} er ikke et flagg til {command}.', en: '{flag} is not a flag of {command}.' },
    action: { nb: 'Se {command} --help.', en: 'See {command} --help.' },
  },
  USAGE_UNKNOWN_COMMAND: {
    text: { nb: '{word} er ikke en kommando.', en: '{word} is not a command.' },
    action: { nb: 'Se {command} --help.', en: 'See {command} --help.' },
  },
  USAGE_MISSING_ARGUMENT: {
    text: { nb: '{command} mangler <{argument}>.', en: '{command} lacks <{argument}>.' },
    action: { nb: 'Se {command} --help.', en: 'See {command} --help.' },
  },
  USAGE_FLAG_WITHOUT_VALUE: {
    text: { nb: '{flag} mangler sin verdi.', en: '{flag} lacks its value.' },
    action: { nb: 'Se {command} --help.', en: 'See {command} --help.' },
  },
  USAGE_TOO_MANY_ARGUMENTS: {
    text: {
      nb: '{command} fikk flere ord enn den kan bruke. Til overs: {words}',
      en: '{command} was given more words than it can use. Superfluous: {words}',
    },
    action: { nb: 'Se {command} --help.', en: 'See {command} --help.' },
  },
  FLAG_MISSING: {
    text: { nb: '{flag} mangler.', en: '{flag} is missing.' },
    action: { nb: '', en: '' },
  },
  FLAG_HOLDS_ID: {
    text: {
      nb: '{flag} inneholder et DUF-nummer eller fødselsnummer. Teksten kan aldri slettes igjen.',
      en: '{flag} holds a DUF number or national id. The text can never be deleted again.',
    },
    action: {
      nb: 'Bruk pseudonymet, linjens id eller saksnummeret i stedet.',
      en: 'Use the pseudonym, the id of the line or the number of the case instead.',
    },
  },
  FLAG_CONTROL_CHARACTERS: {
    text: {
      nb: '{flag} inneholder usynlige tegn eller linjeskift.',
      en: '{flag} holds invisible characters or line breaks.',
    },
    action: { nb: 'Skriv teksten på nytt på én linje.', en: 'Write the text anew on one line.' },
  },
  FLAG_BAD_VALUE: {
    text: {
      nb: '{flag} kan ikke være "{value}"; det kan være {expected}.',
      en: '{flag} cannot be "{value}"; it can be {expected}.',
    },
    action: { nb: '', en: '' },
  },
  FLAG_NO_DUF_NUMBER: {
    text: { nb: '{flag} skal være et DUF-nummer: 12 siffer.', en: '{flag} must be a DUF number: 12 digits.' },
    action: { nb: '', en: '' },
  },
  FLAG_FOR_ONE_RUN: {
    text: {
      nb: '{flag} kan bare brukes på én kjøring om gangen; oppgitt: {runs}.',
      en: '{flag} can be used on one run at a time; given: {runs}.',
    },
    action: { nb: '', en: '' },
  },
  FLAG_IS_LEDGER: {
    text: {
      nb: '{flag} kan ikke være {file}: det er selve hovedboken.',
      en: '{flag} cannot be {file}: that is the ledger itself.',
    },
    action: { nb: '', en: '' },
  },
  FLAGS_EXCLUDE: {
    text: { nb: '{flags} kan ikke gis sammen.', en: '{flags} cannot be given together.' },
    action: { nb: 'Velg ett av dem.', en: 'Choose one of them.' },
  },
  ACCEPT_UNKNOWN: {
    text: {
      nb: '--accept kjenner ikke "{value}".',
      en: '--accept does not know "{value}".',
    },
    action: {
      nb: 'Gi en antakelse (A10), en celle (grunntilskudd/2018/low), eller ett av {names}.',
      en: 'Give an assumption (A10), a cell (grunntilskudd/2018/low), or one of {names}.',
    },
  },
  ACCEPT_ALL_ASSUMED: {
    text: {
      nb: 'all-assumed gjelder bare øvelser: i en ekte hovedbok aksepteres hver antakelse for seg, med en henvisning.',
      en: 'all-assumed is for rehearsals alone: in a real ledger each assumption is accepted by itself, with a reference.',
    },
    action: {
      nb: 'Ta navnene med --accept NAVN=HENVISNING (kjør uten --accept for å se hvilke som trengs), eller vedta dem én gang med lists propose assumptions, der hovedboken krever signaturer.',
      en: 'Name them with --accept NAME=REFERENCE (run without --accept to see which are wanted), or adopt them once with lists propose assumptions, where the ledger requires signatures.',
    },
  },
  ACCEPT_NO_ASSUMPTION: {
    text: {
      nb: '{name} er ingen antakelse og ingen sats: det aksepteres for én kjøring om gangen.',
      en: '{name} is no assumption and no rate: it is accepted for one run at a time.',
    },
    action: { nb: 'Gi det til run med --accept.', en: 'Give it to run with --accept.' },
  },
  ACCEPT_EMPTY: {
    text: { nb: '--accept er tom.', en: '--accept is empty.' },
    action: { nb: 'Gi et navn: --accept A10.', en: 'Give a name: --accept A10.' },
  },
  ACCEPT_NO_REFERENCE: {
    text: {
      nb: '--accept {name}= mangler en henvisning etter likhetstegnet.',
      en: '--accept {name}= lacks a reference after the equals sign.',
    },
    action: {
      nb: 'Skriv hvor avgjørelsen står: --accept "{name}=notat av 3. mars".',
      en: 'Say where the decision is found: --accept "{name}=memo of 3 March".',
    },
  },
  ACCEPT_ONE_REFERENCE: {
    text: {
      nb: '--accept tar én henvisning for hvert navn, men her står flere navn foran likhetstegnet: {names}.',
      en: '--accept takes one reference for each name, but several names stand before the equals sign: {names}.',
    },
    action: {
      nb: 'Gi flagget én gang for hvert navn: --accept NAVN=HENVISNING.',
      en: 'Give the flag once for each name: --accept NAME=REFERENCE.',
    },
  },
  ACCEPT_TWICE: {
    text: {
      nb: '--accept {name} er gitt med to ulike henvisninger.',
      en: '--accept {name} is given with two different references.',
    },
    action: { nb: 'Gi bare én av dem.', en: 'Give only one of them.' },
  },
  VERIFIED_CELL_CHANGED: {
    text: {
      nb: '{cell} er {givenNok}, men den kontrollerte satsen er {shippedNok} ({source}).',
      en: '{cell} is {givenNok}, but the verified rate is {shippedNok} ({source}).',
    },
    action: { nb: 'Rett filen, eller legg til --accept {cell}.', en: 'Correct the file, or add --accept {cell}.' },
  },
  RATES_CHANGE_VERIFIED: {
    text: { nb: 'Satsfilene endrer kontrollerte satser.', en: 'The rates files change verified rates.' },
    action: {
      nb: 'En kontrollert sats endres bare når noen står for det med --accept.',
      en: 'A verified rate changes only when somebody answers for it with --accept.',
    },
  },
  AS_OF_AFTER_EXTRACT: {
    text: {
      nb: 'Skjæringsdatoen {asOf} ligger etter dagen uttrekket ble tatt, {takenAt}.',
      en: 'The as-of date {asOf} lies after the day on which the extract was taken, {takenAt}.',
    },
    action: {
      nb: 'Gi en tidligere dato med --as-of, eller ta et nytt uttrekk.',
      en: 'Give an earlier date with --as-of, or take a new extract.',
    },
  },
  RULE_UNKNOWN: {
    text: {
      nb: '{name} er verken et tilskuddsår, en regel eller en antakelse.',
      en: '{name} is neither a grant year, a rule nor an assumption.',
    },
    action: { nb: 'Se norsktilskudd rules list.', en: 'See norsktilskudd rules list.' },
  },
  FOLDER_NOT_EMPTY: {
    text: { nb: 'Mappen {folder} er ikke tom.', en: 'The folder {folder} is not empty.' },
    action: { nb: 'Velg en ny eller tom mappe med --out.', en: 'Choose a new or empty folder with --out.' },
  },
  FILE_EXISTS: {
    text: { nb: '{name} finnes alt.', en: '{name} is already there.' },
    action: { nb: '', en: '' },
  },
  INIT_FILES_EXIST: {
    text: { nb: 'init skriver ikke over filer i {folder}.', en: 'init does not write over files in {folder}.' },
    action: {
      nb: 'Flytt filene over, eller velg en annen mappe.',
      en: 'Move the files above, or choose another folder.',
    },
  },
  ENVIRONMENT_REFUSED: {
    text: {
      nb: 'Miljøet har innstillinger som programmet ikke kjenner.',
      en: 'The environment holds settings that the program does not know.',
    },
    action: { nb: 'Rett eller fjern variablene over.', en: 'Correct or remove the variables above.' },
  },
  ENVIRONMENT_UNKNOWN: {
    text: { nb: 'Variabelen {name} er ukjent.', en: 'The variable {name} is unknown.' },
    action: { nb: '', en: '' },
  },
  GIVEN_FILE_MISSING: {
    text: {
      nb: 'Filen {file}, oppgitt med {flag}, finnes ikke.',
      en: 'The file {file}, given with {flag}, does not exist.',
    },
    action: GIVEN_FILE,
  },
  GIVEN_FILE_IS_FOLDER: {
    text: {
      nb: '{file}, oppgitt med {flag}, er en mappe, og det skal være en fil.',
      en: '{file}, given with {flag}, is a folder, and a file is wanted.',
    },
    action: GIVEN_FILE,
  },
  GIVEN_FILE_UNREADABLE: {
    text: {
      nb: '{file}, oppgitt med {flag}, kan ikke leses.',
      en: '{file}, given with {flag}, cannot be read.',
    },
    action: {
      nb: 'Gi brukeren lov til å lese filen, eller oppgi en annen.',
      en: 'Let the user read the file, or give another one.',
    },
  },
  PATH_IS_FOLDER: {
    text: {
      nb: 'Der det skal være en fil, er det en mappe: {path}.',
      en: 'Where a file is wanted there is a folder: {path}.',
    },
    action: GIVEN_FILE,
  },
  PATH_IS_FILE: {
    text: {
      nb: 'Der det skal være en mappe, er det en fil: {path}.',
      en: 'Where a folder is wanted there is a file: {path}.',
    },
    action: GIVEN_FILE,
  },
  CONFIG_MISSING: {
    text: { nb: 'Filen {file} finnes ikke.', en: 'The file {file} does not exist.' },
    action: {
      nb: 'Rett --config, eller lag filen med norsktilskudd init.',
      en: 'Correct --config, or make the file with norsktilskudd init.',
    },
  },
  CONFIG_NOT_JSON: {
    text: { nb: 'Filen er ikke JSON.', en: 'The file is not JSON.' },
    action: {
      nb: 'Se etter et tegn for mye eller for lite ved det stedet.',
      en: 'Look for a character too many or too few near that place.',
    },
  },
  JSON_TOO_LARGE: {
    text: {
      nb: '{file} er større enn 16 MiB, som er det meste en JSON-fil kan være.',
      en: '{file} is larger than 16 MiB, the most that a JSON file can be.',
    },
    action: { nb: 'Kontroller at det er den riktige filen.', en: 'Check that it is the right file.' },
  },
  JSON_TOO_DEEP: {
    text: {
      nb: 'Filen har lister eller objekter i mer enn 64 nivåer.',
      en: 'The file has lists or objects in more than 64 levels.',
    },
    action: {
      nb: 'Kontroller at det er den riktige filen, og rett klammene ved det stedet.',
      en: 'Check that it is the right file, and correct the brackets near that place.',
    },
  },
  JSON_ENCODING: {
    text: {
      nb: '{file} er verken UTF-8 eller UTF-16 med merke foran.',
      en: '{file} is neither UTF-8 nor UTF-16 with its mark.',
    },
    action: { nb: 'Lagre filen som UTF-8.', en: 'Save the file as UTF-8.' },
  },
  JSON_KEY_TWICE: {
    text: {
      nb: 'Den samme nøkkelen står to ganger, og bare én kunne ha telt.',
      en: 'The same key stands twice, and only one could count.',
    },
    action: { nb: 'Fjern den ene.', en: 'Remove one of them.' },
  },
  JSON_CHARACTERS: {
    text: {
      nb: 'Teksten inneholder NUL (U+0000) eller et halvt tegn (U+D800 til U+DFFF).',
      en: 'The text holds NUL (U+0000) or half a character (U+D800 to U+DFFF).',
    },
    action: { nb: 'Fjern tegnet.', en: 'Remove the character.' },
  },
  CONFIG_REFUSED: {
    text: { nb: 'Innstillingene i {file} kan ikke brukes.', en: 'The settings in {file} cannot be used.' },
    action: {
      nb: 'Rett nøklene over; norsktilskudd init skriver skjemaet ved siden av filen.',
      en: 'Correct the keys above; norsktilskudd init writes the schema beside the file.',
    },
  },
  CONFIG_UNKNOWN_KEY: {
    text: { nb: 'Nøkkelen er ukjent.', en: 'The key is unknown.' },
    action: { nb: '', en: '' },
  },
  CONFIG_BAD_VALUE: {
    text: { nb: 'Verdien {found} kan ikke brukes: {reason}.', en: 'The value {found} cannot be used: {reason}.' },
    action: { nb: '', en: '' },
  },
  RUN_FOLDER_GONE: {
    text: { nb: 'Kjøringsmappen {folder} finnes ikke.', en: 'The run folder {folder} is not there.' },
    action: { nb: 'Legg mappen tilbake, eller kjør på nytt.', en: 'Put the folder back, or run again.' },
  },
  RUN_FOLDER_CHANGED: {
    text: {
      nb: 'Kjøringsmappen {folder} er endret siden den ble forseglet.',
      en: 'The run folder {folder} has changed since it was sealed.',
    },
    action: { nb: 'Bruk en uendret kopi, eller kjør på nytt.', en: 'Use an unchanged copy, or run again.' },
  },
  RUN_FILE_CHANGED: {
    text: {
      nb: '{file} er borte eller er ikke den som ble forseglet.',
      en: '{file} is gone or is not the one that was sealed.',
    },
    action: { nb: '', en: '' },
  },
  RUN_NOT_IN_LEDGER: {
    text: {
      nb: 'Ingen kjøring i hovedboken har manifestet {manifestHash}.',
      en: 'No run of the ledger has the manifest {manifestHash}.',
    },
    action: {
      nb: 'Kontroller at --db er hovedboken som kjøringen hører til, og den nyeste kopien av den (status). Er den det, er mappen laget eller forseglet på nytt utenom den.',
      en: 'Check that --db is the ledger that the run belongs to, and the newest copy of it (status). If it is, the folder was made or sealed again outside it.',
    },
  },
  VERIFICATION_FAILED: {
    text: { nb: 'Kontrollen fant feil: {faults}.', en: 'Verification failed. Faults found: {faults}.' },
    action: {
      nb: 'Se hver feil over. Ikke betal ut på grunnlag av dette før alt stemmer.',
      en: 'See each fault above. Pay nothing on the strength of this until everything checks.',
    },
  },
} satisfies Catalogue;
