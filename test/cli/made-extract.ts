import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FACT_COLUMNS, factsOf } from '../../src/app/rules/examples/example-facts';
import type { ExampleColumn } from '../../src/app/rules/examples/example-table';

type Cells = Readonly<Record<ExampleColumn, string>>;

/** Somebody who came in February 2018 and lives in Oslo, in the cells of the example tables. */
const SOMEBODY: Cells = {
  eksempel: '',
  år: '',
  termin: '',
  personer: '',
  født: '',
  landbakgrunn: '',
  personkrets: 'rett_og_plikt introduksjonsloven 2018-02-01',
  vedtak: 'norsk_og_samfunnskunnskap innvilget 0301 2018-03-01',
  opphold: '0301',
  annet: '',
  satser: '',
  forventet: '',
  kilde: '',
};

/** Writes an extract in the words of the example tables and returns its folder. */
export function madeExtract(
  folder: string,
  takenAt: string,
  cells: Partial<Cells> = {},
  changeRows: (table: string, lines: string[]) => string[] = (_table, lines) => lines,
): string {
  mkdirSync(folder, { recursive: true });
  const rows: Record<string, number> = {};
  for (const [table, records] of factsOf({ line: 1, cells: { ...SOMEBODY, ...cells } })) {
    const lines = changeRows(
      table,
      records.map((record) => record.join(',')),
    );
    rows[table] = lines.length;
    writeFileSync(join(folder, `${table}.csv`), `${[(FACT_COLUMNS[table] ?? []).join(','), ...lines].join('\n')}\n`);
  }
  writeFileSync(join(folder, 'extract.json'), JSON.stringify({ taken_at: takenAt, source: 'test', rows }));
  return folder;
}
