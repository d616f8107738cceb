import { type Finding, finding, type GrowingColumn } from '../../domain';
import { quietly } from '../../effects';
import type { Identities } from '../reading/identities';
import type { NumberIndex } from '../reading/number-index';
import { BLOCK_TABLES, type BlockTable } from '../snapshot/snapshot-format';
import { type BlockSource, bucketShape } from '../snapshot/write-blocks';
import { RowStore } from '../spill/row-store';
import { TABLE_SPECS, type TableName } from '../tables/table-specs';
import { checkRowCounts, type ExtractStatement, readExtractJson } from './extract-json';
import type { ExtractFiles } from './find-files';
import { beginHours, isShareable, type Sharing } from './read-hours';
import { type Persons, readIdentities, readPersons } from './read-persons';
import { readPlainRows } from './read-plain-rows';
import { type Accepting, type ReadingContext, readTable, type TableReading } from './read-table';

/** What an extract is read with. */
export interface ExtractContext extends Omit<ReadingContext, 'files' | 'concerned'> {
  readonly files: ExtractFiles;
  /** Where a second thread may spill. */
  readonly threadSpillPath: string;
  /** Script of the second thread; null to read with one thread. */
  readonly threadScript: string | null;
}

/** An extract that has been read: rows in stores, ready to be written as blocks. */
export interface ExtractReading {
  readonly statement: ExtractStatement;
  readonly readings: ReadonlyMap<TableName, TableReading>;
  readonly blocks: BlockSource;
  readonly teachingHours: readonly GrowingColumn[];
  readonly costBase: readonly GrowingColumn[];
  /** Canonical ids of persons without a row of whom a row was rejected, ascending. */
  readonly rejectedWithoutRow: Float64Array;
}

type Stores = Readonly<Record<BlockTable, RowStore>>;

/** Reads every file of an extract. What cannot be read is noted, all of it; nothing stops the reading. */
export function readExtract(context: ExtractContext): ExtractReading {
  const { files, rejects, findings, spill, threadScript, threadSpillPath } = context;
  const reading: ReadingContext = { ...context, files: files.tables, concerned: new Set() };
  beginProgress(context);
  const statement = readExtractJson(files.extractJson, rejects, findings);
  const { identities, reading: changes } = readIdentities(reading);
  const persons = readPersons(reading, identities);
  const shape = bucketShape(persons.ids.length);
  const stores = storesOf((table) => new RowStore(TABLE_SPECS[table], shape, spill));
  storePersons(persons, stores.persons);
  const sharing = threadScript === null ? undefined : { shape, spillPath: threadSpillPath, threadScript };
  const ofPersons = readRowsOfPersons(reading, persons, identities, stores, sharing);
  const teaching = readPlainRows(reading, 'teaching_hours');
  const costs = readPlainRows(reading, 'cost_base');
  const all = [changes, persons.reading, ...ofPersons, teaching.reading, costs.reading];
  const readings = new Map(all.flatMap((each) => (each ? [[each.table, each] as const] : [])));
  checkRowCounts(statement, rowCounts(files, readings), rejects);
  tellMissingProtection(persons.reading, findings);
  const { ids } = persons;
  const { rejectedWithoutRow, ...marks } = markPersons(persons, identities, reading.concerned);
  return {
    statement,
    readings,
    blocks: { ids, ...marks, stores, ...shape, rejects, identities },
    teachingHours: teaching.columns,
    costBase: costs.columns,
    rejectedWithoutRow,
  };
}

const PROTECTION = 'address_protection';

function tellMissingProtection(persons: TableReading | undefined, findings: Finding[]): void {
  const place = TABLE_SPECS.persons.fields.findIndex(({ name }) => name === PROTECTION);
  if (persons === undefined || (persons.header.columnOf[place] ?? -1) >= 0) return;
  const { file, header } = persons;
  findings.push(
    finding('error', 'PROTECTION_COLUMN_MISSING', { file: file.name, line: header.line, column: PROTECTION }),
  );
}

/** Every table whose rows belong to persons; hours.csv is read by two threads while the others are read. */
function readRowsOfPersons(
  context: ReadingContext,
  persons: Persons,
  identities: Identities,
  stores: Stores,
  sharing: Sharing | undefined,
): (TableReading | undefined)[] {
  // Where persons.csv could not be read nobody is called unknown, and no row is stored.
  const index = persons.reading === undefined ? undefined : persons.index;
  const read = (table: BlockTable): TableReading | undefined =>
    readTable(context, table, storing(table, stores[table], index, identities));
  const others = BLOCK_TABLES.filter((table) => table !== 'persons' && table !== 'hours');
  if (index === undefined || sharing === undefined || !isShareable(context, sharing))
    return [...others.map(read), read('hours')];
  const hours = beginHours(context, index, stores.hours, sharing);
  try {
    return [...others.map(read), hours?.finish()];
  } catch (cause) {
    quietly(() => hours?.abandon());
    throw cause;
  }
}

function storing(
  table: BlockTable,
  store: RowStore,
  index: NumberIndex | undefined,
  identities: Identities,
): Accepting {
  const { keyField, keepsKey } = TABLE_SPECS[table];
  return {
    index,
    canonical: (personId) => identities.canonical(personId),
    accept(ordinal, line, values, texts) {
      if (ordinal >= 0) store.append(ordinal, line, values, keepsKey ? texts.bytes(keyField) : undefined);
    },
  };
}

function storePersons({ rows: { words, starts }, index }: Persons, store: RowStore): void {
  for (const start of starts) store.move(index.find(store.layout.personId(words, start)), words, start);
}

function storesOf(make: (table: BlockTable) => RowStore): Stores {
  return {
    persons: make('persons'),
    target_group: make('target_group'),
    decisions: make('decisions'),
    residence: make('residence'),
    training_kommune: make('training_kommune'),
    upper_secondary: make('upper_secondary'),
    hours: make('hours'),
  };
}

function beginProgress({ files, progress }: ExtractContext): void {
  const surveys = Array.from(files.tables.values(), ({ survey }) => survey);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const bytes = sum(surveys.map((survey) => survey.bytes));
  progress.begin('rows', bytes, sum(surveys.flatMap((survey) => survey.lineFeeds)));
}

function rowCounts(
  files: ExtractFiles,
  readings: ReadonlyMap<TableName, TableReading>,
): ReadonlyMap<TableName, { name: string; rows: number | undefined }> {
  const present = [...files.tables].map(
    ([table, { name }]) => [table, { name, rows: readings.get(table)?.rows }] as const,
  );
  const atFault = files.atFault.map((table) => [table, { name: table, rows: undefined }] as const);
  return new Map([...present, ...atFault]);
}

/** Who is withheld because a row was rejected, and who shares a national id. */
function markPersons(
  persons: Persons,
  identities: Identities,
  concerned: ReadonlySet<number>,
): { withheld: Uint8Array; sharedNationalId: Uint8Array; rejectedWithoutRow: Float64Array } {
  const withheld = new Uint8Array(persons.ids.length);
  const sharedNationalId = new Uint8Array(persons.ids.length);
  const withoutRow = new Set<number>();
  for (const personId of concerned) {
    const ordinal = persons.index.find(personId);
    if (ordinal >= 0) withheld[ordinal] = 1;
    else withoutRow.add(identities.canonical(personId));
  }
  for (const personId of persons.sharedNationalId) sharedNationalId[persons.index.find(personId)] = 1;
  const rejectedWithoutRow = Float64Array.from(withoutRow).sort();
  return { withheld, sharedNationalId, rejectedWithoutRow };
}
