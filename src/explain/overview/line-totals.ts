import { PayoutLineFile, type PayoutLineRow } from '../../audit';
import { FEWEST_PERSONS, parseRecipientCode, reportedGroups } from '../../domain';
import { cutOffDate } from '../../engine';
import type { Section, Table } from '../../report';
import { placeName } from '../register/subject';
import type { RunContext } from '../run/run-context';
import { step } from '../steps/step';
import { isProtectedLine } from './protected-line';

/** Lines named one by one. */
const LARGEST = 10;
/** Candidates kept, since those of protected persons are left out at the end. */
const KEPT = 200;
/** Persons of a row that are kept apart: more than any threshold asks for. */
const PERSONS_KEPT = LARGEST + 2 * FEWEST_PERSONS;

interface Total {
  readonly cells: readonly string[];
  readonly group: string;
  /** Persons of the lines, the first of them. */
  readonly persons: Set<string>;
  count: number;
  sumNok: number;
}

/** Lines of a run that a test accepts: sums by grant year, component, code and reason, and the largest. */
export interface LineTotals {
  readonly sections: readonly Section[];
  /** Sum by netting group. */
  readonly sumOf: (group: string) => number;
}

/** Which lines are added up, and whether lines of persons are named: of a recipient they never are. */
export interface LineQuestion {
  readonly accept: (row: PayoutLineRow) => boolean;
  readonly namesPersons: boolean;
}

/**
 * Adds up lines, reading payout_lines.csv once from front to back. Sums of few persons are reported together with others of
 * their netting group, since the sum of the group is known, and not at all where the group has few.
 */
export function lineTotals(context: RunContext, id: string, { accept, namesPersons }: LineQuestion): LineTotals {
  const totals = new Map<string, Total>();
  const groups = new Map<string, number>();
  let largest: PayoutLineRow[] = [];
  const sealed = context.manifest.files.find(({ name }) => name === 'payout_lines.csv')?.sha256;
  const file = new PayoutLineFile(context.folder);
  try {
    for (const row of file.rows(sealed)) {
      if (!accept(row)) continue;
      addTotal(totals, row);
      groups.set(row.cell('netting_group'), (groups.get(row.cell('netting_group')) ?? 0) + amountOf(row));
      if (!namesPersons && row.cell('person_ref') !== '') continue;
      largest.push(row);
      if (largest.length > KEPT * 2) largest = topOf(largest, KEPT);
    }
  } finally {
    file.close();
  }
  const named = topOf(largest, KEPT)
    .filter((row) => !isProtectedLine(context, row))
    .slice(0, LARGEST);
  return {
    sections: sectionsOfTotals(context, id, totals, withoutLastOnes(named, totals)),
    sumOf: (group) => groups.get(group) ?? 0,
  };
}

const amountOf = ({ cell }: PayoutLineRow): number => Number(cell('amount'));
const keyOf = ({ cell }: PayoutLineRow): string => ['grant_year', 'component', 'code', 'reason'].map(cell).join('|');

function topOf(rows: readonly PayoutLineRow[], count: number): PayoutLineRow[] {
  return [...rows]
    .sort((a, b) => Math.abs(amountOf(b)) - Math.abs(amountOf(a)) || a.ordinal - b.ordinal)
    .slice(0, count);
}

function addTotal(totals: Map<string, Total>, row: PayoutLineRow): void {
  const cells = ['grant_year', 'component', 'code', 'reason'].map(row.cell);
  const key = keyOf(row);
  const total = totals.get(key) ?? { cells, group: row.cell('netting_group'), persons: new Set(), count: 0, sumNok: 0 };
  total.count += 1;
  total.sumNok += amountOf(row);
  const person = row.cell('person_ref');
  if (person !== '' && total.persons.size < PERSONS_KEPT) total.persons.add(person);
  totals.set(key, total);
}

/** A line of a person is named only where enough others of its sum are not: what is left must not be one person's. */
function withoutLastOnes(named: readonly PayoutLineRow[], totals: ReadonlyMap<string, Total>): PayoutLineRow[] {
  return named.filter((row) => {
    if (row.cell('person_ref') === '') return true;
    const listed = new Set(named.filter((other) => keyOf(other) === keyOf(row)).map(({ cell }) => cell('person_ref')));
    return (totals.get(keyOf(row))?.persons.size ?? 0) - listed.size >= FEWEST_PERSONS;
  });
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
  const { rows, isSmall } = publishedRows(totals);
  const byCode: Table = {
    columns: [
      { name: 'grant_year', align: 'left' },
      { name: 'component', align: 'left' },
      { name: 'code', align: 'left' },
      { name: 'reason', align: 'left' },
      { name: 'lines', align: 'right' },
      { name: 'amount_nok', align: 'right' },
    ],
    rows,
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
  const small = isSmall ? [step(`${id}/lines/small`, 'SMALL_GROUPS', { fewestPersons: FEWEST_PERSONS })] : [];
  const left = step(`${id}/largest/protected`, 'PROTECTED_LEFT_OUT');
  return [
    { id: `${id}/lines`, title: 'SECTION_BY_CODE', steps: small, ...(rows.length > 0 ? { table: byCode } : {}) },
    ...(largest.length > 0
      ? [{ id: `${id}/largest`, title: 'SECTION_LARGEST' as const, steps: [left], table: byLine }]
      : []),
  ];
}

/** Sums that may be reported, by netting group; `various` stands for several codes and reasons together. */
function publishedRows(totals: ReadonlyMap<string, Total>): { rows: (string | number)[][]; isSmall: boolean } {
  const groups = [...new Set([...totals.values()].map(({ group }) => group))];
  const reported = groups.map((group) => reportedGroups([...totals.values()].filter((total) => total.group === group)));
  const rows = reported.flatMap(({ alone, together }) => [
    ...alone.map(({ cells, count, sumNok }) => [...cells, count, sumNok]),
    ...(together.length === 0 ? [] : [joined(together)]),
  ]);
  const isSmall = reported.some(({ together, hidden }) => together.length + hidden.length > 0);
  return { rows: rows.sort((a, b) => (a.slice(0, 4).join('|') < b.slice(0, 4).join('|') ? -1 : 1)), isSmall };
}

function joined(rows: readonly Total[]): (string | number)[] {
  const common = (place: number): string => {
    const [first = '', ...others] = new Set(rows.map(({ cells }) => cells[place] ?? ''));
    return others.length === 0 ? first : 'various';
  };
  const sum = (value: (row: Total) => number): number => rows.reduce((total, row) => total + value(row), 0);
  return [common(0), common(1), common(2), common(3), sum(({ count }) => count), sum(({ sumNok }) => sumNok)];
}
