import type { FlagGroup } from './flag';

/** Flags that many commands share. */
export const COMMON_FLAGS = {
  db: {
    syntax: '--db <file>',
    text: { nb: 'hovedboken (ellers norsktilskudd.db)', en: 'the ledger (default norsktilskudd.db)' },
  },
  as: { syntax: '--as <name>', text: { nb: 'hvem som gjør dette', en: 'who does this' } },
  outFolder: {
    syntax: '--out <folder>',
    text: { nb: 'mappe som resultatene skrives i, ny eller tom', en: 'folder for the results, new or empty' },
  },
  listingOut: {
    syntax: '--out <folder>',
    text: {
      nb: 'mappe for rejected.csv og findings.csv, ny eller tom',
      en: 'folder for rejected.csv and findings.csv, new or empty',
    },
  },
  config: {
    syntax: '--config <file>',
    text: { nb: 'innstillinger (ellers norsktilskudd.json)', en: 'settings (default norsktilskudd.json)' },
  },
  lang: { syntax: '--lang <language>', text: { nb: 'språk: nb eller en', en: 'language: nb or en' } },
  json: { syntax: '--json', text: { nb: 'ett JSON-objekt på standard ut', en: 'one JSON object on standard output' } },
  noColor: { syntax: '--no-color', text: { nb: 'uten farger', en: 'no colours' } },
} satisfies FlagGroup;
