import { at, COMPONENTS, emptyLine, HELD, HELD_REASONS, type Line, LineTable, payoutCode, STATUS } from '../../domain';
import type { KommuneTraceRecord, PersonTraceRecord, TracePart } from '../../trace/trace-leaf';
import type { ReadPosted } from './run-contents';

/** A row that held.csv must have. */
export interface ExpectedHeld {
  readonly leaf: number;
  readonly annualAmountNok: number | null;
  readonly heldAmountNok: number | null;
  /** Several where only the extract tells which it is. */
  readonly reasons: readonly string[];
}

/** Stands for the code of a line where only the kommune register could tell which posting was the last. */
export const ANY_CODE = '\u0000';

/** Sums of one grant year and component, as the trace has them. */
export interface ExpectedSums {
  annualNok: number;
  postedBeforeNok: number;
  linesNok: number;
  dueLaterNok: number;
  heldNok: number;
}

/** What the trace says that the tables of one grant year and component must hold. */
export class ComponentExpectation {
  readonly lines = new LineTable();
  readonly held: ExpectedHeld[] = [];
  readonly sums: ExpectedSums = { annualNok: 0, postedBeforeNok: 0, linesNok: 0, dueLaterNok: 0, heldNok: 0 };
  readonly #line: Line = emptyLine();
  readonly #kommuneHeld = new Map<string, ExpectedHeld>();

  constructor(
    readonly grantYear: number,
    readonly component: number,
  ) {}

  /** @param posted what stood posted for the person, for the code of a line that has none of today */
  addPerson(leaf: number, record: number, read: PersonTraceRecord, posted: readonly ReadPosted[]): void {
    const known = read.status === STATUS.triggered || read.status === STATUS.noRecipient;
    const annual = known ? read.annualAmountNok : read.status === STATUS.unknownCountry ? null : 0;
    const code = known ? payoutCode(at(COMPONENTS, this.component), read.yearNumber, read.rateClass) : undefined;
    const bases = new Set(read.parts.map((part) => part.basisRecipient));
    const codeOf = (basis: number): string => code ?? lastCode(posted, basis, bases);
    this.#addParts(leaf, record, read.parts, annual ?? -1, codeOf);
    const held = this.#heldOf(leaf, annual, read);
    this.held.push(...held.sort(compareExpected));
    const annualNok = known ? read.annualAmountNok : 0;
    this.sums.annualNok += annualNok;
    this.sums.dueLaterNok += annualNok - read.cumulativeDueNok;
    this.sums.postedBeforeNok += read.parts.reduce((sum, part) => sum + part.postedNok, 0);
  }

  /** @param kommuner all that have a leaf in this grant year and component */
  addKommune(
    leaf: number,
    record: number,
    read: KommuneTraceRecord,
    posted: readonly ReadPosted[],
    kommuner: ReadonlySet<number>,
  ): void {
    const entitled = read.parts.some((part) => part.shareNumerator > 0);
    const code = entitled ? payoutCode(at(COMPONENTS, this.component), 0, read.rateClass) : undefined;
    const codeOf = (basis: number): string => code ?? lastCode(posted, basis, kommuner);
    this.#addParts(leaf, record, read.parts, read.annualAmountNok, codeOf);
    for (const row of this.#heldOf(leaf, read.annualAmountNok, read)) {
      const reason = at(row.reasons, 0);
      const known = this.#kommuneHeld.get(reason);
      this.#kommuneHeld.set(reason, {
        ...row,
        annualAmountNok: (known?.annualAmountNok ?? 0) + (row.annualAmountNok ?? 0),
        heldAmountNok: (known?.heldAmountNok ?? 0) + (row.heldAmountNok ?? 0),
      });
    }
    this.sums.annualNok += read.cumulativeDueNok;
    this.sums.postedBeforeNok += read.parts.reduce((sum, part) => sum + part.postedNok, 0);
  }

  /** A person of whom the extract says nothing that can be used: the negative of what is posted is withheld. */
  addWithheld(leaf: number, postedNok: number): void {
    if (postedNok === 0) return;
    const reasons = ['missing_from_extract', 'rejected_row'];
    this.held.push({ leaf, annualAmountNok: 0, heldAmountNok: -postedNok, reasons });
  }

  /** All rows for held.csv, in its order. */
  heldRows(): ExpectedHeld[] {
    const ofKommuner = [...this.#kommuneHeld.values()].filter((row) => row.heldAmountNok !== 0).sort(compareExpected);
    return [...ofKommuner, ...this.held];
  }

  #addParts(
    leaf: number,
    record: number,
    parts: readonly TracePart[],
    annualNok: number,
    codeOf: (basis: number) => string,
  ): void {
    const line = this.#line;
    for (const part of parts) {
      const amountNok = part.dueNok - part.postedNok;
      if (amountNok === 0 || part.held !== HELD.none) continue;
      line.grantYear = this.grantYear;
      line.component = this.component;
      line.code = codeOf(part.basisRecipient);
      line.basisRecipient = part.basisRecipient;
      line.recipient = part.recipient;
      line.annualAmountNok = annualNok;
      line.shareNumerator = part.shareNumerator;
      line.shareDenominator = part.shareDenominator;
      line.cumulativeDueNok = part.dueNok;
      line.previouslyPostedNok = part.postedNok;
      line.amountNok = amountNok;
      line.traceLeaf = leaf;
      line.traceRecord = record;
      this.lines.push(line);
      this.sums.linesNok += amountNok;
    }
  }

  #heldOf(leaf: number, annual: number | null, read: PersonTraceRecord | KommuneTraceRecord): ExpectedHeld[] {
    const rows: ExpectedHeld[] = [];
    const add = (reason: number, amountNok: number): void => {
      this.sums.heldNok += amountNok;
      const unknown = reason === HELD.unknownCountry;
      if (amountNok === 0 && !unknown) return;
      const reasons = [at(HELD_REASONS, reason)];
      rows.push({ leaf, annualAmountNok: annual, heldAmountNok: unknown ? null : amountNok, reasons });
    };
    if (read.wholeHeld !== HELD.none) add(read.wholeHeld, read.wholeHeldNok);
    add(
      HELD.noUniqueSuccessor,
      read.parts.reduce((sum, part) => sum + part.heldDueNok, 0),
    );
    for (const reason of [HELD.differenceNoUniqueSuccessor, HELD.waitsForHeldCorrection]) {
      const held = read.parts.filter((part) => part.held === reason);
      add(
        reason,
        held.reduce((sum, part) => sum + part.dueNok - part.postedNok, 0),
      );
    }
    return rows;
  }
}

/**
 * Code of the last posting to a recipient: the one with the highest code_order. Where a posting stands under a code that
 * has been translated since, the register alone knows whose it is.
 */
function lastCode(posted: readonly ReadPosted[], basis: number, bases: ReadonlySet<number>): string {
  if (posted.some((row) => !bases.has(row.basisRecipient))) return ANY_CODE;
  let last = { code: '', codeOrder: 0 };
  for (const row of posted) if (row.basisRecipient === basis && row.codeOrder > last.codeOrder) last = row;
  return last.code;
}

function compareExpected(a: ExpectedHeld, b: ExpectedHeld): number {
  const value = (amount: number | null): number => amount ?? Number.NEGATIVE_INFINITY;
  const [left = '', right = ''] = [a.reasons[0], b.reasons[0]];
  return (
    compareNumbers(value(a.annualAmountNok), value(b.annualAmountNok)) ||
    compareNumbers(value(a.heldAmountNok), value(b.heldAmountNok)) ||
    (left < right ? -1 : left > right ? 1 : 0)
  );
}

function compareNumbers(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
