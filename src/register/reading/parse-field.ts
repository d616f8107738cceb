import {
  foldName,
  NO_PERSON,
  OSLO,
  type PlaceRegister,
  packCountry,
  parseDay,
  parseRecipientCode,
  RECIPIENT_CODE_LIMIT,
} from '../../domain';
import type { RejectRule } from '../rejects/reject-rules';
import type { FieldSpec } from '../tables/table-specs';

/** 1 for every code that the kommune and fylke registers have ever held; indexed by RecipientCode. */
export type HeldCodes = Uint8Array;

export function heldCodes(places: PlaceRegister): HeldCodes {
  const held = new Uint8Array(new SharedArrayBuffer(RECIPIENT_CODE_LIMIT));
  for (const place of places.places) held[place.code] = 1;
  return held;
}

/** A field that was read, or the rule that it breaks. */
export type FieldResult = number | RejectRule;

/**
 * Reads one trimmed field of a row. This is the plain reading, on which the byte reader falls back and against which
 * it is tested.
 */
export function parseField(field: FieldSpec, text: string, held: HeldCodes): FieldResult {
  if (text === '') return field.required ? 'VALUE_MISSING' : field.empty;
  switch (field.kind) {
    case 'person':
      return parsePerson(text);
    case 'text':
    case 'unused':
    case 'national_id':
      return 0;
    case 'day':
      return parseDay(text) ?? dateFault(text);
    case 'month':
      return parseMonth(text);
    case 'year':
      return /^\d{4}$/.test(text) && text !== '0000' ? Number(text) : 'YEAR_FORM';
    case 'kommune':
      return parsePlace(text, 4, held) ?? (/^\d{4}$/.test(text) ? 'KOMMUNE_UNKNOWN' : 'KOMMUNE_FORM');
    case 'fylke':
      return parsePlace(text, 2, held) ?? (/^\d{2}$/.test(text) ? 'FYLKE_UNKNOWN' : 'FYLKE_FORM');
    case 'country':
      return /^[A-Z]{3}$/.test(text) ? packCountry(text) : 'COUNTRY_FORM';
    case 'code':
      return parseCode(field, text);
    case 'hundredths':
      return parseHundredths(field, text);
  }
}

/** True where a text holds bytes that are no characters, or NUL. */
export function isBrokenText(text: string): boolean {
  return text.includes('\uFFFD') || text.includes('\0');
}

/** The number of an id of 12 digits; an id of nothing but zeros is nobody's. */
export function parsePerson(text: string): FieldResult {
  return /^\d{12}$/.test(text) && text !== '000000000000' ? Number(text) : 'PERSON_ID_FORM';
}

/** The id that a text is; NO_PERSON where it is none. */
export function personOf(text: string): number {
  const id = parsePerson(text);
  return typeof id === 'number' ? id : NO_PERSON;
}

function dateFault(text: string): RejectRule {
  return /^(\d{4}-\d{2}-\d{2}|\d{2}\.\d{2}\.\d{4})$/.test(text) ? 'DATE_IMPOSSIBLE' : 'DATE_FORM';
}

function parseMonth(text: string): FieldResult {
  const match = /^(\d{4})-(\d{2})$/.exec(text);
  if (!match) return 'MONTH_FORM';
  const year = Number(match[1]);
  const month = Number(match[2]);
  return year >= 1 && month >= 1 && month <= 12 ? year * 12 + month - 1 : 'MONTH_FORM';
}

/** A code of so many digits that was once in force; fylke 03 is the kommune 0301 (rulebook 4). */
function parsePlace(text: string, digits: number, held: HeldCodes): number | undefined {
  const code = text.length === digits ? parseRecipientCode(text) : undefined;
  if (code === undefined || held[code] !== 1) return undefined;
  return text === '03' ? OSLO : code;
}

/** Names of each field's codes and the forms of these, with their places. */
const FORMS = new WeakMap<FieldSpec, ReadonlyMap<string, number>>();

function formsOf(field: FieldSpec): ReadonlyMap<string, number> {
  const known = FORMS.get(field);
  if (known) return known;
  const named = field.codes.flatMap((names, place) =>
    names.flatMap((name) => [[name, place] as const, [foldName(name), place] as const]),
  );
  const forms = new Map(named.filter(([form]) => form !== ''));
  FORMS.set(field, forms);
  return forms;
}

/** Codes are compared as names are: whatever their case, blanks and hyphens (data contract 1). */
function parseCode(field: FieldSpec, text: string): FieldResult {
  const forms = formsOf(field);
  return forms.get(text) ?? forms.get(foldName(text)) ?? 'CODE_UNKNOWN';
}

function parseHundredths(field: FieldSpec, text: string): FieldResult {
  const match = /^(\d{1,13})(?:[.,](\d{1,2}))?$/.exec(text);
  if (!match) return 'NUMBER_FORM';
  const hundredths = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return hundredths <= field.maximum ? hundredths : 'NUMBER_TOO_HIGH';
}
