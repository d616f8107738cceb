import type { PayoutLineFile, PayoutLineRow } from '../../audit';
import {
  asRecipientCode,
  at,
  COMPONENTS,
  formatRecipientCode,
  LINE_REASONS,
  type Line,
  lastDayOfYear,
  NorsktilskuddError,
} from '../../domain';
import { cutOffDate } from '../../engine';
import type { ExplainedLine } from '../../report';
import { placeText } from '../register/subject';
import type { PersonMaterial } from './person-material';

/** Lines of a replay under their ids, each held to its row of payout_lines.csv. */
export interface ExplainedLines {
  readonly lines: readonly ExplainedLine[];
  placeOf(line: ExplainedLine): string;
}

/**
 * Finds the row of each line and holds it to what was worked out again.
 *
 * @throws NorsktilskuddError verification EXPLAIN_LINE_DIFFERS
 */
export function explainedLines(
  file: PayoutLineFile,
  material: PersonMaterial,
  lines: readonly Line[],
  isProtected: boolean,
): ExplainedLines {
  const { context, personRef, leaf } = material;
  const { request } = context;
  const computed = context.manifest.modules.map(({ grant_year, component }) => ({ grant_year, component }));
  const all = computed.flatMap(({ grant_year, component }) => file.rowsOf(grant_year, component, personRef));
  const rows = all.filter(({ cell }) => cell('reason') !== 'adjustment');
  if (rows.length !== lines.length) throw differs(rows[0]?.ordinal ?? 0, `${rows.length} / ${lines.length}`);
  const places = new Map<string, string>();
  const explained = lines.map((line): ExplainedLine => {
    const row = rowOf(rows, line);
    checkRow(row, line, leaf);
    const lineId = row.cell('line_id');
    const cutOff = cutOffDate(request.grantYear, request.term);
    const on = line.recipient === line.basisRecipient ? lastDayOfYear(line.grantYear) : cutOff;
    places.set(lineId, placeText({ context, isProtected }, line.recipient, on));
    return {
      line_id: lineId,
      grant_year: line.grantYear,
      component: at(COMPONENTS, line.component),
      code: line.code,
      recipient_id: isProtected ? '' : codeText(line.recipient),
      basis_recipient_id: isProtected ? '' : codeText(line.basisRecipient),
      cumulative_due: line.cumulativeDueNok,
      previously_posted: line.previouslyPostedNok,
      amount: line.amountNok,
      reason: at(LINE_REASONS, line.reason),
    };
  });
  return { lines: explained, placeOf: ({ line_id }) => places.get(line_id) ?? '' };
}

function rowOf(rows: readonly PayoutLineRow[], line: Line): PayoutLineRow {
  const found = rows.find(
    ({ cell }) =>
      cell('grant_year') === String(line.grantYear) &&
      cell('component') === COMPONENTS[line.component] &&
      cell('basis_recipient_id') === codeText(line.basisRecipient),
  );
  if (found) return found;
  throw differs(rows[0]?.ordinal ?? 0, 'basis_recipient_id');
}

function checkRow({ ordinal, cell }: PayoutLineRow, line: Line, leaf: number): void {
  const expected: Readonly<Record<string, string>> = {
    code: line.code,
    recipient_id: codeText(line.recipient),
    annual_amount: line.annualAmountNok < 0 ? '' : String(line.annualAmountNok),
    share_numerator: String(line.shareNumerator),
    share_denominator: String(line.shareDenominator),
    cumulative_due: String(line.cumulativeDueNok),
    previously_posted: String(line.previouslyPostedNok),
    amount: String(line.amountNok),
    reason: at(LINE_REASONS, line.reason),
    trace_id: `${leaf}.${line.traceRecord}`,
  };
  for (const [column, value] of Object.entries(expected)) {
    if (cell(column) !== value) throw differs(ordinal, column);
  }
}

function codeText(code: number): string {
  return formatRecipientCode(asRecipientCode(code));
}

/** By the name of the column alone: the address of the person may be protected, and its value a place. */
function differs(line: number, difference: string): NorsktilskuddError {
  return new NorsktilskuddError('verification', 'EXPLAIN_LINE_DIFFERS', { line, difference });
}
