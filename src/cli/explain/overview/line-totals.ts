import { isProtectedPerson, parseRecipientCode } from '../../../domain';
import { cutOffDate } from '../../../engine/cut-off';
import type { Section, Table } from '../../../report/explanation/explanation';
import { placeName } from '../register/subject';
import { PayoutLineFile, type PayoutLineRow } from '../run/payout-line-file';
import type { RunContext } from '../run/run-context';
import { step } from '../steps/step';

/** Lines named one by one. */
const LARGEST = 10;
/** Candidates kept, since those of protected persons are left out at the end. */
const KEPT = 200;

interface Total {
  readonly cells: readonly string[];
  count: number;
  sumNok: number;
}

/** Lines of a run that a test accepts: sums by grant year, component, code and reason, and the largest. */
export interface LineTotals {
  readonly sections: readonly Section[];
  /** Sum by netting group. */
  readonly sumOf: (group: string) => number;
}

/** Adds up lines, reading payout_lines.csv once from front to back. */
export function lineTotals(context: RunContext, id: string, accept: (row: PayoutLineRow) => boolean): LineTotals {
  const totals = new Map<string, Total>();
  const groups = new Map<string, number>();
  let largest: PayoutLineRow[] = [];
  const file = new PayoutLineFile(context.folder);
  const sealed = context.manifest.files.find(({ name }) => name === 'payout_lines.csv')?.sha256;
  try {
    for (const row of file.rows(sealed)) {
      if (!accept(row)) continue;
      addTotal(totals, row);
      groups.set(row.cell('netting_group'), (groups.get(row.cell('netting_group')) ?? 0) + amountOf(row));
      largest.push(row);
      if (largest.length > KEPT * 2) largest = topOf(largest, KEPT);
    }
  } finally {
    file.close();
  }
  const named = topOf(largest, KEPT).filter((row) => !isProtected(context, row));
  return {
    sections: sectionsOfTotals(context, id, totals, named.slice(0, LARGEST)),
    sumOf: (group) => groups.get(group) ?? 0,
  };
}

const amountOf = ({ cell }: PayoutLineRow): number => Number(cell('amount'));

function topOf(rows: readonly PayoutLineRow[], count: number): PayoutLineRow[] {
  return [...rows]
    .sort((a, b) => Math.abs(amountOf(b)) - Math.abs(amountOf(a)) || a.ordinal - b.ordinal)
    .slice(0, count);
}

function addTotal(totals: Map<string, Total>, row: PayoutLineRow): void {
  const cells = ['grant_year', 'component', 'code', 'reason'].map(row.cell);
  const key = cells.join('|');
  const total = totals.get(key) ?? { cells, count: 0, sumNok: 0 };
  total.count += 1;
  total.sumNok += amountOf(row);
  totals.set(key, total);
}

/** A line id leads to a pseudonym: beside a kommune it would tell where a protected person lives. */
function isProtected({ snapshot }: RunContext, row: PayoutLineRow): boolean {
  if (row.cell('person_ref') === '') return false;
  const place = snapshot.blockOf(Number(row.cell('person_ref')));
  return !place || isProtectedPerson(place.block, place.index);
}

/** `4601 Bergen`, named as on the run's cut-off date. */
function recipientText({ rules, request }: RunContext, code: string): string {
  const recipient = parseRecipientCode(code);
  return recipient === undefined ? code : placeName(rules, recipient, cutOffDate(request.grantYear, request.term));
}

function sectionsOfTotals(
  context: RunContext,
  id: string,
  totals: ReadonlyMap<string, Total>,
  largest: readonly PayoutLineRow[],
): Section[] {
  if (totals.size === 0) {
    return [{ id: `${id}/lines`, title: 'SECTION_BY_CODE', steps: [step(`${id}/lines/none`, 'NO_LINES')] }];
  }
  const byCode: Table = {
    columns: [
      { name: 'grant_year', align: 'left' },
      { name: 'component', align: 'left' },
      { name: 'code', align: 'left' },
      { name: 'reason', align: 'left' },
      { name: 'lines', align: 'right' },
      { name: 'amount_nok', align: 'right' },
    ],
    rows: [...totals]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { cells, count, sumNok }]) => [...cells, count, sumNok]),
  };
  const byLine: Table = {
    columns: [
      { name: 'line_id', align: 'left' },
      { name: 'component', align: 'left' },
      { name: 'recipient', align: 'left' },
      { name: 'reason', align: 'left' },
      { name: 'amount_nok', align: 'right' },
    ],
    rows: largest.map((row) => [
      row.cell('line_id'),
      row.cell('component'),
      recipientText(context, row.cell('recipient_id')),
      row.cell('reason'),
      amountOf(row),
    ]),
  };
  const left = step(`${id}/largest/protected`, 'PROTECTED_LEFT_OUT');
  return [
    { id: `${id}/lines`, title: 'SECTION_BY_CODE', steps: [], table: byCode },
    { id: `${id}/largest`, title: 'SECTION_LARGEST', steps: [left], table: byLine },
  ];
}
