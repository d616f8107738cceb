import { dirname, join, resolve } from 'node:path';
import { readGivenFile } from '../../app/read-given-file';
import { foldersToVerify } from '../../app/verify/folders-to-verify';
import type { VerifyInput } from '../../app/verify/verify-input';
import { pseudonymKeyId, readPseudonymKey } from '../../audit';
import { pathExists, readText } from '../../effects';
import { MANIFEST_FILE } from '../../payout';
import { loadSettings, type SettingFlags } from '../config/settings';
import type { CliContext } from '../context';
import { FlagReader } from '../flag-reader';

/** Flags of `verify`. */
export interface VerifyFlags extends SettingFlags {
  readonly head?: string;
  readonly extract?: string;
  readonly sql?: boolean;
  /** Runs that are not posted are asked for, too. */
  readonly draft?: boolean;
  readonly tables?: string;
  readonly journal?: string;
}

/** Reads the flags of `verify`; what is wrong with them is told at once. */
export function verifyInput(folders: readonly string[], flags: VerifyFlags, context: CliContext): VerifyInput {
  const { cwd } = context.terminal;
  const settings = loadSettings(flags, context.terminal);
  const reader = new FlagReader();
  const rejectLimitPercent = reader.percent('--reject-limit', flags.rejectLimit);
  const { db, head, extract, journal } = flags;
  if (db === undefined && (head !== undefined || journal !== undefined)) reader.required('--db', undefined);
  if (extract !== undefined && folders.length !== 1) {
    reader.problem('FLAG_FOR_ONE_RUN', { flag: '--extract', runs: folders.length });
  }
  if (head !== undefined && !/^[0-9a-f]{64}$/.test(head)) {
    reader.problem('FLAG_BAD_VALUE', { flag: '--head', value: head, expected: '[0-9a-f]{64}' });
  }
  if (db !== undefined && journal !== undefined && resolve(cwd, db) === resolve(cwd, journal)) {
    reader.problem('FLAG_IS_LEDGER', { flag: '--journal', file: journal });
  }
  reader.finish(context.commandName);
  const absolute = foldersToVerify(folders, db === undefined ? undefined : settings.db, cwd);
  const given = (path: string | undefined): string | undefined => (path === undefined ? undefined : resolve(cwd, path));
  return {
    folders: absolute,
    db: db === undefined ? undefined : settings.db,
    head,
    extract: given(extract),
    rates: flags.rates?.map((path) => resolve(cwd, path)) ?? [],
    recipients: given(flags.recipients),
    columns: given(flags.columns),
    rejectLimitPercent,
    tables: given(flags.tables),
    key: findKey(given(flags.pseudonymKeyFile), settings.pseudonymKeyFile, db !== undefined, absolute),
    sql: flags.sql ?? false,
    journal: given(journal),
  };
}

/**
 * The key that is named, else the one beside the runs or beside the ledger where it lies there. Where no ledger was
 * named, the usual one may be of another installation: its key counts only if a run names it.
 */
function findKey(
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
