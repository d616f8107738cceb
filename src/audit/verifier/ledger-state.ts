import { ByteRows, NumberRows, TextNumbers } from './columns';
import { PSEUDONYM_BYTES, type RunContents } from './contents';
import { hasFile, pathIn, readWhole } from './files';
import type { Findings } from './findings';
import { addTo, COMPONENT_NAMES, codeText } from './vocabulary';

const [POSTED, BALANCES] = ['posted_before.csv', 'balances_before.csv'];

/** What stands posted to somebody: a person by pseudonym, nobody's by zeros. */
export interface Posted {
  readonly personRef: string;
  readonly grantYear: number;
  readonly component: number;
  readonly basisRecipient: number;
  readonly amountNok: number;
  readonly code?: string;
  readonly codeOrder?: number;
}

/** What stands posted and carried at a point of the chain, in little memory. */
export class LedgerState {
  readonly #persons = new ByteRows(PSEUDONYM_BYTES);
  /** Where it stands (grant year, component, recipient as one number), amount, number of the last code. */
  readonly #rows = new NumberRows(3);
  readonly #codes = new TextNumbers();
  #order: Uint32Array | undefined;
  /** Kroner other than 0 by `recipient|group`. */
  readonly balances = new Map<string, number>();
  /** What the opening batch has posted for grant years after the last that is known, by `year|component`. */
  readonly openings = new Map<string, number>();

  /** @param lastYear last grant year of which the postings are known */
  constructor(readonly lastYear = Number.MAX_SAFE_INTEGER) {}

  post({ personRef, grantYear, component, basisRecipient, amountNok, code, codeOrder }: Posted): void {
    this.#persons.push(personRef || Buffer.alloc(PSEUDONYM_BYTES));
    const last = code === undefined ? -1 : this.#codes.numberOf(`${code} ${codeOrder}`);
    this.#rows.push((grantYear * 16 + component) * 100_000 + basisRecipient, amountNok, last);
    this.#order = undefined;
  }

  carry(recipient: number, group: string, amountNok: number): void {
    const cell = `${codeText(recipient)}|${group}`;
    if (amountNok !== 0) this.balances.set(cell, amountNok);
    else this.balances.delete(cell);
  }

  carryMore(recipient: number, group: string, amountNok: number): void {
    this.carry(recipient, group, (this.balances.get(`${codeText(recipient)}|${group}`) ?? 0) + amountNok);
  }

