import { join } from 'node:path';
import { readCsv } from './csv';
import { tried } from './law';

const DATA = join(__dirname, '..', '..', 'rules', 'data');

interface Place {
  readonly validTo: string;
  readonly successors: readonly string[];
}

function readPlaces(file: string): Map<string, Place> {
  return new Map(
    readCsv(join(DATA, file)).map((row) => [
      row.text('code'),
      { validTo: row.text('valid_to'), successors: row.text('successors').split(' ').filter(Boolean) },
    ]),
  );
}

const kommuner = readPlaces('kommuner.csv');
const fylker = readPlaces('fylker.csv');
const rateClasses = new Map(
  readCsv(join(DATA, 'regions.csv')).map((row) => [row.text('country'), row.text('rate_class')]),
);

export function isKnownKommune(code: string): boolean {
  return kommuner.has(code);
}

export function isKnownFylke(code: string): boolean {
  return fylker.has(code);
}

/** `low` or `high`; undefined for a country outside the region table (rulebook 3). */
export function rateClassOf(country: string): string | undefined {
  const other = tried(`regions/${country}`);
  return other === 'none' ? undefined : (other ?? rateClasses.get(country));
}

export interface Translated {
  readonly code: string;
  /** True where translation stopped because the code has no unique successor. */
  readonly stopped: boolean;
}

/** The code in force on a day, step by step through the successors (rulebook 4). */
export function translate(code: string, on: string): Translated {
  let current = code === '03' ? '0301' : code;
  for (;;) {
    const place = current.length === 2 ? fylker.get(current) : kommuner.get(current);
    if (place === undefined || place.validTo === '' || place.validTo > on) return { code: current, stopped: false };
    const [only, ...others] = place.successors;
    if (only === undefined || others.length > 0) return { code: current, stopped: true };
    current = only === '03' ? '0301' : only;
  }
}
