import type { Catalogue } from './catalogue';

const NOTHING = { nb: '', en: '' };
const WITH_DRAFT = {
  nb: 'Er det den du vil kontrollere, gi --draft. Betal og rapporter aldri etter den.',
  en: 'If it is the one that you want to check, give --draft. Never pay or report by it.',
};

/** Texts of what `verify` says of the state of a run, of its tables, and of what it could not check. */
export const verifyStateMessages = {
  VERIFY_NOT_POSTED: {
    text: {
      nb: 'Ingenting er galt i mappen, men kjøringen gjelder ikke: den er ikke bokført, eller gjelder ikke lenger.',
      en: 'Nothing is wrong in the folder, but the run does not count: it is not posted, or counts no more.',
    },
    action: WITH_DRAFT,
  },
  VERIFY_RUN_DRAFT: {
    text: { nb: '{runId} er et UTKAST: ingen har godkjent den.', en: '{runId} is a DRAFT: nobody has approved it.' },
    action: NOTHING,
  },
  VERIFY_RUN_SUPERSEDED: {
    text: {
      nb: '{runId} er ERSTATTET AV {supersededBy}, og ble aldri bokført.',
      en: '{runId} is SUPERSEDED BY {supersededBy}, and was never posted.',
    },
    action: NOTHING,
  },
  VERIFY_RUN_WITHDRAWN: {
    text: {
      nb: '{runId} er TRUKKET TILBAKE, og ble aldri bokført.',
      en: '{runId} is WITHDRAWN, and was never posted.',
    },
    action: NOTHING,
  },
  VERIFY_RUN_ANNULLED: {
    text: {
      nb: '{runId} er ANNULLERT: den ble bokført, men regnes ikke med lenger.',
      en: '{runId} is ANNULLED: it was posted, but counts no more.',
    },
    action: NOTHING,
  },
  VERIFY_ROLES_UNSIGNED: {
    text: {
      nb: 'IKKE UNDERSKREVET: {runId} mangler ennå underskrift fra {roles}.',
      en: 'NOT SIGNED: {runId} still lacks the signature of {roles}.',
    },
    action: NOTHING,
  },
  VERIFY_STATE_UNKNOWN: {
    text: {
      nb: 'IKKE KONTROLLERT uten --db: om {runId} er bokført, eller er et utkast, erstattet, trukket tilbake eller annullert.',
      en: 'NOT CHECKED without --db: whether {runId} is posted, or a draft, superseded, withdrawn or annulled.',
    },
    action: NOTHING,
  },
  VERIFY_BEFORE_FROM_FOLDER: {
    text: {
      nb: 'IKKE KONTROLLERT uten --db: det som var bokført og overført før {runId}, og hva tidligere kjøringer hadde regnet ut. Det er tatt fra mappen selv (posted_before.csv, balances_before.csv, coverage).',
      en: 'NOT CHECKED without --db: what was posted and carried before {runId}, and what earlier runs had computed. It was taken from the folder itself (posted_before.csv, balances_before.csv, coverage).',
    },
    action: NOTHING,
  },
  VERIFY_BEFORE_WITHOUT_KEY: {
    text: {
      nb: 'IKKE KONTROLLERT uten pseudonymnøkkelen: det som var bokført før, person for person. Det er bare sammenlignet med hovedboken i sum per mottaker.',
      en: 'NOT CHECKED without the pseudonym key: what was posted before, person by person. It was compared with the ledger in sum per recipient alone.',
    },
    action: { nb: 'Oppgi --pseudonym-key-file.', en: 'Give --pseudonym-key-file.' },
  },
  VERIFY_NOT_CALCULATED: {
    text: {
      nb: 'IKKE KONTROLLERT uten --extract: om uttrekket gir dette. Linjer, tekster i findings.csv og rejected.csv, timer, tellinger og hvilke antakelser som ble brukt, er som de ble registrert da kjøringen ble laget.',
      en: 'NOT CHECKED without --extract: whether the extract gives this. Lines, texts of findings.csv and rejected.csv, hours, counts and which assumptions were used are as they were recorded when the run was made.',
    },
    action: NOTHING,
  },
  VERIFY_SQL_ALONE: {
    text: {
      nb: 'IKKE KONTROLLERT uten --extract: om det lagrede registeret er uttrekket. SQL regnet ut beløpene av det; tekster i findings.csv og rejected.csv, timer og hvilke antakelser som ble brukt, er som de ble registrert.',
      en: 'NOT CHECKED without --extract: whether the stored register is the extract. SQL worked the amounts out from it; texts of findings.csv and rejected.csv, hours and which assumptions were used are as they were recorded.',
    },
    action: NOTHING,
  },
  VERIFY_UNSIGNED: {
    text: {
      nb: 'IKKE KONTROLLERT: ingen underskrifter ligger ved siden av {runId}. Om noen skulle ha skrevet under, vet bare hovedboken.',
      en: 'NOT CHECKED: no signatures lie beside {runId}. Whether somebody must have signed, only the ledger knows.',
    },
    action: { nb: 'Oppgi --db.', en: 'Give --db.' },
  },
  VERIFY_ROLES_NOT_BESIDE: {
    text: {
      nb: 'IKKE UNDERSKREVET: ved siden av {runId} mangler underskrift fra {roles}.',
      en: 'NOT SIGNED: beside {runId} there is no signature of {roles}.',
    },
    action: {
      nb: 'En bokført kjøring har alle. Kontroller med --db.',
      en: 'A posted run has all of them. Check with --db.',
    },
  },
  VERIFY_NAMES_UNCHECKED: {
    text: {
      nb: 'IKKE KONTROLLERT: navn og organisasjonsnumre i payouts.csv i {runId}. Registrene som kjøringen brukte, finnes ikke her.',
      en: 'NOT CHECKED: names and organisation numbers in payouts.csv of {runId}. The registers that the run used are not here.',
    },
    action: { nb: 'Pakk ut dossieret, eller gi --tables.', en: 'Unpack the dossier, or give --tables.' },
  },
  VERIFY_CODES_UNCHECKED: {
    text: {
      nb: 'IKKE KONTROLLERT: om saldoer er flyttet til rette kommunenummer i {folder}. De er bare sammenlignet i sum.',
      en: 'NOT CHECKED: whether balances moved to the right codes in {folder}. They were compared in sum alone.',
    },
    action: NOTHING,
  },
  VERIFY_ACCOUNTS_UNCHECKED: {
    text: {
      nb: 'IKKE KONTROLLERT: kontoer, navn og organisasjonsnumre i payouts.csv i {runId}. Mappen har ikke mottakerfilen som kjøringen leste.',
      en: 'NOT CHECKED: accounts, names and organisation numbers in payouts.csv of {runId}. The folder does not hold the recipients file that the run read.',
    },
    action: NOTHING,
  },
  VERIFY_TABLE_OWN: {
    text: {
      nb: 'Øvelsen bygger på {name} (SHA-256 {sha256}), som ingen utgave av programmet har hatt.',
      en: 'The rehearsal rests on {name} (SHA-256 {sha256}), which no release of the program had.',
    },
    action: NOTHING,
  },
  VERIFY_TABLE_SIGNED: {
    text: {
      nb: 'Kjøringen bygger på en nyere {name} (SHA-256 {sha256}), som står på den signerte listen over tabeller.',
      en: 'The run rests on a newer {name} (SHA-256 {sha256}), which is on the signed list of tables.',
    },
    action: NOTHING,
  },
  VERIFY_TABLE_ACCEPTED: {
    text: {
      nb: 'Kjøringen bygger på en nyere {name} (SHA-256 {sha256}), godtatt med henvisning til {reference}.',
      en: 'The run rests on a newer {name} (SHA-256 {sha256}), accepted with reference to {reference}.',
    },
    action: {
      nb: 'Ingen har signert tabellen: sammenlign koden med den i saken.',
      en: 'Nobody has signed the table: compare the hash with the one of the case.',
    },
  },
  VERIFY_TABLE_UNKNOWN: {
    text: {
      nb: 'Kjøringen bygger på {name} med SHA-256 {sha256}, som ingen utgave av programmet har hatt, og som ingen har godkjent.',
      en: 'The run rests on {name} with SHA-256 {sha256}, which no release of the program had, and nobody has approved.',
    },
    action: {
      nb: 'Er kjøringen laget av en nyere utgave av programmet, bruk den. Ellers er tabellen endret: betal ingenting på dette.',
      en: 'Where a later release of the program made the run, use that. Else the table was changed: pay nothing on this.',
    },
  },
  VERIFY_TABLE_MISNAMED: {
    text: {
      nb: 'Manifestet nevner ikke {name} én gang, slik programmet gjør.',
      en: 'The manifest does not name {name} once, as the program does.',
    },
    action: NOTHING,
  },
  VERIFY_TABLES_NOT_NAMED: {
    text: {
      nb: 'IKKE KONTROLLERT: hvilke tabeller av satser og antakelser {runId} leste. Kjøringer i format 1 nevner dem ikke; det de brukte, står i manifestet.',
      en: 'NOT CHECKED: which tables of rates and assumptions {runId} read. Runs of format 1 do not name them; what they used stands in the manifest.',
    },
    action: NOTHING,
  },
  VERIFY_FIGURES_OF_FILES: {
    text: {
      nb: 'Disse satsene er kjøringens egne, fra satsfilene den leste, og ikke de som følger med programmet: {cells}.',
      en: "These rates are the run's own, from the rates files that it read, and not those that ship with the program: {cells}.",
    },
    action: NOTHING,
  },
  VERIFY_WITHOUT_TRACE: {
    text: {
      nb: 'Manifestet sier at kjøringen ikke har noe spor. Alle kjøringer har det.',
      en: 'The manifest says that the run has no trace. Every run has one.',
    },
    action: NOTHING,
  },
  VERIFY_BROKE_OFF: {
    text: {
      nb: 'En av kontrollene kunne ikke gjøres ferdig på det som er skadet ({reason}). Det den ellers ville ha sett på, er IKKE KONTROLLERT.',
      en: 'One of the checks could not be finished on what is damaged ({reason}). What else it would have looked at is NOT CHECKED.',
    },
    action: NOTHING,
  },
} satisfies Catalogue;
