import { sha256Hex } from '../../domain';
import { textRow } from '../rows-text';

/**
 * Lists that two persons approve: who may sign, which rates files and which newer tables may be used, and which assumptions
 * are accepted.
 */
export const LIST_KINDS = ['approvers', 'rates', 'tables', 'assumptions'] as const;
export type ListKind = (typeof LIST_KINDS)[number];

/** What a person may do: make a run, attest it (attestasjon), approve it (budsjettdisponering). */
export const SIGNING_ROLES = ['runner', 'attestant', 'approver'] as const;
export type SigningRole = (typeof SIGNING_ROLES)[number];

/** A person of an approvers list. */
export interface ListedPerson {
  readonly name: string;
  /** Ed25519, 64 hex digits. */
  readonly publicKey: string;
  readonly roles: readonly SigningRole[];
  /** First day, `YYYY-MM-DD`. */
  readonly validFrom: string;
  /** Last day, empty for none. */
  readonly validTo: string;
}

/** A file of a rates list. */
export interface ListedFile {
  readonly name: string;
  /** 64 hex digits. */
  readonly sha256: string;
}

/** An assumption or assumed rate of an assumptions list, accepted for every run. */
export interface ListedAcceptance {
  readonly name: string;
  /** Where the decision is found; never empty. */
  readonly reference: string;
}

/** Who may propose, attest or confirm an act, and up to which amount. */
export interface ListedRight {
  /** `run`, `annulment`, `case` or a kind of act in a case. */
  readonly act: string;
  readonly step: 'propose' | 'attest' | 'confirm';
  readonly role: SigningRole;
  /** Whole kroner; null for no limit. */
  readonly limitNok: number | null;
}

export interface ListSignature {
  readonly name: string;
  /** 128 hex digits, over the text of the list. */
  readonly signature: string;
}

/** One version of a list: it names the hash of the version before and is signed by two. Never changed, only followed. */
export interface SignedList {
  readonly kind: ListKind;
  /** From 1. */
  readonly version: number;
  /** First day on which it holds, `YYYY-MM-DD`. */
  readonly validFrom: string;
  /** Hash of the version before; empty for the first. */
  readonly previous: string;
  /** Hash of the approvers list whose persons sign a rates list; empty for an approvers list. */
  readonly approvers: string;
  readonly persons: readonly ListedPerson[];
  /** Of a list of approvers, where it says more than the roles do. */
  readonly rights?: readonly ListedRight[];
  readonly files: readonly ListedFile[];
  /** Of an assumptions list alone. */
  readonly accepted?: readonly ListedAcceptance[];
  readonly signatures: readonly ListSignature[];
}

/** The text of a list without its signatures: what is hashed and signed (LEDGER.md, signed lists). */
export function listText(list: SignedList): string {
  return [
    textRow('norsktilskudd list', 1),
    textRow('list', list.kind, list.version, list.validFrom, list.previous, list.approvers),
    ...list.persons.map((person) =>
      textRow('person', person.name, person.publicKey, rolesText(person.roles), person.validFrom, person.validTo),
    ),
    ...(list.rights ?? []).map(({ act, step, role, limitNok }) => textRow('right', act, step, role, limitNok ?? '')),
    ...list.files.map((file) => textRow('file', file.name, file.sha256)),
    ...(list.accepted ?? []).map(({ name, reference }) => textRow('accepted', name, reference)),
  ].join('');
}

/** Roles in their fixed order, with commas. */
function rolesText(roles: readonly SigningRole[]): string {
  return SIGNING_ROLES.filter((role) => roles.includes(role)).join(',');
}

/** Hash that names a list, 64 hex digits. */
export function listHash(list: SignedList): string {
  return sha256Hex(listText(list));
}

/** A list from its text; undefined where the text is not one that listText() writes. */
export function parseListText(text: string, signatures: readonly ListSignature[]): SignedList | undefined {
  const rows = text.split('\n').map((row) => row.split('\t'));
  const [, head = []] = rows;
  const kind = LIST_KINDS.find((name) => name === head[1]);
  if (kind === undefined) return undefined;
  const list: SignedList = {
    kind,
    version: Number(head[2]),
    validFrom: head[3] ?? '',
    previous: head[4] ?? '',
    approvers: head[5] ?? '',
    persons: rows.filter(([type]) => type === 'person').map(personOfRow),
    ...rightsOf(rows),
    files: rows.filter(([type]) => type === 'file').map(([, name = '', sha256 = '']) => ({ name, sha256 })),
    ...acceptedOf(kind, rows),
    signatures,
  };
  return listText(list) === text ? list : undefined;
}

function rightsOf(rows: readonly string[][]): Pick<SignedList, 'rights'> {
  const rights = rows.flatMap(([type, act = '', stepName, roleName, limit = '']): ListedRight[] => {
    const step = (['propose', 'attest', 'confirm'] as const).find((name) => name === stepName);
    const role = SIGNING_ROLES.find((name) => name === roleName);
    if (type !== 'right' || step === undefined || role === undefined) return [];
    return [{ act, step, role, limitNok: limit === '' ? null : Number(limit) }];
  });
  return rights.length === 0 ? {} : { rights };
}

function acceptedOf(kind: ListKind, rows: readonly string[][]): Pick<SignedList, 'accepted'> {
  if (kind !== 'assumptions') return {};
  const own = rows.filter(([type]) => type === 'accepted');
  return { accepted: own.map(([, name = '', reference = '']) => ({ name, reference })) };
}

function personOfRow([, name = '', publicKey = '', roles = '', validFrom = '', validTo = '']: string[]): ListedPerson {
  const named = roles.split(',');
  return { name, publicKey, roles: SIGNING_ROLES.filter((role) => named.includes(role)), validFrom, validTo };
}
