import {
  at,
  COMPONENTS,
  componentOrdinal,
  HELD_REASONS,
  type HeldReason,
  type HeldRow,
  type LineTable,
  NO_PERSON,
} from '../../domain';
import { conservationTotals, controlTotals, heldTotals, nettingTotals } from '../control-totals';
import type { Manifest } from '../manifest-schema';
import type { TraceExpectations } from './expect-from-trace';
import type { Problems } from './problems';
import type { ReadHeld, RunContents } from './run-contents';

const MANIFEST = 'manifest.json';

/** Control totals, netting, held totals and counts of the manifest against the rows of the tables. */
export function checkSums(contents: RunContents, problems: Problems): void {
  const { manifest, lines, payouts, held } = contents;
  compareRows('control_totals', manifest.control_totals, controlTotals(lines), 'payout_lines.csv', problems);
  compareRows('netting', manifest.netting, nettingTotals(payouts), 'payouts.csv', problems);
  compareRows('held', manifest.held, heldTotals(held.map(asHeldRow)), 'held.csv', problems);
  const figure = (path: string, of: string, counted: number, sealed: number): void =>
    problems.compare('VERIFY_MANIFEST_FIGURE', MANIFEST, counted, sealed, { path, of });
  const { counts } = manifest;
  const { corrections, personsPaid } = countLines(lines);
  figure('counts.lines', 'payout_lines.csv', lines.length, counts.lines);
  figure('counts.corrections', 'payout_lines.csv', corrections, counts.corrections);
  figure('counts.persons_paid', 'payout_lines.csv', personsPaid, counts.persons_paid);
  figure('counts.payments', 'payouts.csv', payouts.filter((row) => row.paidNok > 0).length, counts.payments);
  figure('counts.held', 'held.csv', held.length, counts.held);
  checkMarkAndModules(manifest, problems);
}

/**
 * Conservation (rulebook 9): R = posted before + lines + due later + held, each figure as the trace has it, and the counts
 * of leaves and persons.
 */
export function checkConservation(manifest: Manifest, expectations: TraceExpectations, problems: Problems): void {
  const traced = expectations.components.map((row) => ({
    grantYear: row.grantYear,
    component: at(COMPONENTS, row.component),
    ...row.sums,
  }));
  const rows = manifest.modules.map(({ grant_year: grantYear, component }) => {
    const found = traced.find((row) => row.grantYear === grantYear && row.component === component);
    return found ?? { grantYear, component, annualNok: 0, postedBeforeNok: 0, linesNok: 0, dueLaterNok: 0, heldNok: 0 };
  });
  compareRows('conservation', manifest.conservation, conservationTotals(rows), 'trace.bin', problems);
  for (const row of traced) {
    if (rows.includes(row) || row.linesNok === 0) continue;
    problems.add('VERIFY_MANIFEST_ROW', MANIFEST, {
      path: 'modules',
      of: 'trace.bin',
      row: `${row.component} ${row.grantYear}`,
    });
  }
  for (const row of manifest.conservation) {
    const annual = row.posted_before_nok + row.lines_nok + row.due_later_nok + row.held_nok;
    const params = { path: `conservation ${row.grant_year} ${row.component}`, of: 'posted + lines + later + held' };
    problems.compare('VERIFY_MANIFEST_FIGURE', MANIFEST, annual, row.annual_nok, params);
  }
  const { counts, trace } = manifest;
  const figure = (path: string, counted: number, sealed: number): void =>
    problems.compare('VERIFY_MANIFEST_FIGURE', MANIFEST, counted, sealed, { path, of: 'trace.bin' });
  figure('counts.leaves', expectations.leaves, counts.leaves);
  figure('counts.persons', expectations.persons, counts.persons);
  figure('trace.format', expectations.format, trace?.format ?? 0);
  figure('trace.leaves', expectations.leaves, trace?.leaves ?? 0);
  figure('trace.entries', expectations.entries, trace?.entries ?? 0);
}

type Figures = Readonly<Record<string, string | number>>;

/** Compares rows one by one, each known by its cells that are no sums. */
function compareRows(
  path: string,
  sealed: readonly Figures[],
  counted: readonly Figures[],
  of: string,
  problems: Problems,
): void {
  const nameOf = (row: Figures): string =>
    Object.entries(row)
      .filter(([name, value]) => typeof value === 'string' || name === 'grant_year')
      .map(([, value]) => value)
      .sort()
      .join(' ');
  const names = sealed.map(nameOf);
  for (const [place, name] of names.entries()) {
    if (names.indexOf(name) < place) problems.add('VERIFY_MANIFEST_ROW', MANIFEST, { path, of, row: name });
  }
  const stands = new Map(sealed.map((row) => [nameOf(row), row]));
  for (const row of counted) {
    const name = nameOf(row);
    const found = stands.get(name);
    stands.delete(name);
    if (!found) problems.add('VERIFY_MANIFEST_ROW', MANIFEST, { path, of, row: name });
    for (const [figure, value] of Object.entries(found ? row : {})) {
      const params = { path: `${path} ${name} ${figure}`, of };
      problems.compare('VERIFY_MANIFEST_FIGURE', MANIFEST, value, found?.[figure] ?? '', params);
    }
  }
  for (const name of stands.keys()) problems.add('VERIFY_MANIFEST_ROW', MANIFEST, { path, of, row: name });
}

function countLines(lines: LineTable): { corrections: number; personsPaid: number } {
  const paid = new Map<number, number>();
  let corrections = 0;
  for (const line of lines) {
    if (line.amountNok < 0) corrections += 1;
    if (line.personId !== NO_PERSON) paid.set(line.personId, (paid.get(line.personId) ?? 0) + line.amountNok);
  }
  return { corrections, personsPaid: [...paid.values()].filter((sumNok) => sumNok !== 0).length };
}

function asHeldRow(row: ReadHeld): HeldRow {
  return {
    grantYear: row.grantYear,
    component: at(COMPONENTS, row.component),
    personId: NO_PERSON,
    annualAmountNok: row.annualAmountNok,
    heldAmountNok: row.heldAmountNok,
    reason: asReason(row.reason),
  };
}

/** The reader has let through none but the known reasons. */
function asReason(text: string): HeldReason {
  return HELD_REASONS.filter((reason) => reason !== '').find((reason) => reason === text) ?? 'no_recipient';
}

/** The mark follows from being a rehearsal; modules are in order. */
function checkMarkAndModules(manifest: Manifest, problems: Problems): void {
  const compare = (path: string, expected: string, found: string): void =>
    problems.compare('VERIFY_MANIFEST_FIGURE', MANIFEST, expected, found, { path, of: MANIFEST });
  compare('mark', manifest.identity.rehearsal ? 'REHEARSAL' : '', manifest.mark);
  const order = manifest.modules.map((row) => row.grant_year * 100 + componentOrdinal(row.component));
  const sorted = order.every((value, place) => place === 0 || (order[place - 1] ?? 0) < value);
  compare('modules', 'ascending', sorted ? 'ascending' : 'not ascending');
}
