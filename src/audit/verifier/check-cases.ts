import { AdjustmentCheck } from './check-adjustments';
import { PinCheck } from './check-pins';
import type { CaseRow, FrozenRow, RunContents } from './contents';
import type { Findings } from './findings';
import { type LeafReader, personOf, type Trace } from './trace-file';
import { LEAF, type TraceLeaf, type TracePart, type TraceRecord } from './trace-record';
import { addTo, COMPONENT_NAMES, codeText } from './vocabulary';

const FROZEN = 'frozen_before.csv';

/** A difference that is held under a block, where only the register tells whether it is the one that a case names. */
interface Suspect {
  readonly leaf: TraceLeaf;
  readonly record: TraceRecord;
  readonly part: TracePart;
}

/**
 * Blocks of cases_before.csv (rulebook 9a): money to whom one names is held, and nothing else is held as blocked. Codes that
 * were translated, and persons whose ids were merged, are told by the register alone.
 */
class BlockCheck implements LeafReader {
  readonly #blocks: readonly CaseRow[];
  /** Basis recipients, `2020 15071`, and recipients, `15071`: each is in force on a day of its own. */
  readonly #codes = new Set<string>();
  readonly #suspects: Suspect[] = [];

  constructor(
    readonly run: RunContents,
    readonly trace: Trace,
    readonly findings: Findings,
  ) {
    const { identity, extract } = run.manifest;
    const taken = extract.taken_at || identity.as_of;
    const blocks = run.cases.filter(({ kind }) => kind === 'block');
    this.#blocks = blocks.filter(
      (block) => block.fromDay <= taken && block.toDay >= identity.as_of && !blocks.some((one) => replaces(one, block)),
    );
  }

  take(leaf: TraceLeaf): void {
    for (const record of leaf.records) {
      for (const part of record.parts) this.#part({ leaf, record, part });
    }
  }

  finish(): void {
    for (const suspect of this.#suspects) {
      if (this.#blocks.some((block) => this.#names(block, suspect, true))) continue;
      this.findings.add('VERIFY_BLOCK_UNFOUNDED', 'trace.bin', this.#whereOf(suspect));
    }
  }

  #part(one: Suspect): void {
    const { part } = one;
    for (const code of [`${one.record.grantYear} ${part.basis}`, `${part.recipient}`]) this.#codes.add(code);
    const isHeld = part.heldReason === 'blocked';
    if (part.dueNok <= part.postedNok) {
      if (isHeld) this.findings.add('VERIFY_BLOCK_UNFOUNDED', 'trace.bin', this.#whereOf(one));
      return;
    }
    const block = this.#blocks.find((each) => this.#names(each, one, false));
    if (isHeld && !block) this.#suspects.push(one);
    if (part.heldReason !== '' || !block) return;
    const { caseNumber, act } = block;
    this.findings.add('VERIFY_BLOCKED_POSTED', 'payout_lines.csv', { ...this.#whereOf(one), caseNumber, act });
  }

  /** Whether a block names a difference; `isLoose`: a code that stands nowhere here may have been translated. */
  #names(block: CaseRow, { leaf, record, part }: Suspect, isLoose: boolean): boolean {
    const isCode = (said: number, is: number, key: string): boolean =>
      said === 0 || said === is || (isLoose && !this.#codes.has(key));
    const isPerson =
      block.personRef === '' ||
      block.personRef === personOf(this.trace, leaf.number) ||
      (isLoose && !this.#isKnown(block.personRef));
    return (
      isPerson &&
      (block.grantYear === 0 || block.grantYear === record.grantYear) &&
      (block.component === '' || block.component === COMPONENT_NAMES[record.component]) &&
      isCode(block.basisRecipient, part.basis, `${record.grantYear} ${block.basisRecipient}`) &&
      isCode(block.recipient, part.recipient, `${block.recipient}`)
    );
  }

  #isKnown(personRef: string): boolean {
    return this.trace.persons.includes(Buffer.from(personRef, 'hex'));
  }

  #whereOf({ leaf, record, part }: Suspect) {
    const component = `${COMPONENT_NAMES[record.component]} ${record.grantYear}`;
    const amountNok = part.dueNok - part.postedNok;
    return { trace: `${leaf.number}`, component, recipient: codeText(part.basis), amountNok };
  }
}

/** Of two blocks of the same thing the one confirmed later holds. */
function replaces(other: CaseRow, { order, ...row }: CaseRow): boolean {
  const isSame = (['grantYear', 'component', 'personRef', 'recipient', 'basisRecipient'] as const).every(
    (name) => other[name] === row[name],
  );
  return other.order > order && isSame;
}

/**
 * What cases decide of persons of whom the extract says nothing (rulebook 9a): what is posted to one is corrected where a
 * case says so and nowhere else, and the rows that one keeps are those that the manifest counts.
 */
class WithheldCheck implements LeafReader {
  readonly #acts = new Map<string, CaseRow>();
  readonly #kept = new Map<string, number>();
  readonly #computed: ReadonlySet<string>;

  constructor(
    readonly run: RunContents,
    readonly trace: Trace,
    readonly findings: Findings,
  ) {
    const acts = run.cases.filter(({ kind }) => kind === 'keep' || kind === 'correct');
    for (const act of acts.sort((a, b) => a.order - b.order)) this.#acts.set(act.personRef, act);
    this.#computed = new Set(run.manifest.modules.map((row) => `${row.grant_year} ${row.component}`));
  }

  take(leaf: TraceLeaf): void {
    if (leaf.kind !== LEAF.absent) return;
    const person = personOf(this.trace, leaf.number);
    const act = this.#acts.get(person);
    const isCorrected = leaf.records.length > 0;
    if (isCorrected && act?.kind !== 'correct' && !this.#hasUnknown('correct')) {
      this.findings.add('VERIFY_CORRECTION_UNFOUNDED', 'trace.bin', { leaf: leaf.number });
    }
    const sums = this.#postedSums(person);
    if (act?.kind === 'correct' && !isCorrected && sums.size > 0) {
      const { caseNumber, act: number } = act;
      this.findings.add('VERIFY_CORRECTION_MISSING', 'trace.bin', { leaf: leaf.number, caseNumber, act: number });
    }
    if (act?.kind !== 'keep') return;
    for (const [key, sumNok] of sums) if (sumNok !== 0) addTo(this.#kept, key, 1);
  }

  finish(): void {
    if (this.#hasUnknown('keep')) return;
    const stated = new Map<string, number>();
    for (const row of this.run.manifest.held) addTo(stated, `${row.grant_year} ${row.component}`, row.kept_rows ?? 0);
    for (const key of new Set([...stated.keys(), ...this.#kept.keys()])) {
      this.findings.figure(`held ${key} kept_rows`, 'cases_before.csv', this.#kept.get(key) ?? 0, stated.get(key) ?? 0);
    }
  }

  #postedSums(person: string): Map<string, number> {
    const sums = new Map<string, number>();
    const { posted } = this.run;
    for (const place of posted.placesOf(person)) {
      const { grantYear, component, amountNok } = posted.at(place);
      const key = `${grantYear} ${COMPONENT_NAMES[component]}`;
      if (this.#computed.has(key)) addTo(sums, key, amountNok);
    }
    return sums;
  }

  /** An act of a kind names somebody whom the trace knows under another id, or not at all. */
  #hasUnknown(kind: 'keep' | 'correct'): boolean {
    const { persons } = this.trace;
    return [...this.#acts].some(([ref, act]) => act.kind === kind && !persons.includes(Buffer.from(ref, 'hex')));
  }
}

/**
 * Grants that were blocked when their count was frozen are worked out at that amount, unless a case has pinned the count since. A
 * pinned kommune without a leaf may be one of them under a former number; the register alone says so.
 */
class FrozenCheck implements LeafReader {
  readonly #open = new Map<string, { readonly row: FrozenRow; annualNok: number | '-' }>();
  readonly #pinned: ReadonlySet<string>;
  readonly #seen = new Set<string>();

  constructor(
    { frozen, cases, manifest }: RunContents,
    _trace: Trace,
    readonly findings: Findings,
  ) {
    const computed = manifest.modules.map((row) => `${row.grant_year} ${row.component}`);
    const pins = cases.filter(({ kind }) => kind === 'pin_count');
    this.#pinned = new Set(pins.map(({ grantYear, recipient }) => `${grantYear} grunntilskudd ${recipient}`));
    for (const row of frozen) {
      const component = `${row.grantYear} ${row.component}`;
      const key = `${component} ${row.basisRecipient}`;
      if (row.reason !== 'blocked' || !computed.includes(component) || this.#pinned.has(key)) continue;
      this.#open.set(key, { row, annualNok: '-' });
    }
  }

  take({ kind, about, records }: TraceLeaf): void {
    if (kind !== LEAF.kommune) return;
    for (const { grantYear, component, annualNok } of records) {
      const key = `${grantYear} ${COMPONENT_NAMES[component]} ${about}`;
      this.#seen.add(key);
      const open = this.#open.get(key);
      if (open) open.annualNok = annualNok;
    }
  }

  finish(): void {
    for (const { row, annualNok } of this.#open.values()) {
      const { line, grantYear, amountNok } = row;
      const mayBePinned = [...this.#pinned].some((pin) => pin.startsWith(`${grantYear} `) && !this.#seen.has(pin));
      if (!mayBePinned) this.findings.compare('VERIFY_CELL', FROZEN, annualNok, amountNok, { line, column: 'amount' });
    }
  }
}

/** Everything that the acts of cases are held to in the trace. */
export function caseChecks(run: RunContents, trace: Trace, findings: Findings): LeafReader[] {
  const checks = [BlockCheck, WithheldCheck, AdjustmentCheck, FrozenCheck, PinCheck];
  return checks.map((Check) => new Check(run, trace, findings));
}
