import { type ErrorDetail, errorDetail, isSamePerson, parseDay } from '../../domain';
import { actorKey } from '../journal';
import { isRowText } from '../rows-text';
import { isHex64, isSigningKey, signatureHolds } from './ed25519';
import { parseRight, rightText } from './rights';
import { type ListedPerson, listHash, listText, SIGNING_ROLES, type SignedList } from './signed-list';

/** Signatures that a new version needs. */
export const LIST_SIGNATURES_NEEDED = 2;

/** What a new version stands on. */
export interface ListBefore {
  /** The version before, undefined for the first. */
  readonly previous: SignedList | undefined;
  /** The approvers list in force: its persons sign a rates list. */
  readonly approvers: SignedList | undefined;
  /** Day of the adopting act, where it is known: those who sign stand on their list on that day too. */
  readonly adoptedOn?: string;
}

/**
 * What is wrong with a new version of a list; empty when it can be adopted. The persons of the version before sign the
 * next list of approvers, those of the approvers list in force sign a list of rates. The first list of approvers has
 * nobody before it: two of its own persons sign it, and it is anchored by its hash in the ledger.
 */
export function listFaults(list: SignedList, before: ListBefore): ErrorDetail[] {
  const { kind, version, previous, validFrom } = list;
  const faults: ErrorDetail[] = [];
  const of = { kind, version };
  const fault: Fault = (detail) => void faults.push(errorDetail(detail.code, { ...of, ...detail.params }));
  const expected = { version: (before.previous?.version ?? 0) + 1, previous: hashOf(before.previous) };
  if (version !== expected.version || previous !== expected.previous)
    fault(errorDetail('LIST_NOT_NEXT', { version, after: expected.version - 1 }));
  if (!isDate(validFrom) || validFrom < (before.previous?.validFrom ?? ''))
    fault(errorDetail('LIST_BAD_DATE', { found: validFrom }));
  if (kind === 'approvers') personFaults(list, fault);
  else if (kind === 'assumptions') acceptanceFaults(list, before, fault);
  else fileFaults(list, before, fault);
  signatureFaults(list, before, fault);
  return faults;
}

/** Names on a new list of approvers that pass for one person; lists adopted before this was looked at stand as they are. */
export function namesAlike({ persons }: SignedList): ErrorDetail[] {
  return persons.flatMap(({ name }, index) => {
    const other = persons.slice(0, index).find((earlier) => isSamePerson(earlier.name, name));
    // The same name, and one that cannot be read, are reported as that.
    const isReported = other === undefined || actorKey(other.name) === actorKey(name) || !isReadableName(name);
    return isReported ? [] : [errorDetail('LIST_NAMES_ALIKE', { name, other: other.name })];
  });
}

/** Takes down a fault, with the kind and version of the list that has it. */
type Fault = (detail: ErrorDetail) => void;

function personFaults(list: SignedList, fault: Fault): void {
  const names = new Set<string>();
  const keys = new Set<string>();
  for (const { name, publicKey, roles, validFrom, validTo } of list.persons) {
    if (!isRowText(name) || actorKey(name) === '' || names.has(actorKey(name)))
      fault(errorDetail('LIST_BAD_NAME', { name }));
    else if (!isReadableName(name)) fault(errorDetail('LIST_NAME_MISLEADS', { name: asciiOf(name) }));
    if (!isSigningKey(publicKey) || keys.has(publicKey)) fault(errorDetail('LIST_BAD_KEY', { name }));
    if (roles.length === 0) fault(errorDetail('LIST_NO_ROLE', { name }));
    if (!isDate(validFrom) || (validTo !== '' && !isDate(validTo)))
      fault(errorDetail('LIST_BAD_DATE', { found: name }));
    names.add(actorKey(name));
    keys.add(publicKey);
  }
  for (const role of SIGNING_ROLES) {
    if (!list.persons.some((person) => person.roles.includes(role))) fault(errorDetail('LIST_ROLE_EMPTY', { role }));
  }
  if (list.files.length > 0 || list.accepted !== undefined || list.approvers !== '') fault(errorDetail('LIST_MIXED'));
  rightFaults(list, fault);
}

