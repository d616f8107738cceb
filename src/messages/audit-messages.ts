import type { Catalogue } from './catalogue';

/** Texts of findings and errors of the audit room. */
export const auditMessages = {
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
      nb: 'Filen {file} inneholder ingen nøkkel for pseudonymer.',
      en: 'The file {file} holds no key for pseudonyms.',
    },
    action: {
      nb: 'Oppgi riktig fil med --pseudonym-key-file. En nøkkel er 64 heksadesimale sifre. Med en ny nøkkel kan tidligere kjøringer ikke lenger spores til personer.',
      en: 'Give the right file with --pseudonym-key-file. A key is 64 hexadecimal digits. With a new key, earlier runs can no longer be traced to persons.',
    },
  },
} satisfies Catalogue;
