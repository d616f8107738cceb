import Sqlite from 'better-sqlite3';

/** Changes a ledger by hand, past triggers and rules, and puts every trigger back as it was; returns how many rows changed. */
export function changePastTriggers(path: string, sql: string): number {
  const db = new Sqlite(path);
  db.pragma('foreign_keys = OFF');
  db.pragma('synchronous = OFF');
  db.pragma('journal_mode = MEMORY');
  db.pragma('ignore_check_constraints = ON');
  const triggers = db
    .prepare("SELECT name || char(9) || sql FROM sqlite_master WHERE type = 'trigger'")
    .pluck()
    .all()
    .map((text) => String(text).split('\t'));
  db.exec('BEGIN');
  db.exec(triggers.map(([name]) => `DROP TRIGGER ${name};`).join('\n'));
  const { changes } = db.prepare(sql).run();
  for (const [, trigger] of triggers) db.exec(trigger ?? '');
  db.exec('COMMIT');
  db.close();
  return changes;
}
