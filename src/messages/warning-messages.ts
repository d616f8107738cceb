import type { Catalogue } from './catalogue';

/** What an answer is told with where it rests on less than its reader may believe. */
export const warningMessages = {
  RATES_OF_OTHER_YEARS: {
    text: {
      nb: 'Ingen celle i satsfilen {file} er brukt i {grantYear}: satsene i den (rates) gjelder {years}.',
      en: 'No cell of the rates file {file} is used in {grantYear}: its rates are of {years}.',
    },
    action: {
      nb: 'Gi en fil med satser for {grantYear}, eller regn på et av årene som filen gjelder.',
      en: 'Give a file with rates of {grantYear}, or ask for one of the years of the file.',
    },
  },
  RATES_UNUSED: {
    text: {
      nb: 'Ingen celle i satsfilen {file} er brukt i {grantYear}: ingen utløser dem, eller en senere fil har de samme cellene.',
      en: 'No cell of the rates file {file} is used in {grantYear}: nobody triggers them, or a later file has the same cells.',
    },
    action: {
      nb: 'Kontroller nøkler og klasser i filen, og rekkefølgen av filene.',
      en: 'Check keys and classes in the file, and the order of the files.',
    },
  },
  RATES_ALSO_OF_OTHER_YEARS: {
    text: {
      nb: 'Satsfilen {file} har også satser for {others}; de er ikke brukt i {grantYear}.',
      en: 'The rates file {file} also has rates of {others}; they are not used in {grantYear}.',
    },
    action: { nb: '', en: '' },
  },
  PERSONS_LEFT_OUT: {
    text: {
      nb: '{rows|rad er avvist|rader er avvist} ({tables}); personene det gjelder er utelatt fra tall og summer.',
      en: '{rows|row is rejected|rows are rejected} ({tables}); the persons concerned are left out of counts and sums.',
    },
    action: {
      nb: 'Se rejected.csv fra import, og rett uttrekket.',
      en: 'See rejected.csv of import, and correct the extract.',
    },
  },
  HOURS_LEFT_OUT: {
    text: {
      nb: '{rows|timerad er avvist og teller|timerader er avvist og teller} ikke.',
      en: '{rows|hours row is rejected and is|hours rows are rejected and are} not counted.',
    },
    action: {
      nb: 'Se rejected.csv fra import, og rett uttrekket.',
      en: 'See rejected.csv of import, and correct the extract.',
    },
  },
  COUNTRY_LEFT_OUT: {
    text: {
      nb: '{scenario}: {persons|person|personer} er utelatt: landbakgrunnen er ikke i regiontabellen.',
      en: '{scenario}: {persons|person is|persons are} left out: the country is not in the region table.',
    },
    action: { nb: '', en: '' },
  },
  FILTER_EMPTY: {
    text: {
      nb: '{scenario}: «only» nevner verken mottakere eller klasser, så alt vises.',
      en: '{scenario}: "only" names neither recipients nor classes, so everything is shown.',
    },
    action: {
      nb: 'Nevn mottakere eller klasser, eller ta bort «only».',
      en: 'Name recipients or classes, or leave "only" out.',
    },
  },
  FILTER_LEAVES_NOTHING: {
    text: {
      nb: '{scenario}: «only» treffer ingenting i {grantYear}. Summen 0 sier ikke noe om satsene.',
      en: '{scenario}: "only" matches nothing in {grantYear}. The sum of 0 says nothing of the rates.',
    },
    action: { nb: 'Kontroller numrene og klassene i «only».', en: 'Check the numbers and classes in "only".' },
  },
  FILTER_CODE_NOT_IN_YEAR: {
    text: {
      nb: '{scenario}: {code} ({name}) er ikke et gyldig nummer 31.12.{grantYear}; det som hører dit, står på {now}.',
      en: '{scenario}: {code} ({name}) is no number in force on 31 December {grantYear}; what belongs there stands on {now}.',
    },
    action: { nb: 'Bruk nummeret som gjelder i tilskuddsåret.', en: 'Use the number that holds in the grant year.' },
  },
  FILTER_CODE_UNKNOWN: {
    text: {
      nb: '{scenario}: {code} har aldri vært et kommune- eller fylkesnummer.',
      en: '{scenario}: {code} has never been the number of a kommune or fylke.',
    },
    action: { nb: 'Rett nummeret i «only».', en: 'Correct the number in "only".' },
  },
} satisfies Catalogue;
