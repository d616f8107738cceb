import { compareTotals, rowName } from './check-totals';
import type { HeldRow, LineRow, PostedRow, RunContents } from './contents';
import type { Findings } from './findings';
import type { Keys } from './keys';
import { type LeafReader, personOf, type Trace } from './trace-file';
import { LEAF, type TraceLeaf, type TracePart, type TraceRecord } from './trace-record';
import { COMPONENT_NAMES, COMPONENTS, codeText, payoutCodeOf, STATUS, WITHHELD } from './vocabulary';

const LINES = 'payout_lines.csv';
const HELD = 'held.csv';
const POSTED = 'posted_before.csv';

/** A row that held.csv must have. */
interface ExpectedHeld {
  readonly leaf: number;
  readonly annualNok: number | null;
  readonly amountNok: number | null;
  /** Several where only the extract tells which it is. */
  readonly reasons: readonly string[];
}

/** What the tables have, and the trace, of one grant year and component; both stand in one order and are read side by side. */
interface Section {
  readonly grantYear: number;
  readonly component: number;
  /** Places of its lines, and rows of held.csv without a person and with one; how many have been met. */
  readonly lines: number[];
  readonly heldOfKommuner: HeldRow[];
  readonly held: HeldRow[];
  linesMet: number;
  heldMet: number;
  readonly sums: {
    annual_nok: number;
    posted_before_nok: number;
    lines_nok: number;
    due_later_nok: number;
    held_nok: number;
  };
  /** Of kommuner what is held is told in sum. */
  readonly kommuneHeld: Map<string, ExpectedHeld>;
}

/**
 * The trace decides every line and every held row: each difference that it holds is a line and each line is such a
 * difference, column by column; the same for what is held, for what was posted before, and for conservation.
 */
export class TraceCheck implements LeafReader {
  readonly #run: RunContents;
  readonly #trace: Trace;
  readonly #findings: Findings;
  readonly #keys: Keys | undefined;
  readonly #sections = new Map<string, Section>();
  readonly #computed: ReadonlySet<string>;
  /** Rows of posted_before.csv whose person has been met. */
  readonly #postedMet: Uint8Array;
  readonly #kommuner: TraceLeaf[] = [];

