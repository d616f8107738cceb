import { InvariantError } from '../../domain';
import type { TextsOf } from '../../messages';
import type { Terminal } from '../terminal';
import type { Problems } from './problems';

/** A flag or an argument as the parser and the help know it. */
export type Word = WordBase &
  (
    | { readonly kind: 'flag'; readonly text: TextsOf<'flag'>; readonly repeated: boolean }
    | { readonly kind: 'argument'; readonly text: TextsOf<'argument'> }
  );

interface WordBase {
  /** `--year`, `run` */
  readonly key: string;
  /** `--year <year>`, `<run...>` */
  readonly syntax: string;
  /** Every value that it can have, where there are few. */
  readonly offers?: readonly string[] | undefined;
}

/** One call of a command: the words that were given, and what is wrong with them. */
export interface Call {
  readonly terminal: Terminal;
  readonly problems: Problems;
  /** Texts given for a flag (`--year`) or an argument (`run`); none for a flag without a value. */
  given(key: string): readonly string[] | undefined;
  /** What stands beside the command line, read when it is first asked for. */
  settings(): GivenSettings;
}

/** What stands beside the command line: the environment, and the configuration file where there is one. */
export interface GivenSettings {
  readonly environment: ReadonlyMap<string, string>;
  readonly file: ConfigValues | undefined;
}

/** What a configuration file holds: texts by key (`limits.persons`), and the folder that its relative paths are taken from. */
export interface ConfigValues {
  readonly folder: string;
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** A value that was read; undefined where something was wrong with it, which has then been reported. */
export type Read<T> = { readonly value: T } | undefined;

/** Where a value of a command comes from: a flag, an argument, a setting, or several of them together. */
export interface Source<T> {
  /** What it adds to the help. */
  readonly words: readonly Word[];
  read(call: Call): Read<T>;
}

/** Sources by the names under which their values are wanted. */
export type Sources = Readonly<Record<string, Source<unknown>>>;

type ValueOf<S> = S extends Source<infer T> ? T : never;

/** The values of sources, all of them read. */
export type Input<S extends Sources> = { readonly [Name in keyof S]: ValueOf<S[Name]> };

/** The values of sources; undefined where one could not be read. */
export type Given<S extends Sources> = { readonly [Name in keyof S]: ValueOf<S[Name]> | undefined };

/** Words of all the sources, each once. */
export function wordsOf(sources: Sources): Word[] {
  const words = Object.values(sources).flatMap((source) => source.words);
  return [...new Map(words.map((word) => [word.syntax, word])).values()];
}

/** Tells what is wrong with values together. */
export type Check<S extends Sources> = (given: Given<S>, problems: Problems) => void;

/**
 * Reads every source.
 *
 * @throws NorsktilskuddError usage USAGE_REFUSED with everything that is wrong
 */
export function readInput<S extends Sources>(sources: S, call: Call, command: string, check?: Check<S>): Input<S> {
  const given = readGiven(sources, call);
  check?.(given, call.problems);
  call.problems.finish(command);
  if (!isWhole(given, sources)) throw new InvariantError('a value is missing of which nothing was told');
  return given;
}

/** Several sources read as one value; what is wrong with them together goes to the problems. */
export function combine<S extends Sources, T>(sources: S, make: (given: Given<S>, problems: Problems) => T): Source<T> {
  return {
    words: wordsOf(sources),
    read(call) {
      const before = call.problems.count;
      const value = make(readGiven(sources, call), call.problems);
      return call.problems.count > before ? undefined : { value };
    },
  };
}

/** A source of which something else is wanted; nothing can be wrong with that. */
export function mapped<T, Made>(source: Source<T>, make: (value: T) => Made): Source<Made> {
  return {
    words: source.words,
    read(call) {
      const read = source.read(call);
      return read === undefined ? undefined : { value: make(read.value) };
    },
  };
}

/** A source with another value where none is given. */
export function withDefault<T>(source: Source<T | undefined>, fallback: T): Source<T> {
  return mapped(source, (value) => value ?? fallback);
}

/** A source that is asked for only where another gives nothing. */
export function unless<A, B>(first: Source<A | undefined>, otherwise: Source<B>): Source<A | B> {
  return {
    words: [...otherwise.words, ...first.words],
    read(call) {
      const read = first.read(call);
      if (read === undefined) return undefined;
      return read.value === undefined ? otherwise.read(call) : { value: read.value };
    },
  };
}

function readGiven<S extends Sources>(sources: S, call: Call): Given<S> {
  const values: Record<string, unknown> = {};
  for (const [name, source] of Object.entries(sources)) values[name] = source.read(call)?.value;
  if (!hasAll(values, sources)) throw new InvariantError('a source was not read');
  return values;
}

function hasAll<S extends Sources>(values: Readonly<Record<string, unknown>>, sources: S): values is Given<S> {
  return Object.keys(sources).every((name) => name in values);
}

/** Once no problem was reported, what is undefined is so because nothing was given. */
function isWhole<S extends Sources>(given: Given<S>, sources: S): given is Given<S> & Input<S> {
  return Object.keys(sources).every((name) => name in given);
}
