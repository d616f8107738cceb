import * as z from 'zod';
import { LIST_KINDS, type ListedPerson, SIGNING_ROLES, type SignedList } from '../../ledger';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** index.json of an approval folder, format 1. */
export const approvalIndexSchema = z.strictObject({
  format: z.literal(1),
  run_id: z.string(),
  manifest_sha256: sha256,
  signatures: z.array(
    z.strictObject({
      role: z.enum(SIGNING_ROLES),
      name: z.string(),
      at: z.string(),
      file: z.string(),
      public_key: sha256,
      signature: z.string().regex(/^[0-9a-f]{128}$/),
    }),
  ),
  files: z.array(z.strictObject({ name: z.string(), bytes: z.int().nonnegative(), sha256 })),
});
export type ApprovalIndex = z.infer<typeof approvalIndexSchema>;

const personSchema = z
  .strictObject({
    name: z.string(),
    public_key: z.string(),
    roles: z.array(z.enum(SIGNING_ROLES)),
    valid_from: z.string(),
    valid_to: z.string(),
  })
  .transform(
    (person): ListedPerson => ({
      name: person.name,
      publicKey: person.public_key,
      roles: person.roles,
      validFrom: person.valid_from,
      validTo: person.valid_to,
    }),
  );

/** One version of a list as it stands in a file. */
export const listSchema = z
  .strictObject({
    kind: z.enum(LIST_KINDS),
    version: z.int().positive(),
    valid_from: z.string(),
    previous: z.string(),
    approvers: z.string(),
    persons: z.array(personSchema),
    files: z.array(z.strictObject({ name: z.string(), sha256: z.string() })),
    signatures: z.array(z.strictObject({ name: z.string(), signature: z.string() })),
    sha256: z.string().optional(),
  })
  .transform((list): SignedList & { readonly sha256: string | undefined } => ({
    kind: list.kind,
    version: list.version,
    validFrom: list.valid_from,
    previous: list.previous,
    approvers: list.approvers,
    persons: list.persons,
    files: list.files,
    signatures: list.signatures,
    sha256: list.sha256,
  }));

/** approvers.json and rates.json of an approval folder: every version from the first on. */
export const listsSchema = z.strictObject({
  format: z.literal(1),
  kind: z.enum(LIST_KINDS),
  versions: z.array(listSchema),
});
