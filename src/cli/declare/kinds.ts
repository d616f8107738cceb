import { resolve } from 'node:path';
import type { NewSigner } from '../../app';
import { type ArrivalFlow, FLOW_SHAPES, type ListedRight, parseRight, SIGNING_ROLES } from '../../app';
import {
  COMPONENTS,
  type Component,
  closestWord,
  type Day,
  holdsPersonId,
  NorsktilskuddError,
  PersonId,
  parseComponent,
  parseDay,
  parseRecipientCode,
  visibleText,
} from '../../domain';
import { kindOfPath, requireFileOrNothing } from '../../effects';

import type { Problems } from './problems';

/** Where a text stands that is read. */
export interface Place {
  /** Name of its flag or argument. */
  readonly name: string;
  /** Folder that relative paths are taken from. */
  readonly folder: string;
  readonly problems: Problems;
}

/** A kind of value: how a text is read and checked; undefined where something was wrong with it, which is then reported. */
export interface Kind<T> {
  (text: string, place: Place): T | undefined;
  /** Every text that is one, where there are few: what a shell offers. */
  readonly offers?: readonly string[];
}

/** First and last grant year that can be asked for; which of them have a calendar the rules say. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

/** Any text. */
export const text: Kind<string> = (given) => given;

/** A path, made absolute. */
export const path: Kind<string> = (given, { folder, name, problems }) => {
  if (given !== '') return resolve(folder, given);
  problems.missing(name);
  return undefined;
};

/** A grant year, or a path, made absolute. */
export const pathOrYear: Kind<string | number> = (given, place) =>
  /^\d{4}$/.test(given) ? year(given, place) : path(given, place);

/** A grant year, or the path of a scenario file. */
export const yearOrScenario: Kind<string> = (given, place) =>
  /\.json$/i.test(given) ? given : year(given, place) === undefined ? undefined : given;

/** A file that is opened rather than read whole: what is no file in its place is reported before anything is done. */
export const openedFile: Kind<string> = (given, { folder, name }) => {
  const file = resolve(folder, given);
  if (kindOfPath(file) === 'folder')
    throw new NorsktilskuddError('usage', 'GIVEN_FILE_IS_FOLDER', { file, flag: name });
  requireFileOrNothing(file);
  return file;
};

/** A reason or note that stays for ever. */
export const freeText: Kind<string> = (given, place) => lasting(given.trim(), place);

/** The name of somebody, which stays for ever too: not even a line end stands after it. Blanks alone are no name. */
export const personName: Kind<string> = (given, place) => (given.trim() === '' ? '' : lasting(given, place).trim());

/** `NAME=ROLE`: somebody who signs. */
export const signer: Kind<NewSigner> = (given, place) => {
  const parts = /^(.+)=([a-z]+)$/.exec(given.trim());
  const role = SIGNING_ROLES.find((word) => word === parts?.[2]);
  if (role === undefined) return refused(given, place, `NAME=${SIGNING_ROLES.join('|')}`);
  const name = personName(parts?.[1] ?? '', place);
  return name === undefined ? undefined : { name, role };
};

/** A path that stays for ever, and so holds no person id. */
export const keptPath: Kind<string> = (given, place) => {
  if (holdsPersonId(given)) place.problems.add('FLAG_HOLDS_ID', { flag: place.name });
  return path(given, place);
};

/** A text of a form, as it was given. */
export function matching(pattern: RegExp, expected: string): Kind<string> {
  return (given, place) => (pattern.test(given) ? given : refused(given, place, expected));
}

/** A hash as it is printed. */
export const hash = matching(/^[0-9a-f]{64}$/, '[0-9a-f]{64}');

/** A column and its value, `kommune=0301`. */
export const columnValue = matching(/^[a-z_]{1,40}=.{0,100}$/, 'column=value');

export const year = bounded(/^\d{4}$/, FIRST_YEAR, LAST_YEAR);

/** A grant year or several, `2025..2027`: the first and the last. */
export const years: Kind<readonly [number, number]> = (given, place) => {
  const [, first = '', last = first] = /^(\d{4})(?:\.\.(\d{4}))?$/.exec(given) ?? [];
  if (first === '' || last < first) return refused(given, place, '2025, 2025..2027');
  const [from, to] = [year(first, place), year(last, place)];
  return from === undefined || to === undefined ? undefined : [from, to];
};

/** A flow of arrivals by its name, or how many in each year: `400,500,300`. */
export const arrivalFlow: Kind<ArrivalFlow> = (given, place) => {
  const shape = FLOW_SHAPES.find((name) => name === given);
  if (shape !== undefined) return shape;
  if (/^\d{1,7}(,\d{1,7}){0,11}$/.test(given)) return given.split(',').map(Number);
  return refused(given, place, `${FLOW_SHAPES.join(', ')}; 400,500,300`);
};

