/**
 * A person's DUF number (12 digits), kept so that it cannot be printed by accident: in text and JSON it shows as a
 * mark, and the digits come out only by the call that says so.
 */
export class PersonId {
  readonly #digits: number;

  private constructor(digits: number) {
    this.#digits = digits;
  }

  /** Wraps a number held in a column. */
  static of(value: number): PersonId {
    return new PersonId(value);
  }

  /** The id of 12 digits; undefined where the text is anything else. */
  static parse(text: string): PersonId | undefined {
    return /^\d{12}$/.test(text) ? new PersonId(Number(text)) : undefined;
  }

  /** The number itself, for columns and look-ups. */
  revealNumber(): number {
    return this.#digits;
  }

  /** The 12 digits, for restricted files. */
  revealDigits(): string {
    return formatPersonId(this.#digits);
  }

  toString(): string {
    return '[person]';
  }

  toJSON(): string {
    return '[person]';
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[person]';
  }
}

/** Stands for "no person" (grunntilskudd, timetilskudd) wherever a person id is a number. */
export const NO_PERSON = 0;
/** Stands for everybody whose number a ledger has forgotten: one more than any number of twelve digits. */
export const FORGOTTEN_PERSON = 1_000_000_000_000;

/** 12 digits of an id held in a column. Only for restricted files. */
export function formatPersonId(value: number): string {
  return String(value).padStart(12, '0');
}

/**
 * Last two digits that the first ten ask for: weights 4,6,3,2,4,6,3,2,7,5, sum modulo 11, written with two digits
 * (domain facts section 4). The official algorithm is confidential: a mismatch may only warn.
 */
export function hasValidDufCheckDigits(value: number): boolean {
  let rest = Math.floor(value / 100);
  let sum = 0;
  for (const weight of DUF_WEIGHTS) {
    sum += weight * (rest % 10);
    rest = Math.floor(rest / 10);
  }
  return sum % 11 === value % 100;
}

/** From the tenth digit to the first. */
const DUF_WEIGHTS = [5, 7, 2, 3, 6, 4, 2, 3, 6, 4];
