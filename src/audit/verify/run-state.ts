import { join } from 'node:path';
import { asRecipientCode, at, COMPONENTS, emptyLine, formatRecipientCode, NO_PERSON } from '../../domain';
import { pathExists, readBytes } from '../../effects';
import { PSEUDONYM_BYTES, TRACE_FILES } from '../../trace/format';
import type { Problems } from './problems';
import type { RunContents } from './run-contents';

/** What stands posted and carried at a point of the chain. */
export interface LedgerState {
  /** Kroner by `person|year|component|recipient`, the person a pseudonym. */
  readonly posted: ReadonlyMap<string, number>;
  /** Kroner other than 0 by `recipient|group`. */
  readonly balances: ReadonlyMap<string, number>;
  /** What the opening batch has posted for grant years after the last that is known, by `year|component`. */
  readonly openings?: { readonly lastYear: number; readonly sums: ReadonlyMap<string, number> };
  /** Code of the last posting and its place, by the same key as `posted`; undefined where it is not known. */
  readonly codes?: ReadonlyMap<string, string>;
}

/** The sealed state that a run started from. */
export function stateBefore(run: RunContents): LedgerState {
  const posted = new Map<string, number>();
  for (const row of run.posted) add(posted, postedKey(row.personRef, row), row.amountNok);
  const balances = run.balances.map((row) => [balanceKey(row.recipient, row.group), row.balanceNok] as const);
  return { posted, balances: new Map(balances), openings: openingsOf(run) };
}

/** The state that a run leaves once it is posted: the state before and its lines; the balances carried out. */
export function stateAfter(run: RunContents): LedgerState {
  const posted = new Map(stateBefore(run).posted);
  const path = join(run.folder, TRACE_FILES.persons);
  const persons = pathExists(path) ? readBytes(path) : Buffer.alloc(0);
  const line = emptyLine();
  for (let place = 0; place < run.lines.length; place += 1) {
    run.lines.read(place, line);
    const from = line.traceLeaf * PSEUDONYM_BYTES;
    const person = line.personId === NO_PERSON ? '' : persons.toString('hex', from, from + PSEUDONYM_BYTES);
    add(posted, postedKey(person, line), line.amountNok);
  }
  const carried = run.payouts.filter((row) => row.carriedOutNok !== 0);
  const balances = carried.map((row) => [balanceKey(row.recipient, row.group), row.carriedOutNok] as const);
  return { posted, balances: new Map(balances), openings: openingsOf(run) };
}

/** A folder has the postings of its own grant year and the one before; of later ones it has the opening batch in sum. */
function openingsOf({ manifest }: RunContents): NonNullable<LedgerState['openings']> {
  const { grant_year: lastYear } = manifest.identity;
  const rows = manifest.opening_coverage.filter((row) => row.grant_year > lastYear);
  return { lastYear, sums: new Map(rows.map((row) => [`${row.grant_year}|${row.component}`, row.sum_nok])) };
}

/**
 * True where the state before a run is the state that was left. Postings of grant years that the run does not read are
 * passed over. A person may have got another id in between: then all that stood under the one pseudonym stands under
 * another, and the sums per recipient are the same.
 */
export function compareStates(left: LedgerState, run: RunContents, of: string, problems: Problems): void {
  const found = { ...stateBefore(run), posted: compareOpenings(left, run, of, problems) };
  const { grant_year: year } = run.manifest.identity;
  const wanted = new Map([...left.posted].filter(([key]) => [year - 1, year].includes(Number(key.split('|')[1]))));
  const gone = personsOf(wanted);
  for (const person of personsOf(found.posted)) gone.delete(person);
  compareMaps(perRecipient(wanted), perRecipient(found.posted), 'posted_before.csv', of, problems);
  if (gone.size === 0) {
    // Somebody who had nothing cannot stand with postings that cancel each other out.
    for (const [key, amountNok] of found.posted) {
      if (!wanted.has(key) && amountNok !== 0) report(key, undefined, amountNok, 'posted_before.csv', of, problems);
    }
  }
  for (const [key, amountNok] of wanted) {
    const stands = found.posted.get(key);
    const [person = ''] = key.split('|');
    const mayHaveGrown = gone.size > 0 && stands !== undefined && stands !== amountNok;
    if (stands === amountNok || gone.has(person) || mayHaveGrown) continue;
    report(key, amountNok, stands, 'posted_before.csv', of, problems);
  }
  compareMaps(left.balances, found.balances, 'balances_before.csv', of, problems);
  if (left.codes && gone.size === 0) compareCodes(left.codes, run, of, problems);
}

