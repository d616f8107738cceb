import type { Catalogue } from './catalogue';

/** Texts of errors of what is handed out: exports, dossiers and samples. */
export const handOutMessages = {
  EXPORT_OUT_NOT_EMPTY: {
    text: { nb: '{folder} finnes og er ikke en tom mappe.', en: '{folder} exists and is not an empty folder.' },
    action: { nb: 'Velg en ny mappe med --out.', en: 'Choose a new folder with --out.' },
  },
  EXPORT_OTHER_KEY: {
    text: {
      nb: 'Kjøringen er forseglet med nøkkelen {expected}; nøkkelen her er {found}.',
      en: 'The run was sealed with the key {expected}; the key here is {found}.',
    },
    action: {
      nb: 'Pek på installasjonens egen nøkkel med --pseudonym-key-file.',
      en: "Point to the installation's own key with --pseudonym-key-file.",
    },
  },
  EXPORT_OF_OLDER_TRACE: {
    text: {
      nb: 'Sporet til kjøringen {runId} er i format 1: der er alle mottakernes deler hashet med de samme pseudonymene, og et utdrag ville vise dem.',
      en: 'The trace of the run {runId} is of format 1: there the parts of all recipients are hashed with the same pseudonyms, and an export would show them.',
    },
    action: {
      nb: 'Et utdrag som ble laget før, kan fortsatt kontrolleres med verify-export.cjs. Vis kommunen beløpene sine med explain --recipient.',
      en: 'An export that was made before can still be checked with verify-export.cjs. Show the kommune its amounts with explain --recipient.',
    },
  },
  DOSSIER_EXISTS: {
    text: { nb: '{file} finnes fra før.', en: '{file} exists already.' },
    action: { nb: 'Velg et annet navn med --out.', en: 'Choose another name with --out.' },
  },
  SAMPLE_UNKNOWN: {
    text: {
      nb: 'Kjøringen {runId} har ikke noe kontrollutvalg der det ble lett.',
      en: 'The run {runId} has no control sample where it was looked for.',
    },
    action: { nb: 'Trekk utvalget først med sample.', en: 'Draw the sample first with sample.' },
  },
  SAMPLE_SEVERAL: {
    text: {
      nb: 'Kjøringen {runId} har flere kontrollutvalg i {folder}: {names}.',
      en: 'The run {runId} has several control samples in {folder}: {names}.',
    },
    action: { nb: 'Pek på ett av dem med --out.', en: 'Point to one of them with --out.' },
  },
  SAMPLE_OUTCOMES_CUT: {
    text: {
      nb: '{file} mangler {missing|resultat|resultater} som står i innsynsloggen.',
      en: '{file} lacks {missing|outcome that stands|outcomes that stand} in the access log.',
    },
    action: {
      nb: 'Hent filen fra sikkerhetskopi. access viser når og av hvem resultatene ble ført.',
      en: 'Fetch the file from a backup. access shows when and by whom the outcomes were recorded.',
    },
  },
  SAMPLE_DIFFERS: {
    text: {
      nb: '{file} er endret siden utvalget ble trukket.',
      en: '{file} has been changed since the sample was drawn.',
    },
    action: {
      nb: 'Hent mappen fra sikkerhetskopi. Utvalget kan også trekkes på nytt til en annen mappe og sammenliknes.',
      en: 'Fetch the folder from a backup. The sample can also be drawn again into another folder and compared.',
    },
  },
  SAMPLE_LINE_UNKNOWN: {
    text: { nb: 'Linjen {line} er ikke med i utvalget.', en: 'The line {line} is not in the sample.' },
    action: { nb: 'Linjene står i sample.csv.', en: 'The lines stand in sample.csv.' },
  },
  SAMPLE_NO_LINES: {
    text: { nb: 'Kjøringen {runId} har ingen linjer å kontrollere.', en: 'The run {runId} has no lines to control.' },
    action: { nb: 'Velg en annen kjøring.', en: 'Choose another run.' },
  },
} satisfies Catalogue;
