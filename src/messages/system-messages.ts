import type { Catalogue } from './catalogue';

/** What the machine refused, as far as a user can do something about it. */
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
} satisfies Catalogue;
