import { type Finding, finding } from '../../domain';
import { quietly } from '../../effects';
import type { Identities } from '../reading/identities';
import type { HeldCodes } from '../reading/parse-field';
import type { ReadingLimits } from '../rejects/reading-limits';
import type { RejectLog } from '../rejects/reject-log';
import { BLOCK_TABLES, type BlockTable } from '../snapshot/snapshot-format';
import { type BlockSource, bucketShape, type StoredTable } from '../snapshot/write-blocks';
import type { GrowingColumn } from '../spill/growing-column';
import { BucketStore, RowLayout } from '../spill/row-store';
import type { SpillFile } from '../spill/spill-buckets';
import type { ColumnMapping } from '../tables/column-mapping';
import { TABLE_SPECS, TABLES, type TableName } from '../tables/table-specs';
import { checkRowCounts, type ExtractStatement, readExtractJson } from './extract-json';
import type { ExtractFiles } from './find-files';
import { type PersonContext, readPersonRows } from './person-rows';
import { beginHours } from './read-hours';
import { type Concerned, readIdentities } from './read-identities';
import { type Persons, readPersons } from './read-persons';
import { readPlainRows } from './read-plain-rows';
import type { ReadingContext, TableReading } from './read-table';
import type { ProgressCounter } from './reading-progress';

/** What an extract is read with. */
export interface ExtractContext {
  readonly files: ExtractFiles;
  readonly held: HeldCodes;
  readonly mapping: ColumnMapping;
  readonly rejects: RejectLog;
  readonly findings: Finding[];
  readonly spill: SpillFile;
  /** Where a second thread may spill. */
  readonly threadSpillPath: string;
  /** Script of the second thread; null to read with one thread. */
  readonly threadScript: string | null;
  readonly progress: ProgressCounter;
  readonly limits: ReadingLimits;
  readonly forRealLedger: boolean;
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

/** Reads every file of an extract. What cannot be read is noted, all of it; nothing stops the reading. */
export function readExtract(context: ExtractContext): ExtractReading {
  const reading: ReadingContext = { ...context, files: context.files.tables };
  beginProgress(context);
  const statement = readExtractJson(context.files.extractJson, context.rejects, context.findings);
  const concerned: Concerned = new Set();
  const { identities, reading: identityReading } = readIdentities(reading, concerned);
  const persons = readPersons(reading, identities, concerned);
  const shape = bucketShape(persons.ids.length);
  const tables = storedTables(shape, context.spill);
  persons.sendRows((ordinal, line, values, text) => tables.persons.store.append(ordinal, line, values, text));
  const index = persons.reading === undefined ? undefined : persons.index;
  const readings: (TableReading | undefined)[] = [identityReading, persons.reading];
  readings.push(...readRowsOfPersons({ ...reading, identities, concerned, index }, tables, shape, context));
  const teaching = readPlainRows(reading, 'teaching_hours');
  const costs = readPlainRows(reading, 'cost_base');
  readings.push(teaching.reading, costs.reading);
  const read = new Map(readings.flatMap((each) => (each ? [[nameOf(each), each] as const] : [])));
  checkRowCounts(statement, rowCounts(context.files, read), context.rejects);
  const marks = markPersons(persons, identities, concerned);
  if (persons.reading && !hasProtection(persons.reading)) {
    const place = { file: persons.reading.file.name, line: persons.reading.header.line, column: PROTECTION };
    context.findings.push(finding('error', 'PROTECTION_COLUMN_MISSING', place));
  }
  const { ids } = persons;
  const blocks = { ids, ...marks, tables, ...shape, rejects: context.rejects, identities };
  return {
    statement,
    readings: read,
    blocks,
    teachingHours: teaching.columns,
    costBase: costs.columns,
    rejectedWithoutRow: marks.rejectedWithoutRow,
  };
}

const PROTECTION = 'address_protection';

function hasProtection({ header }: TableReading): boolean {
  const place = TABLE_SPECS.persons.fields.findIndex(({ name }) => name === PROTECTION);
  return (header.columnOf[place] ?? -1) >= 0;
}

/** Every table whose rows belong to persons; the hours are read by two threads while the others are read. */
function readRowsOfPersons(
  personContext: PersonContext,
  tables: Readonly<Record<BlockTable, StoredTable>>,
  shape: { buckets: number; personsPerBucket: number },
  { threadSpillPath: spillPath, threadScript }: ExtractContext,
): (TableReading | undefined)[] {
  const hours = beginHours(personContext, tables.hours.store, { shape, spillPath, threadScript });
  try {
    const others = BLOCK_TABLES.flatMap((table) =>
      table === 'persons' || table === 'hours' ? [] : [readPersonRows(personContext, table, tables[table].store)],
    );
    return [...others, hours.finish()];
  } catch (cause) {
    quietly(() => hours.abandon());
    throw cause;
  }
}

function beginProgress({ files, progress }: ExtractContext): void {
  const surveys = Array.from(files.tables.values(), ({ survey }) => survey);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const bytes = sum(surveys.map((survey) => survey.bytes));
  progress.begin('rows', bytes, sum(surveys.flatMap((survey) => survey.lineFeeds)));
}

function storedTables(
  shape: { buckets: number; personsPerBucket: number },
  spill: SpillFile,
): Record<BlockTable, StoredTable> {
  const make = (table: BlockTable): StoredTable => {
    const layout = new RowLayout(TABLE_SPECS[table]);
    const withText = table === 'persons' || table === 'decisions';
    return { layout, store: new BucketStore(layout, withText, spill, shape) };
  };
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

function nameOf(reading: TableReading): TableName {
  return TABLES.find((table) => table === reading.file.table) ?? 'persons';
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
  concerned: Concerned,
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