/** Percent from 0 to 100 with at most two decimals, `.` or `,`. */
export const percent = bounded(/^\d{1,3}([.,]\d{1,2})?$/, 0, 100);

/** Share from 0 to 1. */
export const fraction = bounded(/^(0|1|[01]?[.,]\d{1,6})$/, 0, 1);

/** A whole number. */
export function whole(most: number, least = 0): Kind<number> {
  return bounded(/^\d{1,15}$/, least, most);
}

export const term: Kind<1 | 2 | 3 | 4> = Object.assign(
  (given: string, place: Place) =>
    ([1, 2, 3, 4] as const).find((candidate) => String(candidate) === given) ?? refused(given, place, '1, 2, 3, 4'),
  { offers: ['1', '2', '3', '4'] },
);

export const day: Kind<Day> = (given, place) => {
  const found = parseDay(given);
  if (found !== undefined) return found;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(given)) return refused(given, place, 'YYYY-MM-DD');
  place.problems.add('FLAG_NO_SUCH_DAY', { flag: place.name, value: given });
  return undefined;
};

/** Whole kroner, blanks between thousands allowed. */
export const kroner: Kind<number> = (given, place) => wholeKroner(/^\d{1,15}$/, '12500', given, place);

/** The same with a sign where it is negative. */
export const amount: Kind<number> = (given, place) => wholeKroner(/^-?\d{1,12}$/, '12500, -12500', given, place);

function wholeKroner(pattern: RegExp, example: string, given: string, place: Place): number | undefined {
  const digits = given.replace(/[\s\u00a0]/g, '').replace('\u2212', '-');
  if (pattern.test(digits)) return Number(digits);
  place.problems.add('FLAG_NO_WHOLE_NUMBER', { flag: place.name, value: given, example });
  return undefined;
}

/** One of some words. */
export function choice<T extends string>(...choices: readonly T[]): Kind<T> {
  const read = (given: string, place: Place) =>
    choices.find((candidate) => candidate === given) ??
    refused(given, place, choices.join(', '), closestWord(given, choices));
  return Object.assign(read, { offers: choices });
}

export const component: Kind<Component> = Object.assign(
  (given: string, place: Place) =>
    parseComponent(given) ?? refused(given, place, COMPONENTS.join(', '), closestWord(given, COMPONENTS)),
  { offers: COMPONENTS },
);

/** A kommune or fylkeskommune. */
export const recipientCode: Kind<number> = (given, place) =>
  parseRecipientCode(given) ?? refused(given, place, '0301, 32');

/** The same, as it was given. */
export const recipientText: Kind<string> = (given, place) =>
  recipientCode(given, place) === undefined ? undefined : given;

export const dufNumber: Kind<PersonId> = (given, { name, problems }) => {
  const person = PersonId.parse(given);
  if (person === undefined) problems.add('FLAG_NO_DUF_NUMBER', { flag: name });
  return person;
};

/** The only thing that acts in a ledger can have accepted: that a clock far ahead of it is right. */
export const clock: Kind<'clock'> = (given, place) =>
  given.trim().toLowerCase() === 'clock' ? 'clock' : refused(given, place, 'clock');

const AT_APPROVAL = ['clock', 'silence', 'access-log'] as const;

/** What the approval of a batch can have accepted: the clock, files without an answer of the bank, a lost access log. */
export const acceptedAtApproval: Kind<(typeof AT_APPROVAL)[number]> = (given, place) =>
  AT_APPROVAL.find((name) => name === given.trim().toLowerCase()) ?? refused(given, place, AT_APPROVAL.join(', '));

/** What stays for ever holds no person id and no characters that cannot be seen. */
function lasting(given: string, { name, problems }: Place): string {
  if (holdsPersonId(given)) problems.add('FLAG_HOLDS_ID', { flag: name });
  if (visibleText(given) !== given) problems.add('FLAG_CONTROL_CHARACTERS', { flag: name });
  return given;
}

function bounded(pattern: RegExp, least: number, most: number): Kind<number> {
  return (given, place) => {
    const number = pattern.test(given) ? Number(given.replace(',', '.')) : Number.NaN;
    return number >= least && number <= most ? number : refused(given, place, `${least}-${most}`);
  };
}

function refused(given: string, { name, problems }: Place, expected: string, suggestion?: string): undefined {
  problems.badValue(name, given, expected, suggestion);
}

/** A right on a list of approvers. */
export const right: Kind<ListedRight> = (given, place) =>
  parseRight(given) ?? refused(given, place, 'run:confirm=approver:50000000');
