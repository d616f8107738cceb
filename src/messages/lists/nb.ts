import type { Translation } from '../catalogue';
import type { listsEn } from './en';

const SEE_REASONS = 'Se hver grunn.';
const GIVE_OTHER_NAME = 'Oppgi et annet navn med --out.';
const PROPOSE_ANEW = 'Lag versjonen på nytt med norsktilskudd lists propose SLAG, og la to signere den.';

/** Texts about keys and lists in bokmål. */
export const listsNb = {
  // Texts about keys and lists that two persons approve.
  SIGNERS_INCOMPLETE: 'Ingen har rollen: {roles}.',
  'SIGNERS_INCOMPLETE.action': 'Nevn minst én for hver rolle: --signer kari=runner --signer astrid=attestant --signer ola=approver',
  APPROVERS_LIST_MISSING: 'Innstillingene krever signaturer, men nevner ingen godkjennerliste for den nye tilskuddsreskontroen.',
  'APPROVERS_LIST_MISSING.action': 'Lag en med norsktilskudd keys new og norsktilskudd lists propose approvers, la to signere den, og oppgi den med --approvers eller approvers_list.',
  LIST_FILE_EXISTS: 'Filen {file} finnes fra før.',
  'LIST_FILE_EXISTS.action': GIVE_OTHER_NAME,
  LIST_FILE_UNREADABLE: '{file} kan ikke leses som liste eller person: {where} {reason}',
  'LIST_FILE_UNREADABLE.action': 'Lag filen på nytt med norsktilskudd lists propose SLAG eller norsktilskudd keys new.',
  KEY_FILE_EXISTS: 'Filen {file} finnes fra før, og en nøkkel skrives aldri over.',
  'KEY_FILE_EXISTS.action': GIVE_OTHER_NAME,
  KEY_FILE_MISSING: 'Det er ingen nøkkelfil {file}.',
  'KEY_FILE_MISSING.action': 'Pek på nøkkelen med --key, eller lag en med norsktilskudd keys new.',
  KEY_FILE_OPEN: 'Andre enn eieren kan lese nøkkelfilen {file}.',
  'KEY_FILE_OPEN.action': 'Kan noen ha kopiert den, lag en ny nøkkel og få listen fornyet. Ellers: chmod 600.',
  KEY_FILE_UNREADABLE: '{file} er ingen Ed25519-nøkkel, eller passordet åpner den ikke.',
  'KEY_FILE_UNREADABLE.action': 'Kontroller filen og NORSKTILSKUDD_KEY_PASSPHRASE.',
  LIST_REFUSED: 'Listen over {kind}, versjon {version}, kan ikke tas i bruk.',
  'LIST_REFUSED.action': SEE_REASONS,
  LIST_NOT_NEXT: 'Versjon {version} følger ikke versjon {after}: nummeret eller kontrollkoden til den forrige stemmer ikke.',
  'LIST_NOT_NEXT.action': 'Lag den nye versjonen av den siste som er tatt i bruk.',
  LIST_BAD_DATE: 'Datoen er ikke på formen ÅÅÅÅ-MM-DD, eller er før forrige versjon: {found}.',
  'LIST_BAD_DATE.action': PROPOSE_ANEW,
  LIST_BAD_NAME: 'Navnet {name} er tomt, for langt eller står to ganger.',
  'LIST_BAD_NAME.action': PROPOSE_ANEW,
  LIST_NAMES_ALIKE: '{name} og {other} på listen kan forveksles: bare store bokstaver, mellomrom, tegnsetting eller lignende tegn skiller dem.',
  'LIST_NAMES_ALIKE.action': 'Gi hver person ett navn på listen, eller legg til noe som skiller dem, for eksempel et mellomnavn.',
  LIST_NAME_MISLEADS: 'Navnet {name} har usynlige tegn eller blander alfabeter, så det kan leses som en annens navn.',
  'LIST_NAME_MISLEADS.action': 'Lag personfilen på nytt med norsktilskudd keys new og navnet skrevet i ett alfabet.',
  LIST_BAD_KEY: 'Nøkkelen til {name} er ikke 64 heksadesimale siffer, kan signere uten privat nøkkel eller tilhører også en annen.',
  'LIST_BAD_KEY.action': 'Bruk den offentlige nøkkelen som norsktilskudd keys new skrev.',
  LIST_NO_ROLE: '{name} har ingen rolle.',
  'LIST_NO_ROLE.action': 'Oppgi runner, attestant eller approver.',
  LIST_ROLE_EMPTY: 'Ingen på listen har rollen {role}, så ingenting kan bokføres.',
  'LIST_ROLE_EMPTY.action': 'Gi minst én person rollen.',
  LIST_MIXED: 'Listen har feil slags rader.',
  'LIST_MIXED.action': PROPOSE_ANEW,
  LIST_BAD_ACCEPTANCE: 'Antakelsen {name} mangler navn eller henvisning, eller står to ganger.',
  'LIST_BAD_ACCEPTANCE.action': PROPOSE_ANEW,
  LIST_BAD_FILE: 'Satsfilen {name} mangler navn eller kontrollkode.',
  'LIST_BAD_FILE.action': PROPOSE_ANEW,
  LIST_WITHOUT_APPROVERS: 'Tilskuddsreskontroen har ingen godkjennerliste, og bare de som står på en slik liste, kan signere andre lister.',
  'LIST_WITHOUT_APPROVERS.action':
    'Ta først i bruk en godkjennerliste (norsktilskudd lists propose approvers); da krever tilskuddsreskontroen signaturer for alltid. Eller oppgi satser med --rates og hva som godtas med --accept i hver kjøring.',
  LIST_OTHER_APPROVERS: 'Listen viser til en annen godkjennerliste enn den som gjelder.',
  'LIST_OTHER_APPROVERS.action': PROPOSE_ANEW,
  LIST_BAD_SIGNATURE: 'Signaturen til {name} er ugyldig, eller {name} kan ikke signere denne listen.',
  'LIST_BAD_SIGNATURE.action': 'Bare de som står på forrige versjon (første versjon: på listen selv; satser: på godkjennerlisten), kan signere.',
  LIST_SIGNER_NOT_ON_DAY: '{name} signerer, men står ikke på godkjennerlisten {day}: der fra {from} til {to}.',
  'LIST_SIGNER_NOT_ON_DAY.action': 'Foreslå listen på nytt med en --valid-from der alle som signerer, står på godkjennerlisten, og signer den.',
  LIST_NEEDS_SIGNATURES: 'Listen har {found|gyldig signatur|gyldige signaturer}; den trenger to.',
  'LIST_NEEDS_SIGNATURES.action': 'La en til signere med norsktilskudd lists sign FIL --as NAVN [--key FIL].',
} as const satisfies Translation<typeof listsEn>;
