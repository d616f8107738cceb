import type { Catalogue } from './catalogue';

/** Texts of findings and errors of the audit room. */
export const auditMessages = {
  ACCESS_LOG_REFUSED: {
    text: {
      nb: 'Innsynsloggen er ikke hel: {faults|feil|feil}.',
      en: 'The access log is not whole: {faults|fault|faults}.',
    },
    action: {
      nb: 'Ta vare på filen, finn ut hvem som har endret den, og hent siste sikkerhetskopi.',
      en: 'Keep the file, find out who changed it, and fetch the last backup.',
    },
  },
  PSEUDONYM_KEY_MISSING: {
    text: { nb: 'Det er ingen nøkkel for pseudonymer i {file}.', en: 'There is no key of pseudonyms at {file}.' },
    action: { nb: 'Pek på nøkkelen med --pseudonym-key-file.', en: 'Point to the key with --pseudonym-key-file.' },
  },
  PSEUDONYM_UNKNOWN: {
    text: {
      nb: 'Ingen i {runId} har pseudonymet {pseudonym} under denne nøkkelen.',
      en: 'Nobody in {runId} has the pseudonym {pseudonym} under this key.',
    },
    action: {
      nb: 'Kontroller pseudonymet, kjøringen og nøkkelen. Er øyeblikksbildet slettet og personen glemt, finnes svaret ikke lenger.',
      en: 'Check the pseudonym, the run and the key. Where the snapshot is deleted and the person forgotten, the answer no longer exists.',
    },
  },
  ACCESS_LOG_UNWRITABLE: {
    text: {
      nb: 'Innsynsloggen {file} kan ikke skrives ({reason}), og uten den vises ingenting om personer.',
      en: 'The access log {file} cannot be written ({reason}), and without it nothing about persons is shown.',
    },
    action: {
      nb: 'Kjør fra en konto som kan skrive i mappen ved siden av hovedboken.',
      en: 'Run from an account that can write in the folder beside the ledger.',
    },
  },
  ACCESS_LOG_OTHER: {
    text: {
      nb: 'Innsynsloggen {file} har aldri hatt hodet {head}. Den har {rows|rad|rader}; rader er fjernet eller loggen er byttet ut.',
      en: 'The access log {file} has never had the head {head}. It has {rows|row|rows}; some were removed, or it is another log.',
    },
    action: {
      nb: 'Ta vare på filen, finn ut hvem som har endret den, og hent siste sikkerhetskopi.',
      en: 'Keep the file, find out who changed it, and fetch the last backup.',
    },
  },
  ACCESS_LOG_CUT: {
    text: {
      nb: 'Innsynsloggen {file} har {rows|rad|rader}, men {note} sier at rad {noted} er skrevet, og med et annet hode: loggen er tømt, kortet av, byttet ut eller laget på nytt.',
      en: 'The access log {file} has {rows|row|rows}, but by {note} row {noted} was written, with another head: the log was emptied, shortened, replaced or made anew.',
    },
    action: {
      nb: 'Ta vare på begge filene, finn ut hvem som har endret dem, og hent loggen fra siste sikkerhetskopi. Ingenting om personer vises før den stemmer.',
      en: 'Keep both files, find out who changed them, and fetch the log from the last backup. Nothing about persons is shown until they agree.',
    },
  },
  ACCESS_NOTE_GONE: {
    text: {
      nb: 'Innsynsloggen {file} har {rows|rad|rader}, men {note}, som vet hvilken som var den siste, er borte: loggen kan være kortet av.',
      en: 'The access log {file} has {rows|row|rows}, but {note}, which knows which was the last, is gone: the log may have been shortened.',
    },
    action: {
      nb: 'Finn ut hvem som har tatt den bort, og hent begge filene fra siste sikkerhetskopi. Ingenting om personer vises før den er tilbake.',
      en: 'Find out who removed it, and fetch both files from the last backup. Nothing about persons is shown until it is back.',
    },
  },
  ACCESS_LOG_EMPTIED: {
    text: {
      nb: 'Innsynsloggen {file} er tom, men {sample} er trukket, og det står alltid i loggen: den er tømt eller fjernet.',
      en: 'The access log {file} is empty, but {sample} has been drawn, which always stands in the log: it was emptied or removed.',
    },
    action: {
      nb: 'Finn ut hvem som har fjernet den, og hent den fra siste sikkerhetskopi.',
      en: 'Find out who removed it, and fetch it from the last backup.',
    },
  },
  ACCESS_NOTE_UNREADABLE: {
    text: {
      nb: '{file}, som sier hvor langt innsynsloggen er kommet, er endret utenfor programmet.',
      en: '{file}, which says how far the access log has come, has been changed outside the program.',
    },
    action: {
      nb: 'Ta vare på filen, finn ut hvem som har endret den, og hent den fra siste sikkerhetskopi sammen med innsynsloggen.',
      en: 'Keep the file, find out who changed it, and fetch it from the last backup together with the access log.',
    },
  },
  ACCESS_LOG_BROKEN: {
    text: {
      nb: 'Innsynsloggen {file} er endret utenfor programmet (rad {row}; 0 er filen selv).',
      en: 'The access log {file} has been changed outside the program (row {row}; 0 is the file itself).',
    },
    action: {
      nb: 'Ta vare på filen, finn ut hvem som har endret den, og hent siste sikkerhetskopi.',
      en: 'Keep the file, find out who changed it, and fetch the last backup.',
    },
  },
  PSEUDONYM_KEY_UNREADABLE: {
    text: {
      nb: 'Filen {file} inneholder ingen nøkkel for pseudonymer: det som står der, er ikke heksadesimale sifre.',
      en: 'The file {file} holds no key for pseudonyms: what stands there is not hexadecimal digits.',
    },
    action: {
      nb: 'Oppgi riktig fil med --pseudonym-key-file. En nøkkel er 64 heksadesimale sifre, 0-9 og a-f, på én linje uten noe annet. Med en ny nøkkel kan tidligere kjøringer ikke lenger spores til personer.',
      en: 'Give the right file with --pseudonym-key-file. A key is 64 hexadecimal digits, 0-9 and a-f, on one line and nothing else. With a new key, earlier runs can no longer be traced to persons.',
    },
  },
  PSEUDONYM_KEY_LENGTH: {
    text: {
      nb: 'Nøkkelen for pseudonymer i {file} har {digits} sifre; den skal ha 64.',
      en: 'The key of pseudonyms in {file} has {digits} digits; it must have 64.',
    },
    action: {
      nb: 'Hent den hele nøkkelen fra sikkerhetskopien. Den er delt opp eller kuttet der den ligger nå.',
      en: 'Take the whole key from the backup. It has been cut off, or doubled, where it is now.',
    },
  },
  PSEUDONYM_KEY_NOT_FILE: {
    text: {
      nb: '{file} er ingen vanlig fil, men en mappe, et rør eller en enhet.',
      en: '{file} is no regular file, but a folder, a pipe or a device.',
    },
    action: {
      nb: 'Pek på nøkkelfilen med --pseudonym-key-file.',
      en: 'Point to the key file with --pseudonym-key-file.',
    },
  },
  PSEUDONYM_KEY_LINK: {
    text: {
      nb: '{file} er en lenke til en fil som ikke finnes.',
      en: '{file} is a link to a file that does not exist.',
    },
    action: {
      nb: 'Legg nøkkelen tilbake der lenken peker, eller oppgi filen med --pseudonym-key-file. Det blir ikke laget noen ny.',
      en: 'Put the key back where the link leads, or give the file with --pseudonym-key-file. No new one is made.',
    },
  },
  PSEUDONYM_KEY_OPEN: {
    text: {
      nb: 'Nøkkelen for pseudonymer i {file} kan leses eller skrives av andre enn eieren.',
      en: 'The key of pseudonyms in {file} can be read or written by others than its owner.',
    },
    action: {
      nb: 'Kjør chmod 600 på filen. Den som kan ha lest den, kan spore alle pseudonymer som er gitt ut, til personer: meld fra om det.',
      en: 'Run chmod 600 on the file. Whoever may have read it can trace every pseudonym that was handed out to its person: report it.',
    },
  },
  PSEUDONYM_KEY_LOST: {
    text: {
      nb: 'Nøkkelen for pseudonymer i {file} er borte. Kjøringene her er gjort med nøkkelen {keyIds}.',
      en: 'The key of pseudonyms at {file} is gone. The runs here were made with the key {keyIds}.',
    },
    action: {
      nb: 'Hent nøkkelen fra sikkerhetskopien, eller pek på den med --pseudonym-key-file. Det blir ikke laget en ny i stillhet: med den kan ingen lenger svare den som har fått pseudonymer, og neste kjøring kjenner ikke personene igjen. Er den tapt for godt, lager run en ny med --accept new-pseudonym-key=VEDTAK.',
      en: 'Take the key from the backup, or point to it with --pseudonym-key-file. No new one is made in silence: with it nobody could answer those who have got pseudonyms, and the next run would not know the persons again. If it is lost for good, run makes a new one with --accept new-pseudonym-key=DECISION.',
    },
  },
  PSEUDONYM_KEY_OTHER: {
    text: {
      nb: 'Nøkkelen for pseudonymer i {file} er {keyId}. Kjøringene her er gjort med nøkkelen {keyIds}.',
      en: 'The key of pseudonyms in {file} is {keyId}. The runs here were made with the key {keyIds}.',
    },
    action: {
      nb: 'Hent den rette nøkkelen fra sikkerhetskopien, eller pek på den med --pseudonym-key-file. Skal den nye gjelde fra nå av, kjøres run med --accept new-pseudonym-key=VEDTAK.',
      en: 'Take the right key from the backup, or point to it with --pseudonym-key-file. If the new one is to hold from now on, run with --accept new-pseudonym-key=DECISION.',
    },
  },
} satisfies Catalogue;
