import type { TextsOf } from '../../messages';
import type { Kind } from './kinds';
import type { Call, Source, Word } from './source';

/** What a key of the configuration file may hold. */
export type FileShape =
  | 'path'
  | 'paths'
  | 'names'
  | 'boolean'
  | 'nokByYear'
  | 'percent'
  | 'wholeNumber'
  | 'payment'
  | 'letters'
  | { readonly percentUpTo: number }
  | { readonly oneOf: readonly [string, ...string[]] };

/** Where else than in a flag a value may stand: the flag goes before the environment, and that before the file. */
export interface Elsewhere {
  readonly environment?: `NORSKTILSKUDD_${string}`;
  /** Key of the configuration file, what it holds, and what the published schema says of it. */
  readonly file?: { readonly key: string; readonly shape: FileShape; readonly about: string };
}

/** A flag with one value, or a setting that has no flag. */
export interface Flag<T> extends Source<T | undefined> {
  /** `--year`; of a setting without a flag its variable or key. */
  readonly name: string;
  readonly elsewhere: Elsewhere;
  /** The flag alone, whatever stands in the environment or the file. */
  readonly alone: Source<T | undefined>;
  /** The value as it was given. */
  text(call: Call): string | undefined;
}

/** A flag that may be given several times. */
export interface FlagList<T> extends Source<readonly T[]> {
  readonly name: string;
  readonly elsewhere: Elsewhere;
  /** The flag alone, whatever stands in the environment or the file. */
  readonly alone: Source<readonly T[]>;
}

/** A flag with a value. */
export function flag<T>(help: TextsOf<'flag'>, syntax: string, kind: Kind<T>, elsewhere: Elsewhere = {}): Flag<T> {
  return valued({ ...flagWord(help, syntax, kind), elsewhere }, kind);
}

/** A setting that has no flag. */
export function setting<T>(kind: Kind<T>, elsewhere: Elsewhere): Flag<T> {
  return valued({ ...NO_WORD, name: elsewhere.environment ?? elsewhere.file?.key ?? '', elsewhere }, kind);
}

/** A flag that may be given several times; in the environment its values stand between commas. */
export function flagList<T>(
  help: TextsOf<'flag'>,
  syntax: string,
  kind: Kind<T>,
  elsewhere: Elsewhere = {},
): FlagList<T> {
  return listed({ ...flagWord(help, syntax, kind, true), elsewhere }, kind);
}

/** A setting that has no flag and several values. */
export function settingList<T>(kind: Kind<T>, elsewhere: Elsewhere): FlagList<T> {
  return listed({ ...NO_WORD, name: elsewhere.environment ?? elsewhere.file?.key ?? '', elsewhere }, kind);
}

/** A flag without a value: true where it is given. */
export function toggle(help: TextsOf<'flag'>, syntax: `--${string}`): Source<boolean> {
  const { words, key } = flagWord(help, syntax, {});
  return { words, read: (call) => ({ value: call.given(key) !== undefined }) };
}

/** A word that must be given: the parser sees to it. */
export function argument<T>(help: TextsOf<'argument'>, syntax: `<${string}>`, kind: Kind<T>): Source<T> {
  const declared = { ...argumentWord(help, syntax, kind), elsewhere: {} };
  return {
    words: declared.words,
    read: (call) => readOne(call.given(declared.key)?.[0] ?? '', call.terminal.cwd, declared, kind, call),
  };
}

/** A word that may be left out. */
export function optionalArgument<T>(help: TextsOf<'argument'>, syntax: `[${string}]`, kind: Kind<T>): Flag<T> {
  return valued({ ...argumentWord(help, syntax, kind), elsewhere: {} }, kind);
}

/** Any number of words; with `<...>` one at least, which the parser sees to. */
export function argumentList<T>(
  help: TextsOf<'argument'>,
  syntax: `<${string}...>` | `[${string}...]`,
  kind: Kind<T>,
): FlagList<T> {
  return listed({ ...argumentWord(help, syntax, kind), elsewhere: {} }, kind);
}

/** A flag without which the command does nothing. */
export function required<T>(wanted: Flag<T>): Source<T> {
  const nonEmpty = { ...wanted, read: (call: Call) => (wanted.text(call) === '' ? ABSENT : wanted.read(call)) };
  return demanded(nonEmpty, wanted.name);
}

