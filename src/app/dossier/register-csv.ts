import { join } from 'node:path';
import {
  ADDRESS_PROTECTIONS,
  asDay,
  asRecipientCode,
  at,
  CATEGORIES,
  DECISION_KINDS,
  FAR_FUTURE,
  FAR_PAST,
  f64,
  formatDay,
  formatPersonId,
  formatRecipientCode,
  HOURS_CATEGORIES,
  HOURS_SOURCES,
  i32,
  LAWS,
  NO_DAY,
  OUTCOMES,
  type PlaceColumns,
  RESIDENCE_KINDS,
  type RegisterBlock,
  type RowColumns,
  SEXES,
  u8,
  u16,
  u32,
  unpackCountry,
} from '../../domain';
import { openWriter } from '../../effects';
import type { Snapshot } from '../../register';

type Cell = string | number;

/** A table of the register: its columns behind person_id and line, and the cells of a row. */
interface TableOf {
  readonly columns: string;
  readonly rows: (block: RegisterBlock) => RowColumns;
  readonly cells: (block: RegisterBlock, row: number) => readonly Cell[];
}

const place = (of: (block: RegisterBlock) => PlaceColumns, columns: string): TableOf => ({
  columns,
  rows: of,
  cells: (block, row) => {
    const { recipient, fromDate, toDate, registeredOn } = of(block);
    return [codeAt(recipient, row), ...[fromDate, toDate, registeredOn].map((column) => dayAt(column, row))];
  },
});

/** What is read from blocks of persons, by the name of the table. */
const TABLES: Readonly<Record<string, TableOf>> = {
  persons: {
    columns: 'birth_date,country_background,sex,death_date,emigrated_on,address_protection,registered_on',
    rows: ({ persons }) => persons,
    cells: ({ persons: table }, row) => [
      dayAt(table.birthDate, row),
      unpackCountry(u16(table.country, row)),
      at(SEXES, u8(table.sex, row))[0],
      ...[table.deathDate, table.emigratedOn].map((column) => dayAt(column, row)),
      at(ADDRESS_PROTECTIONS, u8(table.addressProtection, row))[0],
      dayAt(table.registeredOn, row),
    ],
  },
  target_group: {
    columns: 'law,category,permit_granted_on,entered_on,left_on,registered_on',
    rows: ({ targetGroup }) => targetGroup,
    cells: ({ targetGroup: table }, row) => [
      at(LAWS, u8(table.law, row))[0],
      at(CATEGORIES, u8(table.category, row))[0],
      ...[table.permitGrantedOn, table.enteredOn, table.leftOn, table.registeredOn].map((column) => dayAt(column, row)),
    ],
  },
  decisions: {
    columns: 'kommune,kind,outcome,decided_on,training_starts_on,registered_on',
    rows: ({ decisions }) => decisions,
    cells: ({ decisions: table }, row) => [
      codeAt(table.kommune, row),
      at(DECISION_KINDS, u8(table.kind, row))[0],
      at(OUTCOMES, u8(table.outcome, row))[0],
      ...[table.decidedOn, table.trainingStartsOn, table.registeredOn].map((column) => dayAt(column, row)),
    ],
  },
  residence: {
    columns: 'kind,kommune,from_date,to_date,registered_on',
    rows: ({ residence }) => residence,
    cells: (block, row) => [
      at(RESIDENCE_KINDS, u8(block.residence.kind, row))[0],
      ...place(({ residence }) => residence, '').cells(block, row),
    ],
  },
  training_kommune: place(({ trainingKommune }) => trainingKommune, 'kommune,from_date,to_date,registered_on'),
  upper_secondary: place(({ upperSecondary }) => upperSecondary, 'fylke,from_date,to_date,registered_on'),
  hours: {
    columns: 'kommune,month,category,hours_hundredths,absence_hundredths,source,registered_on',
    rows: ({ hours }) => hours,
    cells: ({ hours: table }, row) => [
      codeAt(table.kommune, row),
      monthText(i32(table.month, row)),
      at(HOURS_CATEGORIES, u8(table.category, row))[0],
      u16(table.hoursHundredths, row),
      u32(table.absenceHundredths, row),
      at(HOURS_SOURCES, u8(table.source, row))[0],
      dayAt(table.registeredOn, row),
    ],
  },
};

/**
 * Writes a stored register as tables that anybody can read, into a folder that is there: one CSV a table, each row under the
 * id that counts, with its line in the extract. Codes and days stand as in the files; no end, or nothing registered, is empty.
 * Returns the names of the files.
 */
export function writeRegisterCsv(register: Snapshot, folder: string): string[] {
  const files: string[] = [];
  const write = (name: string, rows: Iterable<string>): void => {
    const writer = openWriter(join(folder, `${name}.csv`), 0o600);
    for (const row of rows) writer.write(Buffer.from(`${row}\n`));
    writer.close();
    files.push(`${name}.csv`);
  };
  for (const [name, table] of Object.entries(TABLES)) write(name, rowsOf(register, table));
  write('person_ids', [
    'old_person_id,person_id',
    ...[...register.identities].map(([old, id]) => `${formatPersonId(old)},${formatPersonId(id)}`),
  ]);
  const { teachingHours: taught, costBase: cost } = register;
  const header = 'line,kommune,month,hours_hundredths,registered_on';
  const hours = Array.from(taught.line, (line, row) => {
    const cells = [codeAt(taught.kommune, row), monthText(i32(taught.month, row)), f64(taught.hoursHundredths, row)];
    return [line, ...cells, dayAt(taught.registeredOn, row)].join();
  });
  write('teaching_hours', [header, ...hours]);
  const costs = Array.from(cost.line, (line, row) =>
    [line, codeAt(cost.kommune, row), i32(cost.year, row), f64(cost.costNok, row)].join(),
  );
  write('cost_base', ['line,kommune,year,cost_nok', ...costs]);
  return files;
}

function* rowsOf(register: Snapshot, { columns, rows, cells }: TableOf): Iterable<string> {
  yield `person_id,line,withheld,${columns}`;
  for (const block of register.blocks()) {
    const table = rows(block);
    for (let index = 0; index < block.personCount; index += 1) {
      const id = formatPersonId(f64(block.personIds, index));
      for (let row = u32(table.offsets, index); row < u32(table.offsets, index + 1); row += 1) {
        yield [id, u32(table.line, row), u8(block.withheld, index), ...cells(block, row)].join();
      }
    }
  }
}

function codeAt(column: Int32Array, row: number): string {
  const code = i32(column, row);
  return code === 0 ? '' : formatRecipientCode(asRecipientCode(code));
}

function dayAt(column: Int32Array, row: number): string {
  const day = i32(column, row);
  return day === FAR_FUTURE || day === FAR_PAST || day === NO_DAY ? '' : formatDay(asDay(day));
}

function monthText(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}