  /** @param keys of the pseudonym key: then the person of each held row is looked at, too */
  constructor(run: RunContents, trace: Trace, findings: Findings, keys?: Keys) {
    this.#run = run;
    this.#trace = trace;
    this.#findings = findings;
    this.#keys = keys;
    this.#computed = new Set(
      run.manifest.modules.map((row) => keyOf(row.grant_year, COMPONENT_NAMES.indexOf(row.component))),
    );
    this.#postedMet = new Uint8Array(run.posted.length);
    for (let place = 0; place < run.lines.length; place += 1) {
      const { grantYear, component } = run.lines.at(place);
      this.#section(grantYear, component).lines.push(place);
    }
    for (const row of run.held) {
      const section = this.#section(row.grantYear, row.component);
      (row.personRef === '' ? section.heldOfKommuner : section.held).push(row);
    }
  }

  take(leaf: TraceLeaf): void {
    if (leaf.kind === LEAF.kommune) {
      this.#kommuner.push(leaf); // what is posted without a person may be any kommune's: they come together, at the end
      return;
    }
    const posted = this.#postedOf(personOf(this.#trace, leaf.number));
    if (leaf.kind === LEAF.person) {
      for (const [place, record] of leaf.records.entries()) this.#person(leaf, place, record, posted);
    }
    this.#rest(leaf, posted);
  }

  finish(): void {
    const posted = this.#postedOf('');
    for (const leaf of this.#kommuner)
      for (const [place, record] of leaf.records.entries()) this.#kommune(leaf, place, record, posted);
    this.#comparePostedOfKommuner(posted);
    for (const section of this.#inOrder()) this.#finishSection(section);
    this.#postedUnknown();
    this.#compareConservation();
  }

  #section(grantYear: number, component: number): Section {
    const key = keyOf(grantYear, component);
    const known = this.#sections.get(key);
    if (known) return known;
    const sums = { annual_nok: 0, posted_before_nok: 0, lines_nok: 0, due_later_nok: 0, held_nok: 0 };
    const rows = { lines: [], heldOfKommuner: [], held: [], linesMet: 0, heldMet: 0 };
    const made: Section = { grantYear, component, ...rows, sums, kommuneHeld: new Map() };
    this.#sections.set(key, made);
    return made;
  }

  #inOrder(): Section[] {
    return [...this.#sections.values()].sort((a, b) => a.grantYear - b.grantYear || a.component - b.component);
  }

  #postedOf(personRef: string): PostedRow[] {
    const places = this.#run.posted.placesOf(personRef);
    for (const place of places) this.#postedMet[place] = 1;
    return places.map((place) => this.#run.posted.at(place));
  }

  #person(leaf: TraceLeaf, place: number, record: TraceRecord, posted: readonly PostedRow[]): void {
    const component = COMPONENTS[record.component];
    if (!component || component.isPerKommune) return;
    const section = this.#section(record.grantYear, record.component);
    const mine = posted.filter((row) => row.grantYear === record.grantYear && row.component === record.component);
    const isKnown = record.status === STATUS.triggered || record.status === STATUS.noRecipient;
    const annual = isKnown ? record.annualNok : record.status === STATUS.unknownCountry ? null : 0;
    const code = isKnown ? payoutCodeOf(component, record.yearNumber, record.rateClass) : undefined;
    const bases = new Set(record.parts.map((part) => part.basis));
    for (const part of record.parts) {
      this.#part(section, leaf, place, part, {
        annualNok: annual ?? -1,
        code: code ?? lastCode(mine, part.basis, bases),
      });
    }
    for (const row of heldOf(leaf.number, annual, record).sort(inHeldOrder)) this.#matchHeld(section, row);
    const postedNok = record.parts.reduce((sum, part) => sum + part.postedNok, 0);
    section.sums.annual_nok += annual ?? 0;
    section.sums.due_later_nok += (annual ?? 0) - record.dueNok;
    section.sums.posted_before_nok += postedNok;
    section.sums.held_nok += heldSum(record);
    this.#comparePosted(mine, postedNok, section, leaf.number);
  }

  #kommune(leaf: TraceLeaf, place: number, record: TraceRecord, posted: readonly PostedRow[]): void {
    const component = COMPONENTS[record.component];
    if (!component) return;
    const section = this.#section(record.grantYear, record.component);
    const isSame = (row: { grantYear: number; component: number }): boolean =>
      row.grantYear === record.grantYear && row.component === record.component;
    const kommuner = new Set(this.#kommuner.filter((other) => other.records.some(isSame)).map((other) => other.about));
    const isEntitled = record.parts.some((part) => part.shareNumerator > 0);
    const code = isEntitled ? payoutCodeOf(component, 0, record.rateClass) : undefined;
    for (const part of record.parts) {
      const last = (): string | undefined => lastCode(posted.filter(isSame), part.basis, kommuner);
      this.#part(section, leaf, place, part, { annualNok: record.annualNok, code: code ?? last() });
    }
    for (const row of heldOf(leaf.number, record.annualNok, record)) {
      const [reason = ''] = row.reasons;
      const known = section.kommuneHeld.get(reason);
      const annualNok = (known?.annualNok ?? 0) + (row.annualNok ?? 0);
      section.kommuneHeld.set(reason, { ...row, annualNok, amountNok: (known?.amountNok ?? 0) + (row.amountNok ?? 0) });
    }
    section.sums.annual_nok += record.dueNok;
    section.sums.posted_before_nok += record.parts.reduce((sum, part) => sum + part.postedNok, 0);
    section.sums.held_nok += heldSum(record);
  }

  /** Postings of computed components that no record has: those of a person of whom the extract says nothing, and none else. */
  #rest(leaf: TraceLeaf, posted: readonly PostedRow[]): void {
    const others = new Map<string, PostedRow[]>();
    for (const row of posted) {
      const key = keyOf(row.grantYear, row.component);
      const isRecorded = leaf.records.some(
        (record) => record.grantYear === row.grantYear && record.component === row.component,
      );
      const isOther = !(isRecorded && leaf.kind === LEAF.person) && this.#computed.has(key);
      if (isOther) others.set(key, [...(others.get(key) ?? []), row]);
    }
    for (const rows of others.values()) {
      const [first] = rows;
      if (!first) continue;
      const section = this.#section(first.grantYear, first.component);
      const sumNok = rows.reduce((sum, row) => sum + row.amountNok, 0);
      if (leaf.kind !== LEAF.absent) this.#comparePosted(rows, 0, section, leaf.number);
      else if (sumNok !== 0) {
        this.#matchHeld(section, { leaf: leaf.number, annualNok: 0, amountNok: -sumNok, reasons: WITHHELD });
      }
    }
  }

  // ---- lines

  #part(
    section: Section,
    { number: leaf }: TraceLeaf,
    record: number,
    part: TracePart,
    { annualNok, code }: { annualNok: number; code: string | undefined },
  ): void {
    const amountNok = part.dueNok - part.postedNok;
    if (amountNok === 0 || part.heldReason !== '') return;
    section.sums.lines_nok += amountNok;
    const isBefore = (row: LineRow): boolean =>
      (row.traceLeaf - leaf || row.traceRecord - record || row.basisRecipient - part.basis) < 0;
    for (let row = this.#nextLine(section); row && isBefore(row); row = this.#nextLine(section))
      this.#unfounded(section, row);
    const row = this.#nextLine(section);
    const { grantYear, component } = section;
    const what = { grantYear, component, traceLeaf: leaf, traceRecord: record, basisRecipient: part.basis, amountNok };
    if (row?.traceLeaf !== leaf || row.traceRecord !== record || row.basisRecipient !== part.basis) {
      this.#findings.add('VERIFY_LINE_MISSING', LINES, { line: this.#lineAt(section), ...this.#nameOf(what) });
      return;
    }
    section.linesMet += 1;
    const cell = (column: string, expected: number | string, found: number | string): void =>
      this.#findings.compare('VERIFY_CELL', LINES, expected, found, { line: row.line, column });
    cell('recipient_id', part.recipient, row.recipient);
    cell('annual_amount', annualNok, row.annualAmountNok);
    cell('share_numerator', part.shareNumerator, row.shareNumerator);
    cell('share_denominator', part.shareDenominator, row.shareDenominator);
    cell('cumulative_due', part.dueNok, row.cumulativeDueNok);
    cell('previously_posted', part.postedNok, row.previouslyPostedNok);
    if (code !== undefined) cell('code', code, row.code);
  }

  #nextLine({ lines, linesMet }: Section): LineRow | undefined {
    const place = lines[linesMet];
    return place === undefined ? undefined : this.#run.lines.at(place);
  }

  #unfounded(section: Section, row: LineRow): void {
    section.linesMet += 1;
    this.#findings.add('VERIFY_LINE_UNFOUNDED', LINES, { line: row.line, column: 'trace_id', ...this.#nameOf(row) });
  }

  /** Line of payout_lines.csv at which the next line of a section stands, or would stand. */
  #lineAt(section: Section): number {
    const next = this.#nextLine(section);
    if (next) return next.line;
    const last = section.lines.at(-1) ?? this.#before(section)?.lines.at(-1);
    return last === undefined ? 2 : this.#run.lines.at(last).line + 1;
  }

  #before(section: Section): Section | undefined {
    const sections = this.#inOrder();
    return sections.slice(0, sections.indexOf(section)).findLast(({ lines }) => lines.length > 0);
  }

  #nameOf(
    row: Pick<LineRow, 'traceLeaf' | 'traceRecord' | 'component' | 'grantYear' | 'basisRecipient' | 'amountNok'>,
  ) {
    const component = `${COMPONENT_NAMES[row.component]} ${row.grantYear}`;
    const recipient = codeText(row.basisRecipient);
    return { trace: `${row.traceLeaf}.${row.traceRecord}`, component, recipient, amountNok: row.amountNok };
  }

  // ---- held

  #matchHeld(section: Section, expected: ExpectedHeld): void {
    const row = section.held[section.heldMet];
    if (row) section.heldMet += 1;
    if (row) this.#compareHeld(row, expected);
    else this.#heldMissing(section, expected);
  }

  #compareHeld(row: HeldRow, expected: ExpectedHeld): void {
    const params = { line: row.line };
    const cell = (column: string, should: number | null, found: number | null): void =>
      this.#findings.compare('VERIFY_CELL', HELD, should ?? '', found ?? '', { ...params, column });
    cell('annual_amount', expected.annualNok, row.annualAmountNok);
    cell('held_amount', expected.amountNok, row.heldAmountNok);
    const reasons = expected.reasons.join(' | ');
    if (!expected.reasons.includes(row.reason)) {
      this.#findings.add('VERIFY_CELL', HELD, { ...params, column: 'reason', expected: reasons, found: row.reason });
    }
    if (!this.#keys || row.personRef === '') return;
    if (this.#keys.pseudonymOf(row.personRef) === personOf(this.#trace, expected.leaf)) return;
    this.#findings.add('VERIFY_PSEUDONYM', HELD, { ...params, column: 'person_ref', leaf: expected.leaf });
  }

  #heldMissing(section: Section, { leaf, amountNok, reasons }: ExpectedHeld): void {
    const component = `${COMPONENT_NAMES[section.component]} ${section.grantYear}`;
    const rows = [...section.heldOfKommuner, ...section.held];
    const isBefore = (row: HeldRow): boolean =>
      (row.grantYear - section.grantYear || row.component - section.component) < 0;
    const line = (rows.at(-1)?.line ?? this.#run.held.findLast(isBefore)?.line ?? 1) + 1;
    const what = { component, leaf, amountNok: amountNok ?? 0, reason: reasons[0] ?? '' };
    this.#findings.add('VERIFY_HELD_MISSING', HELD, { line, ...what });
  }

  #finishSection(section: Section): void {
    for (let row = this.#nextLine(section); row; row = this.#nextLine(section)) this.#unfounded(section, row);
    const ofKommuner = [...section.kommuneHeld.values()].filter((row) => row.amountNok !== 0).sort(inHeldOrder);
    ofKommuner.forEach((expected, place) => {
      const row = section.heldOfKommuner[place];
      if (row) this.#compareHeld(row, expected);
      else this.#heldMissing(section, expected);
    });
    for (const { line } of [
      ...section.heldOfKommuner.slice(ofKommuner.length),
      ...section.held.slice(section.heldMet),
    ]) {
      this.#findings.add('VERIFY_HELD_UNFOUNDED', HELD, { line });
    }
  }

  // ---- postings before, conservation

  #comparePosted(rows: readonly PostedRow[], tracedNok: number, { grantYear, component }: Section, leaf: number): void {
    const found = rows.reduce((sum, row) => sum + row.amountNok, 0);
    const name = COMPONENT_NAMES[component] ?? '';
    const params = { line: rows[0]?.line ?? 0, column: 'amount', year: grantYear, component: name, leaf };
    this.#findings.compare('VERIFY_POSTED_DIFFERS', POSTED, tracedNok, found, params);
  }

  /** Per grant year and component the kommuner together had what is posted without a person. */
  #comparePostedOfKommuner(posted: readonly PostedRow[]): void {
    for (const key of this.#computed) {
      const [year = 0, component = 0] = key.split(' ').map(Number);
      if (!COMPONENTS[component]?.isPerKommune) continue;
      const mine = posted.filter((row) => keyOf(row.grantYear, row.component) === key);
      const section = this.#section(year, component);
      this.#comparePosted(mine, section.sums.posted_before_nok, section, -1);
    }
  }

  #postedUnknown(): void {
    let before = '';
    this.#postedMet.forEach((isMet, place) => {
      if (isMet === 1) return;
      const { personRef, line } = this.#run.posted.at(place);
      if (personRef !== before) this.#findings.add('VERIFY_POSTED_UNKNOWN', POSTED, { line, column: 'person_ref' });
      before = personRef;
    });
  }

  /** R, posted before, lines, due later and held of what the run computed, as the trace has them (rulebook 9). */
  #compareConservation(): void {
    const { manifest } = this.#run;
    const totals = new Map(
      manifest.modules.map((row) => {
        const { sums } = this.#section(row.grant_year, COMPONENT_NAMES.indexOf(row.component));
        return [rowName({ grant_year: row.grant_year, component: row.component }), sums] as const;
      }),
    );
    compareTotals('conservation', manifest.conservation, totals, 'trace.bin', this.#findings);
    for (const { grantYear, component, sums } of this.#sections.values()) {
      if (this.#computed.has(keyOf(grantYear, component)) || sums.lines_nok === 0) continue;
      const row = `${COMPONENT_NAMES[component]} ${grantYear}`;
      this.#findings.add('VERIFY_MANIFEST_ROW', 'manifest.json', { path: 'modules', of: 'trace.bin', row });
    }
  }
}

