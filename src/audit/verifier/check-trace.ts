import { compareTotals, rowName } from './check-totals';
import type { PostedRow, RunContents } from './contents';
import type { Findings } from './findings';
import type { Keys } from './hashes';
import { type LeafReader, personOf, type Trace } from './trace-file';
import { LEAF, type TraceLeaf, type TraceRecord } from './trace-record';
import { heldOf, heldSum, type TraceContext, TraceSection } from './trace-section';
import { COMPONENT_NAMES, COMPONENTS, payoutCodeOf, STATUS, WITHHELD } from './vocabulary';

const POSTED = 'posted_before.csv';

/**
 * The trace decides every line and every held row: each difference that it holds is a line and each line is such a
 * difference, column by column; the same for what is held, for what was posted before, and for conservation.
 */
export class TraceCheck implements LeafReader {
  readonly #context: TraceContext;
  readonly #sections = new Map<string, TraceSection>();
  readonly #computed: ReadonlySet<string>;
  /** Rows of posted_before.csv whose person has been met. */
  readonly #postedMet: Uint8Array;
  readonly #kommuner: TraceLeaf[] = [];

  constructor(run: RunContents, trace: Trace, findings: Findings, keys?: Keys) {
    this.#context = { run, trace, findings, keys };
    this.#computed = new Set(
      run.manifest.modules.map((row) => keyOf(row.grant_year, COMPONENT_NAMES.indexOf(row.component))),
    );
    this.#postedMet = new Uint8Array(run.posted.length);
    let place = 0;
    for (const { grantYear, component, isAdjustment } of run.lines) {
      if (!isAdjustment) this.#section(grantYear, component).lines.push(place);
      place += 1;
    }
    for (const row of run.held) {
      if (row.reason === 'adjustment_waits') continue;
      const section = this.#section(row.grantYear, row.component);
      (row.personRef === '' ? section.heldOfKommuner : section.held).push(row);
    }
  }

  take(leaf: TraceLeaf): void {
    if (leaf.kind === LEAF.adjustment) return;
    if (leaf.kind === LEAF.kommune) {
      this.#kommuner.push(leaf); // what is posted without a person may be any kommune's: they come together, at the end
      return;
    }
    const posted = this.#postedOf(personOf(this.#context.trace, leaf.number));
    const { records } = leaf; // of somebody of whom the extract says nothing only where a case corrects what is posted
    for (const [place, record] of records.entries()) this.#person(leaf, place, record, posted);
    this.#rest(leaf, records, posted);
  }

  finish(): void {
    const posted = this.#postedOf('');
    for (const leaf of this.#kommuner) {
      for (const [place, record] of leaf.records.entries()) this.#kommune(leaf, place, record, posted);
    }
    this.#comparePostedOfKommuner(posted);
    const inOrder = [...this.#sections.values()].sort((a, b) => a.grantYear - b.grantYear || a.component - b.component);
    for (const section of inOrder) section.finish();
    this.#postedUnknown();
    this.#compareConservation();
  }

  #section(grantYear: number, component: number): TraceSection {
    const key = keyOf(grantYear, component);
    const section = this.#sections.get(key) ?? new TraceSection(this.#context, grantYear, component);
    this.#sections.set(key, section);
    return section;
  }

  #postedOf(personRef: string): PostedRow[] {
    const { posted } = this.#context.run;
    const places = posted.placesOf(personRef);
    for (const place of places) this.#postedMet[place] = 1;
    return places.map((place) => posted.at(place));
  }

  #person({ number: leaf }: TraceLeaf, place: number, record: TraceRecord, posted: readonly PostedRow[]): void {
    const component = COMPONENTS[record.component];
    if (!component || component.isPerKommune) return;
    const section = this.#section(record.grantYear, record.component);
    const mine = posted.filter((row) => isOf(row, record));
    const isKnown = record.status === STATUS.triggered || record.status === STATUS.noRecipient;
    const annual = isKnown ? record.annualNok : record.status === STATUS.unknownCountry ? null : 0;
    const now = isKnown ? payoutCodeOf(component, record.yearNumber, record.rateClass) : undefined;
    const bases = record.parts.map((part) => part.basis);
    for (const part of record.parts) {
      const code = now ?? lastCode(mine, part.basis, bases);
      section.matchLine(part, { leaf, record: place, annualNok: annual ?? -1, code });
    }
    for (const row of heldOf(leaf, annual, record)) section.matchHeld(row);
    section.sums.annual_nok += annual ?? 0;
    section.sums.due_later_nok += (annual ?? 0) - record.dueNok;
    this.#comparePosted(mine, addRecord(section, record), section, leaf);
  }

  #kommune({ number: leaf }: TraceLeaf, place: number, record: TraceRecord, posted: readonly PostedRow[]): void {
    const component = COMPONENTS[record.component];
    if (!component) return;
    const section = this.#section(record.grantYear, record.component);
    const others = this.#kommuner.filter(({ records }) => records.some((other) => isOf(other, record)));
    const isEntitled = record.parts.some((part) => part.shareNumerator > 0);
    const now = isEntitled ? payoutCodeOf(component, 0, record.rateClass) : undefined;
    const mine = posted.filter((row) => isOf(row, record));
    const bases = others.map(({ about }) => about);
    for (const part of record.parts) {
      const code = now ?? lastCode(mine, part.basis, bases);
      section.matchLine(part, { leaf, record: place, annualNok: record.annualNok, code });
    }
    for (const row of heldOf(leaf, record.annualNok, record)) section.addKommuneHeld(row);
    section.sums.annual_nok += record.dueNok;
    addRecord(section, record);
  }

  /** Postings of computed components that no record has: those of a person of whom the extract says nothing, and none else. */
  #rest({ number: leaf, kind }: TraceLeaf, records: readonly TraceRecord[], posted: readonly PostedRow[]): void {
    const others = posted.filter((row) => !records.some((record) => isOf(row, record)));
    const keys = new Set(others.map((row) => keyOf(row.grantYear, row.component)));
    for (const key of [...keys].filter((one) => this.#computed.has(one))) {
      const rows = others.filter((row) => keyOf(row.grantYear, row.component) === key);
      const [year = 0, component = 0] = key.split(' ').map(Number);
      const section = this.#section(year, component);
      const amountNok = -rows.reduce((sum, row) => sum + row.amountNok, 0);
      if (kind !== LEAF.absent) this.#comparePosted(rows, 0, section, leaf);
      else if (amountNok !== 0) section.matchHeld({ leaf, annualNok: 0, amountNok, reasons: WITHHELD });
    }
  }

  #comparePosted(rows: readonly PostedRow[], tracedNok: number, section: TraceSection, leaf: number): void {
    const found = rows.reduce((sum, row) => sum + row.amountNok, 0);
    const component = COMPONENT_NAMES[section.component] ?? '';
    const params = { line: rows[0]?.line ?? 0, column: 'amount', year: section.grantYear, component, leaf };
    this.#context.findings.compare('VERIFY_POSTED_DIFFERS', POSTED, tracedNok, found, params);
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
      const { personRef, line } = this.#context.run.posted.at(place);
      const params = { line, column: 'person_ref' };
      if (personRef !== before) this.#context.findings.add('VERIFY_POSTED_UNKNOWN', POSTED, params);
      before = personRef;
    });
  }

  /** R, posted before, lines, due later and held of what the run computed, as the trace has them (rulebook 9). */
  #compareConservation(): void {
    const { run, findings } = this.#context;
    const { modules, conservation } = run.manifest;
    const totals = new Map(
      modules.map((row) => {
        const { sums } = this.#section(row.grant_year, COMPONENT_NAMES.indexOf(row.component));
        return [rowName({ grant_year: row.grant_year, component: row.component }), sums] as const;
      }),
    );
    compareTotals('conservation', conservation, totals, 'trace.bin', findings);
    for (const [key, { name, sums }] of this.#sections) {
      if (this.#computed.has(key) || sums.lines_nok === 0) continue;
      findings.add('VERIFY_MANIFEST_ROW', 'manifest.json', { path: 'modules', of: 'trace.bin', row: name });
    }
  }
}

/** Adds what was posted before and what is held to the sums; returns what was posted. */
function addRecord({ sums }: TraceSection, record: TraceRecord): number {
  const postedNok = record.parts.reduce((sum, part) => sum + part.postedNok, 0);
  sums.posted_before_nok += postedNok;
  sums.held_nok += heldSum(record);
  return postedNok;
}

type OfComponent = { readonly grantYear: number; readonly component: number };

/** Whether both are of one grant year and component. */
function isOf(row: OfComponent, record: OfComponent): boolean {
  return row.grantYear === record.grantYear && row.component === record.component;
}

function keyOf(grantYear: number, component: number): string {
  return `${grantYear} ${component}`;
}

/**
 * Code of the last posting to a recipient: the one with the highest code_order. undefined where a posting stands under a
 * code that has been translated since: then the register alone knows whose it is.
 */
function lastCode(posted: readonly PostedRow[], basis: number, bases: readonly number[]): string | undefined {
  if (posted.some((row) => !bases.includes(row.basisRecipient))) return undefined;
  const mine = posted.filter((row) => row.basisRecipient === basis && row.codeOrder > 0);
  return mine.reduce((last, row) => (row.codeOrder > last.codeOrder ? row : last), { code: '', codeOrder: 0 }).code;
}
