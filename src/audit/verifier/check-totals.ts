import type { RunContents } from './contents';
import type { Findings } from './findings';
import { addTo, COMPONENT_NAMES, COMPONENTS, WITHHELD } from './vocabulary';

/** Rows of a list in the manifest, by what each is about. */
type Totals = Map<string, Record<string, number>>;
type ManifestRow = Readonly<Record<string, string | number>>;

/** Control totals, netting, held totals, conservation and counts of the manifest are the sums of the tables. */
export function checkTotals(run: RunContents, findings: Findings): void {
  const { manifest, payouts, held } = run;
  const { lineTotals, corrections, personsPaid } = sumsOfLines(run);
  compareTotals('control_totals', manifest.control_totals, lineTotals, 'payout_lines.csv', findings);
  compareTotals('netting', manifest.netting, nettingTotals(run), 'payouts.csv', findings);
  const heldRows = manifest.held.map(({ kept_rows: _, ...row }) => row);
  compareTotals('held', heldRows, heldTotals(run), 'held.csv', findings);
  const { counts } = manifest;
  findings.figure('counts.lines', 'payout_lines.csv', run.lines.length, counts.lines);
  findings.figure('counts.corrections', 'payout_lines.csv', corrections, counts.corrections);
  findings.figure('counts.persons_paid', 'payout_lines.csv', personsPaid, counts.persons_paid);
  findings.figure('counts.payments', 'payouts.csv', payouts.filter((row) => row.paidNok > 0).length, counts.payments);
  findings.figure('counts.held', 'held.csv', held.length, counts.held);
  checkModules(run, findings);
  checkConservation(run, findings);
}

function sumsOfLines({ lines }: RunContents) {
  const lineTotals: Totals = new Map();
  const paid = new Map<number, number>();
  let corrections = 0;
  for (const { grantYear, component, amountNok, personId, isAdjustment } of lines) {
    const { name = '', group = '' } = COMPONENTS[component] ?? {};
    const figures = { lines: 1, sum_nok: amountNok, absolute_nok: Math.abs(amountNok) };
    addFigures(lineTotals, rowName({ grant_year: grantYear, component: name, netting_group: group }), figures);
    if (amountNok < 0) corrections += 1;
    if (personId > 0 && !isAdjustment) addTo(paid, personId, amountNok);
  }
  return { lineTotals, corrections, personsPaid: [...paid.values()].filter((sumNok) => sumNok !== 0).length };
}

function nettingTotals({ payouts }: RunContents): Totals {
  const totals: Totals = new Map();
  for (const row of payouts) {
    addFigures(totals, row.group, {
      recipients: 1,
      payments: row.paidNok > 0 ? 1 : 0,
      lines_total_nok: row.linesTotalNok,
      carried_in_nok: row.carriedInNok,
      paid_nok: row.paidNok,
      carried_out_nok: row.carriedOutNok,
    });
  }
  return totals;
}

/** An unknown amount counts as 0. */
function heldTotals({ held }: RunContents): Totals {
  const totals: Totals = new Map();
  for (const row of held) {
    const name = rowName({
      grant_year: row.grantYear,
      component: COMPONENT_NAMES[row.component] ?? '',
      reason: row.reason,
    });
    addFigures(totals, name, { rows: 1, sum_nok: row.heldAmountNok ?? 0 });
  }
  return totals;
}

function addFigures(totals: Totals, name: string, figures: Readonly<Record<string, number>>): void {
  const total = totals.get(name) ?? {};
  for (const [figure, value] of Object.entries(figures)) total[figure] = (total[figure] ?? 0) + value;
  totals.set(name, total);
}

/** What a row is about: its cells that are no sums. */
export function rowName(row: ManifestRow): string {
  return Object.entries(row)
    .filter(([name, value]) => typeof value === 'string' || name === 'grant_year')
    .map(([, value]) => value)
    .sort()
    .join(' ');
}

/** Compares the rows of a list in the manifest, each of which stands once, with what was counted. */
export function compareTotals(
  path: string,
  sealed: readonly ManifestRow[],
  counted: ReadonlyMap<string, Readonly<Record<string, number>>>,
  of: string,
  findings: Findings,
): void {
  const wrongRow = (row: string): void => findings.add('VERIFY_MANIFEST_ROW', 'manifest.json', { path, of, row });
  const stands = new Map<string, ManifestRow>();
  for (const row of sealed) {
    if (stands.has(rowName(row))) wrongRow(rowName(row));
    stands.set(rowName(row), row);
  }
  for (const [name, figures] of counted) {
    const found = stands.get(name);
    if (!found) wrongRow(name);
    for (const [figure, value] of Object.entries(found ? figures : {})) {
      findings.figure(`${path} ${name} ${figure}`, of, value, found?.[figure] ?? '');
    }
  }
  for (const name of stands.keys()) if (!counted.has(name)) wrongRow(name);
}

/** Modules stand in order, and lines are of what one of them computes. */
function checkModules({ manifest, lines }: RunContents, findings: Findings): void {
  const order = manifest.modules.map((row) => row.grant_year * 100 + COMPONENT_NAMES.indexOf(row.component));
  const isAscending = order.every((value, place) => place === 0 || (order[place - 1] ?? 0) < value);
  findings.figure('modules', 'manifest.json', 'ascending', isAscending ? 'ascending' : 'not ascending');
  const computed = new Set(order);
  const others = new Set<string>();
  for (const { grantYear, component, isAdjustment } of lines) {
    if (!isAdjustment && !computed.has(grantYear * 100 + component))
      others.add(`${COMPONENT_NAMES[component]} ${grantYear}`);
  }
  for (const row of others) {
    findings.add('VERIFY_MANIFEST_ROW', 'manifest.json', { path: 'modules', of: 'payout_lines.csv', row });
  }
}

/** Conservation (rulebook 9): R = posted before + lines + due later + held, per grant year and component, one row each. */
function checkConservation(run: RunContents, findings: Findings): void {
  const { manifest } = run;
  const totals: Totals = new Map();
  const keyOf = (row: { grantYear: number; component: number }): string =>
    rowName({ grant_year: row.grantYear, component: COMPONENT_NAMES[row.component] ?? '' });
  const none = { posted_before_nok: 0, lines_nok: 0, held_nok: 0 };
  for (const row of manifest.modules)
    addFigures(totals, rowName({ grant_year: row.grant_year, component: row.component }), none);
  const add = (key: string, figures: Partial<typeof none>): void => {
    if (totals.has(key)) addFigures(totals, key, figures); // postings of other components are left as they are
  };
  for (const row of run.lines) if (!row.isAdjustment) add(keyOf(row), { lines_nok: row.amountNok });
  for (const row of run.posted) add(keyOf(row), { posted_before_nok: row.amountNok });
  for (const row of run.held) {
    if (row.reason === 'adjustment_waits') continue; // beside conservation, as adjustments are
    const amountNok = row.heldAmountNok ?? 0;
    add(keyOf(row), WITHHELD.includes(row.reason) ? { posted_before_nok: amountNok } : { held_nok: amountNok });
  }
  const of = 'payout_lines.csv, posted_before.csv, held.csv';
  compareTotals('conservation', manifest.conservation, totals, of, findings);
  for (const row of manifest.conservation) {
    const sum = row.posted_before_nok + row.lines_nok + row.due_later_nok + row.held_nok;
    const path = `conservation ${row.grant_year} ${row.component}`;
    findings.figure(path, 'posted + lines + later + held', sum, row.annual_nok);
  }
}
