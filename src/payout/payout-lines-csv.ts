import {
  asRecipientCode,
  assert,
  at,
  COMPONENTS,
  formatPersonId,
  formatRecipientCode,
  LINE_REASONS,
  type Line,
  type LineTable,
  NO_PERSON,
  nettingGroupOf,
} from '../domain';
import { csvField } from './csv-table';
import type { FolderFile, SealedFile } from './folder-file';

/** Columns of payout_lines.csv (data contract 4). */
export const PAYOUT_LINE_COLUMNS = [
  'line_id',
  'run_id',
  'grant_year',
  'term',
  'component',
  'code',
  'person_ref',
  'recipient_id',
  'basis_recipient_id',
  'annual_amount',
  'share_numerator',
  'share_denominator',
  'cumulative_due',
  'previously_posted',
  'amount',
  'reason',
  'netting_group',
  'trace_id',
] as const;

const GROUPS = COMPONENTS.map(nettingGroupOf);

/**
 * Writes payout_lines.csv: the lines as they stand, which the engine has put in the order of grant year, component,
 * person and basis recipient. Stops where they are not, or where a line moves no money.
 */
export function writePayoutLines(file: FolderFile, runId: string, term: number, lines: LineTable): SealedFile {
  file.text(`${PAYOUT_LINE_COLUMNS.join(',')}\n`);
  const recipientText = remembered((code: number) => formatRecipientCode(asRecipientCode(code)));
  const codeText = remembered(csvField);
  const order = new LineOrder();
  let ordinal = 0;
  for (const line of lines) {
    ordinal += 1;
    order.check(line, ordinal);
    file.text(
      `${runId}-${ordinal},${runId},${line.grantYear},${term},${at(COMPONENTS, line.component)},${codeText(line.code)},` +
        `${line.personId === NO_PERSON ? '' : formatPersonId(line.personId)},${recipientText(line.recipient)},` +
        `${recipientText(line.basisRecipient)},${line.annualAmountNok < 0 ? '' : line.annualAmountNok},` +
        `${line.shareNumerator},${line.shareDenominator},${line.cumulativeDueNok},${line.previouslyPostedNok},` +
        `${line.amountNok},${at(LINE_REASONS, line.reason)},${at(GROUPS, line.component)},` +
        `${line.traceLeaf}.${line.traceRecord}\n`,
    );
  }
  return file.close(ordinal);
}

/** A text that is made once per value: few values stand in many lines. */
function remembered<T>(make: (value: T) => string): (value: T) => string {
  const texts = new Map<T, string>();
  return (value) => {
    const known = texts.get(value);
    if (known !== undefined) return known;
    const text = make(value);
    texts.set(value, text);
    return text;
  };
}

/** Watches that lines ascend strictly by their key and add up. */
class LineOrder {
  #grantYear = 0;
  #component = 0;
  #personId = -1;
  #basisRecipient = 0;

  check(line: Line, ordinal: number): void {
    const step =
      line.grantYear - this.#grantYear ||
      line.component - this.#component ||
      line.personId - this.#personId ||
      line.basisRecipient - this.#basisRecipient;
    assert(step > 0, `payout line ${ordinal} does not follow the line before it`);
    assert(
      line.amountNok !== 0 && line.amountNok === line.cumulativeDueNok - line.previouslyPostedNok,
      `payout line ${ordinal} is not the difference between due and posted`,
    );
    this.#grantYear = line.grantYear;
    this.#component = line.component;
    this.#personId = line.personId;
    this.#basisRecipient = line.basisRecipient;
  }
}
