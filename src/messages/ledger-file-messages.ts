import type { Catalogue } from './catalogue';

/** Texts of findings and errors about the file of a ledger and what is looked up in it. */
export const ledgerFileMessages = {
  LEDGER_MISSING: {
    text: { nb: 'Det er ingen hovedbok i {path}.', en: 'There is no ledger at {path}.' },
    action: {
      nb: 'Pek på riktig fil med --db. En ny, ekte hovedbok lages bare når noen ber om det: med init, open-ledger eller run --new-ledger. En øvelse lages med run --rehearsal eller open-ledger --rehearsal.',
      en: 'Point to the right file with --db. A new, real ledger is made only when somebody asks for it: with init, open-ledger or run --new-ledger. A rehearsal is made with run --rehearsal or open-ledger --rehearsal.',
    },
  },
  LEDGER_BESIDE_REAL: {
    text: {
      nb: 'I samme mappe ligger {file}, en ekte hovedbok.',
      en: 'In the same folder lies {file}, a real ledger.',
    },
    action: { nb: 'Er det denne du mener, gi den med --db.', en: 'If this one is meant, give it with --db.' },
  },
  LEDGER_BESIDE_REHEARSAL: {
    text: { nb: 'I samme mappe ligger {file}, en øvelse.', en: 'In the same folder lies {file}, a rehearsal.' },
    action: { nb: 'Er det denne du mener, gi den med --db.', en: 'If this one is meant, give it with --db.' },
  },
  LEDGER_IS_REHEARSAL: {
    text: {
      nb: 'Hovedboken {path} er en øvelse og kan aldri bli ekte.',
      en: 'The ledger {path} is a rehearsal and can never become real.',
    },
    action: {
      nb: 'Gi en annen fil med --db når du bruker --new-ledger.',
      en: 'Give another file with --db when you use --new-ledger.',
    },
  },
  LEDGER_NOT_A_LEDGER: {
    text: { nb: '{path} er ikke en hovedbok.', en: '{path} is not a ledger.' },
    action: {
      nb: 'Pek på riktig fil med --db. Filen er ikke rørt.',
      en: 'Point to the right file with --db. The file has not been touched.',
    },
  },
  LEDGER_NEWER_FORMAT: {
    text: {
      nb: 'Hovedboken {path} har format {format}. Dette programmet kjenner formatene til og med {known}.',
      en: 'The ledger {path} has format {format}. This program knows formats up to {known}.',
    },
    action: {
      nb: 'Bruk den versjonen av programmet som hovedboken sist ble brukt med, eller en nyere.',
      en: 'Use the version of the program that the ledger was last used with, or a newer one.',
    },
  },
  LEDGER_OLDER_FORMAT: {
    text: {
      nb: 'Hovedboken {path} har format {format}, som dette programmet ikke leser. Det leser format {known}.',
      en: 'The ledger {path} has format {format}, which this program does not read. It reads format {known}.',
    },
    action: {
      nb: 'Bruk en versjon av programmet som leser format {format}.',
      en: 'Use a version of the program that reads format {format}.',
    },
  },
  LEDGER_NEWER_TABLES: {
    text: {
      nb: 'Hovedboken {path} har tabeller som dette programmet ikke kjenner: {name}, versjon {version}.',
      en: 'The ledger {path} has tables that this program does not know: {name}, version {version}.',
    },
    action: {
      nb: 'Bruk den versjonen av programmet som hovedboken sist ble brukt med, eller en nyere.',
      en: 'Use the version of the program that the ledger was last used with, or a newer one.',
    },
  },
  LEDGER_TABLES_NOT_NEXT: {
    text: {
      nb: 'Hovedboken {path} kan ikke få versjon {version} av tabellene {name} nå: den har versjon {last}.',
      en: 'The ledger {path} cannot get version {version} of the tables {name} now: it has version {last}.',
    },
    action: {
      nb: 'Bruk en versjon av programmet som kjenner versjonene imellom.',
      en: 'Use a version of the program that knows the versions between them.',
    },
  },
  LEDGER_NOT_MIGRATED: {
    text: {
      nb: 'Hovedboken {path} har et eldre format og er ikke lagt om, for den stemmer ikke. Filen er som den var.',
      en: 'The ledger {path} has an older format and was not migrated, for it does not check. The file is as it was.',
    },
    action: {
      nb: 'Ta vare på filen, hent siste sikkerhetskopi og sammenlign dem med verify.',
      en: 'Keep the file, fetch the last backup and compare the two with verify.',
    },
  },
  LEDGER_IS_REAL: {
    text: {
      nb: 'Hovedboken {path} er ekte og kan ikke brukes til øving.',
      en: 'The ledger {path} is real and cannot be used for rehearsal.',
    },
    action: {
      nb: 'Gi en annen fil med --db når du bruker --rehearsal.',
      en: 'Give another file with --db when you use --rehearsal.',
    },
  },
  LEDGER_DAMAGED: {
    text: {
      nb: 'Hovedboken {path} er skadet eller endret utenfor programmet: {what}.',
      en: 'The ledger {path} is damaged or has been changed outside the program: {what}.',
    },
    action: {
      nb: 'Ikke bruk filen. Ta vare på den, finn ut hva som har skjedd med disken eller filen, og hent siste sikkerhetskopi.',
      en: 'Do not use the file. Keep it, find out what happened to the disk or the file, and fetch the last backup.',
    },
  },
  LEDGER_DISK_FAILED: {
    text: {
      nb: 'Hovedboken {path} kan ikke leses eller skrives: disken svarer med en feil ({what}).',
      en: 'The ledger {path} cannot be read or written: the disk answers with a fault ({what}).',
    },
    action: {
      nb: 'Kontroller disken eller nettverksstasjonen, og prøv igjen. Ta en kopi av filen før noe annet gjøres.',
      en: 'Check the disk or the network drive, then try again. Take a copy of the file before anything else is done.',
    },
  },
  LEDGER_WRITE_PROTECTED: {
    text: {
      nb: 'Hovedboken {path}, eller mappen den ligger i, er skrivebeskyttet eller kan ikke åpnes av denne brukeren.',
      en: 'The ledger {path}, or the folder that it lies in, is write-protected or cannot be opened by this user.',
    },
    action: {
      nb: 'Gi brukeren som kjører programmet, rett til å lese og skrive filen og mappen, eller kjør med en bruker som har det.',
      en: 'Let the user who runs the program read and write the file and the folder, or run as a user who may.',
    },
  },
  LEDGER_BUSY: {
    text: { nb: 'Hovedboken {path} er i bruk av en annen kjøring.', en: 'The ledger {path} is in use by another run.' },
    action: { nb: 'Vent til den er ferdig, og prøv igjen.', en: 'Wait until it is done, then try again.' },
  },
  LEDGER_SHAPE_CHANGED: {
    text: {
      nb: 'Hovedboken {path} er endret utenfor programmet. Ikke som de ble laget: {names}.',
      en: 'The ledger {path} has been changed outside the program. Not as it was made: {names}.',
    },
    action: {
      nb: 'Ikke bruk filen. Ta vare på den, hent siste sikkerhetskopi og sammenlign med verify.',
      en: 'Do not use the file. Keep it, fetch the last backup and compare the two with verify.',
    },
  },
  LEDGER_KIND_CHANGED: {
    text: {
      nb: 'Hovedboken {path} er merket som noe annet enn da den ble laget: øving og ekte kan ikke byttes om.',
      en: 'The ledger {path} is marked as something else than when it was made: rehearsal and real cannot be swapped.',
    },
    action: {
      nb: 'Ikke bruk filen. Ta vare på den og finn ut hvem som har endret den.',
      en: 'Do not use the file. Keep it and find out who changed it.',
    },
  },
  LEDGER_TOTALS_DIFFER: {
    text: {
      nb: 'Det som ble lest av posteringer for {component} {grantYear} er {found} kr; kontrollsummene sier {expected} kr.',
      en: 'What was read of the postings of {component} {grantYear} is {found} kr; the control totals say {expected} kr.',
    },
    action: {
      nb: 'Ikke bruk hovedboken. Kjør verify for å se hva som er endret, og hent siste sikkerhetskopi.',
      en: 'Do not use the ledger. Run verify to see what has been changed, and fetch the last backup.',
    },
  },
  LEDGER_CONTROL_TOTALS_DIFFER: {
    text: {
      nb: 'Kontrollsummene for postering {posting}, {component} {grantYear}, stemmer ikke med linjene.',
      en: 'The control totals of posting {posting}, {component} {grantYear}, do not agree with its lines.',
    },
    action: {
      nb: 'Ikke bruk hovedboken. Kjør verify for å se hva som er endret, og hent siste sikkerhetskopi.',
      en: 'Do not use the ledger. Run verify to see what has been changed, and fetch the last backup.',
    },
  },
  LEDGER_HEAD_UNKNOWN: {
    text: {
      nb: 'Hovedboken har aldri hatt posteringshodet {head}.',
      en: 'The ledger has never had the posting head {head}.',
    },
    action: {
      nb: 'Kontroller at det er riktig hovedbok (--db), og at den ikke er en eldre kopi.',
      en: 'Check that it is the right ledger (--db) and not an older copy.',
    },
  },
  LEDGER_RUN_UNKNOWN: {
    text: { nb: 'Hovedboken kjenner ingen kjøring {runId}.', en: 'The ledger knows no run {runId}.' },
    action: {
      nb: 'Se kjøringene med status, og kontroller at det er riktig hovedbok (--db).',
      en: 'See the runs with status, and check that it is the right ledger (--db).',
    },
  },
} satisfies Catalogue;
