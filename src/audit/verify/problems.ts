import {
  type ErrorDetail,
  errorDetail,
  type MessageCode,
  type MessageParams,
  type ParamsArguments,
  visibleText,
} from '../../domain';

/** Problems of one kind in one file that are told one by one; the rest are counted. */
const TOLD_EACH = 20;
/** The same for words of a trace: where one is out of place, all behind it are. */
const WORDS_TOLD = 3;

/**
 * What a verification found wrong. Every problem names its file, and its line and column where it has one. One flipped
 * byte can upset thousands of rows, so of one kind in one file the first are told and the rest counted.
 */
export class Problems {
  readonly #told: ErrorDetail[] = [];
  readonly #counts = new Map<string, { code: MessageCode; file: string; count: number; told: number }>();

  /** @param code of the message */
  add<Code extends MessageCode>(code: Code, file: string, ...values: ParamsArguments<Code, 'file'>): void;
  add(code: MessageCode, file: string, params: MessageParams = {}): void {
    const key = `${code} ${file}`;
    const seen = this.#counts.get(key) ?? { code, file, count: 0, told: 0 };
    seen.count += 1;
    this.#counts.set(key, seen);
    if (seen.count > ('byte' in params ? WORDS_TOLD : TOLD_EACH)) return;
    seen.told += 1;
    this.#told.push(errorDetail(code, maskedCells({ file, ...params })));
  }

  /** Notes that two figures differ. */
  compare<Code extends MessageCode>(
    code: Code,
    file: string,
    expected: string | number,
    found: string | number,
    ...values: ParamsArguments<Code, 'file' | 'expected' | 'found'>
  ): void;
  compare(
    code: MessageCode,
    file: string,
    expected: string | number,
    found: string | number,
    params: MessageParams = {},
  ): void {
    if (expected !== found) this.add(code, file, { ...params, expected, found });
  }

  get count(): number {
    return [...this.#counts.values()].reduce((total, { count }) => total + count, 0);
  }

  /** In the order in which they were found. */
  list(): ErrorDetail[] {
    const rest = [...this.#counts.values()].filter(({ count, told }) => count > told);
    return [
      ...this.#told,
      ...rest.map(({ code, file, count, told }) => errorDetail('VERIFY_MORE', { file, of: code, count: count - told })),
    ];
  }
}

/**
 * Cells as they may be told: where columns are out of place an id of a person may stand in any, and what somebody has put
 * into a file may hold what a terminal obeys.
 */
function maskedCells(params: MessageParams): MessageParams {
  const mask = (text: string): string =>
    visibleText(text).replace(/(?<![0-9a-zæøå])\d{12,}(?![0-9a-zæøå])/gi, '************');
  const cells = Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? mask(value) : value]);
  return Object.fromEntries(cells);
}
