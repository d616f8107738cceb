import type { Catalogue } from './catalogue';

/** Texts about signing, attesting and approving, and about retention. */
export const approvalMessages = {
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
      nb: 'Kjøringen {runId} bygger på {files|satsfil|satsfiler} som ikke er godkjent.',
      en: 'The run {runId} rests on {files|rates file that has|rates files that have} not been approved.',
    },
    action: {
      nb: 'La to godkjenne dem med lists propose rates, sign og adopt, eller kjør uten dem.',
      en: 'Have two persons approve them with lists propose rates, sign and adopt, or run without them.',
    },
  },
  SHIPPED_RATES_NOT_APPROVED: {
    text: {
      nb: 'Satsene som følger med programmet ({name}, SHA-256 {sha256}), står ikke på hovedbokens liste over satser.',
      en: "The rates that ship with the program ({name}, SHA-256 {sha256}) are not on the ledger's list of rates.",
    },
    action: {
      nb: 'La to godkjenne en ny versjon av listen: lists propose rates tar dem med av seg selv.',
      en: 'Let two approve a new version of the list: lists propose rates includes them by itself.',
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
  LEDGER_CLOCK_BEHIND: {
    text: {
      nb: 'Klokken på maskinen viser {at}, men noe som signaturen bygger på, ble ført i hovedboken {earliest}.',
      en: 'The clock of the machine says {at}, but something that the signature rests on was recorded at {earliest}.',
    },
    action: {
      nb: 'Still klokken og gjør det igjen. Var det klokken den gangen som gikk feil: se status og journalen.',
      en: 'Set the clock and do it again. If it was that earlier clock that was wrong: see status and the journal.',
    },
  },
  LEDGER_CLOCK_AHEAD: {
    text: {
      nb: 'Klokken på maskinen viser {at}. Det er mer enn {days|dag|dager} etter både den siste handlingen i hovedboken ({lastAct}) og uttrekket.',
      en: 'The clock of the machine says {at}. That is more than {days|day|days} after both the last act of the ledger ({lastAct}) and the extract.',
    },
    action: {
      nb: 'Still klokken. Er den riktig, gi --accept clock: det som bærer et tidspunkt fram i tid, stanser all signering til det er nådd.',
      en: 'Set the clock. If it is right, give --accept clock: what bears a time in the future holds up all signing until then.',
    },
  },
  LEDGER_SIGNATURE_VOID: {
    text: {
      nb: 'Signaturen til {actor} ({role}) gjelder ikke lenger: godkjennerlisten, versjon {version}, har ikke personen med den nøkkelen og rollen.',
      en: 'The signature of {actor} ({role}) no longer holds: the list of approvers, version {version}, has not that person with that key and role.',
    },
    action: {
      nb: 'Trekk utkastet (withdraw), kjør terminen på nytt, og la en som står på listen, signere.',
      en: 'Withdraw the draft (withdraw), run the term again, and have somebody on the list sign it.',
    },
  },
  LEDGER_KEY_OF_ANOTHER: {
    text: {
      nb: 'Nøkkelen til {actor} har allerede signert denne kjøringen under et annet navn.',
      en: 'The key of {actor} has already signed this run under another name.',
    },
    action: {
      nb: 'La en annen person signere med sin egen nøkkel.',
      en: 'Have another person sign with a key of their own.',
    },
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
  LEDGER_ACT_REFUSED: {
    text: { nb: 'Handlingen ({act}) er ikke ført.', en: 'The act ({act}) has not been recorded.' },
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
  LEDGER_SNAPSHOT_GONE: {
    text: {
      nb: 'Øyeblikksbildet {snapshot} ble slettet mens kjøringen {runId} ble beregnet. Ingenting er ført.',
      en: 'The snapshot {snapshot} was deleted while the run {runId} was calculated. Nothing has been recorded.',
    },
    action: { nb: 'Kjør på nytt fra uttrekket.', en: 'Run again from the extract.' },
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
