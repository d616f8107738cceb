import {
  type ErrorDetail,
  errorDetail,
  type MessageCode,
  NorsktilskuddError,
  type ParamsArguments,
} from '../../domain';

/** What is wrong with the words of a command, gathered so that a user sees all of it at once. */
export class Problems {
  readonly #details: ErrorDetail[] = [];

  get count(): number {
    return this.#details.length;
  }

  add<Code extends MessageCode>(code: Code, ...values: ParamsArguments<Code>): void {
    this.#details.push(errorDetail(code, ...values));
  }

  /** A flag that has another fault is not also missing. */
  missing(flag: string): void {
    if (this.#details.every(({ params }) => params.flag !== flag)) this.add('FLAG_MISSING', { flag });
  }

  /** The text of a flag that what else was given demands. */
  demand(flag: string, value: string | undefined): string {
    if (!value) this.missing(flag);
    return value ?? '';
  }

  badValue(flag: string, value: string, expected: string, suggestion?: string): void {
    this.add('FLAG_BAD_VALUE', { flag, value, expected, ...(suggestion === undefined ? {} : { suggestion }) });
  }

  /** Throws what was gathered (kind usage, exit 2). */
  finish(command: string): void {
    if (this.#details.length > 0) throw new NorsktilskuddError('usage', 'USAGE_REFUSED', { command }, this.#details);
  }
}
