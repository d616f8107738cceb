import type { Catalogue } from './catalogue';

/** Texts of findings and errors of the cli room. */
export const cliMessages = {
  USAGE_REFUSED: {
    text: { nb: '{command} kan ikke kjøres slik den er skrevet.', en: '{command} cannot be run as it is written.' },
    action: { nb: 'rett flaggene over; se {command} --help.', en: 'correct the flags above; see {command} --help.' },
  },
  USAGE_UNKNOWN_FLAG: {
    text: { nb: '{flag} er ikke et flagg til {command}.', en: '{flag} is not a flag of {command}.' },
    action: { nb: 'se {command} --help.', en: 'see {command} --help.' },
  },
  USAGE_UNKNOWN_COMMAND: {
    text: { nb: '{word} er ikke en kommando.', en: '{word} is not a command.' },
    action: { nb: 'se {command} --help.', en: 'see {command} --help.' },
  },
  USAGE_MISSING_ARGUMENT: {
    text: { nb: '{command} mangler <{argument}>.', en: '{command} lacks <{argument}>.' },
    action: { nb: 'se {command} --help.', en: 'see {command} --help.' },
  },
  USAGE_FLAG_WITHOUT_VALUE: {
    text: { nb: '{flag} mangler sin verdi.', en: '{flag} lacks its value.' },
    action: { nb: 'se {command} --help.', en: 'see {command} --help.' },
  },
  USAGE_TOO_MANY_ARGUMENTS: {
    text: { nb: '{command} fikk flere ord enn den kan bruke.', en: '{command} was given more words than it can use.' },
    action: { nb: 'se {command} --help.', en: 'see {command} --help.' },
  },
  FLAG_MISSING: {
    text: { nb: '{flag} mangler.', en: '{flag} is missing.' },
    action: { nb: '', en: '' },
  },
  FLAG_BAD_VALUE: {
    text: {
      nb: '{flag} kan ikke være "{value}"; det kan være {expected}.',
      en: '{flag} cannot be "{value}"; it can be {expected}.',
    },
    action: { nb: '', en: '' },
  },
  FLAGS_EXCLUDE: {
    text: { nb: '{flags} kan ikke gis sammen.', en: '{flags} cannot be given together.' },
    action: { nb: 'velg ett av dem.', en: 'choose one of them.' },
  },
  ACCEPT_UNKNOWN: {
    text: {
      nb: '--accept kjenner ikke "{value}".',
      en: '--accept does not know "{value}".',
    },
    action: {
      nb: 'gi en antakelse (A10), en celle (grunntilskudd/2018/low), rejected-rows, opening-arrears eller all-assumed.',
      en: 'give an assumption (A10), a cell (grunntilskudd/2018/low), rejected-rows, opening-arrears or all-assumed.',
    },
  },
  FILE_EXISTS: {
    text: { nb: '{name} finnes alt.', en: '{name} is already there.' },
    action: { nb: '', en: '' },
  },
  INIT_FILES_EXIST: {
    text: { nb: 'init skriver ikke over filer i {folder}.', en: 'init does not write over files in {folder}.' },
    action: {
      nb: 'flytt filene over, eller velg en annen mappe.',
      en: 'move the files above, or choose another folder.',
    },
  },
  ENVIRONMENT_REFUSED: {
    text: {
      nb: 'Miljøet har innstillinger som programmet ikke kjenner.',
      en: 'The environment holds settings that the program does not know.',
    },
    action: { nb: 'rett eller fjern variablene over.', en: 'correct or remove the variables above.' },
  },
  ENVIRONMENT_UNKNOWN: {
    text: { nb: 'Variabelen {name} er ukjent.', en: 'The variable {name} is unknown.' },
    action: { nb: '', en: '' },
  },
  CONFIG_MISSING: {
    text: { nb: 'Filen {file} finnes ikke.', en: 'The file {file} does not exist.' },
    action: {
      nb: 'rett --config, eller lag filen med norsktilskudd init.',
      en: 'correct --config, or make the file with norsktilskudd init.',
    },
  },
  CONFIG_NOT_JSON: {
    text: { nb: 'Filen er ikke JSON: {reason}.', en: 'The file is not JSON: {reason}.' },
    action: { nb: 'rett tegnet på det stedet.', en: 'correct the character at that place.' },
  },
  CONFIG_REFUSED: {
    text: { nb: 'Innstillingene i {file} kan ikke brukes.', en: 'The settings in {file} cannot be used.' },
    action: {
      nb: 'rett nøklene over; norsktilskudd init skriver skjemaet ved siden av filen.',
      en: 'correct the keys above; norsktilskudd init writes the schema beside the file.',
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
} satisfies Catalogue;
