import type { Text } from '../../messages';

/** A flag of the command line. */
export interface Flag {
  readonly syntax: string;
  readonly text: Text;
  /** May be given several times: each value is added to a list. */
  readonly repeated?: boolean;
}

/** Flags by the names that commands know them by. */
export type FlagGroup = Readonly<Record<string, Flag>>;
