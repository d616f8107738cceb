import type { BatchLimits } from '../../analysis/preview/limits';
import type { LoweredLimits } from '../../register';
import { callWith } from '../declare/call';
import type { Source } from '../declare/source';
import { SETTINGS } from '../flags/settings';
import * as sources from '../flags/sources';
import type { Terminal } from '../terminal';

export { DEFAULT_LEDGER } from '../flags/sources';
export { CONFIG_FILE_NAME } from './config-values';

/** Flags that stand for settings, as every command gives them on; each command has those that it needs. */
export interface SettingFlags {
  readonly config?: string;
  readonly db?: string;
  readonly recipients?: string;
  readonly rates?: readonly string[];
  readonly columns?: string;
  readonly pseudonymKeyFile?: string;
  readonly rejectLimit?: string;
  readonly as?: string;
  readonly key?: string;
  readonly approvers?: string;
}

/** Where a setting came from. */
export type Origin = 'flag' | 'environment' | 'file' | 'default';

/** Settings of a command: flags, then environment, then file, then defaults. Paths are absolute. */
export interface Settings {
  /** The configuration file that was read; undefined where there is none. */
  readonly configFile: string | undefined;
  readonly db: string;
  /** Folder in which every run gets a folder; undefined: beside the ledger. */
  readonly runsFolder: string | undefined;
  readonly recipients: string | undefined;
  readonly rates: readonly string[];
  readonly columns: string | undefined;
  readonly pseudonymKeyFile: string;
  /** Percent as given, still to be read; undefined: no row may be rejected. */
  readonly rejectLimit: string | undefined;
  readonly approvers: readonly string[] | undefined;
  /** Limits of a batch, above which its approval wants a reason. */
  readonly limits: BatchLimits & {
    fewer_persons_percent?: number | undefined;
    appropriation_nok?: Record<string, number>;
  };
  /** Limits of reading that the file lowers. */
  readonly readingLimits: LoweredLimits;
  readonly as: string | undefined;
  /** Private key to sign with; undefined: by name alone. */
  readonly keyFile: string | undefined;
  /** From the environment alone; empty for a key without one. */
  readonly keyPassphrase: string;
  /** True: no batch of a real ledger is approved without signatures. */
  readonly requireSignatures: boolean;
  /** First list of approvers, for a ledger that is made. */
  readonly approversList: string | undefined;
  readonly origins: Readonly<Record<string, Origin>>;
}

/** Gathers the settings of a command; refuses a configuration file that is named and missing, or wrong, and folders where files are wanted. */
export function loadSettings(flags: SettingFlags, terminal: Terminal): Settings {
  const words = new Map<string, readonly string[]>();
  const keep = (key: string, value: string | readonly string[] | undefined): void => {
    if (value !== undefined) words.set(key, typeof value === 'string' ? [value] : value);
  };
  keep('--config', flags.config);
  keep('--db', flags.db);
  keep('--recipients', flags.recipients);
  keep('--rates', flags.rates);
  keep('--columns', flags.columns);
  keep('--pseudonym-key-file', flags.pseudonymKeyFile);
  keep('--reject-limit', flags.rejectLimit);
  keep('--as', flags.as);
  keep('--key', flags.key);
  keep('--approvers', flags.approvers);
  const call = callWith(words, { terminal });
  const read = <T>(source: Source<T>): T | undefined => source.read(call)?.value;
  const db = read(sources.db) ?? '';
  const settings: Settings = {
    configFile: undefined,
    db,
    runsFolder: read(sources.runsFolder),
    recipients: read(SETTINGS.recipients),
    rates: read(SETTINGS.rates) ?? [],
    columns: read(SETTINGS.columns),
    pseudonymKeyFile: read(sources.pseudonymKeyFile) ?? '',
    rejectLimit: SETTINGS.rejectLimit.text(call),
    approvers: read(sources.approvers),
    limits: { ...read(sources.limits), fewer_persons_percent: read(SETTINGS.fewerPersonsPercent) },
    readingLimits: read(sources.readingLimits) ?? {},
    as: read(SETTINGS.as) || undefined,
    keyFile: read(SETTINGS.keyFile),
    keyPassphrase: read(SETTINGS.keyPassphrase) ?? '',
    requireSignatures: read(SETTINGS.requireSignatures) ?? false,
    approversList: read(SETTINGS.approversList),
    origins: SETTINGS.db.text(call) === undefined ? { db: 'default' } : {},
  };
  call.problems.finish('norsktilskudd');
  return settings;
}
