import {
  blockOfFacts,
  type CaseAct,
  type CaseTable,
  type CellTable,
  type Day,
  FAR_PAST,
  type FactRow,
  factColumnsOf,
  factsOfPerson,
  fingerprintOfText,
  inBlockOrder,
  knownDay,
  lastDayOfYear,
  lineOfAct,
  NorsktilskuddError,
  type PersonFacts,
  type PersonView,
  placeKey,
  standingRow,
  u32,
} from '../domain';

/** Tables of a block by the names that cases have for them. */
export const BLOCK_TABLE = {
  target_group: 'targetGroup',
  decisions: 'decisions',
  residence: 'residence',
  training_kommune: 'trainingKommune',
  upper_secondary: 'upperSecondary',
} as const satisfies Readonly<Record<CaseTable, CellTable>>;

/**
 * A person with the rows that cases decide in place of the register's, for one grant year (rulebook 9a). Where the line of a
 * row would stand, it has the act (lineOfAct).
 *
 * @param acts of that person and grant year, in the order in which they were confirmed: of two on one thing the later holds
 */
export function pinnedView(person: PersonView, acts: readonly CaseAct[], grantYear: number): PersonView {
  const { block, index, personRow } = person;
  const pinned = pinnedFacts(factsOfPerson(block, index), acts, grantYear);
  const { isProtectedElsewhere } = block;
  const own = {
    ...blockOfFacts(pinned),
    hours: ofOne(block.hours, index),
    ...(isProtectedElsewhere ? { isProtectedElsewhere } : {}),
  };
  return { block: own, index: 0, personRow: personRow - u32(block.persons.offsets, index) };
}

/** Rows of a table stay where they are: the person's alone are counted. */
function ofOne<Table extends { readonly offsets: Uint32Array }>(table: Table, index: number): Table {
  return { ...table, offsets: table.offsets.subarray(index, index + 2) };
}

/** The rows of a person in a grant year, with what cases decide in place of the register's. */
function pinnedFacts(facts: PersonFacts, acts: readonly CaseAct[], grantYear: number): PersonFacts {
  const rows: Record<CellTable, readonly FactRow[]> = { ...facts.rows };
  for (const act of decidedRows(acts)) {
    if (act.table === '') continue;
    const table = BLOCK_TABLE[act.table];
    requireKeys(act, rows[table]);
    const own = rows[table].filter(isRowOf(act));
    const others = rows[table].filter((row) => !own.includes(row));
    const added = act.kind === 'row_standing' ? [rowOfAct(act, own, others)] : [];
    rows[table] = inBlockOrder(table, [...others, ...added]);
  }
  const pinnedKommune = kommunerOf(acts, lastDayOfYear(grantYear));
  return { ...facts, rows, ...(pinnedKommune.length > 0 ? { pinnedKommune } : {}) };
}

/** Of the acts on one row the last. */
export function decidedRows(acts: readonly CaseAct[]): CaseAct[] {
  const rows = acts.filter(({ kind }) => kind === 'row_void' || kind === 'row_standing');
  return [...new Map(rows.map((act) => [`${act.table} ${act.key}`, act])).values()];
}

/** Whether a row of the register is the one that an act names. */
export function isRowOf({ table, key }: Pick<CaseAct, 'table' | 'key'>): (row: FactRow) => boolean {
  if (table === 'target_group' || table === 'decisions') {
    const print = fingerprintOfText(key);
    return (row) => row.key === print;
  }
  const place = placeKey(key);
  return ({ recipient, fromDate }) => recipient === place?.recipient && fromDate === place?.fromDate;
}

/** The same of a row by its place in the block. */
export function isRowNamed(person: Pick<PersonView, 'block' | 'index'>, act: CaseAct, row: number): boolean {
  if (act.table === '') return false;
  const { table } = factColumnsOf(person.block)[BLOCK_TABLE[act.table]];
  const facts = factsOfPerson(person.block, person.index).rows[BLOCK_TABLE[act.table]];
  const fact = facts[row - u32(table.offsets, person.index)];
  return fact !== undefined && isRowOf(act)(fact);
}

/** A register that an earlier version stored has no keys by which a case could name a row. */
function requireKeys({ table, act, caseNumber }: CaseAct, rows: readonly FactRow[]): void {
  const isByKey = table === 'target_group' || table === 'decisions';
  if (!isByKey || rows.every(({ key }) => key !== undefined)) return;
  throw new NorsktilskuddError('input', 'REGISTER_WITHOUT_KEYS', { caseNumber, act, table });
}

/** The row that a case gives: of a decision with the number of the one that it replaces, else with one of its own. */
export function rowOfAct(act: CaseAct, own: readonly FactRow[], others: readonly FactRow[]): FactRow {
  const values: Record<string, string> = JSON.parse(act.row);
  const given = standingRow(act.table === '' ? 'residence' : act.table, values);
  const row = given.faults === undefined ? given.row : {};
  const decision = own[0]?.decision ?? 1 + Math.max(-1, ...others.map((other) => other.decision ?? -1));
  return {
    ...row,
    line: lineOfAct(act.act),
    ...(act.table === 'decisions' ? { decision } : {}),
    ...(act.table === 'decisions' || act.table === 'target_group' ? { key: fingerprintOfText(act.key) } : {}),
  };
}

/** The kommune of each day from which one is named, to the next such day: the later day wins, then the later act. */
function kommunerOf(acts: readonly CaseAct[], lastDay: Day): FactRow[] {
  const byDay = new Map(acts.filter(({ kind }) => kind === 'pin_kommune').map((act) => [act.fromDay, act]));
  const ordered = [...byDay.values()].sort((a, b) => knownDay(a.fromDay) - knownDay(b.fromDay));
  return ordered.map(({ act, recipient, fromDay }, place) => {
    const next = ordered[place + 1];
    const toDate = next === undefined ? lastDay : knownDay(next.fromDay) - 1;
    const row: FactRow = { recipient, kind: 0, fromDate: knownDay(fromDay), toDate };
    return { ...row, line: lineOfAct(act), registeredOn: FAR_PAST };
  });
}