  /** Every place with its sum, in the order of persons and places, for the grant years asked for. */
  *places(isRead: (grantYear: number) => boolean): Generator<StatePlace> {
    this.#order ??= this.#sorted();
    let open: StatePlace | undefined;
    for (const row of this.#order) {
      const [where, amountNok, code] = [this.#rows.at(row, 0), this.#rows.at(row, 1), this.#rows.at(row, 2)];
      if (!isRead(Math.floor(where / 1_600_000))) continue;
      const person = this.#persons.at(row);
      const last = code < 0 ? undefined : this.#codes.at(code);
      if (open && open.where === where && open.person.equals(person)) {
        open = { ...open, amountNok: open.amountNok + amountNok, code: last };
      } else {
        if (open) yield open;
        open = { person, where, amountNok, code: last };
      }
    }
    if (open) yield open;
  }

  #sorted(): Uint32Array {
    return Uint32Array.from({ length: this.#rows.length }, (_, row) => row).sort(
      (a, b) =>
        Buffer.compare(this.#persons.at(a), this.#persons.at(b)) || this.#rows.at(a, 0) - this.#rows.at(b, 0) || a - b,
    );
  }
}

/** One person's sum in a grant year, component and recipient. */
export interface StatePlace {
  readonly person: Buffer;
  readonly where: number;
  readonly amountNok: number;
  /** Code and code_order of the last posting; undefined where they are not known. */
  readonly code: string | undefined;
}

/** The sealed state that a run started from. */
export function stateBefore(run: RunContents): LedgerState {
  const state = emptyState(run);
  for (const row of run.posted) state.post(row);
  for (const { recipient, group, balanceNok } of run.balances) state.carry(recipient, group, balanceNok);
  takeClaimsBack(state, run);
  return state;
}

/**
 * Claims come and go between runs; what batches have left of a balance is the same with and without them. A claim is out
 * of netting whole, and what was paid or written off of it stays out once it has been withdrawn.
 */
export function takeClaimsBack(state: LedgerState, run: RunContents): void {
  const claims = new Set(run.cases.filter(({ kind }) => kind === 'claim').map(({ act }) => String(act)));
  for (const { kind, recipient, code, amount, key } of run.cases) {
    const isLess = kind === 'claim_payment' || kind === 'write_off';
    if (kind === 'claim' || (isLess && !claims.has(key))) state.carryMore(recipient, code, -amount);
  }
}

/** The state that a run leaves once it is posted: the state before and its lines; the balances carried out. */
export function stateAfter(run: RunContents): LedgerState {
  const state = emptyState(run);
  for (const { code: _, codeOrder: __, ...row } of run.posted) state.post(row);
  const persons = hasFile(run.files, run.folder, 'trace.persons')
    ? readWhole(run.files, pathIn(run.folder, 'trace.persons'))
    : Buffer.alloc(0);
  for (const { personId, traceLeaf, grantYear, component, basisRecipient, amountNok, isAdjustment } of run.lines) {
    if (isAdjustment) continue; // nothing to the true-up
    const from = traceLeaf * PSEUDONYM_BYTES;
    const personRef = personId === 0 ? '' : persons.toString('hex', from, from + PSEUDONYM_BYTES);
    state.post({ personRef, grantYear, component, basisRecipient, amountNok });
  }
  for (const { recipient, group, carriedOutNok } of run.payouts) state.carry(recipient, group, carriedOutNok);
  takeClaimsBack(state, run);
  return state;
}

/** A folder has the postings of its own grant year and the one before; of later ones it has the opening batch in sum. */
function emptyState({ manifest }: RunContents): LedgerState {
  const state = new LedgerState(manifest.identity.grant_year);
  for (const row of manifest.opening_coverage) {
    if (row.grant_year > state.lastYear) state.openings.set(`${row.grant_year}|${row.component}`, row.sum_nok);
  }
  return state;
}

/**
 * Holds the state before a run to the state that was left. Postings of grant years that the run does not read are passed
 * over. A person may have got another id in between: then all that stood under the one pseudonym stands under another, and
 * the sums per recipient are the same.
 *
 * @param of what left the state
 */
export function compareStates(left: LedgerState, run: RunContents, of: string, findings: Findings): void {
  const { grant_year: year } = run.manifest.identity;
  const before = stateBefore(run);
  compareOpenings(left, run, of, findings);
  const isRead = (grantYear: number): boolean => grantYear === year || grantYear === year - 1;
  const isKnown = (grantYear: number): boolean => grantYear <= left.lastYear;
  const join = (): Generator<Pair> => joined(left.places(isRead), before.places(isKnown));
  const [wanted, found] = [new Map<string, number>(), new Map<string, number>()];
  const gone = new Set<string>();
  let [person, hasLeft, hasFound] = ['', false, false];
  for (const pair of join()) {
    const { left: was, found: is } = pair;
    if (was) addTo(wanted, placeName(was), was.amountNok);
    if (is) addTo(found, placeName(is), is.amountNok);
    const now = (was ?? is)?.person.toString('hex') ?? '';
    if (now !== person) {
      if (hasLeft && !hasFound) gone.add(person);
      [person, hasLeft, hasFound] = [now, false, false];
    }
    if (was) hasLeft = true;
    if (is) hasFound = true;
  }
  if (hasLeft && !hasFound) gone.add(person);
  compareSums(wanted, found, POSTED, of, findings);
  for (const pair of join()) comparePlace(pair, gone, of, findings);
  compareSums(left.balances, before.balances, BALANCES, of, findings);
}

interface Pair {
  readonly left: StatePlace | undefined;
  readonly found: StatePlace | undefined;
}

/** Places of two states side by side. */
function* joined(left: Generator<StatePlace>, found: Generator<StatePlace>): Generator<Pair> {
  let [was, is] = [left.next(), found.next()];
  while (!was.done || !is.done) {
    const order = was.done
      ? 1
      : is.done
        ? -1
        : Buffer.compare(was.value.person, is.value.person) || was.value.where - is.value.where;
    yield {
      left: order <= 0 && !was.done ? was.value : undefined,
      found: order >= 0 && !is.done ? is.value : undefined,
    };
    if (order <= 0) was = left.next();
    if (order >= 0) is = found.next();
  }
}

function comparePlace({ left, found }: Pair, gone: ReadonlySet<string>, of: string, findings: Findings): void {
  const place = left ?? found;
  if (!place) return;
  const person = place.person.toString('hex');
  // Beside a person no kommune is reported: nothing here knows whose address is protected.
  const isNobody = /^0*$/.test(person);
  const name = placeName(place);
  const what = isNobody ? `|${name}` : `${person}|${name.replace(/\|[^|]*$/, '')}`;
  const tell = (expected: string | number, stands: string | number, more = {}): void =>
    findings.compare('VERIFY_STATE_ROW', POSTED, expected, stands, { of, what, ...more });
  if (left && !gone.has(person)) {
    const mayHaveGrown = gone.size > 0 && found !== undefined;
    if (!mayHaveGrown) tell(left.amountNok, found?.amountNok ?? '-');
  }
  if (gone.size > 0) return;
  // Somebody who had nothing cannot stand with postings that cancel each other out.
  if (!left && found && found.amountNok !== 0) tell('-', found.amountNok);
  if (left?.code !== undefined && found?.code !== undefined) tell(left.code, found.code, { column: 'code' });
}

/** Compares what the opening batch has posted for years that `left` does not know. */
function compareOpenings(left: LedgerState, run: RunContents, of: string, findings: Findings): void {
  const { grant_year: year } = run.manifest.identity;
  const wanted = new Map([...left.openings].filter(([key]) => [year - 1, year].includes(Number(key.split('|')[0]))));
  const found = new Map<string, number>();
  for (const { grantYear, component, amountNok } of run.posted) {
    if (grantYear > left.lastYear) addTo(found, `${grantYear}|${COMPONENT_NAMES[component]}`, amountNok);
  }
  compareSums(wanted, found, POSTED, of, findings);
}

function compareSums(
  wanted: ReadonlyMap<string, number>,
  found: ReadonlyMap<string, number>,
  file: string,
  of: string,
  findings: Findings,
): void {
  for (const what of new Set([...wanted.keys(), ...found.keys()])) {
    findings.compare('VERIFY_STATE_ROW', file, wanted.get(what) ?? '-', found.get(what) ?? '-', { of, what });
  }
}

/** `year|component|recipient` */
function placeName({ where }: StatePlace): string {
  const [what, recipient] = [Math.floor(where / 100_000), where % 100_000];
  return `${Math.floor(what / 16)}|${COMPONENT_NAMES[what % 16]}|${codeText(recipient)}`;
}
