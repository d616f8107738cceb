import type { Catalogue } from './catalogue';

const UNCHANGED = {
  nb: 'Bruk en uendret kopi av mappen, og finn ut hvem som har endret denne.',
  en: 'Use an unchanged copy of the folder, and find out who changed this one.',
};
const NOTHING = { nb: '', en: '' };

/** Texts of what `verify` finds in the trace, the chain, the ledger and by calculating again. */
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
      nb: 'Hovedboken har aldri hatt hodet {head}: historien er skrevet om, eller hodet er fra en annen hovedbok.',
      en: 'The ledger has never had the head {head}: its history has been rewritten, or the head is of another ledger.',
    },
    action: {
      nb: 'Ikke bruk hovedboken. Hent siste sikkerhetskopi og kontroller den med samme hode.',
      en: 'Do not use the ledger. Fetch the last backup and check it with the same head.',
    },
  },
  VERIFY_LEDGER_LINE: {
    text: {
      nb: 'Hovedboken har {expected}, mappen {found}.',
      en: 'The ledger has {expected}, the folder {found}.',
    },
    action: NOTHING,
  },
  VERIFY_EXTRACT_DIFFERS: {
    text: {
      nb: 'Uttrekket er ikke det kjøringen brukte: {name} har SHA-256 {found}, kjøringen {expected}.',
      en: 'The extract is not the one that the run used: {name} has SHA-256 {found}, the run {expected}.',
    },
    action: { nb: 'Oppgi uttrekket som kjøringen brukte.', en: 'Give the extract that the run used.' },
  },
  VERIFY_INPUT_DIFFERS: {
    text: {
      nb: '{name} er ikke det kjøringen brukte: her {found}, kjøringen {expected}.',
      en: '{name} is not what the run used: here {found}, the run {expected}.',
    },
    action: {
      nb: 'Bruk programversjonen, registrene, filene og grensen (--columns, --reject-limit) som kjøringen brukte.',
      en: 'Use the version of the program, the registers, files and limit (--columns, --reject-limit) that the run used.',
    },
  },
  VERIFY_RECALCULATION_DIFFERS: {
    text: {
      nb: 'Ny beregning gir «{expected}», mappen har «{found}».',
      en: 'Calculated again it is "{expected}", the folder has "{found}".',
    },
    action: NOTHING,
  },
  VERIFY_RECALCULATION_BYTES: {
    text: {
      nb: '{file}, byte {byte}: ny beregning gir noe annet.',
      en: '{file}, byte {byte}: calculated again it is something else.',
    },
    action: NOTHING,
  },
  VERIFY_PSEUDONYMS_SKIPPED: {
    text: {
      nb: 'Uten pseudonymnøkkelen er kolonnene med pseudonymer tatt fra mappen og ikke regnet ut på nytt: {columns}.',
      en: 'Without the pseudonym key the columns of pseudonyms are taken from the folder and not worked out again: {columns}.',
    },
    action: { nb: 'Oppgi --pseudonym-key-file.', en: 'Give --pseudonym-key-file.' },
  },
  VERIFY_OTHER_BUILD: {
    text: {
      nb: 'Kjøringen ble laget av {expected}; det er {found} som regner på nytt.',
      en: 'The run was made by {expected}; it is calculated again by {found}.',
    },
    action: NOTHING,
  },
  VERIFY_SQL_DIFFERS: {
    text: {
      nb: '{component} {year}, {person}, {recipient}: SQL gir {expected} kr, kjøringen {found} kr.',
      en: '{component} {year}, {person}, {recipient}: SQL gives {expected} kr, the run {found} kr.',
    },
    action: { nb: 'Se linjene med explain og meld feilen.', en: 'See the lines with explain and report the fault.' },
  },
  VERIFY_SQL_NEEDS_SNAPSHOT: {
    text: {
      nb: 'Registeret som kjøringen brukte ({snapshot}), er ikke lagret i {folder}.',
      en: 'The register that the run used ({snapshot}) is not stored in {folder}.',
    },
    action: {
      nb: 'Oppgi --db for hovedboken som kjøringen hører til, eller uttrekket med --extract.',
      en: 'Give --db of the ledger that the run belongs to, or the extract with --extract.',
    },
  },
} satisfies Catalogue;
