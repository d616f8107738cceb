import type { Catalogue } from './catalogue';

/** Texts of findings and errors of the audit room. */
export const auditMessages = {
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
