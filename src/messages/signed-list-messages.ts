import type { Catalogue } from './catalogue';

/** Texts about keys and lists that two persons approve. */
export const signedListMessages = {
  APPROVERS_LIST_MISSING: {
    text: {
      nb: 'Innstillingene krever signaturer, men nevner ingen godkjennerliste for den nye hovedboken.',
      en: 'The settings require signatures but name no list of approvers for the new ledger.',
    },
    action: {
      nb: 'Lag en med keys new og lists propose approvers, la to signere den, og gi den med --approvers eller approvers_list.',
      en: 'Make one with keys new and lists propose approvers, have two sign it, and give it with --approvers or approvers_list.',
    },
  },
  LIST_FILE_EXISTS: {
    text: { nb: 'Filen {file} finnes fra før.', en: 'The file {file} exists.' },
    action: { nb: 'Gi et annet navn med --out.', en: 'Give another name with --out.' },
  },
  LIST_FILE_UNREADABLE: {
    text: {
      nb: '{file} kan ikke leses som liste eller person: {where} {reason}',
      en: '{file} cannot be read as a list or a person: {where} {reason}',
    },
    action: {
      nb: 'Lag filen på nytt med lists propose eller keys new.',
      en: 'Make the file anew with lists propose or keys new.',
    },
  },
  KEY_FILE_EXISTS: {
    text: {
      nb: 'Filen {file} finnes fra før, og en nøkkel skrives aldri over.',
      en: 'The file {file} exists, and a key is never written over.',
    },
    action: { nb: 'Gi et annet navn med --out.', en: 'Give another name with --out.' },
  },
  KEY_FILE_MISSING: {
    text: { nb: 'Det er ingen nøkkelfil {file}.', en: 'There is no key file {file}.' },
    action: {
      nb: 'Pek på nøkkelen med --key, eller lag en med keys new.',
      en: 'Point to the key with --key, or make one with keys new.',
    },
  },
  KEY_FILE_OPEN: {
    text: {
      nb: 'Andre enn eieren kan lese nøkkelfilen {file}.',
      en: 'Others than its owner can read the key file {file}.',
    },
    action: {
      nb: 'Kan noen ha kopiert den, lag en ny nøkkel og få listen fornyet. Ellers: chmod 600.',
      en: 'If somebody may have copied it, make a new key and have the list renewed. Otherwise: chmod 600.',
    },
  },
  KEY_FILE_UNREADABLE: {
    text: {
      nb: '{file} er ingen Ed25519-nøkkel, eller passordet åpner den ikke.',
      en: '{file} is no Ed25519 key, or the passphrase does not open it.',
    },
    action: {
      nb: 'Kontroller filen og NORSKTILSKUDD_KEY_PASSPHRASE.',
      en: 'Check the file and NORSKTILSKUDD_KEY_PASSPHRASE.',
    },
  },
  LIST_REFUSED: {
    text: {
      nb: 'Listen {kind}, versjon {version}, kan ikke tas i bruk.',
      en: 'The list {kind}, version {version}, cannot be adopted.',
    },
    action: { nb: 'Se hver grunn.', en: 'See each reason.' },
  },
  LIST_NOT_NEXT: {
    text: {
      nb: 'Versjon {version} følger ikke versjon {after}: nummeret eller hashen av den forrige stemmer ikke.',
      en: 'Version {version} does not follow version {after}: its number or its hash of the one before is not right.',
    },
    action: {
      nb: 'Lag den nye versjonen av den siste som er tatt i bruk.',
      en: 'Make the new version from the last one adopted.',
    },
  },
  LIST_BAD_DATE: {
    text: {
      nb: 'Datoen er ikke på formen ÅÅÅÅ-MM-DD, eller er før forrige versjon: {found}.',
      en: 'The date is not of the form YYYY-MM-DD, or is before the version before: {found}.',
    },
    action: {
      nb: 'Lag versjonen på nytt med lists propose, og la to signere den.',
      en: 'Make the version anew with lists propose, and have two persons sign it.',
    },
  },
  LIST_BAD_NAME: {
    text: {
      nb: 'Navnet {name} er tomt, for langt eller står to ganger.',
      en: 'The name {name} is empty, too long or stands twice.',
    },
    action: {
      nb: 'Lag versjonen på nytt med lists propose, og la to signere den.',
      en: 'Make the version anew with lists propose, and have two persons sign it.',
    },
  },
  LIST_NAME_MISLEADS: {
    text: {
      nb: 'Navnet {name} har usynlige tegn eller blander alfabeter, så det kan leses som en annens navn.',
      en: 'The name {name} has invisible characters or mixes alphabets, so that it can be read as the name of another.',
    },
    action: {
      nb: 'Lag personfilen på nytt med keys new og navnet skrevet i ett alfabet.',
      en: 'Make the person file anew with keys new and the name written in one alphabet.',
    },
  },
  LIST_BAD_KEY: {
    text: {
      nb: 'Nøkkelen til {name} er ikke 64 heksadesimale sifre, kan signere uten privat nøkkel eller tilhører også en annen.',
      en: 'The key of {name} is not 64 hexadecimal digits, can sign without a private key, or belongs to somebody else too.',
    },
    action: { nb: 'Bruk den offentlige nøkkelen som keys new skrev.', en: 'Use the public key that keys new printed.' },
  },
  LIST_NO_ROLE: {
    text: { nb: '{name} har ingen rolle.', en: '{name} has no role.' },
    action: { nb: 'Gi runner, attestant eller approver.', en: 'Give runner, attestant or approver.' },
  },
  LIST_ROLE_EMPTY: {
    text: {
      nb: 'Ingen på listen har rollen {role}, så ingenting kan bokføres.',
      en: 'Nobody on the list has the role {role}, so nothing can be posted.',
    },
    action: { nb: 'Gi minst én person rollen.', en: 'Give at least one person the role.' },
  },
  LIST_MIXED: {
    text: { nb: 'Listen har feil slags rader.', en: 'The list has rows of the wrong kind.' },
    action: {
      nb: 'Lag versjonen på nytt med lists propose, og la to signere den.',
      en: 'Make the version anew with lists propose, and have two persons sign it.',
    },
  },
  LIST_BAD_ACCEPTANCE: {
    text: {
      nb: 'Antakelsen {name} mangler navn eller henvisning, eller står to ganger.',
      en: 'The assumption {name} lacks a name or a reference, or stands twice.',
    },
    action: {
      nb: 'Lag versjonen på nytt med lists propose, og la to signere den.',
      en: 'Make the version anew with lists propose, and have two persons sign it.',
    },
  },
  LIST_BAD_FILE: {
    text: { nb: 'Satsfilen {name} mangler navn eller hash.', en: 'The rates file {name} lacks a name or a hash.' },
    action: {
      nb: 'Lag versjonen på nytt med lists propose, og la to signere den.',
      en: 'Make the version anew with lists propose, and have two persons sign it.',
    },
  },
  LIST_WITHOUT_APPROVERS: {
    text: {
      nb: 'Hovedboken har ingen godkjennerliste, og bare de som står på en slik liste, kan signere andre lister.',
      en: 'The ledger has no list of approvers, and only those on such a list can sign other lists.',
    },
    action: {
      nb: 'Vedta først en godkjennerliste (lists propose approvers); da krever hovedboken signaturer for alltid. Eller oppgi satser med --rates og aksepter med --accept i hver kjøring.',
      en: 'Adopt a list of approvers first (lists propose approvers); the ledger then requires signatures for ever. Or give rates with --rates and accept with --accept in each run.',
    },
  },
  LIST_OTHER_APPROVERS: {
    text: {
      nb: 'Listen viser til en annen godkjennerliste enn den som gjelder.',
      en: 'The list names another list of approvers than the one in force.',
    },
    action: {
      nb: 'Lag versjonen på nytt med lists propose, og la to signere den.',
      en: 'Make the version anew with lists propose, and have two persons sign it.',
    },
  },
  LIST_BAD_SIGNATURE: {
    text: {
      nb: 'Signaturen til {name} holder ikke, eller {name} kan ikke signere denne listen.',
      en: 'The signature of {name} does not hold, or {name} cannot sign this list.',
    },
    action: {
      nb: 'Bare de som står på forrige versjon (første versjon: på listen selv; satser: på godkjennerlisten), kan signere.',
      en: 'Only those on the version before (first version: on the list itself; rates: on the list of approvers) can sign.',
    },
  },
  LIST_NEEDS_SIGNATURES: {
    text: {
      nb: 'Listen har {found|gyldig signatur|gyldige signaturer}; den trenger to.',
      en: 'The list has {found|valid signature|valid signatures}; it needs two.',
    },
    action: { nb: 'La en til signere med lists sign.', en: 'Have one more sign with lists sign.' },
  },
} satisfies Catalogue;
