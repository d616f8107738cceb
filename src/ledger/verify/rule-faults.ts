import { type ErrorDetail, errorDetail } from '../../domain';
import type { OpenLedger } from '../posting-reads';
import { OUTCOME_ACTS } from '../receipts/tables';
import { FIRST_KINDS, KIND_COLUMNS, KIND_TABLES, type KindTable } from '../schema/kinds';
import { setsHeldBy, tableStatements } from '../schema/schema';
import { knownSet } from '../schema/table-sets';

/**
 * Rows that break a rule of their table. SQLite leaves CHECK rules out of its own check where a file is opened for reading
 * alone, as a verifier does, so they are asked for here, table by table.
 */
export function ruleFaults(ledger: OpenLedger): ErrorDetail[] {
  const broken = tableStatements(ledger.format, setsHeldBy(ledger)).filter(({ statement, name }) => {
    const rules = [...checksOf(statement), ...(SENSE[name] ?? [])];
    if (rules.length === 0) return false;
    const condition = rules.map((rule) => `NOT (${rule})`).join(' OR ');
    return ledger.db.prepare(`SELECT 1 FROM ${name} AS t WHERE ${condition} LIMIT 1`).get() !== undefined;
  });
  return broken.map(({ name }) => errorDetail('LEDGER_RULE_BROKEN', { table: name }));
}

/** Rules between tables that no CHECK can say. `t` is the row. */
const SENSE: Readonly<Record<string, readonly string[]>> = {
  ledger: ['(SELECT count(*) FROM ledger) = 1'],
  batch_ends: ["(kind = 'superseded') = (superseded_by <> '')"],
  draft_lines: ['t.block < (SELECT count(*) FROM draft_lines AS d WHERE d.batch = t.batch)'],
  movements: [
    't.posting = 0 OR case_number = 0',
    't.posting = 0 OR t.journal = (SELECT journal FROM posting_chain AS c WHERE c.posting = t.posting)',
    `t.posting > 0 OR (SELECT act FROM journal WHERE sequence = t.journal) IN (${OUTCOME_ACTS.map((act) => `'${act}'`).join(', ')}) AND case_number = 0 OR (SELECT act FROM journal WHERE sequence = t.journal) = 'confirm-claim' AND case_number > 0`,
  ],
};

/** Expressions of the CHECK rules in a CREATE TABLE. */
function checksOf(statement: string): string[] {
  const found: string[] = [];
  for (const match of statement.matchAll(/CHECK \(/g)) {
    const start = match.index + match[0].length;
    let [depth, end] = [1, start];
    while (depth > 0 && end < statement.length) {
      if (statement[end] === '(') depth += 1;
      if (statement[end] === ')') depth -= 1;
      end += 1;
    }
    found.push(statement.slice(start, end - 1));
  }
  return found;
}

/** Kinds that another act brought than the file says: the first ones come with the ledger, later ones with their set. */
export function kindFaults(ledger: OpenLedger): ErrorDetail[] {
  if (ledger.format < 2) return [];
  const since = sinceOfKinds(ledger);
  return KIND_TABLES.filter((table) =>
    ledger.db
      .prepare(`SELECT since, ${KIND_COLUMNS[table]} FROM ${table}`)
      .all()
      .some(([act, ...row]) => since.get(keyOf(table, row)) !== act),
  ).map((table) => errorDetail('LEDGER_ROWS_WITHOUT_ACT', { table }));
}

function sinceOfKinds({ db, tableSets }: OpenLedger): Map<string, number> {
  const migrated = db.prepare("SELECT sequence FROM journal WHERE act = 'migrate' LIMIT 1").get();
  const since = new Map<string, number>();
  for (const table of KIND_TABLES) {
    for (const row of FIRST_KINDS[table]) since.set(keyOf(table, row), Number(migrated?.[0] ?? 1));
  }
  for (const [journal, name, version, hash] of db
    .prepare('SELECT journal, name, version, hash FROM table_sets')
    .all()) {
    const set = knownSet({ name: String(name), version: Number(version), hash: String(hash) }, tableSets);
    for (const table of KIND_TABLES) {
      for (const row of set?.kinds[table] ?? []) since.set(keyOf(table, row), Number(journal));
    }
  }
  return since;
}

function keyOf(table: KindTable, row: readonly unknown[]): string {
  return [table, ...row].join('\t');
}
