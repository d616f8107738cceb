import { fnr } from '@navikt/fnrvalidator';
import { digitsOfNumber, type Finding, f64, finding } from '../../domain';
import { GrowingColumn } from '../spill/growing-column';
import type { Identities } from './identities';

/** Digits of a national id, and of the shortest number that is compared with others. */
const ID_DIGITS = 11;
const COMPARED_DIGITS = 9;

/**
 * National ids while persons.csv is read: each is checked, and its digits are compared with those of the other persons, also
 * where it fails its check. They are not kept after that.
 */
export class NationalIds {
  readonly #numbers = new GrowingColumn();
  readonly #persons = new GrowingColumn();
  readonly #lines = new GrowingColumn();

  /** Notes the national id of an accepted row; false where the number fails its check. */
  add(text: string, personId: number, line: number): boolean {
    const digits = digitsOfNumber(text) ?? '';
    const valid = digits.length === ID_DIGITS && fnr(digits).status === 'valid';
    // A number that has lost leading zeros is the same number.
    if (digits.length >= COMPARED_DIGITS && digits.length <= ID_DIGITS) {
      this.#numbers.push(Number(digits));
      this.#persons.push(personId);
      this.#lines.push(line);
    }
    return valid;
  }

  /** A finding for each row whose national id is also another person's, and those persons. */
  shared(
    identities: Identities,
    place: { file: string; column: string },
  ): { findings: Finding[]; persons: Set<number> } {
    const numbers = this.#numbers.view();
    const order = Uint32Array.from(numbers, (_, index) => index).sort(
      (a, b) => f64(numbers, a) - f64(numbers, b) || this.#lines.get(a) - this.#lines.get(b),
    );
    const persons = new Set<number>();
    const findings: Finding[] = [];
    for (let start = 0, end = 0; start < order.length; start = end) {
      const number = f64(numbers, order[start] ?? 0);
      while (end < order.length && f64(numbers, order[end] ?? 0) === number) end += 1;
      const rows = order.subarray(start, end);
      const owners = new Set(Array.from(rows, (row) => identities.canonical(this.#persons.get(row))));
      if (owners.size < 2) continue;
      for (const row of rows) {
        const personId = identities.canonical(this.#persons.get(row));
        persons.add(personId);
        const line = this.#lines.get(row);
        findings.push(finding('error', 'NATIONAL_ID_SHARED', { ...place, line, personId }, { persons: owners.size }));
      }
    }
    return { findings, persons };
  }
}
