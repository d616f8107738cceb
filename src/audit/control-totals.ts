import {
  at,
  COMPONENTS,
  type ConservationRow,
  type HeldRow,
  type LineTable,
  NETTING_GROUPS,
  nettingGroupOf,
  type PayoutRow,
  type SizingRow,
} from '../domain';
import type { Manifest } from './run-manifest';

type ControlTotal = Manifest['control_totals'][number];
type NettingTotal = Manifest['netting'][number];
type HeldTotal = Manifest['held'][number];
type SizingTotal = Manifest['sizing'][number];

/** Lines per grant year and component, in that order. */
export function controlTotals(lines: LineTable): ControlTotal[] {
  const totals = new Map<number, ControlTotal>();
  for (const line of lines) {
    const key = line.grantYear * COMPONENTS.length + line.component;
    const component = at(COMPONENTS, line.component);
    const total = totals.get(key) ?? {
      grant_year: line.grantYear,
      component,
      netting_group: nettingGroupOf(component),
      lines: 0,
      sum_nok: 0,
      absolute_nok: 0,
    };
    total.lines += 1;
    total.sum_nok += line.amountNok;
    total.absolute_nok += Math.abs(line.amountNok);
    totals.set(key, total);
  }
  return [...totals].sort(([a], [b]) => a - b).map(([, total]) => total);
}

/** Payouts per netting group that has any, in the order of the groups. */
export function nettingTotals(payouts: readonly PayoutRow[]): NettingTotal[] {
  return NETTING_GROUPS.flatMap((group) => {
    const rows = payouts.filter((row) => row.group === group);
    const sum = (value: (row: PayoutRow) => number): number => rows.reduce((total, row) => total + value(row), 0);
    const total = {
      netting_group: group,
      recipients: rows.length,
      payments: rows.filter((row) => row.paidNok > 0).length,
      lines_total_nok: sum((row) => row.linesTotalNok),
      carried_in_nok: sum((row) => row.carriedInNok),
      paid_nok: sum((row) => row.paidNok),
      carried_out_nok: sum((row) => row.carriedOutNok),
    };
    return rows.length === 0 ? [] : [total];
  });
}

/** Held amounts per grant year, component and reason; an unknown amount counts as 0. */
export function heldTotals(held: readonly HeldRow[]): HeldTotal[] {
  const totals = new Map<string, HeldTotal>();
  for (const row of held) {
    const { grantYear, component, reason } = row;
    const key = `${grantYear}/${component}/${reason}`;
    const total = totals.get(key) ?? { grant_year: grantYear, component, reason, rows: 0, sum_nok: 0 };
    total.rows += 1;
    total.sum_nok += row.heldAmountNok ?? 0;
    if (row.isKept === true) total.kept_rows = (total.kept_rows ?? 0) + 1;
    totals.set(key, total);
  }
  return [...totals].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, total]) => total);
}

/** Annual amounts per component, held parts included. */
export function sizingTotals(sizing: readonly SizingRow[]): SizingTotal[] {
  return COMPONENTS.flatMap((component) => {
    const rows = sizing.filter((row) => row.component === component);
    const annual = rows.reduce((total, row) => total + row.annualAmountNok, 0);
    return rows.length === 0 ? [] : [{ component, rows: rows.length, annual_amount_nok: annual }];
  });
}

/** The engine's own account of where every krone of R went. */
export function conservationTotals(rows: readonly ConservationRow[]): Manifest['conservation'] {
  return rows.map((row) => ({
    grant_year: row.grantYear,
    component: row.component,
    annual_nok: row.annualNok,
    posted_before_nok: row.postedBeforeNok,
    lines_nok: row.linesNok,
    due_later_nok: row.dueLaterNok,
    held_nok: row.heldNok,
  }));
}
