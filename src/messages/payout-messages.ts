import type { Catalogue } from './catalogue';

/** Texts of findings and errors of the payout room. */
export const payoutMessages = {
  RUN_FOLDER_NOT_EMPTY: {
    text: {
      nb: 'Mappen {folder} er ikke tom, og det som ligger der, er ikke en ferdig kjøring.',
      en: 'The folder {folder} is not empty, and what it holds is not a finished run.',
    },
    action: {
      nb: 'Velg en ny eller tom mappe med --out.',
      en: 'Choose a new or empty folder with --out.',
    },
  },
  RUN_FOLDER_DIFFERS: {
    text: {
      nb: 'I mappen {folder} ligger allerede et annet resultat. Ingenting er skrevet.',
      en: 'The folder {folder} already holds another result. Nothing was written.',
    },
    action: {
      nb: 'Velg en ny mappe med --out, eller flytt den gamle mappen dersom resultatet i den ikke lenger skal brukes.',
      en: 'Choose a new folder with --out, or move the old folder away if its result is no longer in use.',
    },
  },
} satisfies Catalogue;
