import {
  at,
  COMPONENTS,
  emptyLine,
  isPerKommune,
  LINE_REASON,
  LINE_REASONS,
  type Line,
  LineTable,
  NO_PERSON,
  nettingGroupOf,
} from '../../domain';
import type { Manifest } from '../manifest-schema';
import type { Problems } from './problems';
import { CodeReader } from './read-codes';
import type { TableRow } from './read-table';

const FILE = 'payout_lines.csv';
const TRACE_ID = /^(0|[1-9]\d{0,8})\.(0|[1-9]\d?|1\d\d|2[0-4]\d|25[0-5])$/;

/** Reads payout_lines.csv row by row and checks what a row alone can show (data contract 4, rulebook 6). */
export class LineReader {
  readonly lines = new LineTable();
  readonly lineNumbers: number[] = [];
  readonly #manifest: Manifest;
  readonly #problems: Problems;
  readonly #line: Line = emptyLine();
  #ordinal = 0;

  constructor(manifest: Manifest, problems: Problems) {
    this.#manifest = manifest;
    this.#problems = problems;
  }

  take(row: TableRow): void {
    const codes = new CodeReader(row, FILE, this.#problems);
    const line = this.#line;
    line.component = codes.component();
    const person = codes.form('person_ref', isPerKommune(at(COMPONENTS, line.component)) ? /^$/ : /^\d{12}$/);
    const trace = TRACE_ID.exec(codes.form('trace_id', TRACE_ID)) ?? [];
    line.grantYear = row.whole('grant_year');
    line.code = row.text('code');
    line.personId = person === '' ? NO_PERSON : Number(person);
    line.basisRecipient = codes.recipient('basis_recipient_id');
    line.recipient = codes.recipient('recipient_id');
    line.annualAmountNok = row.text('annual_amount') === '' ? -1 : row.whole('annual_amount');
    line.shareNumerator = row.whole('share_numerator');
    line.shareDenominator = row.whole('share_denominator');
    line.cumulativeDueNok = row.whole('cumulative_due');
    line.previouslyPostedNok = row.whole('previously_posted');
    line.amountNok = row.whole('amount');
    line.traceLeaf = Number(trace[1]);
    line.traceRecord = Number(trace[2]);
    line.reason = this.#reason(line);
    this.#ordinal += 1;
    if (!codes.isGood) return;
    this.#checkCells(row, line);
    this.lines.push(line);
    this.lineNumbers.push(row.line);
  }

  #checkCells(row: TableRow, line: Line): void {
    const { run_id: runId, identity } = this.#manifest;
    const cell = (column: string, expected: string): void =>
      this.#problems.compare('VERIFY_CELL', FILE, expected, row.text(column), { line: row.line, column });
    cell('line_id', `${runId}-${this.#ordinal}`);
    // After a gap it goes on from what stands there, so that one dropped line is told once.
    const stands = Number(row.text('line_id').slice(runId.length + 1));
    if (stands > this.#ordinal) this.#ordinal = stands;
    cell('run_id', runId);
    if (![identity.grant_year, identity.grant_year - 1].includes(line.grantYear)) {
      cell('grant_year', `${identity.grant_year - 1} | ${identity.grant_year}`);
    }
    cell('term', String(identity.term));
    cell('amount', String(line.cumulativeDueNok - line.previouslyPostedNok));
    if (line.amountNok === 0) cell('amount', '<> 0');
    cell('reason', at(LINE_REASONS, line.reason));
    cell('netting_group', nettingGroupOf(at(COMPONENTS, line.component)));
  }

  #reason(line: Line): number {
    if (line.amountNok < 0) return LINE_REASON.correction;
    return line.grantYear === this.#manifest.identity.grant_year ? LINE_REASON.regular : LINE_REASON.arrears;
  }
}
