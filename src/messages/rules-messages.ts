import type { Catalogue } from './catalogue';

const UNCHANGED = {
  nb: 'Gammel rett endres aldri: lag en ny regelmodul ved siden av, og legg den til i låsen.',
  en: 'Old law is never edited: make a new rule module beside it and add that to the lock.',
};

/** Texts of findings and errors of the rules. */
export const rulesMessages = {
  RULES_CHECK_FAILED: {
    text: { nb: 'Reglene er ikke som de skal ({faults}).', en: 'The rules are not as they should be ({faults}).' },
    action: { nb: 'Se hver feil under.', en: 'See each fault below.' },
  },
  RULE_NOT_LOCKED: { text: { nb: '{rule} står ikke i låsen.', en: '{rule} is not in the lock.' }, action: UNCHANGED },
  RULE_GONE: { text: { nb: '{rule} finnes ikke lenger.', en: '{rule} is gone.' }, action: UNCHANGED },
  RULE_SOURCE_CHANGED: {
    text: { nb: 'Teksten i {rule} er endret.', en: 'The source of {rule} has changed.' },
    action: UNCHANGED,
  },
  RULE_BEHAVIOUR_CHANGED: {
    text: {
      nb: '{rule} gir andre svar enn da den ble frosset.',
      en: '{rule} answers otherwise than when it was frozen.',
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
} satisfies Catalogue;