/** Compares what the opening batch has posted for years that `left` does not know, and returns the other postings. */
function compareOpenings(left: LedgerState, run: RunContents, of: string, problems: Problems): Map<string, number> {
  const { posted } = stateBefore(run);
  const { lastYear, sums } = left.openings ?? { lastYear: Number.MAX_SAFE_INTEGER, sums: new Map<string, number>() };
  const { grant_year: year } = run.manifest.identity;
  const wanted = new Map([...sums].filter(([key]) => [year - 1, year].includes(Number(key.split('|')[0]))));
  const known = new Map<string, number>();
  const found = new Map<string, number>();
  for (const [key, amountNok] of posted) {
    const [, postedYear = '', component = ''] = key.split('|');
    if (Number(postedYear) <= lastYear) known.set(key, amountNok);
    else add(found, `${postedYear}|${component}`, amountNok);
  }
  compareMaps(wanted, found, 'posted_before.csv', of, problems);
  return known;
}

function compareCodes(wanted: ReadonlyMap<string, string>, run: RunContents, of: string, problems: Problems): void {
  for (const row of run.posted) {
    const what = postedKey(row.personRef, row);
    const found = `${row.code} ${row.codeOrder}`;
    const params = { line: row.line, column: 'code', of, what: withoutPlace(what) };
    problems.compare('VERIFY_STATE_ROW', 'posted_before.csv', wanted.get(what) ?? found, found, params);
  }
}

function compareMaps(
  wanted: ReadonlyMap<string, number>,
  found: ReadonlyMap<string, number>,
  file: string,
  of: string,
  problems: Problems,
): void {
  for (const key of new Set([...wanted.keys(), ...found.keys()])) {
    if (wanted.get(key) !== found.get(key)) report(key, wanted.get(key), found.get(key), file, of, problems);
  }
}

function report(
  what: string,
  expected: number | undefined,
  found: number | undefined,
  file: string,
  of: string,
  problems: Problems,
): void {
  problems.add('VERIFY_STATE_ROW', file, {
    of,
    what: withoutPlace(what),
    expected: expected ?? '-',
    found: found ?? '-',
  });
}

/** Beside a person no kommune is told: nothing here knows whose address is protected. */
function withoutPlace(key: string): string {
  return /^[0-9a-f]{32}\|/.test(key) ? key.replace(/\|[^|]*$/, '') : key;
}

function personsOf(posted: ReadonlyMap<string, number>): Set<string> {
  return new Set([...posted.keys()].map((key) => key.split('|')[0] ?? ''));
}

/** Sums over persons: what a change of ids leaves as it is. */
function perRecipient(posted: ReadonlyMap<string, number>): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [key, amountNok] of posted) add(sums, key.split('|').slice(1).join('|'), amountNok);
  return sums;
}

/** Key of a posting in a LedgerState. */
export function postedKey(
  person: string,
  row: { readonly grantYear: number; readonly component: number; readonly basisRecipient: number },
): string {
  const recipient = formatRecipientCode(asRecipientCode(row.basisRecipient));
  return `${person}|${row.grantYear}|${at(COMPONENTS, row.component)}|${recipient}`;
}

/** Key of a balance in a LedgerState. */
export function balanceKey(recipient: number, group: string): string {
  return `${formatRecipientCode(asRecipientCode(recipient))}|${group}`;
}

function add(sums: Map<string, number>, key: string, amountNok: number): void {
  sums.set(key, (sums.get(key) ?? 0) + amountNok);
}
