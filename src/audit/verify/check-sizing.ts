import type { Manifest } from '../manifest-schema';
import type { Problems } from './problems';
import type { TableRow } from './read-table';
import type { ReadSizing } from './run-contents';
import { sizingKey } from './sizing-from-trace';

const FILE = 'sizing.csv';

/** sizing.csv: year and day of the run in every row, and the sums per component of the manifest. */
export class SizingCheck {
  readonly #manifest: Manifest;
  readonly #problems: Problems;
  readonly rows: ReadSizing[] = [];
  readonly #sums = new Map<string, { rows: number; annualNok: number }>();

  constructor(manifest: Manifest, problems: Problems) {
    this.#manifest = manifest;
    this.#problems = problems;
  }

  take(row: TableRow): void {
    checkYearAndDay(FILE, row, this.#manifest, this.#problems);
    const sum = this.#sums.get(row.text('component')) ?? { rows: 0, annualNok: 0 };
    sum.rows += 1;
    const [recipient, component] = [row.text('recipient_id'), row.text('component')];
    this.rows.push({
      line: row.line,
      key: sizingKey(recipient, component, row.text('year_number'), row.text('rate_class')),
      component,
      persons: row.whole('persons'),
      days: row.whole('days'),
      rateNok: row.text('rate') === '' ? null : row.whole('rate'),
      annualNok: row.whole('annual_amount'),
    });
    sum.annualNok += row.whole('annual_amount');
    this.#sums.set(row.text('component'), sum);
  }

  finish(): void {
    const sealed = new Map(this.#manifest.sizing.map((row) => [String(row.component), row]));
    for (const component of new Set([...this.#sums.keys(), ...sealed.keys()])) {
      const found = this.#sums.get(component) ?? { rows: 0, annualNok: 0 };
      const figure = (name: string, counted: number, stands: number): void =>
        this.#problems.compare('VERIFY_MANIFEST_FIGURE', 'manifest.json', counted, stands, {
          path: `sizing.${component}.${name}`,
          of: FILE,
        });
      figure('rows', found.rows, sealed.get(component)?.rows ?? 0);
      figure('annual_amount_nok', found.annualNok, sealed.get(component)?.annual_amount_nok ?? 0);
    }
  }
}

/** Year and day of the run, in a row of sizing.csv or hours_basis.csv. */
export function checkYearAndDay(file: string, row: TableRow, manifest: Manifest, problems: Problems): void {
  const { grant_year: year, as_of: asOf } = manifest.identity;
  problems.compare('VERIFY_CELL', file, String(year), row.text('grant_year'), { line: row.line, column: 'grant_year' });
  problems.compare('VERIFY_CELL', file, asOf, row.text('as_of'), { line: row.line, column: 'as_of' });
}
