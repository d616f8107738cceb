import type { Catalogue } from './catalogue';

const UNCHANGED = {
  nb: 'Bruk en uendret kopi av mappen, og finn ut hvem som har endret denne.',
  en: 'Use an unchanged copy of the folder, and find out who changed this one.',
};
const NOTHING = { nb: '', en: '' };

/** Texts of what `verify` finds in the files and tables of a run folder. */
export const verifyFolderMessages = {
  VERIFY_FOLDER_MISSING: {
    text: { nb: 'Det er ingen mappe {file}.', en: 'There is no folder {file}.' },
    action: {
      nb: 'Oppgi mappen til en kjøring (de som hører til en hovedbok, ligger i <hovedbok>.d/runs/), eller kjøringens id sammen med --db.',
      en: 'Give the folder of a run (those of a ledger lie in <ledger>.d/runs/), or the id of a run together with --db.',
    },
  },
  VERIFY_RUN_WITHOUT_LEDGER: {
    text: {
      nb: '{runId} er id-en til en kjøring, og det er ingen slik mappe her.',
      en: '{runId} is the id of a run, and there is no such folder here.',
    },
    action: {
      nb: 'Oppgi hovedboken med --db, så finnes mappen av id-en, eller oppgi selve mappen.',
      en: 'Give the ledger with --db, which knows the folder by the id, or give the folder itself.',
    },
  },
  VERIFY_NOT_A_RUN: {
    text: {
      nb: '{file} er ikke mappen til en kjøring: der er verken manifest.json, manifest.sha256 eller payout_lines.csv.',
      en: '{file} is not the folder of a run: it has neither manifest.json, manifest.sha256 nor payout_lines.csv.',
    },
    action: {
      nb: 'Oppgi mappen til én kjøring. De som hører til en hovedbok, ligger i <hovedbok>.d/runs/. Et uttrekk oppgis med --extract.',
      en: 'Give the folder of one run. Those of a ledger lie in <ledger>.d/runs/. An extract is given with --extract.',
    },
  },
  VERIFY_RUN_STOPPED: {
    text: {
      nb: '{file} er fra en kjøring som stanset fordi uttrekket ble avvist: ingenting ble beregnet, så det er ingenting å kontrollere.',
      en: '{file} is of a run that stopped because its extract was rejected: nothing was calculated, so there is nothing to verify.',
    },
    action: {
      nb: 'Se rejected.csv der, rett uttrekket og kjør på nytt.',
      en: 'See rejected.csv there, correct the extract and run again.',
    },
  },
  VERIFY_FILE_MISSING: { text: { nb: '{file} mangler.', en: '{file} is missing.' }, action: UNCHANGED },
  VERIFY_FILE_EXTRA: {
    text: { nb: '{file} hører ikke til kjøringen.', en: '{file} does not belong to the run.' },
    action: UNCHANGED,
  },
  VERIFY_NAME_OUTSIDE: {
    text: {
      nb: '{file} nevner «{name}», som ikke er navnet på en fil i mappen. Ingenting er lest der.',
      en: '{file} names "{name}", which is not the name of a file in the folder. Nothing was read there.',
    },
    action: UNCHANGED,
  },
  VERIFY_ENTRY_LINK: {
    text: {
      nb: '{file} er en lenke. Det den fører til, ligger ikke forseglet her, og er ikke lest.',
      en: '{file} is a link. What it leads to is not sealed here, and was not read.',
    },
    action: UNCHANGED,
  },
  VERIFY_ENTRY_NOT_FILE: {
    text: {
      nb: '{file} er ingen vanlig fil, og er ikke lest.',
      en: '{file} is no plain file, and was not read.',
    },
    action: UNCHANGED,
  },
  VERIFY_OPEN_TO_OTHERS: {
    text: {
      nb: '{folder}: andre enn eieren kan lese {files}, som nevner personer.',
      en: '{folder}: others than the owner can read {files}, which name persons.',
    },
    action: {
      nb: 'Sett rettighetene til 0600 (chmod 600), og finn ut hvem som kan ha lest dem.',
      en: 'Set their mode to 0600 (chmod 600), and find out who may have read them.',
    },
  },
  VERIFY_SEAL_DIFFERS: {
    text: {
      nb: 'manifest.sha256 forsegler et annet manifest: der står «{expected}», manifestet har {found}.',
      en: 'manifest.sha256 seals another manifest: it says "{expected}", the manifest has {found}.',
    },
    action: UNCHANGED,
  },
  VERIFY_MANIFEST_UNREADABLE: {
    text: { nb: 'Manifestet er ikke JSON: {reason}', en: 'The manifest is not JSON: {reason}' },
    action: UNCHANGED,
  },
  VERIFY_MANIFEST_SHAPE: {
    text: {
      nb: '{file} har ikke formen til et manifest: {path} ({reason}).',
      en: '{file} does not have the form of a manifest: {path} ({reason}).',
    },
    action: NOTHING,
  },
  VERIFY_MANIFEST_FORM: {
    text: {
      nb: 'Manifestet er ikke skrevet slik programmet skriver det.',
      en: 'The manifest is not written as the program writes it.',
    },
    action: UNCHANGED,
  },
  VERIFY_MANIFEST_FIGURE: {
    text: {
      nb: '{file}: {path} er {found}; av {of} følger {expected}.',
      en: '{file}: {path} is {found}; {of} gives {expected}.',
    },
    action: UNCHANGED,
  },
  VERIFY_MANIFEST_ROW: {
    text: {
      nb: '{file}: {path} og {of} er ikke enige om at {row} finnes.',
      en: '{file}: {path} and {of} do not agree that {row} exists.',
    },
    action: UNCHANGED,
  },
  VERIFY_FILE_CHANGED: {
    text: {
      nb: '{file} er ikke den som ble forseglet: SHA-256 er {found}, skulle vært {expected}.',
      en: '{file} is not the one that was sealed: SHA-256 is {found}, should be {expected}.',
    },
    action: UNCHANGED,
  },
  VERIFY_FILE_SIZE: {
    text: {
      nb: '{file} har {found} byte, skulle hatt {expected}.',
      en: '{file} has {found|byte|bytes}, should have {expected}.',
    },
    action: NOTHING,
  },
  VERIFY_FILE_ROWS: {
    text: {
      nb: '{file} har {found|rad|rader}, skulle hatt {expected}.',
      en: '{file} has {found|row|rows}, should have {expected}.',
    },
    action: NOTHING,
  },
  VERIFY_HEADER: {
    text: {
      nb: 'Overskriften er «{found}», skulle vært «{expected}».',
      en: 'The header is "{found}", should be "{expected}".',
    },
    action: NOTHING,
  },
  VERIFY_ROW_SHAPE: {
    text: { nb: 'Raden har ikke {expected} felt.', en: 'The row does not have {expected|field|fields}.' },
    action: NOTHING,
  },
  VERIFY_NOT_WHOLE: {
    text: { nb: '«{found}» er ikke et helt tall.', en: '"{found}" is not a whole number.' },
    action: NOTHING,
  },
  VERIFY_ROW_ORDER: {
    text: {
      nb: 'Raden står ikke i rekkefølge etter den forrige.',
      en: 'The row does not follow the row before it in order.',
    },
    action: NOTHING,
  },
  VERIFY_ROW_DOUBLED: { text: { nb: 'Raden står to ganger.', en: 'The row stands twice.' }, action: NOTHING },
  VERIFY_CUT_OFF: {
    text: { nb: '{file} slutter midt i noe.', en: '{file} ends in the middle of something.' },
    action: UNCHANGED,
  },
  VERIFY_MORE: {
    text: { nb: '{file}: {count} til av {of}.', en: '{file}: {count} more of {of}.' },
    action: NOTHING,
  },
  VERIFY_CELL: {
    text: { nb: 'Det står «{found}», skulle vært «{expected}».', en: 'It says "{found}", should be "{expected}".' },
    action: NOTHING,
  },
  VERIFY_HOURS_SUM: {
    text: {
      nb: 'Raden «{row}» har {found}; radene som den er summen av, gir {expected}.',
      en: 'The row "{row}" has {found}; the rows that it is the sum of give {expected}.',
    },
    action: NOTHING,
  },
  VERIFY_PARAMETER_MISSING: {
    text: {
      nb: '{file} mangler {name}, som manifestet sier ble brukt.',
      en: '{file} lacks {name}, which the manifest says was used.',
    },
    action: NOTHING,
  },
  VERIFY_PERSON_OF_LEAF: {
    text: {
      nb: 'Personen er ikke den som sporet har i blad {leaf}.',
      en: 'The person is not the one that the trace has in leaf {leaf}.',
    },
    action: NOTHING,
  },
  VERIFY_PSEUDONYM: {
    text: {
      nb: '{file}: pseudonymet i blad {leaf} er ikke personens.',
      en: "{file}: the pseudonym of leaf {leaf} is not the person's.",
    },
    action: NOTHING,
  },
  VERIFY_LINE_UNFOUNDED: {
    text: {
      nb: 'Sporet har ingen slik linje: {component}, {recipient}, {amountNok}, {trace}.',
      en: 'The trace has no such line: {component}, {recipient}, {amountNok}, {trace}.',
    },
    action: NOTHING,
  },
  VERIFY_LINE_MISSING: {
    text: {
      nb: 'Her mangler en linje som sporet har: {component}, {recipient}, {amountNok}, {trace}.',
      en: 'A line that the trace has is missing here: {component}, {recipient}, {amountNok}, {trace}.',
    },
    action: NOTHING,
  },
  VERIFY_HELD_UNFOUNDED: {
    text: { nb: 'Sporet holder ikke tilbake noe slikt.', en: 'The trace holds nothing of the kind back.' },
    action: NOTHING,
  },
  VERIFY_HELD_MISSING: {
    text: {
      nb: 'Her mangler en rad som sporet har: {component}, {reason}, {amountNok}, blad {leaf}.',
      en: 'A row that the trace has is missing here: {component}, {reason}, {amountNok}, leaf {leaf}.',
    },
    action: NOTHING,
  },
  VERIFY_SIZING_UNFOUNDED: {
    text: { nb: 'Sporet gir ingen slik rad: {row}.', en: 'The trace gives no such row: {row}.' },
    action: NOTHING,
  },
  VERIFY_SIZING_MISSING: {
    text: {
      nb: '{file} mangler en rad som sporet gir: {row}, {amountNok}.',
      en: '{file} lacks a row that the trace gives: {row}, {amountNok}.',
    },
    action: NOTHING,
  },
  VERIFY_PAYOUT_MISSING: {
    text: {
      nb: '{file} mangler {recipient}, {group}, som har {amountNok} i {column}.',
      en: '{file} lacks {recipient}, {group}, which has {amountNok} in {column}.',
    },
    action: NOTHING,
  },
  VERIFY_PAYOUT_UNFOUNDED: {
    text: {
      nb: 'Mottakeren har verken linjer eller saldo i denne gruppen.',
      en: 'The recipient has neither lines nor a balance in this group.',
    },
    action: NOTHING,
  },
  VERIFY_CARRIED_SUM: {
    text: {
      nb: '{file}: det som er overført i {group}, er {found} kr i sum; saldoene før er {expected} kr.',
      en: '{file}: what is carried in of {group} sums to {found} kr; the balances before are {expected} kr.',
    },
    action: NOTHING,
  },
} satisfies Catalogue;
