import type { MessageParams, ReportParams } from '../domain';
import type { Braced, NameOf } from './catalogue';
import type { English } from './texts';

/** Values of a text by name: a number where it is counted, kroner or a dash for an amount, and else a number or a text. */
type ValuesOf<Text> = {
  readonly [Name in Braced<Text> as NameOf<Name> & string]: Name extends `${string}|${string}`
    ? number
    : Name extends `${string}Nok`
      ? number | '-'
      : string | number;
};

type Codes = { [Key in keyof English & string]: Key extends Uppercase<Key> ? Key : never }[keyof English & string];
type Key<Code extends string, Ending extends string> = `${Code}.${Ending}` extends keyof English
  ? English[`${Code}.${Ending}`]
  : '';

/** Values that programs are given under --json and no text names. */
interface ForPrograms {
  readonly LEDGER_CHANGED: { readonly head: string; readonly draftHead: string };
  readonly LEDGER_SIGNATURE_VOID: { readonly runId: string };
  readonly LEDGER_HAS_NO_APPROVERS: { readonly role: string };
  readonly CONFIG_REFUSED: { readonly problems: number };
  readonly SCENARIO_REFUSED: { readonly problems?: number };
}

/** The word for the state of a batch may name the run that took its place. */
type OfState<Text> = 'state' extends Braced<Text> ? { readonly supersededBy?: string } : unknown;

/** One object of them all, with what every report reads: the compiler is spared hundreds of intersections. */
type Joined<Named> = { readonly [Name in keyof Named]: Named[Name] } & {
  readonly [Name in Exclude<keyof ReportParams, keyof Named>]?: ReportParams[Name];
};
type Flat<Values> = { readonly [Name in keyof Values]: Values[Name] };

type Values = {
  readonly [Code in Codes]: Flat<
    Joined<
      ValuesOf<English[Code] | Key<Code, 'action'>> &
        OfState<English[Code]> &
        (Code extends keyof ForPrograms ? ForPrograms[Code] : unknown)
    >
  >;
};
type Short = { readonly [Code in Codes as `${Code}.short` extends keyof English ? Code : never]: Values[Code] };

/** Texts that are neither error nor finding: in small letters, `run.title`. */
export type TextKey = { [Key in keyof English & string]: Key extends Lowercase<Key> ? Key : never }[keyof English &
  string];

type TextParams<Key extends TextKey> = TextKey extends Key ? MessageParams : ValuesOf<English[Key]>;

/** The values of a text as arguments of a call: none need be given where it names none. */
export type TextArguments<Key extends TextKey> =
  Readonly<Record<string, never>> extends TextParams<Key> ? [params?: TextParams<Key>] : [params: TextParams<Key>];

declare module '../domain/message' {
  interface MessageValues extends Values {}
  interface FindingValues extends Short {}
}
