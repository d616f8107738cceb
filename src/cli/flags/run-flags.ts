import { COMPONENTS } from '../../domain';
import type { FlagGroup } from './flag';

/** Flags of reading an extract, calculating and what a run may rest on. */
export const RUN_FLAGS = {
  extract: {
    syntax: '--extract <folder>',
    text: { nb: 'mappe med registeruttrekket', en: 'folder with the register extract' },
  },
  snapshot: {
    syntax: '--snapshot <id>',
    text: {
      nb: 'et uttrekk som alt er lest, i stedet for --extract (se status)',
      en: 'an extract that has been read before, instead of --extract (see status)',
    },
  },
  year: { syntax: '--year <year>', text: { nb: 'tilskuddsår', en: 'grant year' } },
  term: { syntax: '--term <term>', text: { nb: 'termin, 1-4', en: 'term, 1-4' } },
  asOf: {
    syntax: '--as-of <date>',
    text: {
      nb: 'skjæringsdato D; ellers den tidligste av terminens siste dag og dagen uttrekket ble tatt',
      en: "as-of date D; else the earlier of the term's last day and the day the extract was taken",
    },
  },
  asOfYear: {
    syntax: '--as-of <date>',
    text: {
      nb: 'skjæringsdato D; ellers den tidligste av årets siste dag og dagen uttrekket ble tatt',
      en: "as-of date D; else the earlier of the year's last day and the day the extract was taken",
    },
  },
  recipients: {
    syntax: '--recipients <file>',
    text: {
      nb: 'navn, organisasjonsnumre og kontoer til mottakerne',
      en: 'names, organisation numbers and accounts of recipients',
    },
  },
  rates: {
    syntax: '--rates <file>',
    repeated: true,
    text: {
      nb: 'satsfil; kan gjentas, siste fil vinner celle for celle',
      en: 'rates file; may be repeated, the last file wins cell by cell',
    },
  },
  tables: {
    syntax: '--tables <folder>',
    text: {
      nb: 'mappe med nyere tabeller (rates.csv, regions.csv, ...) i stedet for dem som følger med',
      en: 'folder of newer tables (rates.csv, regions.csv, ...) in place of those that ship',
    },
  },
  exclude: {
    syntax: '--exclude <component>',
    repeated: true,
    text: {
      nb: `tilskudd som holdes utenfor: ${COMPONENTS.join(', ')}`,
      en: `component to leave out: ${COMPONENTS.join(', ')}`,
    },
  },
  accept: {
    syntax: '--accept <names>',
    repeated: true,
    text: {
      nb: 'godtar en antakelse (A10), en celle (grunntilskudd/2018/low) eller et forhold (missing-persons): flere navn med komma imellom, eller NAVN=HENVISNING',
      en: 'accepts an assumption (A10), a cell (grunntilskudd/2018/low) or a fact (missing-persons): several names between commas, or NAME=REFERENCE',
    },
  },
  rejectLimit: {
    syntax: '--reject-limit <percent>',
    text: {
      nb: 'kjør videre når ingen tabell har flere avviste rader enn dette; personene det gjelder, holdes tilbake',
      en: 'go on while no table has more rejected rows than this; the persons concerned are held',
    },
  },
  columns: {
    syntax: '--columns <file>',
    text: {
      nb: 'JSON med navnene som uttrekket bruker på kolonner',
      en: 'JSON with the names that the extract gives its columns',
    },
  },
  supplement: {
    syntax: '--supplement',
    text: {
      nb: 'en tilleggskjøring av en termin som alt er bokført',
      en: 'a supplement to a term that is already posted',
    },
  },
  rehearsal: {
    syntax: '--rehearsal',
    text: { nb: 'en øvelse: kan aldri gi ekte utbetalinger', en: 'a rehearsal: it can never give real payments' },
  },
  newLedger: {
    syntax: '--new-ledger',
    text: {
      nb: 'lag en ny, ekte hovedbok der det ikke er noen; uten dette lages ingen',
      en: 'make a new, real ledger where there is none; without this none is made',
    },
  },
  out: {
    syntax: '--out <folder>',
    text: { nb: 'kjøringens mappe, ny eller tom', en: "the run's folder, new or empty" },
  },
  pseudonymKeyFile: {
    syntax: '--pseudonym-key-file <file>',
    text: {
      nb: 'nøkkelen til pseudonymene; run og import lager den om den ikke finnes',
      en: 'key of the pseudonyms; run and import make it where there is none',
    },
  },
} satisfies FlagGroup;
