import type { Catalogue } from './catalogue';

/** Texts about keys, signatures, signed lists, retention and access to persons. */
export const approvalMessages = {
  APPROVERS_LIST_MISSING: {
    text: {
      nb: 'Innstillingene krever signaturer, men nevner ingen godkjennerliste for den nye hovedboken.',
      en: 'The settings require signatures but name no list of approvers for the new ledger.',
    },
    action: {
      nb: 'Lag en med keys new og lists propose approvers, og gi den med --approvers eller approvers_list.',
      en: 'Make one with keys new and lists propose approvers, and give it with --approvers or approvers_list.',
    },
  },
  APPROVER_NOT_NAMED: {
    text: {
      nb: '{actor} står ikke i approvers i innstillingene: {names}.',
      en: '{actor} is not among the approvers of the settings: {names}.',
    },
    action: { nb: 'La en av dem godkjenne.', en: 'Let one of them approve.' },
  },
  LEDGER_WITHOUT_APPROVERS: {
    text: {
      nb: 'Signaturer kreves, men hovedboken {path} har ingen godkjennerliste.',
      en: 'Signatures are required, but the ledger {path} holds no list of approvers.',
    },
    action: {
      nb: 'Ta i bruk en liste med lists adopt. En ny hovedbok lages med --approvers.',
      en: 'Adopt a list with lists adopt. A new ledger is made with --approvers.',
    },
  },
  RATES_REFUSED: {
    text: {
      nb: 'Kjøringen {runId} bygger på {files} satsfiler som ikke er godkjent.',
      en: 'The run {runId} rests on {files} rates files that have not been approved.',
    },
    action: {
      nb: 'La to godkjenne dem med lists propose rates, sign og adopt, eller kjør uten dem.',
      en: 'Have two persons approve them with lists propose rates, sign and adopt, or run without them.',
    },
  },
  RATES_NOT_APPROVED: {
    text: {
      nb: 'Satsfilen {name} ({sha256}) er ikke godkjent av to.',
      en: 'The rates file {name} ({sha256}) has not been approved by two.',
    },
    action: {
      nb: 'Kontroller filen og satslisten (lists show).',
      en: 'Check the file and the rates list (lists show).',
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
  LIST_BAD_KEY: {
    text: {
      nb: 'Nøkkelen til {name} er ikke 64 heksadesimale sifre, eller tilhører også en annen.',
      en: 'The key of {name} is not 64 hexadecimal digits, or belongs to somebody else too.',
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
  LIST_BAD_FILE: {
    text: { nb: 'Satsfilen {name} mangler navn eller hash.', en: 'The rates file {name} lacks a name or a hash.' },
    action: {
      nb: 'Lag versjonen på nytt med lists propose, og la to signere den.',
      en: 'Make the version anew with lists propose, and have two persons sign it.',
    },
  },
  LIST_OTHER_APPROVERS: {
    text: {
      nb: 'Satslisten viser til en annen godkjennerliste enn den som gjelder.',
      en: 'The rates list names another list of approvers than the one in force.',
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
      nb: 'Bare de som står på forrige versjon (for satser: på godkjennerlisten), kan signere.',
      en: 'Only those on the version before (for rates: on the list of approvers) can sign.',
    },
  },
  LIST_NEEDS_SIGNATURES: {
    text: {
      nb: 'Listen har {found} gyldige signaturer; den trenger to.',
      en: 'The list has {found} valid signatures; it needs two.',
    },
    action: { nb: 'La en til signere med lists sign.', en: 'Have one more sign with lists sign.' },
  },
  LEDGER_HAS_NO_APPROVERS: {
    text: {
      nb: 'Hovedboken har ingen godkjennerliste som signaturen til {actor} kan prøves mot.',
      en: 'The ledger holds no list of approvers against which the signature of {actor} can be checked.',
    },
    action: {
      nb: 'Ta i bruk en liste med lists adopt, eller gjør det uten --key.',
      en: 'Adopt a list with lists adopt, or do it without --key.',
    },
  },
  LEDGER_SIGNATURE_NEEDED: {
    text: {
      nb: 'Hovedboken krever signatur, og {actor} har ikke signert ({role}).',
      en: 'The ledger requires signatures, and {actor} has not signed ({role}).',
    },
    action: { nb: 'Gi nøkkelen med --key.', en: 'Give the key with --key.' },
  },
  LEDGER_SIGNER_UNKNOWN: {
    text: { nb: '{actor} står ikke på godkjennerlisten.', en: '{actor} is not on the list of approvers.' },
    action: {
      nb: 'Bruk navnet slik det står på listen (lists show), eller få to til å godkjenne en ny versjon.',
      en: 'Use the name as it stands on the list (lists show), or have two persons approve a new version.',
    },
  },
  LEDGER_SIGNER_NOT_VALID: {
    text: {
      nb: '{actor} står på godkjennerlisten, men ikke for {day}.',
      en: '{actor} is on the list of approvers, but not for {day}.',
    },
    action: {
      nb: 'La en annen signere, eller få to til å godkjenne en ny versjon.',
      en: 'Have somebody else sign, or have two persons approve a new version.',
    },
  },
  LEDGER_SIGNER_LACKS_ROLE: {
    text: { nb: '{actor} har ikke rollen {role}.', en: '{actor} does not have the role {role}.' },
    action: {
      nb: 'La en som har rollen, gjøre det (lists show).',
      en: 'Have somebody with the role do it (lists show).',
    },
  },
  LEDGER_SIGNATURE_WRONG: {
    text: {
      nb: 'Signaturen er ikke laget med nøkkelen som {actor} har på godkjennerlisten.',
      en: 'The signature was not made with the key that {actor} has on the list of approvers.',
    },
    action: { nb: 'Bruk riktig nøkkelfil med --key.', en: 'Use the right key file with --key.' },
  },
  LEDGER_RUNNER_NOT_SIGNED: {
    text: { nb: '{actor}, som laget {runId}, har ikke signert.', en: '{actor}, who made {runId}, has not signed.' },
    action: { nb: 'La {actor} signere med sign {runId}.', en: 'Have {actor} sign with sign {runId}.' },
  },
  LEDGER_NOT_ATTESTED: {
    text: { nb: '{runId} er ikke attestert.', en: '{runId} has not been attested.' },
    action: { nb: 'La en attestant kjøre attest {runId}.', en: 'Have an attestant run attest {runId}.' },
  },
  LEDGER_ATTESTANT_CANNOT_APPROVE: {
    text: {
      nb: '{actor} attesterte kjøringen og kan ikke også godkjenne den.',
      en: '{actor} attested the run and cannot approve it too.',
    },
    action: { nb: 'La en annen godkjenne.', en: 'Let somebody else approve it.' },
  },
  LEDGER_ATTESTATION_REFUSED: {
    text: { nb: 'Kjøringen {runId} kan ikke attesteres.', en: 'The run {runId} cannot be attested.' },
    action: { nb: 'Se hver grunn.', en: 'See each reason.' },
  },
  LEDGER_SIGNATURE_REFUSED: {
    text: { nb: 'Kjøringen {runId} kan ikke signeres.', en: 'The run {runId} cannot be signed.' },
    action: { nb: 'Se hver grunn.', en: 'See each reason.' },
  },
  LEDGER_ATTESTED_BY_ANOTHER: {
    text: { nb: '{actor} har alt attestert kjøringen.', en: '{actor} has attested the run already.' },
    action: { nb: 'Én attestasjon er nok.', en: 'One attestation is enough.' },
  },
  LEDGER_ONLY_RUNNER_SIGNS: {
    text: { nb: '{runner} laget kjøringen, ikke {actor}.', en: '{runner} made the run, not {actor}.' },
    action: { nb: 'Bruk attest eller approve.', en: 'Use attest or approve.' },
  },
  LEDGER_SNAPSHOT_KEPT: {
    text: {
      nb: 'Øyeblikksbildet {snapshot} kan ikke slettes: {hold}.',
      en: 'The snapshot {snapshot} cannot be deleted: {hold}.',
    },
    action: {
      nb: 'Se reglene med prune --help, og hva som holder det, med status.',
      en: 'See the rules with prune --help, and what keeps it with status.',
    },
  },
  LEDGER_PERSONS_NEEDED: {
    text: {
      nb: 'Personer med posteringer for {lastGrantYear} kan ikke glemmes: en kjøring kan fortsatt rette dem. Siste år som kan glemmes, er {closed}.',
      en: 'Persons with postings of {lastGrantYear} cannot be forgotten: a run can still correct them. The last year that can be forgotten is {closed}.',
    },
    action: {
      nb: 'Vent til ingen kjøring leser året (en kjøring leser sitt eget år og året før).',
      en: 'Wait until no run reads the year (a run reads its own year and the one before).',
    },
  },
  LEDGER_PERSON_UNKNOWN: {
    text: { nb: 'Hovedboken har ingen slik person.', en: 'The ledger holds no such person.' },
    action: {
      nb: 'Kontroller nummeret eller pseudonymet, og hovedboken (--db).',
      en: 'Check the number or pseudonym, and the ledger (--db).',
    },
  },
} satisfies Catalogue;
