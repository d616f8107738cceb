import { canonicalJson, sha256Hex } from '../../domain';
import { PARAMETER_COLUMNS, PARAMETER_COLUMNS_1 } from '../../payout';
import type { Manifest } from '../manifest-schema';
import type { Problems } from './problems';
import type { TableRow } from './read-table';

const FILE = 'parameters.csv';

/** parameters.csv against the manifest: the hash of all of it, and the rates, limits and assumptions that decided something. */
export class ParameterCheck {
  readonly #manifest: Manifest;
  readonly #columns: readonly string[];
  readonly #problems: Problems;
  readonly #rows: string[][] = [];
  /** Values of the rates, in order. */
  readonly rates: number[] = [];
  /** What the manifest says was used, by cell or id, and has not been met yet. */
  readonly #used: Map<string, string>;

  constructor(manifest: Manifest, problems: Problems) {
    this.#manifest = manifest;
    this.#columns = manifest.format === 1 ? PARAMETER_COLUMNS_1 : PARAMETER_COLUMNS;
    this.#problems = problems;
    const rates = manifest.rates_used.map(
      (rate) =>
        [
          `rate/${rate.key}/${rate.grant_year}/${rate.rate_class}`,
          `${rate.value_nok}|${rate.status}|${rate.source}|${rate.note}`,
        ] as const,
    );
    const assumptions = manifest.assumptions_used.map(
      ({ id, value, status, source, note }) => [`assumption/${id}//`, `${value}|${status}|${source}|${note}`] as const,
    );
    const limits = (manifest.format === 1 ? [] : manifest.limits_used).map(
      ({ key, grant_year: first, value, status, source, note }) =>
        [`limit/${key}/${first}/`, `${value}|${status}|${source}|${note}`] as const,
    );
    this.#used = new Map();
    for (const [name, text] of [...rates, ...assumptions, ...limits]) {
      const row = { path: 'rates_used, assumptions_used', of: FILE, row: name };
      if (this.#used.has(name)) problems.add('VERIFY_MANIFEST_ROW', 'manifest.json', row);
      this.#used.set(name, text);
    }
  }

  take(row: TableRow): void {
    const cells = this.#columns.map((column) => row.text(column));
    this.#rows.push(cells.slice(0, -1));
    const [kind, key, year, rateClass, value, , status, source, note] = cells;
    if (kind === 'rate') this.rates.push(Number(value));
    const name = `${kind}/${key}/${year}/${rateClass}`;
    const sealed = this.#used.get(name);
    this.#used.delete(name);
    const used = sealed === undefined ? 'no' : 'yes';
    this.#problems.compare('VERIFY_CELL', FILE, used, row.text('used'), { line: row.line, column: 'used' });
    if (sealed === undefined) return;
    const found = `${value}|${status}|${source}|${note}`;
    this.#problems.compare('VERIFY_CELL', FILE, sealed, found, { line: row.line, column: 'value' });
  }

  finish(): void {
    for (const name of this.#used.keys()) this.#problems.add('VERIFY_PARAMETER_MISSING', FILE, { name });
    const hash = sha256Hex(canonicalJson(this.#rows));
    const params = { path: 'identity.parameters_sha256', of: FILE };
    const sealed = this.#manifest.identity.parameters_sha256;
    this.#problems.compare('VERIFY_MANIFEST_FIGURE', 'manifest.json', hash, sealed, params);
  }
}
