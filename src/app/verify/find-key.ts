import { dirname, join } from 'node:path';
import { pseudonymKeyId, readPseudonymKey } from '../../audit';
import { pathExists, readText } from '../../effects';
import { MANIFEST_FILE } from '../../payout';
import { readGivenFile } from '../read-given-file';

/**
 * The key that is named, else the one beside the runs or beside the ledger where it lies there. Where no ledger was
 * named, the usual one may be of another installation: its key counts only if a run names it.
 */
export function keyForVerification(
  named: string | undefined,
  usual: string,
  ledgerNamed: boolean,
  folders: readonly string[],
): Uint8Array | undefined {
  if (named !== undefined) {
    readGivenFile(named, '--pseudonym-key-file');
    return readPseudonymKey(named);
  }
  const beside = folders.map((folder) => join(dirname(dirname(folder)), 'pseudonym.key'));
  const path = beside.find((candidate) => pathExists(candidate));
  if (path !== undefined) return readPseudonymKey(path);
  if (!pathExists(usual)) return undefined;
  const key = readPseudonymKey(usual);
  return ledgerNamed || folders.some((folder) => namesKey(folder, pseudonymKeyId(key))) ? key : undefined;
}

function namesKey(folder: string, keyId: string): boolean {
  const manifest = join(folder, MANIFEST_FILE);
  return pathExists(manifest) && readText(manifest).includes(`"pseudonym_key_id": "${keyId}"`);
}