function keyOf(grantYear: number, component: number): string {
  return `${grantYear} ${component}`;
}

/** What is held: as a whole, of parts that are due, or the differences of parts; an unknown country has no amount. */
function heldOf(leaf: number, annualNok: number | null, record: TraceRecord): ExpectedHeld[] {
  const rows: ExpectedHeld[] = [];
  for (const [reason, amountNok] of heldAmounts(record)) {
    const isUnknown = reason === 'unknown_country';
    if (amountNok !== 0 || isUnknown)
      rows.push({ leaf, annualNok, amountNok: isUnknown ? null : amountNok, reasons: [reason] });
  }
  return rows;
}

function heldAmounts({ heldReason, heldNok, parts }: TraceRecord): [reason: string, amountNok: number][] {
  const differences = ['difference_no_unique_successor', 'waits_for_held_correction'].map(
    (reason): [string, number] => {
      const held = parts.filter((part) => part.heldReason === reason);
      return [reason, held.reduce((sum, part) => sum + part.dueNok - part.postedNok, 0)];
    },
  );
  const ofParts = parts.reduce((sum, part) => sum + part.heldDueNok, 0);
  return [
    ...(heldReason === '' ? [] : [[heldReason, heldNok] satisfies [string, number]]),
    ['no_unique_successor', ofParts],
    ...differences,
  ];
}

