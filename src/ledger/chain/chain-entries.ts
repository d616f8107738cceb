import { createHash } from 'node:crypto';
import { BATCH_KINDS } from '../codes';
import { component, flag, oneOf, type RowOf, rowsOf, text, whole } from '../columns';
import { TextHash } from '../hash-chain';
import { fieldsOf } from '../journal';
import type { OpenLedger } from '../posting-reads';

/** A posted batch as the chain and its own tables hold it. */
const ENTRY = {
  posting: whole('c.posting'),
  runId: text('b.run_id'),
  kind: oneOf('c.kind', BATCH_KINDS),
  grantYear: whole('c.grant_year'),
  term: whole('c.term'),
  supplementNumber: whole('c.supplement'),
  asOf: text('c.as_of'),
  annuls: whole('c.annuls'),
  manifestHash: text('b.manifest_hash'),
  personsBefore: whole('c.persons_before'),
  personsNew: whole('c.persons_new'),
  personsHash: text('c.persons_hash'),
  format: whole('c.format'),
  previousHead: text('c.previous_head'),
  head: text('c.head'),
  /** False where the chain and the draft disagree about what the batch is. */
  agreesWithDraft: flag(
    `b.kind = c.kind AND b.grant_year = c.grant_year AND b.term = c.term AND b.supplement = c.supplement
     AND b.as_of = c.as_of AND b.annuls = c.annuls AND b.posting_head = c.previous_head AND b.lines = c.lines`,
  ),
};

const COVERAGE = { grantYear: whole('grant_year'), component: component('component'), module: text('module') };

export type ChainEntry = RowOf<typeof ENTRY> & { readonly coverage: readonly RowOf<typeof COVERAGE>[] };

/** Every posted batch in the order of the chain, annulments and what they annul included. */
export function chainEntries({ db }: OpenLedger): ChainEntry[] {
  const ofPosting = 'FROM coverage WHERE posting = ? ORDER BY grant_year, component';
  return rowsOf(db, ENTRY, 'FROM posting_chain AS c JOIN batches AS b USING (batch) ORDER BY c.posting').map(
    (entry) => ({ ...entry, coverage: rowsOf(db, COVERAGE, ofPosting, entry.posting) }),
  );
}

/** The last act that says who was left of the persons: a forgetting, or a migration. */
export interface PersonsAnchor {
  readonly journal: number;
  /** Highest number that had been given to a person then. */
  readonly last: number;
  /** SHA-256 over the rows of those who were left. */
  readonly hash: string;
}

/** The last such act; undefined where nobody was ever forgotten and the ledger never migrated. */
export function personsAnchor({ db }: OpenLedger): PersonsAnchor | undefined {
  const row = db
    .prepare(
      `SELECT sequence, body FROM journal WHERE format >= 2 AND act IN ('migrate', 'forget')
       ORDER BY sequence DESC LIMIT 1`,
    )
    .get();
  if (!row) return undefined;
  const journal = Number(row[0]);
  const { persons_hash: migrated, left_hash: left } = fieldsOf(String(row[1]), ['persons_hash', 'left_hash']);
  const given = db
    .prepare('SELECT coalesce(max(persons_before + persons_new), 0) FROM posting_chain WHERE journal < ?')
    .get(journal);
  return { journal, last: Number(given?.[0]), hash: String(left ?? migrated) };
}

/** Persons whose rows SQLite makes into one text. */
const PERSONS_A_TEXT = 5000;

/** Highest number of a person that the ledger holds, 0 for none. */
function lastPerson({ db }: OpenLedger): number {
  return Number(db.prepare('SELECT coalesce(max(person), 0) FROM persons').get()?.[0]);
}

/**
 * Persons with numbers above `after`, up to `last`: how many there are, and SHA-256 over rows `person`, number, DUF number,
 * in the order of the numbers. Read from the table itself, not from the index by DUF number.
 */
export function personsIn(
  ledger: OpenLedger,
  after = 0,
  last = lastPerson(ledger),
): { readonly hash: string; readonly count: number } {
  const chunk = ledger.db.prepare(
    `SELECT count(*), CAST(group_concat('person' || char(9) || person || char(9) || printf('%012d', duf) || char(10), '')
       AS BLOB) FROM (SELECT person, duf FROM persons NOT INDEXED WHERE person > ? AND person <= ? ORDER BY person)`,
  );
  const hash = createHash('sha256');
  let count = 0;
  for (let from = after; from < last; from += PERSONS_A_TEXT) {
    const [persons, text] = chunk.get(from, Math.min(from + PERSONS_A_TEXT, last)) ?? [];
    count += Number(persons);
    if (Buffer.isBuffer(text)) hash.update(text);
  }
  return { hash: hash.digest('hex'), count };
}

/** Figures of a posting as an act of the journal says them. */
interface Stated {
  /** Last grant year and hash of the ends, with a tab. */
  readonly figures: string;
  /** undefined where no act says it: batches posted before a migration, but the last. */
  readonly balancesHash: string | undefined;
}

/** What acts say of each posting. */
export function statedFigures({ db }: OpenLedger): Map<number, Stated> {
  const stated = new Map<number, Stated>();
  const rows = db.prepare(
    "SELECT body FROM journal WHERE act IN ('migrate', 'post') AND format >= 2 ORDER BY sequence",
  );
  for (const [body] of rows.all()) {
    const act = fieldsOf(String(body), ['act', 'posting', 'last_grant_year', 'ends_hash', 'balances_hash', 'postings']);
    const hash = String(act.balances_hash);
    if (act.act === 'post') {
      stated.set(Number(act.posting), { figures: `${act.last_grant_year}\t${act.ends_hash}`, balancesHash: hash });
    }
    const earlier = Array.isArray(act.postings) ? act.postings.map(String) : [];
    for (const text of earlier) {
      const [posting = '', ...figures] = text.split('\t');
      const isLast = Number(posting) === earlier.length;
      stated.set(Number(posting), { figures: figures.join('\t'), balancesHash: isLast ? hash : undefined });
    }
  }
  return stated;
}

/** The head that the stored text of a batch leads to from the one before; its own, where nobody has changed it. */
export function headOfText({ db }: OpenLedger, { posting, previousHead }: ChainEntry): string {
  const hash = new TextHash(previousHead);
  const blocks = db.prepare('SELECT text FROM posting_text WHERE posting = ? ORDER BY block');
  for (const [text] of blocks.iterate(posting)) hash.add(String(text));
  return hash.hex();
}
