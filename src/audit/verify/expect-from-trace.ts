import { assert, at, COMPONENTS, InvariantError, isPerKommune, RECIPIENT_CODE_LIMIT } from '../../domain';
import { decodeLeaf } from '../../trace/decode-leaf';
import { PSEUDONYM_BYTES, TRACE_FILES, type TraceFormat } from '../../trace/format';
import type { KommuneTraceRecord, PersonTraceRecord, TraceLeaf } from '../../trace/trace-leaf';
import type { Problems } from './problems';
import type { ReadPosted, RunContents } from './run-contents';
import { SizingFromTrace } from './sizing-from-trace';
import { ComponentExpectation } from './trace-expectation';
import { leafPlaces, type TraceWords, traceFormatOf } from './trace-words';

/** Everything that the trace says about the tables of its run. */
export interface TraceExpectations {
  /** In the order of grant year and component. */
  readonly components: readonly ComponentExpectation[];
  readonly format: TraceFormat;
  readonly leaves: number;
  /** Entries of the tree. */
  readonly entries: number;
  /** Leaves of persons who exist at D. */
  readonly persons: number;
  readonly sizing: SizingFromTrace;
}

/** Reads the trace leaf by leaf, with the postings that the run started from at its side (FORMAT.md). */
export function expectFromTrace(contents: RunContents, trace: TraceWords, problems: Problems): TraceExpectations {
  const walk = new Walk(contents, trace, problems);
  for (const { leaf, at: word, partsBefore } of leafPlaces(trace, problems)) {
    try {
      walk.take(decodeLeaf(trace.words, word), leaf, partsBefore);
    } catch (cause) {
      if (!(cause instanceof InvariantError)) throw cause;
      problems.add('VERIFY_TRACE_LEAF', TRACE_FILES.words, { byte: word * 4, leaf, reason: cause.message });
    }
  }
  return walk.finish();
}

class Walk {
  readonly #trace: TraceWords;
  readonly #problems: Problems;
  readonly #components = new Map<string, ComponentExpectation>();
  readonly #posted = new Map<string, ReadPosted[]>();
  readonly #kommuner: { leaf: number; kommune: number; record: number; read: KommuneTraceRecord }[] = [];
  readonly #computed: ReadonlySet<string>;
  readonly #grantYear: number;
  readonly #sizing: SizingFromTrace;
  readonly #recipients = new Set<number>();
  #leaves = 0;
  #parts = 0;
  #persons = 0;

