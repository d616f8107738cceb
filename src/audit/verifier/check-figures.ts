import type { LimitRow, RateRow, RunContents, SizingFigures, SizingRow } from './contents';
import { sizingKey } from './figure-tables';
import { hasFile, pathIn, readWhole } from './files';
import type { Findings } from './findings';
import { RECIPIENTS_COPY } from './tables';
import type { LeafReader } from './trace-file';
import { classOf, LEAF, SHARING, type TraceLeaf, type TraceRecord } from './trace-record';
import { COMPONENTS, type ComponentFacts, codeText, STATUS } from './vocabulary';

const SIZING = 'sizing.csv';
/** Steps of grunntilskudd of runs that name no limits (rulebook 5.1). */
const FIRST_STEPS = '1-3:low 4-150:high';
/** Recipient of what is held (rulebook 8.1). */
const HELD_RECIPIENT = 'HELD';

/**
 * The annual size of the components per person (rulebook 8.1), counted again from the trace: each triggered person at the
 * rate, over all recipients as known at D. Rows per kommune rest on counts that the trace has in some runs only.
 */
export class SizingCheck implements LeafReader {
  readonly #cells = new Map<string, { -readonly [Name in keyof SizingFigures]: SizingFigures[Name] }>();
  /** Persons who trigger persontilskudd, by year number, those of unknown countries too. */
  readonly #triggering = new Map<number, number>();

  constructor(
    readonly run: RunContents,
    readonly findings: Findings,
  ) {}

  take({ kind, records, number }: TraceLeaf): void {
    if (kind !== LEAF.person) return;
    for (const record of records) {
      const component = COMPONENTS[record.component];
      if (record.grantYear !== this.run.manifest.identity.grant_year || !component || component.isPerKommune) continue;
      this.#checkRate(record, component.name, number);
      this.#add(record, component);
    }
  }

  /** R is the rate of component, year and class (rulebook 4), in 43g once for each decision. */
  #checkRate(record: TraceRecord, component: string, leaf: number): void {
    if (record.status !== STATUS.triggered && record.status !== STATUS.noRecipient) return;
    const { rates } = this.run;
    const rate = rates[record.rateIndex];
    const byYear = `${component}.year${record.yearNumber}`;
    const key = rates.some((row) => row.key === byYear) ? byYear : component;
    const tell = (what: string, expected: string | number, found: string | number): void =>
      this.findings.compare('VERIFY_TRACE_RATE', 'trace.bin', expected, found, { leaf, what });
    tell('rate', `${key} ${record.grantYear} ${classOf(record)}`, rateName(rate));
    const valueNok = rate?.valueNok ?? 0;
    const times = record.sharing === SHARING.separate ? Math.floor(record.annualNok / valueNok) : 1;
    tell('annual amount', times * valueNok, record.annualNok);
  }

  #add(record: TraceRecord, { name: component, hasParticipants }: ComponentFacts): void {
    const { yearNumber, status, recipients, annualNok } = record;
    if (hasParticipants && record.chosenLine !== 0) {
      this.#triggering.set(yearNumber, (this.#triggering.get(yearNumber) ?? 0) + 1);
    }
    if (status === STATUS.noRecipient) this.#addCell(HELD_RECIPIENT, record, component, [1, 0, annualNok]);
    if (status !== STATUS.triggered) return;
    const amounts = amountsOf(record);
    const ids = recipients.map(({ code, isStopped }) => (isStopped ? HELD_RECIPIENT : codeText(code)));
    recipients.forEach(({ days }, place) => {
      const id = ids[place] ?? '';
      const persons = ids.indexOf(id) === place ? 1 : 0; // a person counts once in each row
      this.#addCell(id, record, component, [persons, days, amounts[place] ?? 0]);
    });
  }

  #addCell(
    id: string,
    record: TraceRecord,
    component: string,
    [persons, days, amountNok]: [number, number, number],
  ): void {
    const yearNumber = record.sharing === SHARING.separate || record.yearNumber === 0 ? '' : String(record.yearNumber);
    const key = sizingKey(id, component, yearNumber, classOf(record));
    const rateNok = this.run.rates[record.rateIndex]?.valueNok ?? 0;
    const cell = this.#cells.get(key) ?? { persons: 0, days: 0, rateNok, annualNok: 0 };
    this.#cells.set(key, cell);
    cell.persons += persons;
    cell.days += days;
    cell.annualNok += amountNok;
  }

  /** Holds sizing.csv to it, row by row and both ways, and the hours basis to those who trigger. */
  finish(): void {
    const { manifest, sizing, triggeringInHours } = this.run;
    for (const row of sizing) {
      const component = COMPONENTS.find(({ name }) => name === row.component);
      if (!component?.isPerKommune) this.#compareRow(row);
      else if (component.isByCount) {
        checkStep(row, this.run, this.findings);
        checkPinnedCount(row, this.run, this.findings);
      }
    }
    for (const [row, { annualNok }] of this.#cells) {
      this.findings.add('VERIFY_SIZING_MISSING', SIZING, { row, amountNok: annualNok });
    }
    const { grant_year: year } = manifest.identity;
    const participating = COMPONENTS.filter(({ hasParticipants }) => hasParticipants).map(({ name }) => name);
    const isComputed = manifest.modules.some((row) => row.grant_year === year && participating.includes(row.component));
    for (const [yearNumber, { line, persons }] of isComputed ? triggeringInHours : []) {
      const params = { line, column: 'participants, triggering_without_hours' };
      const expected = this.#triggering.get(yearNumber) ?? 0;
      this.findings.compare('VERIFY_CELL', 'hours_basis.csv', expected, persons, params);
    }
  }

  #compareRow(row: SizingRow): void {
    const should = this.#cells.get(row.key);
    this.#cells.delete(row.key);
    if (!should) {
      this.findings.add('VERIFY_SIZING_UNFOUNDED', SIZING, { line: row.line, column: 'recipient_id', row: row.key });
      return;
    }
    const cell = (column: string, expected: number | null, found: number | null): void =>
      this.findings.compare('VERIFY_CELL', SIZING, expected ?? '', found ?? '', { line: row.line, column });
    cell('persons', should.persons, row.persons);
    cell('days', should.days, row.days);
    cell('rate', should.rateNok, row.rateNok);
    cell('annual_amount', should.annualNok, row.annualNok);
  }
}

