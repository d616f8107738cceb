import { basename } from 'node:path';

/** What whoever types a command fills in: a name, another person's, a file, a day, ... */
const STEP_BLANKS = ['name', 'other', 'key', 'file', 'extract', 'day', 'reference', 'reason', 'year'] as const;
export type StepBlank = (typeof STEP_BLANKS)[number];

/** A word of a command: as it is typed, or (after what stands before it) filled in by whoever types it. */
export type StepWord = string | { readonly before?: string; readonly blank: StepBlank };

/** Kinds of steps, in the order in which a ledger is worked on. */
const STEP_KINDS = [
  'run_anew',
  'fill_rates',
  'propose_rates',
  'accept',
  'propose_assumptions',
  'sign',
  'attest',
  'approve',
  'withdraw',
  'confirm_act',
  'drop_act',
  'import_recipients',
  'confirm_recipients',
  'see_blocked',
  'write_files',
  'hand_over',
  'clear_unknown',
  'confirm_receipt_withdrawal',
  'read_receipts',
  'record_outcome',
  'pay_again',
  'year_end',
  'next_year',
  'run',
  'make_key',
  'propose_approvers',
  'sign_list',
  'adopt_list',
  'init',
  'doctor',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** A command that can be given next, for this ledger as it stands. */
export interface NextStep {
  readonly kind: StepKind;
  /** Words after the program's name, without the flags that name ledger and settings. */
  readonly words: readonly StepWord[];
  /** Run that it is about; empty for none. */
  readonly runId: string;
  /** What keeps the run from going on, by name (`A10`, `grunntilskudd/2018/low`, `missing-persons`); empty where nothing does. */
  readonly blockedBy: readonly string[];
}

/** What of the settings decides what comes next. */
export interface StepSettings {
  /** Files of payments can be written: `payment` is set. */
  readonly hasPayer: boolean;
  /** The file of recipients of the settings; undefined where they name none. */
  readonly recipients: string | undefined;
  /** Rates files of the settings. */
  readonly rates: readonly string[];
  /** Folder of the settings, in which a year's sheet of rates can be made: empty for the folder of the call, undefined for none. */
  readonly settingsFolder: string | undefined;
  /** Grant year of the settings; undefined where they name none. */
  readonly grantYear: number | undefined;
}

/** Of a call without settings. */
export const NO_STEP_SETTINGS: StepSettings = {
  hasPayer: false,
  recipients: undefined,
  rates: [],
  settingsFolder: undefined,
  grantYear: undefined,
};

/** Whether the settings are those of a year: they say so, or name its sheet of rates. */
export function hasSheetOf(grantYear: number, { rates, grantYear: last = 0 }: StepSettings): boolean {
  return last >= grantYear || rates.some((file) => basename(file) === `rates-${grantYear}.csv`);
}

/** `init --year YEAR`, which makes a year's sheet beside the settings. */
export function initWords(grantYear: number, folder: string): StepWord[] {
  return ['init', ...(folder === '' ? [] : [folder]), '--year', String(grantYear)];
}

/** `--as NAME`, and the key where the ledger requires one. */
export function signedAs(who: string | StepBlank, needsKey: boolean): StepWord[] {
  const blank = STEP_BLANKS.find((word) => word === who);
  return ['--as', blank === undefined ? who : { blank }, ...(needsKey ? ['--key', { blank: 'key' } as const] : [])];
}

export function step(kind: StepKind, words: readonly StepWord[], about: Partial<NextStep> = {}): NextStep {
  return { kind, words, runId: '', blockedBy: [], ...about };
}
