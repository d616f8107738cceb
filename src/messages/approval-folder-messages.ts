import type { Catalogue } from './catalogue';

const KEEP = {
  nb: 'Ta vare på mappen som bevis, og finn ut hvem som har endret den. Skrives den på nytt fra hovedboken (approve en gang til), legges denne til side og slettes ikke.',
  en: 'Keep the folder as evidence, and find out who changed it. When it is written anew from the ledger (approve once more), this one is put aside and not deleted.',
};

/** Texts of what verification of the signatures beside a run finds. */
export const approvalFolderMessages = {
  APPROVAL_OTHER_RUN: {
    text: {
      nb: '{file}: signaturene gjelder noe annet enn denne kjøringen: {found}, skulle vært {expected}.',
      en: '{file}: the signatures are of something else than this run: {found}, should be {expected}.',
    },
    action: KEEP,
  },
  APPROVAL_FILE_CHANGED: {
    text: {
      nb: '{file} mangler eller er endret etter signeringen.',
      en: '{file} is missing or has been changed since the signing.',
    },
    action: KEEP,
  },
  APPROVAL_FILE_UNKNOWN: {
    text: { nb: '{file} står ikke i innholdslisten.', en: '{file} is not in the index.' },
    action: KEEP,
  },
  APPROVAL_LIST_BROKEN: {
    text: {
      nb: '{file}, versjon {version}: listen er ikke slik den ble signert, eller følger ikke den forrige ({reason}).',
      en: '{file}, version {version}: the list is not as it was signed, or does not follow the one before ({reason}).',
    },
    action: KEEP,
  },
  APPROVAL_ROLE_TWICE: {
    text: { nb: 'Rollen {role} er signert to ganger.', en: 'The role {role} has been signed twice.' },
    action: KEEP,
  },
  APPROVAL_DATED_BACK: {
    text: {
      nb: '{file}: signaturen er datert {at}, før signaturen foran den ({before}).',
      en: '{file}: the signature is dated {at}, before the signature that precedes it ({before}).',
    },
    action: KEEP,
  },
  APPROVAL_SAME_PERSON: {
    text: {
      nb: '{name} har både godkjent og kjørt eller attestert.',
      en: '{name} has both approved and run or attested.',
    },
    action: KEEP,
  },
  APPROVAL_TEXT_UNREADABLE: {
    text: { nb: '{file} er ikke en signert tekst i format 1.', en: '{file} is not a signed text of format 1.' },
    action: KEEP,
  },
  APPROVAL_TEXT_DIFFERS: {
    text: {
      nb: '{file}: {fact} er {found}, skulle vært {expected}.',
      en: '{file}: {fact} is {found}, should be {expected}.',
    },
    action: KEEP,
  },
  APPROVAL_NOT_ALLOWED: {
    text: {
      nb: '{file}: {name} kunne ikke signere som {role} med denne nøkkelen den dagen.',
      en: '{file}: {name} could not sign as {role} with this key on that day.',
    },
    action: KEEP,
  },
  APPROVAL_SIGNATURE_WRONG: {
    text: { nb: '{file}: signaturen til {name} holder ikke.', en: '{file}: the signature of {name} does not hold.' },
    action: KEEP,
  },
  APPROVAL_RATES_UNKNOWN: {
    text: { nb: '{file}: satslisten {hash} er ikke med.', en: '{file}: the rates list {hash} is not there.' },
    action: KEEP,
  },
  VERIFY_SIGNED: {
    text: {
      nb: '{runId} er signert av {names}. Første godkjennerliste: {anchor}',
      en: '{runId} is signed by {names}. First list of approvers: {anchor}',
    },
    action: {
      nb: 'Sammenlign hashen med den som ble tatt vare på da hovedboken ble laget.',
      en: 'Compare the hash with the one that was kept when the ledger was made.',
    },
  },
  APPROVAL_OTHER_ANCHOR: {
    text: {
      nb: 'Signaturene på {runId} bygger på godkjennerlisten {found}, hovedboken på {expected}.',
      en: 'The signatures of {runId} rest on the list of approvers {found}, the ledger on {expected}.',
    },
    action: {
      nb: 'Ikke stol på mappen. Finn ut hvem som har skrevet den.',
      en: 'Do not trust the folder. Find out who wrote it.',
    },
  },
  APPROVAL_UNSIGNED_BETWEEN: {
    text: {
      nb: 'En senere kjøring bygger på {runId}, men den mangler signaturer som {signed} før den har.',
      en: 'A later run goes on from {runId}, but it lacks signatures that {signed} before it has.',
    },
    action: {
      nb: 'En hovedbok som har krevd signaturer, krever dem alltid. Kontroller med --db. Mangler de også der, er kjøringen lagt inn utenom programmet.',
      en: 'A ledger that has required signatures always does. Check with --db. If they are missing there too, the run was put in outside the program.',
    },
  },
  APPROVAL_NOT_LEDGERS: {
    text: {
      nb: 'Hovedboken har {expected|signatur|signaturer} på {runId}, mappen {found}, eller de er ikke de samme.',
      en: 'The ledger holds {expected|signature|signatures} of {runId}, the folder {found}, or they are not the same.',
    },
    action: KEEP,
  },
  APPROVAL_FOLDER_MISSING: {
    text: {
      nb: 'Hovedboken har {expected|signatur|signaturer} på {runId}, men ved siden av mappen ligger ingen.',
      en: 'The ledger holds {expected|signature|signatures} of {runId}, but none lie beside the folder.',
    },
    action: {
      nb: 'Finn ut hvem som har fjernet dem. De skrives på nytt fra hovedboken når sign, attest eller approve kjøres en gang til.',
      en: 'Find out who removed them. They are written anew from the ledger when sign, attest or approve is run once more.',
    },
  },
} satisfies Catalogue;
