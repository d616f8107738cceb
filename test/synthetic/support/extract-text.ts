import { type GeneratorOptions, generateExtracts } from '../../../src/synthetic';
import { PLACES } from './places';

export type Row = Readonly<Record<string, string>>;

/** One generated extract: its files as text, and its tables as rows (generated rows have no quotes). */
export class ExtractText {
  readonly name: string;
  readonly files = new Map<string, string>();

  constructor(name: string) {
    this.name = name;
  }

  /** `taken_at` and `rows` of extract.json. */
  header(): { taken_at: string; rows: Record<string, number> } {
    return JSON.parse(this.files.get('extract.json') ?? '');
  }

  rows(table: string): Row[] {
    const [header = '', ...lines] = (this.files.get(`${table}.csv`) ?? '').trimEnd().split('\n');
    const columns = header.split(',');
    return lines.map((line) => {
      const values = line.split(',');
      return Object.fromEntries(columns.map((column, index) => [column, values[index] ?? '']));
    });
  }
}

/** Generates extracts in memory over the shipped register. */
export function generate(options: Partial<Omit<GeneratorOptions, 'places'>>): ExtractText[] {
  const extracts: ExtractText[] = [];
  const all = { persons: 400, year: 2018, seed: 1, snapshots: 1, places: PLACES, ...options };
  for (const { snapshot, file, chunk } of generateExtracts(all)) {
    let extract = extracts.at(-1);
    if (extract?.name !== snapshot.name) {
      extract = new ExtractText(snapshot.name);
      extracts.push(extract);
    }
    extract.files.set(file, (extract.files.get(file) ?? '') + chunk);
  }
  return extracts;
}

/** The only extract of options that ask for one. */
export function generateOne(options: Partial<Omit<GeneratorOptions, 'places'>>): ExtractText {
  const [only, ...others] = generate({ ...options, snapshots: 1 });
  if (only === undefined || others.length > 0) throw new Error('expected one extract');
  return only;
}
