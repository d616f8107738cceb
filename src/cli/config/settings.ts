import { resolve } from 'node:path';
import { holdsPersonId, NorsktilskuddError, visibleText } from '../../domain';
import { isFolder, kindOfPath, pathExists, realPath, requireFileOrNothing } from '../../effects';
import type { LoweredLimits } from '../../register';
import type { Terminal } from '../terminal';
import type { ConfigFile } from './config-file';
import { readEnvironment } from './environment';

/** Name of the configuration file that is looked for in the current folder. */
export const CONFIG_FILE_NAME = 'norsktilskudd.json';
/** Name of the ledger where none is given. */
export const DEFAULT_LEDGER = 'norsktilskudd.db';

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
  readonly limits: NonNullable<ConfigFile['limits']>;
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
  const environment = readEnvironment(terminal.env);
  const configFile = findConfigFile(flags.config ?? environment.config, terminal.cwd);
  const file = configFile === undefined ? {} : loadConfigFile(configFile);
  const fromFile = (value: string): string => resolve(configFile ?? terminal.cwd, '..', value);
  const fromHere = (value: string): string => resolve(terminal.cwd, value);
  const origins: Record<string, Origin> = {};

  const choose = (key: string, flag: string | undefined, variable: string | undefined, inFile: string | undefined) => {
    origins[key] =
      flag !== undefined ? 'flag' : variable !== undefined ? 'environment' : inFile !== undefined ? 'file' : 'default';
    return flag ?? variable ?? inFile;
  };
  const choosePath = (
    key: string,
    flag: string | undefined,
    variable: string | undefined,
    inFile: string | undefined,
  ) => choose(key, flag && fromHere(flag), variable && fromHere(variable), inFile && fromFile(inFile));

  const db = ledgerPath(choosePath('db', flags.db, environment.db, file.ledger) ?? fromHere(DEFAULT_LEDGER));
  const rates = flags.rates?.map(fromHere) ?? environment.rates?.split(',').map(fromHere) ?? file.rates?.map(fromFile);
  const settings: Settings = {
    configFile,
    db,
    runsFolder: choosePath('runs_folder', undefined, environment.runsFolder, file.runs_folder),
    recipients: choosePath('recipients', flags.recipients, environment.recipients, file.recipients),
    rates: rates ?? [],
    columns: choosePath('columns', flags.columns, environment.columns, file.columns),
    pseudonymKeyFile:
      choosePath('pseudonym_key_file', flags.pseudonymKeyFile, environment.pseudonymKeyFile, file.pseudonym_key_file) ??
      `${db}.d/pseudonym.key`,
    rejectLimit: choose(
      'reject_limit',
      flags.rejectLimit,
      environment.rejectLimit,
      file.limits?.reject_percent?.toString(),
    ),
    approvers: file.approvers,
    limits: file.limits ?? {},
    readingLimits: {
      lineBytes: file.limits?.line_bytes,
      fieldBytes: file.limits?.field_bytes,
      rejectsListed: file.limits?.rejects_listed,
    },
    as: readableName(choose('as', flags.as, environment.as, undefined)),
    keyFile: choosePath('key_file', flags.key, environment.keyFile, file.key_file),
    keyPassphrase: environment.keyPassphrase ?? '',
    requireSignatures: file.require_signatures ?? false,
    approversList: choosePath('approvers_list', flags.approvers, environment.approversList, file.approvers_list),
    origins,
  };
  refuseOthers(settings);
  return settings;
}

/**
 * The path of a ledger without links, so that the same things stand beside it by whatever name it is opened. Only where
 * they stand beside the link (earlier versions put them there) that name is kept.
 */
function ledgerPath(given: string): string {
  const real = realPath(given);
  const standBesideLink = isFolder(`${given}.d`) && (!isFolder(`${real}.d`) || pathExists(`${given}.d/posted.txt`));
  return standBesideLink && realPath(`${given}.d`) !== realPath(`${real}.d`) ? given : real;
}

/** Files that are opened rather than read whole: what is no file in their place is told before anything is done. */
function refuseOthers({ db, keyFile, pseudonymKeyFile, approversList }: Settings): void {
  const files = {
    '--db': db,
    '--key': keyFile,
    '--pseudonym-key-file': pseudonymKeyFile,
    '--approvers': approversList,
  };
  for (const [flag, file] of Object.entries(files)) {
    if (file === undefined) continue;
    if (kindOfPath(file) === 'folder') throw new NorsktilskuddError('usage', 'GIVEN_FILE_IS_FOLDER', { file, flag });
    requireFileOrNothing(file);
  }
}

/**
 * A name stands in the journal for ever and is printed to others: no person id, no characters that cannot be seen.
 * Blanks alone are no name.
 */
function readableName(name: string | undefined): string | undefined {
  if (name === undefined || name.trim() === '') return undefined;
  if (holdsPersonId(name)) throw new NorsktilskuddError('usage', 'FLAG_HOLDS_ID', { flag: '--as' });
  if (visibleText(name) !== name) {
    throw new NorsktilskuddError('usage', 'FLAG_CONTROL_CHARACTERS', { flag: '--as' });
  }
  return name.trim();
}

function findConfigFile(named: string | undefined, cwd: string): string | undefined {
  if (named !== undefined) {
    const file = resolve(cwd, named);
    if (kindOfPath(file) === 'none') throw new NorsktilskuddError('usage', 'CONFIG_MISSING', { file: named });
    return file;
  }
  const file = resolve(cwd, CONFIG_FILE_NAME);
  return kindOfPath(file) === 'none' ? undefined : file;
}

/** The checker of the file is loaded only where there is a file: it costs a tenth of a second. */
function loadConfigFile(file: string): ConfigFile {
  const loaded: typeof import('./config-file') = require('./config-file');
  return loaded.readConfigFile(file);
}
