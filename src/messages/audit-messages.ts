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
