import {
  type ErrorDetail,
  errorDetail,
  type MessageCode,
  type MessageParams,
  type ParamsArguments,
} from '../../domain/message';
import { visibleText } from '../../domain/visible-text';

/** Something that is wrong, or worth a word: a code, whose text stands in the catalogue, and the values that it names. */
export type Finding = ErrorDetail;

/** Findings of one kind in one file that are reported one by one; the rest are counted. */
const REPORTED_EACH = 20;
/** The same for words of a trace: where one is out of place, all behind it are. */
const WORDS_REPORTED = 3;

/**
 * What the checks found wrong. Every finding names its file, and its line and column where it has one. One flipped byte
 * can upset thousands of rows, so of one kind in one file the first are reported and the rest counted.
 */
export class Findings {
  readonly #reported: Finding[] = [];
  readonly #counts = new Map<string, { code: MessageCode; file: string; count: number; reported: number }>();

  add<Code extends MessageCode>(code: Code, file: string, ...values: ParamsArguments<Code, 'file'>): void;
  add(code: MessageCode, file: string, params: MessageParams = {}): void {
    const key = `${code} ${file}`;
    const known = this.#counts.get(key) ?? { code, file, count: 0, reported: 0 };
    known.count += 1;
    this.#counts.set(key, known);
    if (known.count > ('byte' in params ? WORDS_REPORTED : REPORTED_EACH)) return;
    known.reported += 1;
    this.#reported.push(errorDetail(code, maskedCells({ file, ...params })));
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

  /** A figure of the manifest that does not follow from what it is the figure of. */
  figure(path: string, of: string, expected: string | number, found: string | number): void {
    this.compare('VERIFY_MANIFEST_FIGURE', 'manifest.json', expected, found, { path, of });
  }

  get count(): number {
    return [...this.#counts.values()].reduce((total, { count }) => total + count, 0);
  }

  /** In the order in which they were found. */
  list(): Finding[] {
    const rest = [...this.#counts.values()].filter(({ count, reported }) => count > reported);
    return [
      ...this.#reported,
      ...rest.map(({ code, file, count, reported }) =>
        errorDetail('VERIFY_MORE', { file, of: code, count: count - reported }),
      ),
    ];
  }
}

/**
 * Cells as they may be reported: where columns are out of place an id of a person may stand in any, and what somebody has put
 * into a file may hold what a terminal obeys.
 */
function maskedCells(params: MessageParams): MessageParams {
  const mask = (text: string): string =>
    visibleText(text).replace(/(?<![0-9a-zæøå])\d{12,}(?![0-9a-zæøå])/gi, '************');
  const cells = Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? mask(value) : value]);
  return Object.fromEntries(cells);
}