function rateName(rate: RateRow | undefined): string {
  return rate ? `${rate.key} ${rate.grantYear} ${rate.rateClass}` : '';
}

/** The step of grunntilskudd that a count leads to, its rate and its amount. */
function checkStep(
  { line, key, component, persons, rateNok, annualNok }: SizingRow,
  run: RunContents,
  findings: Findings,
): void {
  const { grant_year: year } = run.manifest.identity;
  const isOfYear = ({ first, last }: LimitRow): boolean => first <= year && year <= last;
  const steps = run.limits.find((row) => row.key === `${component}.steps` && isOfYear(row))?.value ?? FIRST_STEPS;
  const step = steps.split(' ').reduce((found, text) => {
    const [, least, most, name = ''] = /^(\d+)-(\d+):(\w+)$/.exec(text) ?? [];
    return Number(least) <= persons && persons <= Number(most) ? name : found;
  }, '');
  const rate = run.rates.find((row) => rateName(row) === `${component} ${year} ${step}`)?.valueNok;
  const cell = (column: string, expected: string | number, found: string | number): void =>
    findings.compare('VERIFY_CELL', SIZING, expected, found, { line, column });
  cell('rate_class', step || component, key.split(' ').at(-1) ?? '');
  cell('rate', rate ?? '', rateNok ?? '');
  cell('annual_amount', rate ?? 0, annualNok);
}

/** A count that a case has pinned is the one that was used; the act confirmed last holds. */
function checkPinnedCount({ line, key, persons }: SizingRow, run: RunContents, findings: Findings): void {
  const { grant_year: year } = run.manifest.identity;
  const id = key.split(' ')[0] ?? '';
  const pins = run.cases.filter(
    (row) => row.kind === 'pin_count' && row.grantYear === year && codeText(row.recipient) === id,
  );
  const pin = pins.reduce<(typeof pins)[number] | undefined>(
    (last, row) => (last && last.order > row.order ? last : row),
    undefined,
  );
  if (pin) findings.compare('VERIFY_CELL', SIZING, pin.amount, persons, { line, column: 'persons' });
}

/** R over the recipients of a record: by its weights, half and half with the odd krone to the first, or each its own. */
function amountsOf({ sharing, recipients, annualNok }: TraceRecord): number[] {
  if (sharing === SHARING.separate) return recipients.map(({ amountNok }) => amountNok);
  const hasWeights = recipients.some(({ weight }) => weight > 0);
  const weights = recipients.map(({ days, weight }) => (hasWeights ? weight : days));
  if (sharing === SHARING.days && weights.some((weight) => weight > 0)) return apportioned(annualNok, weights);
  const half = Math.floor(annualNok / 2);
  return recipients.length === 1 ? [annualNok] : [annualNok - half, half];
}

/** Whole kroner by weight; what is left over goes to the largest remainders, then weights, then codes (rulebook 4). */
function apportioned(amountNok: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const parts = weights.map((weight) => Math.floor((amountNok * weight) / sum));
  const left = amountNok - parts.reduce((total, part) => total + part, 0);
  const remainder = (place: number): number => (amountNok * (weights[place] ?? 0)) % sum;
  const order = [...weights.keys()].sort(
    (a, b) => remainder(b) - remainder(a) || (weights[b] ?? 0) - (weights[a] ?? 0) || a - b,
  );
  return parts.map((part, place) => part + (order.indexOf(place) < left ? 1 : 0));
}

/**
 * Accounts are those of the recipients file that run_id names; a run without one has none (data contract 3). False where
 * the file is not there.
 */
export function checkAccounts({ files, folder, manifest, payouts }: RunContents, findings: Findings): boolean {
  const isGiven = manifest.identity.recipients_sha256 !== '';
  if (isGiven && !hasFile(files, folder, RECIPIENTS_COPY)) return false;
  const text = isGiven ? readWhole(files, pathIn(folder, RECIPIENTS_COPY)).toString('latin1') : '';
  const rows = text.split('\n').map((row) => row.replace(/[\0\r ."]/g, '').split(/[,;\t]/)); // of UTF-16, too
  // What the ledger's register says of a recipient: nothing is paid before a second person has confirmed it.
  const state = rows[0]?.includes('confirmation') ? ['confirmed'] : [];
  for (const { line, recipient, accountNumber } of payouts) {
    const [id, account] = [codeText(recipient), accountNumber.replace(/[ .]/g, '')];
    const isKnown =
      account === '' || rows.some((cells) => [id, account, ...state].every((cell) => cells.includes(cell)));
    if (!isKnown) findings.add('VERIFY_ACCOUNT_UNFOUNDED', 'payouts.csv', { line, column: 'account_number' });
  }
  return true;
}
