import {
  dayOf,
  FAR_FUTURE,
  FAR_PAST,
  NO_DAY,
  type PlaceColumns,
  packCountry,
  parseRecipientCode,
  type RegisterBlock,
  type RowColumns,
} from '../../src/domain';
import { boundaryDays, ProbeNumbers } from './probe-days';

const PERSONS = 160;
const COUNTRIES = ['AFG', 'SYR', 'SWE', 'USA', 'UKR', 'XXA', 'XXX', 'QQQ'].map(packCountry);
const KOMMUNER = ['0301', '1103', '0704', '0716', '1507', '1508', '1850', '3803', '5012', '3001'];
const FYLKER = ['03', '11', '15', '30', '38', '50', '54'];

type Rows = Record<string, number[]>;

/** Rows of one table under way: columns by name and the offsets of the persons. */
class ProbeTable {
  readonly columns: Rows;
  readonly offsets: number[] = [0];
  #count = 0;

  constructor(...names: readonly string[]) {
    this.columns = Object.fromEntries([...names, 'line', 'registeredOn'].map((name) => [name, []]));
  }

  add(values: Readonly<Record<string, number>>): void {
    this.#count += 1;
    for (const [name, column] of Object.entries(this.columns))
      column.push(name === 'line' ? this.#count + 1 : (values[name] ?? 0));
  }

  endPerson(): void {
    this.offsets.push(this.#count);
  }

  base(): RowColumns {
    return {
      offsets: Uint32Array.from(this.offsets),
      line: Uint32Array.from(this.column('line')),
      registeredOn: this.int32('registeredOn'),
    };
  }

  column(name: string): number[] {
    return this.columns[name] ?? [];
  }

  int32(name: string): Int32Array {
    return Int32Array.from(this.column(name));
  }

  uint8(name: string): Uint8Array {
    return Uint8Array.from(this.column(name));
  }
}

const code = (text: string): number => parseRecipientCode(text) ?? 0;

/**
 * Made-up persons close to every boundary of a grant year, the same for ever: what a rule makes of them is its
 * behaviour, and the lock holds a hash of it. Rows are in the order that blocks promise.
 */
export function probeBlock(year: number): RegisterBlock {
  const numbers = new ProbeNumbers(year * 7919);
  const days = [year - 3, year - 2, year - 1, year, year + 1].flatMap(boundaryDays);
  const day = (): number => numbers.pick(days, dayOf(year, 1, 1));
  const maybe = (empty: number, chance: number): number => (numbers.below(chance) === 0 ? day() : empty);
  const tables = makeTables();
  for (let person = 0; person < PERSONS; person += 1) {
    const ages = [15, 16, 17, 18, 30, 66, 67];
    tables.persons.add({
      personId: person + 1,
      birthDate: dayOf(year - numbers.pick(ages, 30), 1 + numbers.below(12), 1 + numbers.below(28)),
      country: numbers.pick(COUNTRIES, 0),
      deathDate: maybe(FAR_FUTURE, 8),
      emigratedOn: maybe(FAR_FUTURE, 8),
      registeredOn: FAR_PAST,
    });
    addTargetGroup(tables.targetGroup, numbers, day);
    addDecisions(tables.decisions, numbers, day);
    addPlaces(tables.residence, numbers, day, KOMMUNER, 3);
    addPlaces(tables.trainingKommune, numbers, day, KOMMUNER, numbers.below(4) === 0 ? 2 : 0);
    addPlaces(tables.upperSecondary, numbers, day, FYLKER, numbers.below(4) === 0 ? 2 : 0);
    for (const table of Object.values(tables)) table.endPerson();
  }
  return blockOf(tables);
}

type Tables = ReturnType<typeof makeTables>;

function makeTables() {
  const places = (): ProbeTable => new ProbeTable('recipient', 'kind', 'fromDate', 'toDate');
  return {
    persons: new ProbeTable('personId', 'birthDate', 'country', 'deathDate', 'emigratedOn'),
    targetGroup: new ProbeTable('law', 'category', 'permitGrantedOn', 'enteredOn', 'leftOn'),
    decisions: new ProbeTable('decision', 'kommune', 'kind', 'outcome', 'decidedOn'),
    residence: places(),
    trainingKommune: places(),
    upperSecondary: places(),
    hours: new ProbeTable('kommune', 'month', 'category', 'hours', 'absence'),
  };
}

/** Adds rows in the order that blocks promise: by the given columns, registered_on, line. */
function addSorted(table: ProbeTable, rows: Record<string, number>[], by: string): void {
  const value = (row: Record<string, number>, name: string): number => row[name] ?? 0;
  rows.sort((a, b) => value(a, by) - value(b, by) || value(a, 'registeredOn') - value(b, 'registeredOn'));
  for (const row of rows) table.add(row);
}

function addTargetGroup(table: ProbeTable, numbers: ProbeNumbers, day: () => number): void {
  const rows = Array.from({ length: 1 + numbers.below(3) }, () => {
    const enteredOn = day();
    return {
      law: numbers.below(2),
      category: numbers.pick([0, 0, 1, 2, 3, 4], 0),
      permitGrantedOn: numbers.below(10) === 0 ? NO_DAY : day(),
      enteredOn,
      leftOn: numbers.below(3) === 0 ? Math.max(enteredOn, day()) : FAR_FUTURE,
      registeredOn: day(),
    };
  });
  addSorted(table, rows, 'enteredOn');
}

function addDecisions(table: ProbeTable, numbers: ProbeNumbers, day: () => number): void {
  const rows = Array.from({ length: numbers.below(4) }, () => ({
    decision: numbers.below(3),
    kommune: code(numbers.pick(KOMMUNER, '0301')),
    kind: numbers.pick([0, 0, 1, 2], 0),
    outcome: numbers.pick([0, 0, 0, 1, 2], 0),
    decidedOn: day(),
    registeredOn: day(),
  }));
  addSorted(table, rows, 'decision');
}

function addPlaces(
  table: ProbeTable,
  numbers: ProbeNumbers,
  day: () => number,
  codes: readonly string[],
  limit: number,
): void {
  const rows = Array.from({ length: limit === 0 ? 0 : numbers.below(limit + 1) }, () => {
    const fromDate = day();
    const recipient = code(numbers.pick(codes, '11'));
    return {
      recipient: recipient === code('03') ? code('0301') : recipient,
      kind: numbers.below(2),
      fromDate,
      toDate: numbers.below(2) === 0 ? Math.max(fromDate, day()) : FAR_FUTURE,
      registeredOn: numbers.below(3) === 0 ? day() : FAR_PAST,
    };
  });
  addSorted(table, rows, 'fromDate');
}

function blockOf(tables: Tables): RegisterBlock {
  const { persons, targetGroup, decisions, hours } = tables;
  const places = (table: ProbeTable): PlaceColumns => ({
    ...table.base(),
    recipient: table.int32('recipient'),
    kind: table.uint8('kind'),
    fromDate: table.int32('fromDate'),
    toDate: table.int32('toDate'),
  });
  const none = new Uint8Array(PERSONS);
  const personIds = Float64Array.from(persons.column('personId'));
  return {
    firstOrdinal: 0,
    personCount: PERSONS,
    personIds,
    withheld: none,
    persons: {
      ...persons.base(),
      personId: personIds,
      birthDate: persons.int32('birthDate'),
      country: Uint16Array.from(persons.column('country')),
      sex: none,
      deathDate: persons.int32('deathDate'),
      emigratedOn: persons.int32('emigratedOn'),
      addressProtection: none,
      upperSecondaryBefore: none,
    },
    targetGroup: {
      ...targetGroup.base(),
      law: targetGroup.uint8('law'),
      category: targetGroup.uint8('category'),
      permitGrantedOn: targetGroup.int32('permitGrantedOn'),
      enteredOn: targetGroup.int32('enteredOn'),
      leftOn: targetGroup.int32('leftOn'),
    },
    decisions: {
      ...decisions.base(),
      decision: Uint32Array.from(decisions.column('decision')),
      kommune: decisions.int32('kommune'),
      kind: decisions.uint8('kind'),
      outcome: decisions.uint8('outcome'),
      decidedOn: decisions.int32('decidedOn'),
      trainingStartsOn: decisions.int32('decidedOn'),
    },
    residence: places(tables.residence),
    trainingKommune: places(tables.trainingKommune),
    upperSecondary: places(tables.upperSecondary),
    hours: {
      ...hours.base(),
      kommune: hours.int32('kommune'),
      month: hours.int32('month'),
      category: hours.uint8('category'),
      hoursHundredths: Uint16Array.from(hours.column('hours')),
      absenceHundredths: Uint32Array.from(hours.column('absence')),
      source: hours.uint8('category'),
    },
  };
}
