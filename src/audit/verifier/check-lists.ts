import { personKey } from '../../domain/person-key';
import type { Findings } from './findings';
import type { Shaped } from './shapes';
import {
  type LISTS,
  type ListedPerson,
  type ListKind,
  listHash,
  listText,
  nameKey,
  personOn,
  type SignedList,
} from './signed-lists';
import { isSignedBy, isSigningKey } from './signing-keys';
import { ROLES } from './vocabulary';

/**
 * Every version of a list names the one before it and is signed by two persons of the approvers in force before it; two of
 * its own sign the first list of approvers, which is anchored by its hash in the ledger's first acts.
 *
 * @param approvers every version of the list of approvers, for a list of another kind
 */
export function checkLists(
  kind: ListKind,
  { kind: kindOfFile, versions }: Shaped<typeof LISTS>,
  approvers: readonly SignedList[],
  findings: Findings,
): void {
  const file = `${kind}.json`;
  const owners = new Map<string, string>(); // one key is one person, in every version
  versions.forEach((list, place) => {
    const inForce =
      kind === 'approvers' ? versions[place - 1] : approvers.find((one) => listHash(one) === list.approvers);
    const reasons = [
      kindOfFile === kind && list.kind === kind ? '' : 'kind',
      list.sha256 === listHash(list) ? '' : 'sha256',
      ...listFaults(list, versions[place - 1], inForce),
      ...list.persons.map(({ name, public_key: key }) => {
        const owner = owners.get(key) ?? nameKey(name);
        owners.set(key, owner);
        return owner === nameKey(name) ? '' : 'LIST_BAD_KEY';
      }),
    ].filter((reason) => reason !== '');
    const [reason] = reasons;
    if (reason !== undefined) findings.add('APPROVAL_LIST_BROKEN', file, { version: list.version, reason });
  });
}

/** What is wrong with a version of a list. */
function listFaults(list: SignedList, previous: SignedList | undefined, inForce: SignedList | undefined): string[] {
  const isNext =
    list.version === (previous?.version ?? 0) + 1 && list.previous === (previous ? listHash(previous) : '');
  const isDated = isDate(list.valid_from) && (previous?.valid_from ?? '') <= list.valid_from;
  const signers = list.kind === 'approvers' ? (inForce ?? list) : inForce;
  const good = list.signatures.filter(({ name, signature }) => {
    const person = personOn(signers, name, list.valid_from);
    return person !== undefined && isSignedBy(person.public_key, listText(list), signature);
  });
  return [
    isNext ? '' : 'LIST_NOT_NEXT',
    isDated ? '' : 'LIST_BAD_DATE',
    ...(list.kind === 'approvers' ? personFaults(list) : contentFaults(list, inForce)),
    good.length === list.signatures.length ? '' : 'LIST_BAD_SIGNATURE',
    new Set(good.map((row) => personKey(row.name))).size >= 2 ? '' : 'LIST_NEEDS_SIGNATURES',
  ];
}

function personFaults({ persons, files, accepted, approvers }: SignedList): string[] {
  const names = persons.map(({ name }) => personKey(name));
  const keys = persons.map((person) => person.public_key);
  const isNamed = persons.every(({ name }) => isRowText(name) && isReadableName(name)) && !names.includes('');
  const isValid = (person: ListedPerson): boolean =>
    isDate(person.valid_from) && (person.valid_to === '' || isDate(person.valid_to));
  return [
    isNamed && new Set(names).size === names.length ? '' : 'LIST_BAD_NAME',
    keys.every(isSigningKey) && new Set(keys).size === keys.length ? '' : 'LIST_BAD_KEY',
    persons.every(({ roles }) => roles.length > 0) ? '' : 'LIST_NO_ROLE',
    persons.every(isValid) ? '' : 'LIST_BAD_DATE',
    ROLES.every((role) => persons.some(({ roles }) => roles.some((own) => own === role))) ? '' : 'LIST_ROLE_EMPTY',
    files.length === 0 && accepted === undefined && approvers === '' ? '' : 'LIST_MIXED',
  ];
}

function contentFaults({ kind, persons, files, accepted }: SignedList, inForce: SignedList | undefined): string[] {
  const isOfFiles = kind !== 'assumptions' && files.length > 0 && accepted === undefined;
  const isOfNames = kind === 'assumptions' && files.length === 0 && (accepted ?? []).length > 0;
  const isFile = (file: { name: string; sha256: string }): boolean =>
    isRowText(file.name) && /^[0-9a-f]{64}$/.test(file.sha256);
  const names = (accepted ?? []).map(({ name }) => name);
  const isAccepted = (row: { name: string; reference: string }): boolean =>
    [row.name, row.reference].every((text) => isRowText(text) && text.trim() !== '');
  return [
    persons.length === 0 && (isOfFiles || isOfNames) ? '' : 'LIST_MIXED',
    files.every(isFile) ? '' : 'LIST_BAD_FILE',
    (accepted ?? []).every(isAccepted) && new Set(names).size === names.length ? '' : 'LIST_BAD_ACCEPTANCE',
    inForce ? '' : 'LIST_WITHOUT_APPROVERS',
  ];
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;
}

/** Text that can stand in a row: short, without control characters. */
function isRowText(text: string): boolean {
  return text.length <= 64 && !/\p{Cc}/u.test(text);
}

/** A name that can be told from every other by looking at it: nothing unseen, no letters of several scripts mixed. */
function isReadableName(name: string): boolean {
  const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u];
  const isMixed = scripts.filter((script) => script.test(name)).length > 1;
  return !isMixed && !/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}]/u.test(name);
}
