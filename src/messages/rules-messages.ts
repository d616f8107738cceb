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
