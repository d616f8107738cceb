import type { Catalogue } from './catalogue';

const GIVE_ANOTHER = {
  nb: 'Oppgi en vanlig fil, og kjør på nytt.',
  en: 'Give an ordinary file, and run again.',
};
const INSTALL_ANEW = {
  nb: 'Installer programmet på nytt på denne maskinen (npm ci), med samme utgave av Node.js som det kjøres med.',
  en: 'Install the program anew on this machine (npm ci), with the version of Node.js that runs it.',
};

/** What the machine refused, as far as a user can do something about it. `path` may be the words for "a file". */
export const systemMessages = {
  DISK_FULL: {
    text: {
      nb: 'Disken er full. Ingenting halvferdig er lagret.',
      en: 'The disk is full. Nothing half-done was kept.',
    },
    action: {
      nb: 'Frigjør plass der hovedboken og mappene ligger, og kjør på nytt.',
      en: 'Free space where the ledger and the folders are, and run again.',
    },
  },
  NO_PERMISSION: {
    text: {
      nb: 'Programmet har ikke lov til å lese eller skrive {path}.',
      en: 'The program is not allowed to read or write {path}.',
    },
    action: {
      nb: 'Gi brukeren tilgang til filen eller mappen, og kjør på nytt.',
      en: 'Give the user access to the file or folder, and run again.',
    },
  },
  WRITE_PROTECTED: {
    text: {
      nb: 'Det kan ikke skrives til {path}: filen, mappen eller disken er skrivebeskyttet.',
      en: 'Nothing can be written to {path}: the file, the folder or the disk is write-protected.',
    },
    action: {
      nb: 'Fjern skrivebeskyttelsen, eller oppgi et annet sted, og kjør på nytt.',
      en: 'Take the protection away, or give another place, and run again.',
    },
  },
  FILE_GONE: {
    text: { nb: 'Filen eller mappen {path} finnes ikke.', en: 'The file or folder {path} does not exist.' },
    action: { nb: 'Kontroller navnet og kjør på nytt.', en: 'Check the name and run again.' },
  },
  FILE_BUSY: {
    text: {
      nb: 'Hovedboken brukes av et annet program eller en annen bruker.',
      en: 'The ledger is in use by another program or user.',
    },
    action: { nb: 'Vent til den er ledig, og kjør på nytt.', en: 'Wait until it is free, and run again.' },
  },
  FILE_IN_USE: {
    text: {
      nb: 'Et annet program bruker {path} nå.',
      en: 'Another program is using {path} now.',
    },
    action: { nb: 'Vent til det er ferdig, og kjør på nytt.', en: 'Wait until it has finished, and run again.' },
  },
  NAME_TOO_LONG: {
    text: {
      nb: 'Navnet er lengre enn denne maskinen tillater: {path}.',
      en: 'The name is longer than this machine allows: {path}.',
    },
    action: {
      nb: 'Oppgi et kortere navn på filen eller mappen, og kjør på nytt.',
      en: 'Give the file or folder a shorter name, and run again.',
    },
  },
  NAME_UNUSABLE: {
    text: {
      nb: '{path} kan ikke brukes som fil på denne maskinen ({reason}).',
      en: '{path} cannot be used as a file on this machine ({reason}).',
    },
    action: {
      nb: 'Rett navnet der det er oppgitt, og kjør på nytt.',
      en: 'Correct the name where it is given, and run again.',
    },
  },
  LINKS_IN_CIRCLE: {
    text: {
      nb: '{path} er en lenke som leder tilbake til seg selv.',
      en: '{path} is a link that leads back to itself.',
    },
    action: {
      nb: 'Erstatt lenken med filen selv, og kjør på nytt.',
      en: 'Put the file itself in place of the link, and run again.',
    },
  },
  NOT_A_REGULAR_FILE: {
    text: {
      nb: '{path} er ingen vanlig fil, men et rør, en enhet eller en annen spesialfil.',
      en: '{path} is no ordinary file but a pipe, a device or another special file.',
    },
    action: GIVE_ANOTHER,
  },
  FILE_TOO_LARGE: {
    text: {
      nb: '{path} er større enn en fil av sitt slag kan være.',
      en: '{path} is larger than a file of its kind can be.',
    },
    action: {
      nb: 'Kontroller at det er den riktige filen, og kjør på nytt.',
      en: 'Check that it is the right file, and run again.',
    },
  },
  FOLDER_HAS_FILES: {
    text: { nb: 'Mappen {path} er ikke tom.', en: 'The folder {path} is not empty.' },
    action: { nb: 'Oppgi en ny eller tom mappe, og kjør på nytt.', en: 'Give a new or empty folder, and run again.' },
  },
  DISK_FAILED: {
    text: {
      nb: 'Disken eller nettverket sviktet ved lesing eller skriving av {path} ({reason}).',
      en: 'The disk or the network failed while {path} was read or written ({reason}).',
    },
    action: {
      nb: 'La driften kontrollere disken. Kontroller hovedboken med norsktilskudd verify før den brukes videre.',
      en: 'Have the disk checked. Check the ledger with norsktilskudd verify before it is used on.',
    },
  },
  DATABASE_DAMAGED: {
    text: {
      nb: 'Databasefilen er skadet eller er ingen database: {path} ({reason}).',
      en: 'The database file is damaged or is no database: {path} ({reason}).',
    },
    action: {
      nb: 'Ta vare på filen som den er, og hent den fram fra sikkerhetskopi. Ikke betal noe ut fra den.',
      en: 'Keep the file as it is, and restore it from a backup. Pay nothing from it.',
    },
  },
  TOO_MANY_FILES: {
    text: {
      nb: 'Maskinen lar ikke programmet åpne flere filer samtidig.',
      en: 'The machine lets the program open no more files at once.',
    },
    action: {
      nb: 'Lukk andre programmer eller hev grensen (ulimit -n), og kjør på nytt.',
      en: 'Close other programs or raise the limit (ulimit -n), and run again.',
    },
  },
  OUT_OF_MEMORY: {
    text: {
      nb: 'Maskinen har ikke nok minne til dette. Ingenting halvferdig er lagret.',
      en: 'The machine has not enough memory for this. Nothing half-done was kept.',
    },
    action: {
      nb: 'Lukk andre programmer eller bruk en maskin med mer minne, og kjør på nytt.',
      en: 'Close other programs or use a machine with more memory, and run again.',
    },
  },
  THREAD_STUCK: {
    text: {
      nb: 'En del av programmet svarer ikke lenger; maskinen kan ha hatt for lite minne. Ingenting halvferdig er lagret.',
      en: 'A part of the program does not answer any more; the machine may have had too little memory. Nothing half-done was kept.',
    },
    action: {
      nb: 'Lukk andre programmer eller bruk en maskin med mer minne, og kjør på nytt.',
      en: 'Close other programs or use a machine with more memory, and run again.',
    },
  },
  LIBRARY_UNUSABLE: {
    text: {
      nb: 'Et bibliotek som programmet trenger, passer ikke til denne maskinen eller denne utgaven av Node.js.',
      en: 'A library that the program needs does not fit this machine or this version of Node.js.',
    },
    action: INSTALL_ANEW,
  },
  LIBRARY_MISSING: {
    text: {
      nb: 'Et bibliotek som programmet trenger, er ikke installert.',
      en: 'A library that the program needs is not installed.',
    },
    action: INSTALL_ANEW,
  },
  MACHINE_REFUSED: {
    text: {
      nb: 'Maskinen sa nei til å lese eller skrive {path} ({reason}).',
      en: 'The machine refused to read or write {path} ({reason}).',
    },
    action: {
      nb: 'La driften se på filen eller disken, og kjør på nytt.',
      en: 'Have the file or the disk looked at, and run again.',
    },
  },
} satisfies Catalogue;
