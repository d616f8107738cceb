import type { CaseRow, RunContents } from './contents';
import type { Findings } from './findings';
import { type LeafReader, personOf, type Trace } from './trace-file';
import type { TraceLeaf, TracePart, TraceRecord } from './trace-record';
import { COMPONENT_NAMES, codeText } from './vocabulary';

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
export class BlockCheck implements LeafReader {
  readonly #blocks: readonly CaseRow[];
  readonly #codes = new Set<number>();
  readonly #suspects: Suspect[] = [];

  constructor(
    readonly run: RunContents,
    readonly trace: Trace,
    readonly findings: Findings,
  ) {
    const { identity, extract } = run.manifest;
    const taken = extract.taken_at || identity.as_of;
    this.#blocks = run.cases.filter(
      ({ kind, fromDay, toDay }) => kind === 'block' && fromDay <= taken && toDay >= identity.as_of,
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
    for (const code of [part.basis, part.recipient]) this.#codes.add(code);
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
    const isCode = (said: number, is: number): boolean =>
      said === 0 || said === is || (isLoose && !this.#codes.has(said));
    const isPerson =
      block.personRef === '' ||
      block.personRef === personOf(this.trace, leaf.number) ||
      (isLoose && !this.#isKnown(block.personRef));
    return (
      isPerson &&
      (block.grantYear === 0 || block.grantYear === record.grantYear) &&
      (block.component === '' || block.component === COMPONENT_NAMES[record.component]) &&
      isCode(block.basisRecipient, part.basis) &&
      isCode(block.recipient, part.recipient)
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
