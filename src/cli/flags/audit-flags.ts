import type { FlagGroup } from './flag';

/** Flags of explaining, verifying, sampling and handing out. */
export const AUDIT_FLAGS = {
  sources: {
    syntax: '--sources',
    text: {
      nb: 'fryser omskrevne regler på nytt når de gir de samme svarene som før',
      en: 'freezes rewritten rules anew where they give the same answers as before',
    },
  },
  through: {
    syntax: '--through <year>',
    text: { nb: 'fryser tilskuddsårene til og med dette', en: 'freezes the grant years up to this one' },
  },
  person: { syntax: '--person <id>', text: { nb: 'DUF-nummer, 12 siffer', en: 'DUF number, 12 digits' } },
  personOrPseudonym: {
    syntax: '--person <id>',
    text: { nb: 'DUF-nummer, 12 siffer, eller pseudonym', en: 'DUF number, 12 digits, or pseudonym' },
  },
  recipient: {
    syntax: '--recipient <id>',
    text: { nb: 'kommune eller fylkeskommune', en: 'kommune or fylkeskommune' },
  },
  component: { syntax: '--component <component>', text: { nb: 'ett tilskudd', en: 'one component' } },
  wholeRun: { syntax: '--batch <run>', text: { nb: 'en hel kjøring', en: 'a whole run' } },
  run: { syntax: '--run <run>', text: { nb: 'kjøringen (ellers den siste)', en: 'the run (default the last one)' } },
  sampleSeed: {
    syntax: '--seed <text>',
    text: {
      nb: 'det som avgjør trekningen: manifest (kjøringens hash) eller en egen tekst',
      en: "what decides the draw: manifest (the run's hash) or a text of your own",
    },
  },
  sampleOut: {
    syntax: '--out <folder>',
    text: {
      nb: 'mappen til utvalget (ellers ved siden av kjøringen)',
      en: 'folder of the sample (default beside the run)',
    },
  },
  archiveOut: { syntax: '--out <file>', text: { nb: 'arkivet som lages', en: 'the archive to make' } },
  sampleSize: { syntax: '--size <number>', text: { nb: 'størrelsen på utvalget', en: 'size of the sample' } },
  byAmount: {
    syntax: '--by-amount',
    text: { nb: 'store beløp trekkes oftere', en: 'large amounts are drawn more often' },
  },
  item: { syntax: '--item <item>', text: { nb: 'det som er kontrollert', en: 'what was controlled' } },
  result: { syntax: '--result <result>', text: { nb: 'ok, error eller unclear', en: 'ok, error or unclear' } },
  correct: {
    syntax: '--correct <kroner>',
    text: {
      nb: 'det beløpet skulle ha vært; ellers regnes hele beløpet som feil',
      en: 'what the amount should have been; else all of it counts as wrong',
    },
  },
  accessHead: {
    syntax: '--head <hash>',
    text: {
      nb: 'et hode som er oppbevart et annet sted: ingenting før det kan være borte',
      en: 'a head kept elsewhere: nothing before it may be gone',
    },
  },
  note: { syntax: '--note <text>', text: { nb: 'merknad', en: 'a note' } },
  noSnapshot: {
    syntax: '--no-snapshot',
    text: { nb: 'uten uttrekket som ble lest', en: 'without the extract that was read' },
  },
  whyNot: {
    syntax: '--why-not',
    text: {
      nb: 'også hva som skulle til der ingenting gis; for en mottaker: hvem som ikke utløste noe, og hvorfor',
      en: 'also what it would have taken where nothing is given; of a recipient: who triggered nothing, and why',
    },
  },
  purpose: {
    syntax: '--purpose <text>',
    text: { nb: 'formålet, til innsynsloggen', en: 'the purpose, for the access log' },
  },
  format: { syntax: '--format <format>', text: { nb: 'text, json eller html', en: 'text, json or html' } },
  head: {
    syntax: '--head <hash>',
    text: {
      nb: 'et hode som er tatt vare på utenfor hovedboken: alt før det må være uendret',
      en: 'a head kept outside the ledger: nothing before it may have changed',
    },
  },
  draft: {
    syntax: '--draft',
    text: {
      nb: 'godtar også en kjøring som er utkast, erstattet, trukket tilbake eller annullert',
      en: 'also takes a run that is a draft, superseded, withdrawn or annulled',
    },
  },
  sql: {
    syntax: '--sql',
    text: {
      nb: 'regner persontilskudd, grunntilskudd og 37 d ut på nytt i SQL',
      en: 'works out persontilskudd, grunntilskudd and 37 d again in SQL',
    },
  },
  journal: {
    syntax: '--journal <file>',
    text: {
      nb: 'skriver journalen til en fil, én handling per linje, for kontroll uten programmet',
      en: 'writes the journal to a file, one act a line, for checking without the program',
    },
  },
} satisfies FlagGroup;
