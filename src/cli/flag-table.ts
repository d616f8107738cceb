import { type Command, Option } from 'commander';
import { COMPONENTS } from '../domain';
import type { Text } from '../messages';
import { ANALYSIS_FLAGS } from './analysis-flags';
import { type CliContext, say } from './context';

interface Flag {
  readonly syntax: string;
  readonly text: Text;
  /** May be given several times: each value is added to a list. */
  readonly repeated?: boolean;
}

/** Every flag of the program, described once. */
const FLAGS = {
  ...ANALYSIS_FLAGS,
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
  exclude: {
    syntax: '--exclude <component>',
    repeated: true,
    text: {
      nb: `tilskudd som holdes utenfor: ${COMPONENTS.join(', ')}`,
      en: `component to leave out: ${COMPONENTS.join(', ')}`,
    },
  },
  accept: {
    syntax: '--accept <name>',
    repeated: true,
    text: {
      nb: 'godtar en antakelse (A10), en celle (grunntilskudd/2018/low), rejected-rows, shared-national-ids, opening-arrears eller all-assumed',
      en: 'accepts an assumption (A10), a cell (grunntilskudd/2018/low), rejected-rows, shared-national-ids, opening-arrears or all-assumed',
    },
  },
  rejectLimit: {
    syntax: '--reject-limit <percent>',
    text: {
      nb: 'kjør videre når ingen tabell har flere avviste rader enn dette; personene det gjelder holdes tilbake',
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
  db: {
    syntax: '--db <file>',
    text: { nb: 'hovedboken (ellers norsktilskudd.db)', en: 'the ledger (default norsktilskudd.db)' },
  },
  out: {
    syntax: '--out <folder>',
    text: { nb: 'kjøringens mappe, ny eller tom', en: "the run's folder, new or empty" },
  },
  outFolder: {
    syntax: '--out <folder>',
    text: { nb: 'mappe som resultatene skrives i, ny eller tom', en: 'folder for the results, new or empty' },
  },
  schema: {
    syntax: '--schema',
    text: { nb: 'skriver JSON-skjemaet for scenariofiler', en: 'prints the JSON schema of scenario files' },
  },
  measure: {
    syntax: '--measure <what>',
    text: { nb: 'size (årlig beregning) eller lines (linjer)', en: 'size (annual size) or lines' },
  },
  key: {
    syntax: '--key <file>',
    text: {
      nb: 'din private nøkkel; uten den gjelder bare navnet',
      en: 'your private key; without it the name alone counts',
    },
  },
  approvers: {
    syntax: '--approvers <file>',
    text: {
      nb: 'første godkjennerliste, når hovedboken lages: da kreves signaturer for alltid',
      en: 'first list of approvers, when the ledger is made: signatures are then required for ever',
    },
  },
  name: { syntax: '--name <name>', text: { nb: 'navnet til den som eier nøkkelen', en: "name of the key's owner" } },
  role: {
    syntax: '--role <role>',
    repeated: true,
    text: {
      nb: 'rolle: runner, attestant eller approver; kan gjentas',
      en: 'role: runner, attestant or approver; may be repeated',
    },
  },
  keyOut: { syntax: '--out <file>', text: { nb: 'nøkkelfilen som lages', en: 'the key file to make' } },
  listOut: { syntax: '--out <file>', text: { nb: 'listen som lages', en: 'the list to make' } },
  personFile: {
    syntax: '--person <file>',
    repeated: true,
    text: {
      nb: 'en person, slik keys new skrev den (.person.json); kan gjentas',
      en: 'a person as keys new wrote it (.person.json); may be repeated',
    },
  },
  validFrom: {
    syntax: '--valid-from <date>',
    text: { nb: 'første dag (ellers i dag)', en: 'first day (default today)' },
  },
  purpose: {
    syntax: '--purpose <text>',
    text: { nb: 'formålet, til innsynsloggen', en: 'the purpose, for the access log' },
  },
  retentionExpired: {
    syntax: '--retention-expired <date>',
    text: {
      nb: 'ta også det som bokførte kjøringer bygger på, når alle ble bokført før denne dagen',
      en: 'take what posted batches rest on too, where all of them were posted before this day',
    },
  },
  dryRun: { syntax: '--dry-run', text: { nb: 'vis bare hva som ville skje', en: 'only show what would happen' } },
  lastGrantYear: {
    syntax: '--last-grant-year <year>',
    text: {
      nb: 'glem alle med siste postering dette året eller før',
      en: 'forget everybody whose last posting is of this year or earlier',
    },
  },
  as: { syntax: '--as <name>', text: { nb: 'hvem som gjør dette', en: 'who does this' } },
  pseudonymKeyFile: {
    syntax: '--pseudonym-key-file <file>',
    text: { nb: 'nøkkelen til pseudonymene; lages ved første bruk', en: 'key of the pseudonyms; made at first use' },
  },
  postings: {
    syntax: '--postings <file>',
    text: { nb: 'posteringer fra det tidligere systemet', en: 'postings of the earlier system' },
  },
  balances: {
    syntax: '--balances <file>',
    text: { nb: 'saldoer fra det tidligere systemet', en: 'balances of the earlier system' },
  },
  person: { syntax: '--person <id>', text: { nb: 'DUF-nummer, 12 siffer', en: 'DUF number, 12 digits' } },
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
  sampleSize: { syntax: '--size <number>', text: { nb: 'størrelsen på utvalget', en: 'size of the sample' } },
  byAmount: {
    syntax: '--by-amount',
    text: { nb: 'store beløp trekkes oftere', en: 'large amounts are drawn more often' },
  },
  item: { syntax: '--item <item>', text: { nb: 'det som er kontrollert', en: 'what was controlled' } },
  result: { syntax: '--result <result>', text: { nb: 'ok, error eller unclear', en: 'ok, error or unclear' } },
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
  format: { syntax: '--format <format>', text: { nb: 'text, json eller html', en: 'text, json or html' } },
  batch: {
    syntax: '--batch <run>',
    text: { nb: 'alle betalinger i en bokført kjøring', en: 'all payments of a posted run' },
  },
  paid: { syntax: '--paid', text: { nb: 'betalingen kom fram', en: 'the payment arrived' } },
  refused: {
    syntax: '--refused',
    text: { nb: 'betalingen ble avvist eller kom i retur', en: 'the payment was refused or came back' },
  },
  undo: {
    syntax: '--undo',
    text: { nb: 'angrer siste utfall, som ble ført ved en feil', en: 'undoes the last outcome, recorded by mistake' },
  },
  on: { syntax: '--on <date>', text: { nb: 'dagen det skjedde', en: 'the day on which it happened' } },
  reason: { syntax: '--reason <text>', text: { nb: 'grunn, til journalen', en: 'reason, for the journal' } },
  config: {
    syntax: '--config <file>',
    text: { nb: 'innstillinger (ellers norsktilskudd.json)', en: 'settings (default norsktilskudd.json)' },
  },
  lang: { syntax: '--lang <language>', text: { nb: 'språk: nb eller en', en: 'language: nb or en' } },
  json: { syntax: '--json', text: { nb: 'ett JSON-objekt på standard ut', en: 'one JSON object on standard output' } },
  noColor: { syntax: '--no-color', text: { nb: 'uten farger', en: 'no colours' } },
  head: {
    syntax: '--head <hash>',
    text: {
      nb: 'et hode som er tatt vare på utenfor hovedboken: alt før det må være uendret',
      en: 'a head kept outside the ledger: nothing before it may have changed',
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
  seed: {
    syntax: '--seed <number>',
    text: { nb: 'frø: samme tall gir samme register', en: 'seed: the same number gives the same register' },
  },
  persons: { syntax: '--persons <number>', text: { nb: 'antall personer', en: 'number of persons' } },
  snapshots: {
    syntax: '--snapshots <number>',
    text: {
      nb: 'antall uttrekk, ett for hver termin etter hverandre',
      en: 'number of extracts, one for each term in succession',
    },
  },
  firstTerm: {
    syntax: '--first-term <term>',
    text: { nb: 'terminen for det første uttrekket', en: 'term of the first extract' },
  },
  errors: {
    syntax: '--errors <share>',
    text: {
      nb: 'andel personer som en gang har noe galt i radene sine, 0-1; det rettes etter 30 til 900 dager',
      en: 'share of persons who at some time have something wrong in their rows, 0-1; mended after 30 to 900 days',
    },
  },
} satisfies Record<string, Flag>;

export type FlagName = keyof typeof FLAGS;

/** Adds flags to a command; --config, --lang and --no-color come with every one. */
export function addFlags(command: Command, context: CliContext, ...names: readonly FlagName[]): Command {
  const all: readonly FlagName[] = [...names, 'config', 'lang', 'noColor'];
  for (const name of all) {
    const flag: Flag = FLAGS[name];
    const option = new Option(flag.syntax, say(context, flag.text));
    if (flag.repeated) option.argParser((value: string, earlier: string[] | undefined) => [...(earlier ?? []), value]);
    command.addOption(option);
  }
  return command;
}
