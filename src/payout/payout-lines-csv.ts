import {
  asRecipientCode,
  assert,
  at,
  COMPONENTS,
  formatRecipientCode,
  LINE_REASON,
  LINE_REASONS,
  type Line,
  type LineTable,
  NO_PERSON,
  nettingGroupOf,
} from '../domain';
import { csvField } from './csv-table';
import type { FolderFile, SealedFile } from './folder-file';
import { RowBytes } from './row-bytes';

/** Columns of payout_lines.csv (data contract 4). */
const PAYOUT_LINE_COLUMNS = [
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

const COMMA = 44;
const BUFFER_BYTES = 262_144;
/** More than any line needs, a long code of an opening file included. */
const LINE_BYTES = 4_096;
const COMPONENT_FIELDS = COMPONENTS.map((component) => `,${component},`);
/** `,<reason>,<netting group>,` by reason and component. */
const CLOSING_FIELDS = LINE_REASONS.map((reason) => COMPONENTS.map((name) => `,${reason},${nettingGroupOf(name)},`));

/**
 * Writes payout_lines.csv: the lines as they stand, which the engine has put in the order of grant year, component,
 * person and basis recipient. Stops where they are not, or where a line moves no money.
 */
export function writePayoutLines(file: FolderFile, runId: string, term: number, lines: LineTable): SealedFile {
  file.text(`${PAYOUT_LINE_COLUMNS.join(',')}\n`);
  const rows = new RowBytes(BUFFER_BYTES);
  const lineIdField = `${runId}-`;
  const runIdField = `,${runId},`;
  const termField = `,${term}`;
  const recipientText = remembered((code: number) => formatRecipientCode(asRecipientCode(code)));
  const codeText = remembered(csvField);
  const order = new LineOrder();
  let ordinal = 0;
  for (const line of lines) {
    ordinal += 1;
    order.check(line, ordinal);
    const code = codeText(line.code);
    assert(code.length * 3 < LINE_BYTES - 512, 'a payout code is too long for a line');
    rows.ascii(lineIdField);
    rows.whole(ordinal);
    rows.ascii(runIdField);
    rows.whole(line.grantYear);
    rows.ascii(termField);
    rows.ascii(at(COMPONENT_FIELDS, line.component));
    rows.text(code);
    addPerson(rows, line.personId);
    rows.ascii(recipientText(line.recipient));
    rows.byte(COMMA);
    rows.ascii(recipientText(line.basisRecipient));
    addAmounts(rows, line);
    rows.ascii(at(at(CLOSING_FIELDS, line.reason), line.component));
    rows.whole(line.traceLeaf);
    rows.byte(46);
    rows.whole(line.traceRecord);
    rows.byte(10);
    if (rows.room < LINE_BYTES) {
      file.bytes(rows.view());
      rows.length = 0;
    }
  }
  file.bytes(rows.view());
  return file.close(ordinal);
}

function addPerson(rows: RowBytes, personId: number): void {
  rows.byte(COMMA);
  if (personId !== NO_PERSON) {
    const high = Math.floor(personId / 1_000_000);
    rows.padded(high, 6);
    rows.padded(personId - high * 1_000_000, 6);
  }
  rows.byte(COMMA);
}

function addAmounts(rows: RowBytes, line: Line): void {
  rows.byte(COMMA);
  if (line.annualAmountNok >= 0) rows.whole(line.annualAmountNok);
  rows.byte(COMMA);
  rows.whole(line.shareNumerator);
  rows.byte(COMMA);
  rows.whole(line.shareDenominator);
  rows.byte(COMMA);
  rows.whole(line.cumulativeDueNok);
  rows.byte(COMMA);
  rows.whole(line.previouslyPostedNok);
  rows.byte(COMMA);
  rows.whole(line.amountNok);
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
    // An adjustment may stand behind a line of the same key.
    if (step < 0 || (step === 0 && line.reason !== LINE_REASON.adjustment))
      assert(false, `payout line ${ordinal} does not follow the line before it`);
    if (line.amountNok === 0 || line.amountNok !== line.cumulativeDueNok - line.previouslyPostedNok) {
      assert(false, `payout line ${ordinal} is not the difference between due and posted`);
    }
    this.#grantYear = line.grantYear;
    this.#component = line.component;
    this.#personId = line.personId;
    this.#basisRecipient = line.basisRecipient;
  }
}
