import { join } from 'node:path';
import { NorsktilskuddError } from '../../domain';
import { makeFolder, nowUtc } from '../../effects';
import { SIGNING_ROLES, type SigningRole } from '../../ledger';
import { makeKey, proposeList, signList } from '../lists/lists';

/** Folder of the keys that are made with an installation. */
export const KEYS_FOLDER = 'keys';
/** The list of approvers that a ledger begins with. */
export const FIRST_LIST = 'approvers-1.json';

/** Somebody who gets a key. */
export interface NewSigner {
  readonly name: string;
  readonly role: SigningRole;
}

/**
 * Keys for the persons of a new ledger, each in a file of its own, and the first list of approvers, signed by the first two of
 * them. Each key is then handed to its owner, who alone keeps it; a later list can name keys that their owners have made.
 *
 * @throws NorsktilskuddError usage SIGNERS_INCOMPLETE where a role has nobody; those of makeKey()
 */
export function makeSigners(
  folder: string,
  signers: readonly NewSigner[],
  passphrase: string,
): { readonly files: readonly string[]; readonly list: string } {
  const missing = SIGNING_ROLES.filter((role) => !signers.some((signer) => signer.role === role));
  if (missing.length > 0) throw new NorsktilskuddError('usage', 'SIGNERS_INCOMPLETE', { roles: missing.join(', ') });
  makeFolder(join(folder, KEYS_FOLDER));
  const keys = signers.map(({ name, role }) => {
    const file = join(folder, KEYS_FOLDER, `${fileNameOf(name)}.key`);
    return { name, ...makeKey({ name, roles: [role], file, passphrase }) };
  });
  const list = join(folder, FIRST_LIST);
  const none = { rights: [], rates: [], tables: undefined, accept: [] };
  const persons = keys.map(({ personFile }) => personFile);
  proposeList(join(folder, 'no-ledger'), {
    ...none,
    kind: 'approvers',
    out: list,
    validFrom: nowUtc().slice(0, 10),
    persons,
  });
  for (const { name, file } of keys.slice(0, 2)) signList(list, { name, keyFile: file, keyPassphrase: passphrase });
  return { files: [...keys.flatMap(({ file, personFile }) => [file, personFile]), list], list };
}

/** A name as a file's: letters and digits of it. */
function fileNameOf(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-');
}
