import { assumptionWords } from '../../../rules';
import type { Component } from '../../domain';
import type { Section, Source } from '../../report';
import { payoutRows } from '../run/payout-rows';
import type { RunContext } from '../run/run-context';
import { assumptionSource } from '../steps/sources';
import { step } from '../steps/step';

const MANIFEST: Source = { kind: 'run_file', file: 'manifest.json', line: 0 };
const accepts = (component: Component | undefined, row: { readonly component: Component }): boolean =>
  component === undefined || row.component === component;

/** Amounts for the year = posted before + this run + due later + held, of all components or of one. */
export function balanceSection({ manifest }: RunContext, component?: Component): Section {
  const steps = manifest.conservation
    .filter((row) => accepts(component, row))
    .map((row) =>
      step(
        `balance/${row.grant_year}/${row.component}`,
        'BALANCE',
        {
          componentWord: row.component,
          year: row.grant_year,
          annualNok: row.annual_nok,
          postedNok: row.posted_before_nok,
          linesNok: row.lines_nok,
          laterNok: row.due_later_nok,
          heldNok: row.held_nok,
        },
        [MANIFEST],
      ),
    );
  return { id: 'balance', title: 'SECTION_BALANCE', steps };
}

/** Held amounts by reason. */
export function heldTotals({ manifest }: RunContext, component?: Component): Section {
  const steps = manifest.held
    .filter((row) => accepts(component, row))
    .map((row) =>
      step(
        `held/${row.grant_year}/${row.component}/${row.reason}`,
        'HELD_TOTAL',
        {
          componentWord: row.component,
          year: row.grant_year,
          heldNok: row.sum_nok,
          heldRows: row.rows,
          reasonWord: row.reason,
        },
        [{ kind: 'run_file', file: 'held.csv', line: 0 }],
      ),
    );
  return { id: 'held', title: 'SECTION_HELD', steps };
}

/** Rates that the run used; of one component those whose key begins with its name. */
export function rateSection(context: RunContext, component?: Component): Section {
  const steps = context.manifest.rates_used
    .filter(({ key }) => component === undefined || key === component || key.startsWith(`${component}.`))
    .map(({ key, grant_year, rate_class, value_nok, status, source }) => {
      const name = `${key}/${grant_year}/${rate_class}`;
      const line = context.parameterLine(name);
      const code = rate_class === 'single' ? 'RATE_USED_SINGLE' : 'RATE_USED';
      const params = { keyWord: key, classWord: rate_class, year: grant_year, rateNok: value_nok };
      return step(`rate/${name}`, code, params, [
        { kind: 'parameter', name, status, source, file: 'parameters.csv', line },
      ]);
    });
  return { id: 'rates', title: 'SECTION_RATES', steps };
}

/** Assumptions that decided something in the run. */
export function assumptionTotals({ batch, rules, parameterLine }: RunContext): Section {
  const words = assumptionWords(rules.limits, batch.grantYear);
  const steps = batch.assumptions.map((name) => ({
    ...step(`assumption/${name}`, 'ASSUMPTION', { idWord: name }, [
      assumptionSource(rules.assumptions, name, parameterLine(name)),
    ]),
    label: name,
    words,
  }));
  return { id: 'assumptions', title: 'SECTION_ASSUMPTIONS', steps };
}

/** Netting by group: recipients, lines, carried in and out, paid. */
export function groupSection(context: RunContext): Section {
  const groups = new Map<string, number[]>();
  for (const row of payoutRows(context)) {
    const sums = groups.get(row.group) ?? [0, 0, 0, 0, 0];
    const values = [1, row.linesNok, row.carriedInNok, row.paidNok, row.carriedOutNok];
    groups.set(
      row.group,
      sums.map((sum, index) => sum + (values[index] ?? 0)),
    );
  }
  return {
    id: 'groups',
    title: 'SECTION_BY_GROUP',
    steps: [],
    table: {
      columns: [
        { name: 'netting_group', align: 'left' },
        { name: 'recipients', align: 'right' },
        { name: 'lines_total_nok', align: 'right' },
        { name: 'carried_in_nok', align: 'right' },
        { name: 'paid_nok', align: 'right' },
        { name: 'carried_out_nok', align: 'right' },
      ],
      rows: [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([group, sums]) => [group, ...sums]),
    },
  };
}