function heldSum(record: TraceRecord): number {
  return heldAmounts(record).reduce((sum, [, amountNok]) => sum + amountNok, 0);
}

/**
 * Code of the last posting to a recipient: the one with the highest code_order. undefined where a posting stands under a
 * code that has been translated since: then the register alone knows whose it is.
 */
function lastCode(posted: readonly PostedRow[], basis: number, bases: ReadonlySet<number>): string | undefined {
  if (posted.some((row) => !bases.has(row.basisRecipient))) return undefined;
  const mine = posted.filter((row) => row.basisRecipient === basis && row.codeOrder > 0);
  return mine.reduce((last, row) => (row.codeOrder > last.codeOrder ? row : last), { code: '', codeOrder: 0 }).code;
}

/** Order of held.csv within a person: amounts, an empty one first, then the reason. */
function inHeldOrder(a: ExpectedHeld, b: ExpectedHeld): number {
  const least = Number.NEGATIVE_INFINITY;
  const keys = (row: ExpectedHeld): (number | string)[] => [
    row.annualNok ?? least,
    row.amountNok ?? least,
    row.reasons[0] ?? '',
  ];
  const [left, right] = [keys(a), keys(b)];
  const place = left.findIndex((key, index) => key !== right[index]);
  if (place < 0) return 0;
  return (left[place] ?? '') < (right[place] ?? '') ? -1 : 1;
}
