import { createPublicKey, verify } from 'node:crypto';
import { personKey } from '../../domain/person-key';
import type { Findings } from './findings';
import { sha256 } from './hashes';
import { either, listOf, objectOf, oneOf, type Shaped, text, whole } from './shapes';
import { ROLES } from './vocabulary';

/** Lists that two persons approve: who may sign, which rates files and newer tables may be used, which assumptions hold. */
export const LIST_KINDS = ['approvers', 'rates', 'tables', 'assumptions'] as const;
type ListKind = (typeof LIST_KINDS)[number];

const PERSON = objectOf({
  name: text(),
  public_key: text(),
  roles: listOf(oneOf('runner', 'attestant', 'approver')),
  valid_from: text(),
  valid_to: text(),
});
const LIST = objectOf(
  {
    kind: oneOf(...LIST_KINDS),
    version: whole(1),
    valid_from: text(),
    previous: text(),
    approvers: text(),
    persons: listOf(PERSON),
    files: listOf(objectOf({ name: text(), sha256: text() })),
    signatures: listOf(objectOf({ name: text(), signature: text() })),
    sha256: text(),
  },
  {
    accepted: listOf(objectOf({ name: text(), reference: text() })),
    rights: listOf(objectOf({ act: text(), step: text(), role: text(), limit_nok: either(whole(0), oneOf(null)) })),
  },
);
/** A file of lists beside a run folder: every version from the first on. */
export const LISTS = objectOf({ format: oneOf(1), kind: oneOf(...LIST_KINDS), versions: listOf(LIST) });

export type SignedList = Shaped<typeof LIST>;
export type ListedPerson = Shaped<typeof PERSON>;

/** What is hashed and signed of a list (LEDGER.md, "Lists and signatures"). */
export function listText({
  kind,
  version,
  valid_from,
  previous,
  approvers,
  persons,
  rights,
  files,
  accepted,
}: SignedList): string {
  return textOf([
    ['norsktilskudd list', 1],
    ['list', kind, version, valid_from, previous, approvers],
    ...persons.map((person) => {
      const roles = ROLES.filter((role) => person.roles.some((own) => own === role)).join(',');
      return ['person', person.name, person.public_key, roles, person.valid_from, person.valid_to];
    }),
    ...(rights ?? []).map(({ act, step, role, limit_nok }) => ['right', act, step, role, limit_nok ?? '']),
    ...files.map((file) => ['file', file.name, file.sha256]),
    ...(accepted ?? []).map(({ name, reference }) => ['accepted', name, reference]),
  ]);
}

/** Rows of text that are hashed or signed: fields with a tab between them, a line feed at the end. */
export function textOf(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.join('\t')}\n`).join('');
}

export function listHash(list: SignedList): string {
  return sha256(listText(list));
}

/** Names are the same person's whatever their blanks and capitals. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Somebody who stands on a list on a day, by name. */
export function personOn(list: SignedList | undefined, name: string, day: string): ListedPerson | undefined {
  const isValid = (person: ListedPerson): boolean =>
    person.valid_from <= day && (person.valid_to === '' || day <= person.valid_to);
  return list?.persons.find((person) => nameKey(person.name) === nameKey(name) && isValid(person));
}

const STEPS: Readonly<Record<string, string>> = { runner: 'propose', attestant: 'attest', approver: 'confirm' };

/** What a batch asks of those who sign it: a run what it pays, an annulment what it takes back. */
export interface SignedBatch {
  readonly act: 'run' | 'annulment';
  readonly amountNok: number;
}

/** Whether a list lets somebody sign a batch of so much in a role: where it says nothing of that, the role says it alone. */
export function maySignBatch(
  { rights = [] }: SignedList,
  { roles }: ListedPerson,
  role: string,
  { act, amountNok }: SignedBatch,
): boolean {
  const rules = rights.filter((right) => right.act === act && right.step === STEPS[role]);
  const mine = rules.filter((right) => roles.some((own) => own === right.role));
  return rules.length === 0 || mine.some(({ limit_nok }) => limit_nok === null || amountNok <= limit_nok);
}

/** An Ed25519 signature (RFC 8032) over a text; the key is 64 hex digits. False for what is no key or no signature. */
export function isSignedBy(publicKey: string, signed: string, signature: string): boolean {
  if (!/^[0-9a-f]{64}$/.test(publicKey) || !/^[0-9a-f]{128}$/.test(signature)) return false;
  try {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey, 'hex').toString('base64url') };
    return verify(
      null,
      Buffer.from(signed),
      createPublicKey({ key: jwk, format: 'jwk' }),
      Buffer.from(signature, 'hex'),
    );
  } catch {
    return false;
  }
}

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

/** Points of small order, without the sign bit: under such a key one signature fits every text (RFC 8032, section 8). */
const SMALL_ORDER = [
  `00${'00'.repeat(31)}`,
  `01${'00'.repeat(31)}`,
  `ec${'ff'.repeat(30)}7f`,
  `ed${'ff'.repeat(30)}7f`,
  `ee${'ff'.repeat(30)}7f`,
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
];

function isSigningKey(key: string): boolean {
  if (!/^[0-9a-f]{64}$/.test(key)) return false;
  const bytes = Buffer.from(key, 'hex');
  bytes[31] = (bytes[31] ?? 0) & 0x7f;
  return !SMALL_ORDER.includes(bytes.toString('hex'));
}
