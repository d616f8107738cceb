import type { Catalogue } from './catalogue';

const UNCHANGED = {
  nb: 'Bruk en uendret kopi av mappen, og finn ut hvem som har endret denne.',
  en: 'Use an unchanged copy of the folder, and find out who changed this one.',
};
const NOTHING = { nb: '', en: '' };

/** Texts of what `verify` finds in the trace, the chain and the ledger. */
export const verifyMessages = {
  VERIFY_POSTED_DIFFERS: {
    text: {
      nb: 'Tidligere postert av {component} {year} er {found} kr i sum; sporet regnet med {expected} kr (blad {leaf}).',
      en: 'What was posted of {component} {year} sums to {found} kr; the trace worked with {expected} kr (leaf {leaf}).',
    },
    action: NOTHING,
  },
  VERIFY_POSTED_UNKNOWN: {
    text: { nb: 'Sporet kjenner ikke personen.', en: 'The trace does not know the person.' },
    action: NOTHING,
  },
  VERIFY_TRACE_LEAF: {
    text: {
      nb: '{file}, byte {byte}: blad {leaf} kan ikke leses ({reason}).',
      en: '{file}, byte {byte}: leaf {leaf} cannot be read ({reason}).',
    },
    action: UNCHANGED,
  },
  VERIFY_TRACE_WORD: {
    text: {
      nb: '{file}, byte {byte}: det står {found}, skulle vært {expected}.',
      en: '{file}, byte {byte}: it says {found}, should be {expected}.',
    },
    action: NOTHING,
  },
  VERIFY_SUBTREE: {
    text: {
      nb: '{file}, byte {byte}: roten over innslagene fra {firstEntry} er ikke sporets.',
      en: '{file}, byte {byte}: the root over the entries from {firstEntry} is not that of the trace.',
    },
    action: NOTHING,
  },
  VERIFY_ROOT: {
    text: {
      nb: '{file}: roten av treet «{tree}» er {found}, manifestet har {expected}.',
      en: '{file}: the root of the tree "{tree}" is {found}, the manifest has {expected}.',
    },
    action: UNCHANGED,
  },
  VERIFY_OTHER_KEY: {
    text: {
      nb: 'Kjøringen ble laget med pseudonymnøkkelen {expected}; den oppgitte er {found}.',
      en: 'The run was made with the pseudonym key {expected}; the one given is {found}.',
    },
    action: { nb: 'Oppgi riktig --pseudonym-key-file.', en: 'Give the right --pseudonym-key-file.' },
  },
  VERIFY_UNANCHORED: {
    text: {
      nb: 'IKKE KONTROLLERT: om {runId} er forseglet på nytt eller godkjent. Mappen er bare holdt mot seg selv, og den som kan skrive i den, kan lage nye koder for alt.',
      en: 'NOT CHECKED: whether {runId} was sealed anew, and whether it was approved. The folder was held to itself alone, and whoever can write to it can make all hashes anew.',
    },
    action: {
      nb: 'Sammenlign manifestkoden {manifest} med en som er oppbevart et annet sted, eller oppgi --db og --head.',
      en: 'Compare the manifest hash {manifest} with one that was kept elsewhere, or give --db and --head.',
    },
  },
  VERIFY_HASH_ALONE: {
    text: {
      nb: 'IKKE KONTROLLERT uten --extract eller --db: tekstene i findings.csv og rejected.csv, timene i hours_basis.csv som sådan, tellingen av grunntilskudd i sizing.csv, kodene i posted_before.csv og kildene i manifestet. De hviler på koden i manifestet alene.',
      en: 'NOT CHECKED without --extract or --db: texts of findings.csv and rejected.csv, the hours of hours_basis.csv as such, the count of grunntilskudd in sizing.csv, codes in posted_before.csv and sources in the manifest. They rest on the hash in the manifest alone.',
    },
    action: { nb: '', en: '' },
  },
  VERIFY_WITHOUT_HEAD: {
    text: {
      nb: 'IKKE KONTROLLERT uten --head: om hovedboken er skrevet om fra ende til annen.',
      en: 'NOT CHECKED without --head: whether the ledger was rewritten from end to end.',
    },
    action: {
      nb: 'Oppgi et journalhode som er oppbevart et annet sted.',
      en: 'Give a journal head that was kept elsewhere.',
    },
  },
  VERIFY_WITHOUT_POSTED: {
    text: {
      nb: 'IKKE KONTROLLERT uten {path}: om hovedboken er en eldre kopi.',
      en: 'NOT CHECKED without {path}: whether the ledger is an older copy.',
    },
    action: {
      nb: 'Er filen fjernet ved siden av hovedboken som er i bruk, finn ut hvem som har gjort det, før noe betales.',
      en: 'If the file was removed beside the ledger in use, find out who did it before anything is paid.',
    },
  },
  VERIFY_WITHOUT_KEY: {
    text: {
      nb: 'Uten pseudonymnøkkelen {keyId} er trærne over sporet bare kontrollert ned til trace.tree, og pseudonymene ikke.',
      en: 'Without the pseudonym key {keyId} the trees over the trace are checked down to trace.tree only, and pseudonyms not at all.',
    },
    action: { nb: 'Oppgi --pseudonym-key-file.', en: 'Give --pseudonym-key-file.' },
  },
  VERIFY_CHAIN_BROKEN: {
    text: {
      nb: '{file}: kjøringen {runId} bygger på manifestet {found}; kjøringen før, {previous}, har {expected}.',
      en: '{file}: the run {runId} builds on the manifest {found}; the run before it, {previous}, has {expected}.',
    },
    action: {
      nb: 'Gi alle mappene i den rekkefølgen de ble bokført.',
      en: 'Give all folders in the order in which they were posted.',
    },
  },
  VERIFY_CHAIN_FIRST: {
    text: {
      nb: '{file}: kjøringen {runId} er den første i sin hovedbok, men {previous} er gitt før den.',
      en: '{file}: the run {runId} is the first of its ledger, but {previous} is given before it.',
    },
    action: {
      nb: 'Gi mappene til én hovedbok, i den rekkefølgen de ble bokført.',
      en: 'Give the folders of one ledger, in the order in which they were posted.',
    },
  },
  VERIFY_STATE_ROW: {
    text: {
      nb: '{of} etterlot {expected} for {what}; her er det {found}.',
      en: '{of} left {expected} for {what}; here it is {found}.',
    },
    action: NOTHING,
  },
  VERIFY_CHAIN_START: {
    text: {
      nb: 'Kjøringen før {runId} ({previous}) er ikke gitt; kjeden er kontrollert fra {runId}.',
      en: 'The run before {runId} ({previous}) is not given; the chain is checked from {runId} on.',
    },
    action: NOTHING,
  },
  VERIFY_ANNULLED: {
    text: {
      nb: '{runId} starter fra samme stilling som {previous}: {previous} må være annullert. Kontroller det i hovedboken.',
      en: '{runId} starts from the same state as {previous}: {previous} must have been annulled. Check that in the ledger.',
    },
    action: NOTHING,
  },
  VERIFY_HEAD_UNKNOWN: {
    text: {
      nb: 'Hovedboken har aldri hatt hodet {head}: filen er en eldre kopi, historien er skrevet om, eller hodet er fra en annen hovedbok.',
      en: 'The ledger has never had the head {head}: the file is an older copy, its history has been rewritten, or the head is of another ledger.',
    },
    action: {
      nb: 'Ikke bruk hovedboken. Hent den nyeste kopien og kontroller den med samme hode.',
      en: 'Do not use the ledger. Fetch the newest copy and check it with the same head.',
    },
  },
  VERIFY_JOURNAL_OTHER: {
    text: {
      nb: '{path} finnes fra før og er ikke begynnelsen på journalen i hovedboken: handling {sequence} er en annen eller mangler i hovedboken. Filen er ikke rørt.',
      en: '{path} exists and is not the beginning of the journal of the ledger: act {sequence} is another or is missing in the ledger. The file has not been touched.',
    },
    action: {
      nb: 'Hovedboken er en eldre kopi, er skrevet om, eller filen er fra en annen hovedbok. Ta vare på filen og hent den nyeste kopien av hovedboken.',
      en: 'The ledger is an older copy, has been rewritten, or the file is of another ledger. Keep the file and fetch the newest copy of the ledger.',
    },
  },
  VERIFY_LINE_NOT_LEDGERS: {
    text: { nb: 'Hovedboken har ingen slik linje i kjøringen.', en: 'The ledger has no such line of the run.' },
    action: NOTHING,
  },
  VERIFY_LINE_OF_LEDGER: {
    text: {
      nb: '{file} mangler linje {number}, som hovedboken har.',
      en: '{file} lacks line {number}, which the ledger has.',
    },
    action: NOTHING,
  },
  VERIFY_LEDGER_LINE: {
    text: {
      nb: 'Hovedboken har {expected}, mappen {found}.',
      en: 'The ledger has {expected}, the folder {found}.',
    },
    action: NOTHING,
  },
} satisfies Catalogue;
