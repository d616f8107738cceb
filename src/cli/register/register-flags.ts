import { resolve } from 'node:path';
import type { RegisterPlace } from '../../app/register/open-place';
import type { Component, Day } from '../../domain';
import type { SettingFlags, Settings } from '../config/settings';
import type { FlagReader } from '../flag-reader';

/** Flags of every command that calculates from a register. */
export interface RegisterFlags extends SettingFlags {
  readonly extract?: string;
  readonly snapshot?: string;
  readonly year?: string;
  readonly asOf?: string;
  readonly exclude?: readonly string[];
}

/** Names of the flags that tell which register is read and how; D is that of a whole year. */
export const REGISTER_FLAGS = ['extract', 'snapshot', 'year', 'asOfYear', 'rejectLimit', 'columns'] as const;

/** What those flags say. */
export interface RegisterRequest {
  /** undefined where no register is named. */
  readonly place: RegisterPlace | undefined;
  readonly asOf: Day | undefined;
  readonly excluded: readonly Component[];
  readonly rejectLimitPercent: number | null;
}

/** Reads the flags; what is wrong with them goes to the reader. */
export function readRegisterFlags(
  flags: RegisterFlags,
  settings: Settings,
  reader: FlagReader,
  cwd: string,
): RegisterRequest {
  const { extract, snapshot } = flags;
  if (extract !== undefined && snapshot !== undefined) {
    reader.problem('FLAGS_EXCLUDE', { flags: '--extract, --snapshot' });
  }
  const folder = extract === undefined ? undefined : { extract: resolve(cwd, extract) };
  return {
    place: snapshot === undefined ? folder : { snapshotId: snapshot },
    asOf: reader.day('--as-of', flags.asOf),
    excluded: reader.components('--exclude', flags.exclude),
    rejectLimitPercent: reader.percent('--reject-limit', settings.rejectLimit) ?? null,
  };
}

/** The same for a command that can do nothing without a register. */
export function needRegisterFlags(
  flags: RegisterFlags,
  settings: Settings,
  reader: FlagReader,
  cwd: string,
): RegisterRequest & { readonly place: RegisterPlace } {
  const request = readRegisterFlags(flags, settings, reader, cwd);
  return { ...request, place: request.place ?? { extract: reader.required('--extract', flags.extract) } };
}
