import { dirname, join, resolve } from 'node:path';
import { readPseudonymKey } from '../../audit';
import { NorsktilskuddError } from '../../domain';
import { pathExists } from '../../effects';
import { loadSettings, type SettingFlags } from '../config/settings';
import type { CliContext } from '../context';
import { FlagReader } from '../flag-reader';

/** Flags of `verify`. */
export interface VerifyFlags extends SettingFlags {
  readonly head?: string;
  readonly extract?: string;
  readonly sql?: boolean;
  readonly journal?: string;
}

/** What a user asked `verify` for. Paths are absolute. */
export interface VerifyInput {
  /** In the order in which they were posted. */
  readonly folders: readonly string[];
  readonly db: string | undefined;
  readonly head: string | undefined;
  readonly extract: string | undefined;
  readonly rates: readonly string[];
  readonly recipients: string | undefined;
  readonly columns: string | undefined;
  readonly rejectLimitPercent: number | null;
  readonly key: Uint8Array | undefined;
  readonly sql: boolean;
  readonly journal: string | undefined;
}

/** Reads the flags of `verify`; what is wrong with them is told at once. */
export function verifyInput(folders: readonly string[], flags: VerifyFlags, context: CliContext): VerifyInput {
  const { cwd } = context.terminal;
  const settings = loadSettings(flags, context.terminal);
  const reader = new FlagReader();
  const rejectLimitPercent = reader.percent('--reject-limit', settings.rejectLimit) ?? null;
  const { db, head, extract, journal } = flags;
  if (db === undefined && (head !== undefined || journal !== undefined)) reader.required('--db', undefined);
  if (extract !== undefined && folders.length !== 1) {
    reader.problem('FLAG_BAD_VALUE', { flag: '--extract', value: extract, expected: '1' });
  }
  if (head !== undefined && !/^[0-9a-f]{64}$/.test(head)) {
    reader.problem('FLAG_BAD_VALUE', { flag: '--head', value: head, expected: '[0-9a-f]{64}' });
  }
  reader.finish(context.commandName);
  const absolute = folders.map((folder) => resolve(cwd, folder));
  const given = (path: string | undefined): string | undefined => (path === undefined ? undefined : resolve(cwd, path));
  return {
    folders: absolute,
    db: given(db),
    head,
    extract: given(extract),
    rates: flags.rates?.map((path) => resolve(cwd, path)) ?? [],
    recipients: extract === undefined ? undefined : settings.recipients,
    columns: settings.columns,
    rejectLimitPercent,
    key: findKey(flags.pseudonymKeyFile && resolve(cwd, flags.pseudonymKeyFile), settings.pseudonymKeyFile, absolute),
    sql: flags.sql ?? false,
    journal: given(journal),
  };
}

/** The key that is named, else the one beside the ledger or beside the runs where it lies there. */
function findKey(named: string | undefined, usual: string, folders: readonly string[]): Uint8Array | undefined {
  if (named !== undefined) {
    if (!pathExists(named)) throw new NorsktilskuddError('input', 'PSEUDONYM_KEY_UNREADABLE', { file: named });
    return readPseudonymKey(named);
  }
  const beside = folders.map((folder) => join(dirname(dirname(folder)), 'pseudonym.key'));
  const path = [...beside, usual].find((candidate) => pathExists(candidate));
  return path === undefined ? undefined : readPseudonymKey(path);
}