  constructor(contents: RunContents, trace: TraceWords, problems: Problems) {
    this.#trace = trace;
    this.#problems = problems;
    this.#grantYear = contents.manifest.identity.grant_year;
    this.#sizing = new SizingFromTrace(contents.rates);
    this.#computed = new Set(
      contents.manifest.modules.map((row) => keyOf(row.grant_year, COMPONENTS.indexOf(row.component))),
    );
    for (const row of contents.posted) {
      const known = this.#posted.get(row.personRef);
      if (known) known.push(row);
      else this.#posted.set(row.personRef, [row]);
    }
  }

  take(leaf: TraceLeaf, number: number, partsBefore: number): void {
    this.#leaves = number + 1;
    this.#parts = partsBefore + leaf.records.reduce((sum, record) => sum + record.parts.length, 0);
    for (const { parts } of leaf.records) for (const part of parts) this.#recipients.add(part.recipient);
    refuseOtherCodes(leaf);
    const pseudonym = this.#trace.persons.toString('hex', number * PSEUDONYM_BYTES, (number + 1) * PSEUDONYM_BYTES);
    if (leaf.kind === 'kommune') {
      if (!/^0*$/.test(pseudonym)) this.#problems.add('VERIFY_PSEUDONYM', TRACE_FILES.persons, { leaf: number });
      leaf.records.forEach((read, record) => {
        this.#kommuner.push({ leaf: number, kommune: leaf.kommune, record, read });
      });
      return;
    }
    const posted = this.#posted.get(pseudonym) ?? [];
    this.#posted.delete(pseudonym);
    if (leaf.kind === 'person') {
      this.#persons += 1;
      leaf.records.forEach((read, record) => {
        this.#person(number, record, read, posted);
      });
    }
    this.#rest(leaf, number, posted);
  }

  #person(leaf: number, record: number, read: PersonTraceRecord, posted: readonly ReadPosted[]): void {
    if (isPerKommune(at(COMPONENTS, read.component))) return;
    if (read.grantYear === this.#grantYear) this.#sizing.add(read);
    const mine = posted.filter((row) => row.grantYear === read.grantYear && row.component === read.component);
    this.#component(read.grantYear, read.component).addPerson(leaf, record, read, mine);
    const traced = read.parts.reduce((sum, part) => sum + part.postedNok, 0);
    this.#comparePosted(mine, traced, read.grantYear, read.component, leaf);
  }

  /** Postings of computed components that no record has: those of a withheld person, and none else. */
  #rest(leaf: TraceLeaf, number: number, posted: readonly ReadPosted[]): void {
    const sums = new Map<string, ReadPosted[]>();
    for (const row of posted) {
      const key = keyOf(row.grantYear, row.component);
      const recorded = leaf.records.some(
        (read) => read.grantYear === row.grantYear && read.component === row.component,
      );
      if (recorded || !this.#computed.has(key)) continue;
      sums.set(key, [...(sums.get(key) ?? []), row]);
    }
    for (const rows of sums.values()) {
      const [first] = rows;
      if (!first) continue;
      const sumNok = rows.reduce((sum, row) => sum + row.amountNok, 0);
      if (leaf.kind === 'absentPerson') {
        this.#component(first.grantYear, first.component).addWithheld(number, sumNok);
      } else this.#comparePosted(rows, 0, first.grantYear, first.component, number);
    }
  }

  #comparePosted(rows: readonly ReadPosted[], traced: number, year: number, component: number, leaf: number): void {
    const found = rows.reduce((sum, row) => sum + row.amountNok, 0);
    const params = { line: rows[0]?.line ?? 0, column: 'amount', year, component: at(COMPONENTS, component), leaf };
    this.#problems.compare('VERIFY_POSTED_DIFFERS', 'posted_before.csv', traced, found, params);
  }

  finish(): TraceExpectations {
    const ofKommuner = this.#posted.get('') ?? [];
    this.#posted.delete('');
    for (const { leaf, record, read } of this.#kommuner) {
      const key = keyOf(read.grantYear, read.component);
      const mine = ofKommuner.filter((row) => keyOf(row.grantYear, row.component) === key);
      const kommuner = new Set(
        this.#kommuner
          .filter((other) => keyOf(other.read.grantYear, other.read.component) === key)
          .map((other) => other.kommune),
      );
      this.#component(read.grantYear, read.component).addKommune(leaf, record, read, mine, kommuner);
    }
    this.#compareKommuner(ofKommuner);
    for (const [row] of this.#posted.values()) {
      if (row)
        this.#problems.add('VERIFY_POSTED_UNKNOWN', 'posted_before.csv', { line: row.line, column: 'person_ref' });
    }
    const format = traceFormatOf(this.#trace);
    return {
      format,
      components: [...this.#components.values()].sort((a, b) => a.grantYear - b.grantYear || a.component - b.component),
      leaves: this.#leaves,
      entries: format === 1 ? this.#leaves + this.#parts : 1 + this.#recipients.size,
      persons: this.#persons,
      sizing: this.#sizing,
    };
  }

  /** Per grant year and component the kommuner together had what is posted without a person. */
  #compareKommuner(posted: readonly ReadPosted[]): void {
    for (const key of this.#computed) {
      const mine = posted.filter((row) => keyOf(row.grantYear, row.component) === key);
      const [year = 0, component = 0] = key.split('/').map(Number);
      if (!isPerKommune(at(COMPONENTS, component))) continue;
      const traced = this.#components.get(key)?.sums.postedBeforeNok ?? 0;
      this.#comparePosted(mine, traced, year, component, -1);
    }
  }

  #component(grantYear: number, component: number): ComponentExpectation {
    const key = keyOf(grantYear, component);
    const known = this.#components.get(key);
    if (known) return known;
    const made = new ComponentExpectation(grantYear, component);
    this.#components.set(key, made);
    return made;
  }
}

function keyOf(grantYear: number, component: number): string {
  return `${grantYear}/${component}`;
}

/** A trace that somebody has changed may hold any number where a code should stand. */
function refuseOtherCodes(leaf: TraceLeaf): void {
  for (const { basisRecipient, recipient } of leaf.records.flatMap(({ parts }) => parts)) {
    for (const code of [basisRecipient, recipient]) {
      assert(code > 0 && code < RECIPIENT_CODE_LIMIT, `${code} is not a recipient code`);
    }
  }
}
