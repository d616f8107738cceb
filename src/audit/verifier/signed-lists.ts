import { sha256 } from './hashes';
import { either, listOf, objectOf, oneOf, type Shaped, text, whole } from './shapes';
import { ROLES } from './vocabulary';

/** Lists that two persons approve: who may sign, which rates files and newer tables may be used, which assumptions hold. */
export const LIST_KINDS = ['approvers', 'rates', 'tables', 'assumptions'] as const;
export type ListKind = (typeof LIST_KINDS)[number];

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
