import type { RunContents } from './contents';
import type { Findings } from './findings';
import { sha256 } from './hashes';
import { checkYearAndDay, hoursBasis } from './hours-basis';
import { canonical } from './json';
import type { RunManifest } from './manifest-shape';
import type { TableReader, TableReaders } from './read-run';
import { addTo } from './vocabulary';

/** Rows of the tables of figures: rates, limits and assumptions, annual sizes, hours. */
export const FIGURE_TABLES: TableReaders = {
  'parameters.csv': parameters,
  'sizing.csv': sizing,
  'hours_basis.csv': hoursBasis,
};

/** All parameters are part of run_id, and those that decided something stand in the manifest (data contract 4). */
function parameters(run: RunContents, findings: Findings): TableReader {
  const { manifest } = run;
  const used = parametersUsed(manifest, findings);
  const rows: (readonly string[])[] = [];
  return {
    take(row) {
      rows.push(row.fields.slice(0, -1)); // without the last column, which says what was used
      const cells = ['kind', 'key', 'grant_year', 'rate_class', 'value'].map((column) => row.text(column));
      const [kind = '', key = '', year = '', rateClass = '', value = ''] = cells;
      if (kind === 'rate') run.rates.push({ key, grantYear: Number(year), rateClass, valueNok: Number(value) });
      const last = row.text('last_grant_year') || '9999';
      if (kind === 'limit') run.limits.push({ key, first: Number(year), last: Number(last), value });
      const name = `${kind}/${key}/${year}/${rateClass}`;
      const sealed = used.get(name);
      used.delete(name);
      row.compare('used', sealed === undefined ? 'no' : 'yes');
      if (sealed === undefined) return;
      row.compare('value', sealed, `${value}|${row.text('status')}|${row.text('source')}|${row.text('note')}`);
    },
    finish() {
      for (const name of used.keys()) findings.add('VERIFY_PARAMETER_MISSING', 'parameters.csv', { name });
      const sealed = manifest.identity.parameters_sha256;
      findings.figure('identity.parameters_sha256', 'parameters.csv', sha256(canonical(rows)), sealed);
    },
  };
}

/** What the manifest says was used, by cell or id. */
function parametersUsed(manifest: RunManifest, findings: Findings): Map<string, string> {
  const of = ({ status, source, note }: { status: string; source: string; note: string }): string =>
    `${status}|${source}|${note}`;
  const rows = [
    ...manifest.rates_used.map((row) => [
      `rate/${row.key}/${row.grant_year}/${row.rate_class}`,
      `${row.value_nok}|${of(row)}`,
    ]),
    ...manifest.assumptions_used.map((row) => [`assumption/${row.id}//`, `${row.value}|${of(row)}`]),
    ...(manifest.format === 1 ? [] : manifest.limits_used).map((row) => [
      `limit/${row.key}/${row.grant_year}/`,
      `${row.value}|${of(row)}`,
    ]),
  ];
  const used = new Map<string, string>();
  for (const [name = '', text = ''] of rows) {
    const row = { path: 'rates_used, assumptions_used', of: 'parameters.csv', row: name };
    if (used.has(name)) findings.add('VERIFY_MANIFEST_ROW', 'manifest.json', row);
    used.set(name, text);
  }
  return used;
}

/** Annual sizes (rulebook 8.1): year and day of the run in every row, and the sums per component of the manifest. */
function sizing(run: RunContents, findings: Findings): TableReader {
  const { manifest } = run;
  const [counted, sums] = [new Map<string, number>(), new Map<string, number>()];
  return {
    take(row) {
      checkYearAndDay(row, manifest);
      const component = row.text('component');
      const key = sizingKey(row.text('recipient_id'), component, row.text('year_number'), row.text('rate_class'));
      const figures = { persons: row.whole('persons'), days: row.whole('days'), rateNok: row.wholeOrNull('rate') };
      run.sizing.push({ line: row.line, key, component, ...figures, annualNok: row.whole('annual_amount') });
      addTo(counted, component, 1);
      addTo(sums, component, row.whole('annual_amount'));
    },
    finish() {
      const sealed = new Map(manifest.sizing.map((row) => [String(row.component), row]));
      for (const component of new Set([...counted.keys(), ...sealed.keys()])) {
        const [rows, sum] = [counted.get(component) ?? 0, sums.get(component) ?? 0];
        const of = 'sizing.csv';
        findings.figure(`sizing.${component}.rows`, of, rows, sealed.get(component)?.rows ?? 0);
        findings.figure(
          `sizing.${component}.annual_amount_nok`,
          of,
          sum,
          sealed.get(component)?.annual_amount_nok ?? 0,
        );
      }
    },
  };
}

/** What a row of sizing.csv is about, as one text. */
export function sizingKey(recipient: string, component: string, yearNumber: string, rateClass: string): string {
  return [recipient, component, yearNumber, rateClass].filter((text) => text !== '').join(' ');
}