/** Each right is one that can be, said once, and somebody has the role. */
function rightFaults({ rights = [], persons }: SignedList, fault: Fault): void {
  const seen = new Set<string>();
  for (const right of rights) {
    const text = rightText(right);
    const key = `${right.act}:${right.step}=${right.role}`;
    const hasHolder = persons.some(({ roles }) => roles.includes(right.role));
    if (parseRight(text) === undefined || seen.has(key) || !hasHolder)
      fault(errorDetail('LIST_BAD_RIGHT', { right: text }));
    seen.add(key);
  }
}

function fileFaults(list: SignedList, before: ListBefore, fault: Fault): void {
  if (list.files.length === 0 || list.accepted !== undefined || list.persons.length > 0 || list.rights !== undefined)
    fault(errorDetail('LIST_MIXED'));
  for (const { name, sha256 } of list.files)
    if (!isRowText(name) || !isHex64(sha256)) fault(errorDetail('LIST_BAD_FILE', { name }));
  approversFault(list, before, fault);
}

function approversFault({ approvers }: SignedList, before: ListBefore, fault: Fault): void {
  if (before.approvers === undefined) fault(errorDetail('LIST_WITHOUT_APPROVERS'));
  else if (approvers !== hashOf(before.approvers)) fault(errorDetail('LIST_OTHER_APPROVERS'));
}

function acceptanceFaults(list: SignedList, before: ListBefore, fault: Fault): void {
  const accepted = list.accepted ?? [];
  if (accepted.length === 0 || list.files.length > 0 || list.persons.length > 0 || list.rights !== undefined)
    fault(errorDetail('LIST_MIXED'));
  const names = new Set<string>();
  for (const { name, reference } of accepted) {
    const isReadable = isRowText(name) && isRowText(reference) && name.trim() !== '' && reference.trim() !== '';
    if (!isReadable || names.has(name)) fault(errorDetail('LIST_BAD_ACCEPTANCE', { name }));
    names.add(name);
  }
  approversFault(list, before, fault);
}

function signatureFaults(list: SignedList, before: ListBefore, fault: Fault): void {
  const signers = (list.kind === 'approvers' ? (before.previous ?? list) : before.approvers)?.persons ?? [];
  const text = listText(list);
  const signed = new Set<string>();
  for (const { name, signature } of list.signatures) {
    const signer = personNamed(signers, name);
    const days = before.adoptedOn === undefined ? [list.validFrom] : [list.validFrom, before.adoptedOn];
    const dayOff = signer === undefined ? undefined : days.find((day) => !isValidOn(signer, day));
    if (signer === undefined || !signatureHolds(signer.publicKey, text, signature))
      fault(errorDetail('LIST_BAD_SIGNATURE', { name }));
    else if (dayOff !== undefined)
      fault(errorDetail('LIST_SIGNER_NOT_ON_DAY', { name, day: dayOff, ...daysOf(signer) }));
    else signed.add(actorKey(name));
  }
  if (signed.size < LIST_SIGNATURES_NEEDED) fault(errorDetail('LIST_NEEDS_SIGNATURES', { found: signed.size }));
}

/** Somebody on a list, by name as names are compared. */
export function personNamed(persons: readonly ListedPerson[], name: string): ListedPerson | undefined {
  return persons.find((person) => actorKey(person.name) === actorKey(name));
}

/** Whether a person stands on the list on a day (`YYYY-MM-DD`). */
export function isValidOn(person: ListedPerson, day: string): boolean {
  return person.validFrom <= day && (person.validTo === '' || day <= person.validTo);
}

function daysOf({ validFrom, validTo }: ListedPerson): { from: string; to: string } {
  return { from: validFrom, to: validTo === '' ? '-' : validTo };
}

/** A name with every character that does not belong to plain text shown by its number. */
function asciiOf(name: string): string {
  return [...name].map((letter) => (/[ -~æøåÆØÅ]/.test(letter) ? letter : `<U+${hex(letter)}>`)).join('');
}

function hex(letter: string): string {
  return (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}

function hashOf(list: SignedList | undefined): string {
  return list === undefined ? '' : listHash(list);
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && parseDay(text) !== undefined;
}

/** Scripts whose letters look alike. */
const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u];

/**
 * Whether a name can be told from every other one by looking at it: no invisible characters, and no letters of several
 * scripts mixed, so that nobody stands twice on a list under what reads as one name.
 */
function isReadableName(name: string): boolean {
  const scripts = SCRIPTS.filter((script) => script.test(name)).length;
  return scripts <= 1 && !/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}]/u.test(name);
}