/** A source that must give something, or the flag of that name is missing. */
export function demanded<T>(wanted: Source<T | undefined>, name: string): Source<T> {
  return {
    words: wanted.words,
    read(call) {
      const read = wanted.read(call);
      if (read === undefined) return undefined;
      const { value } = read;
      if (value !== undefined && String(value) !== '') return { value };
      call.problems.missing(name);
      return undefined;
    },
  };
}

const ABSENT = { value: undefined };

/** A flag that must be given at least once. */
export function requiredList<T>(wanted: FlagList<T>): Source<readonly T[]> {
  return {
    words: wanted.words,
    read(call) {
      const read = wanted.read(call);
      if (read?.value.length !== 0) return read;
      call.problems.missing(wanted.name);
      return undefined;
    },
  };
}

/** Whether a setting was given at all, by whatever way. */
export function isGiven(wanted: Flag<unknown>): Source<boolean> {
  return { words: wanted.words, read: (call) => ({ value: wanted.text(call) !== undefined }) };
}

/** A flag, an argument or a setting in full. */
interface Declared {
  /** By which a call knows it. */
  readonly key: string;
  /** By which a user knows it. */
  readonly name: string;
  readonly words: readonly Word[];
  readonly elsewhere: Elsewhere;
}

const NO_WORD = { key: '', words: [] } as const;

type Offering = Pick<Kind<unknown>, 'offers'>;

function flagWord(
  text: TextsOf<'flag'>,
  syntax: string,
  { offers }: Offering,
  repeated = false,
): Omit<Declared, 'elsewhere'> {
  const name = syntax.split(' ')[0] ?? syntax;
  return { key: name, name, words: [{ kind: 'flag', key: name, syntax, offers, text, repeated }] };
}

function argumentWord(text: TextsOf<'argument'>, syntax: string, { offers }: Offering): Omit<Declared, 'elsewhere'> {
  const key = syntax.replace(/[<>[\].]/g, '');
  return { key, name: key.toUpperCase(), words: [{ kind: 'argument', key, syntax, offers, text }] };
}

function valued<T>(declared: Declared, kind: Kind<T>): Flag<T> {
  const { name, words, elsewhere } = declared;
  const read = (call: Call, where: Declared) => {
    const { texts: [given] = [], folder = '' } = find(where, call) ?? {};
    return given === undefined ? ABSENT : readOne(given, folder, declared, kind, call);
  };
  return {
    name,
    words,
    elsewhere,
    alone: { words, read: (call) => read(call, { ...declared, elsewhere: {} }) },
    text: (call) => find(declared, call)?.texts[0],
    read: (call) => read(call, declared),
  };
}

function listed<T>(declared: Declared, kind: Kind<T>): FlagList<T> {
  const { name, words, elsewhere } = declared;
  const read = (call: Call, where: Declared) => {
    const { texts = [], folder = '' } = find(where, call) ?? {};
    const values = texts.map((given) => readOne(given, folder, declared, kind, call));
    const read = values.flatMap((value) => (value === undefined ? [] : [value.value]));
    return read.length < values.length ? undefined : { value: read };
  };
  return {
    name,
    words,
    elsewhere,
    alone: { words, read: (call) => read(call, { ...declared, elsewhere: {} }) },
    read: (call) => read(call, declared),
  };
}

function readOne<T>(
  given: string,
  folder: string,
  { name }: Declared,
  kind: Kind<T>,
  call: Call,
): { value: T } | undefined {
  const value = kind(given, { name, folder, problems: call.problems });
  return value === undefined ? undefined : { value };
}

interface Found {
  readonly texts: readonly string[];
  /** Folder that relative paths are taken from. */
  readonly folder: string;
}

/** Texts that stand for a flag. Whoever asks for a setting has the environment and the file checked whole. */
function find({ key, words, elsewhere: { environment, file } }: Declared, call: Call): Found | undefined {
  const { cwd } = call.terminal;
  const given = call.given(key);
  if (environment === undefined && file === undefined) return given && { texts: given, folder: cwd };
  const settings = call.settings();
  if (given !== undefined) return { texts: given, folder: cwd };
  const variable = settings.environment.get(environment ?? '');
  const isList = words.some((word) => word.kind === 'flag' && word.repeated);
  if (variable !== undefined) return { texts: isList ? variable.split(',') : [variable], folder: cwd };
  const texts = settings.file?.values.get(file?.key ?? '');
  return texts && { texts, folder: settings.file?.folder ?? cwd };
}
