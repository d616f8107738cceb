import * as z from 'zod';
import { type Canonical, canonicalJson, jsonOfFile, NorsktilskuddError } from '../domain';
import { writeWholeFile } from '../effects';
import { LIST_KINDS, type ListedPerson, SIGNING_ROLES, type SignedList } from '../ledger';
import { listJson } from './approval-folder';

const PERSON = z.strictObject({
  name: z.string(),
  public_key: z.string(),
  roles: z.array(z.enum(SIGNING_ROLES)),
  valid_from: z.string(),
  valid_to: z.string(),
});

const RIGHT = z.strictObject({
  act: z.string(),
  step: z.enum(['propose', 'attest', 'confirm']),
  role: z.enum(SIGNING_ROLES),
  limit_nok: z.int().nonnegative().nullable(),
});

const LIST = z.strictObject({
  kind: z.enum(LIST_KINDS),
  version: z.int().positive(),
  valid_from: z.string(),
  previous: z.string(),
  approvers: z.string(),
  persons: z.array(PERSON),
  rights: z.array(RIGHT).optional(),
  files: z.array(z.strictObject({ name: z.string(), sha256: z.string() })),
  accepted: z.array(z.strictObject({ name: z.string(), reference: z.string() })).optional(),
  signatures: z.array(z.strictObject({ name: z.string(), signature: z.string() })),
});

/**
 * A list of approvers, rates, tables or assumptions as people send it to each other: one version, with the signatures so far.
 *
 * @throws NorsktilskuddError input LIST_FILE_UNREADABLE; as jsonOfFile
 */
export function parseListFile(bytes: Buffer, file: string): SignedList {
  const list = parsed(bytes, file, LIST);
  return {
    kind: list.kind,
    version: list.version,
    validFrom: list.valid_from,
    previous: list.previous,
    approvers: list.approvers,
    persons: list.persons.map(personOf),
    ...(list.rights && {
      rights: list.rights.map(({ act, step, role, limit_nok: limitNok }) => ({ act, step, role, limitNok })),
    }),
    files: list.files,
    ...(list.accepted && { accepted: list.accepted }),
    signatures: list.signatures,
  };
}

export function writeListFile(path: string, list: SignedList): void {
  writeWholeFile(path, canonicalJson(listJson(list), 'lines'));
}

/** Somebody as `keys new` writes them down, to be put on a list. @throws NorsktilskuddError input LIST_FILE_UNREADABLE */
export function parsePersonFile(bytes: Buffer, file: string): ListedPerson {
  return personOf(parsed(bytes, file, PERSON));
}

export function writePersonFile(path: string, person: ListedPerson): void {
  const { name, publicKey, roles, validFrom, validTo } = person;
  const json: Canonical = { name, public_key: publicKey, roles: [...roles], valid_from: validFrom, valid_to: validTo };
  writeWholeFile(path, canonicalJson(json, 'lines'));
}

function personOf(person: z.infer<typeof PERSON>): ListedPerson {
  const { name, public_key: publicKey, roles, valid_from: validFrom, valid_to: validTo } = person;
  return { name, publicKey, roles, validFrom, validTo };
}

function parsed<T>(bytes: Buffer, file: string, shape: z.ZodType<T>): T {
  const result = shape.safeParse(jsonOf(bytes, file));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue?.path.join('.') ?? '';
  throw new NorsktilskuddError('input', 'LIST_FILE_UNREADABLE', { file, where, reason: issue?.message ?? '' });
}

/** What is no JSON at all is reported as what it should be; JSON beyond the limits as that. */
function jsonOf(bytes: Buffer, file: string): unknown {
  try {
    return jsonOfFile(bytes, file).value;
  } catch (cause) {
    if (!(cause instanceof NorsktilskuddError && cause.code === 'CONFIG_NOT_JSON')) throw cause;
    const { line = 0, column = 0 } = cause.params;
    throw new NorsktilskuddError('input', 'LIST_FILE_UNREADABLE', { file, where: `${line}:${column}`, reason: 'JSON' });
  }
}
