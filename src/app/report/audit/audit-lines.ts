import { apportion, COMPONENTS, nettingGroupOf, parseComponent, parseRecipientCode, SHARING } from '../../../domain';
import { PackedTexts } from '../../../report';
import type { TraceReader } from '../../../trace';

/** A line of a recipient with all that it is reckoned from. Whole kroner. */
export interface AuditLine {
  /** Place of the line in payout_lines.csv, from 1. */
  readonly number: number;
  /** Empty where the line is of no person. */
  readonly pseudonym: string;
  readonly component: string;
  readonly group: string;
  readonly grantYear: number;
  readonly code: string;
  readonly reason: string;
  /** R; undefined where there is none: unknown country, adjustments. */
  readonly annualNok: number | undefined;
  /** Part of R that is due at the term, over all recipients. */
  readonly part: Fraction;
  /** Share of the recipient: days of all days. */
  readonly share: Fraction;
  /** Kroner that rounding down leaves and that fall to this recipient. */
  readonly leftOverNok: number;
  readonly cumulativeNok: number;
  readonly postedNok: number;
  readonly amountNok: number;
}

interface Fraction {
  readonly above: number;
  readonly below: number;
}

/** Lines of a recipient, and what its lines that are not listed one by one come to, by netting group. */
export interface AuditedLines {
  readonly lines: PackedTexts;
  readonly unlistedNok: Map<string, number>;
}

type Cell = (column: string) => string;
type StoredTrace = Pick<TraceReader, 'leaf' | 'pseudonym'>;

/** Gathers lines by recipient, in their order; those of protected addresses are in a sum alone. */
export class AuditLineBooks {
  readonly #trace: StoredTrace;
  readonly #wanted: ReadonlySet<string> | 'all';
  readonly books = new Map<string, AuditedLines>();

  /** @param wanted recipients; `all` for everyone */
  constructor(trace: StoredTrace, wanted: ReadonlySet<string> | 'all') {
    this.#trace = trace;
    this.#wanted = wanted;
  }

  add(cell: Cell, number: number, isHidden: boolean): void {
    const recipientId = cell('recipient_id');
    if (this.#wanted !== 'all' && !this.#wanted.has(recipientId)) return;
    const book = this.books.get(recipientId) ?? { lines: new PackedTexts(), unlistedNok: new Map<string, number>() };
    this.books.set(recipientId, book);
    if (isHidden) {
      const group = groupOf(cell('component'));
      book.unlistedNok.set(group, (book.unlistedNok.get(group) ?? 0) + Number(cell('amount')));
      return;
    }
    book.lines.push(JSON.stringify(lineOf(cell, number, this.#trace)));
  }
}

/** The line of a text that a book holds. */
export function auditLineOf(text: string): AuditLine {
  const line: AuditLine = JSON.parse(text);
  return line;
}

function groupOf(component: string): string {
  const known = parseComponent(component);
  return known === undefined ? component : nettingGroupOf(known);
}

function lineOf(cell: Cell, number: number, trace: StoredTrace): AuditLine {
  const [leaf = 0, record = 0] = cell('trace_id').split('.').map(Number);
  const component = cell('component');
  const share = { above: Number(cell('share_numerator')), below: Number(cell('share_denominator')) };
  const cumulativeNok = Number(cell('cumulative_due'));
  const annualNok = cell('annual_amount') === '' ? undefined : Number(cell('annual_amount'));
  const settled = settlementOf(trace, leaf, record, cell);
  const dueNok = settled?.cumulativeDueNok ?? cumulativeNok;
  const floorNok = Math.floor((dueNok * share.above) / share.below);
  return {
    number,
    pseudonym: cell('person_ref') === '' ? '' : trace.pseudonym(leaf),
    component,
    group: groupOf(component),
    grantYear: Number(cell('grant_year')),
    code: cell('code'),
    reason: cell('reason'),
    annualNok: cell('reason') === 'adjustment' ? undefined : annualNok,
    part: partOf(dueNok, annualNok ?? 0),
    share,
    leftOverNok: settled?.isByDays ? leftOver(settled, dueNok, share, cell) : cumulativeNok - floorNok,
    cumulativeNok,
    postedNok: Number(cell('previously_posted')),
    amountNok: Number(cell('amount')),
  };
}

interface Settled {
  readonly cumulativeDueNok: number;
  readonly isByDays: boolean;
  readonly parts: readonly { readonly basisRecipient: number; readonly share: Fraction }[];
}

function settlementOf(trace: StoredTrace, leaf: number, record: number, cell: Cell): Settled | undefined {
  const stored = trace.leaf(leaf);
  const found = stored.records[record];
  if (stored.kind === 'adjustment' || found === undefined) return undefined;
  const isSame = COMPONENTS[found.component] === cell('component') && found.grantYear === Number(cell('grant_year'));
  if (!isSame) return undefined;
  return {
    cumulativeDueNok: found.cumulativeDueNok,
    isByDays: 'sharing' in found && found.sharing === SHARING.days && found.parts.length > 0,
    parts: found.parts.map(({ basisRecipient, shareNumerator: above, shareDenominator: below }) => ({
      basisRecipient,
      share: { above, below },
    })),
  };
}

/** Of what rounding down leaves, the kroner that the rule gives this recipient (rulebook 4, apportioning). */
function leftOver({ parts }: Settled, dueNok: number, share: Fraction, cell: Cell): number {
  const shared = parts.filter((part) => part.share.below === share.below);
  const weights = shared.map((part) => part.share.above);
  const basis = parseRecipientCode(cell('basis_recipient_id'));
  const own = shared.findIndex(({ basisRecipient }) => basisRecipient === basis);
  const floorNok = Math.floor((dueNok * share.above) / share.below);
  const isWhole = weights.reduce((sum, weight) => sum + weight, 0) === share.below && own >= 0;
  if (!isWhole) return Number(cell('cumulative_due')) - floorNok;
  const shares: number[] = [];
  apportion(dueNok, weights, shares);
  return (shares[own] ?? 0) - floorNok;
}

/** Terms share an amount in four at most; decisions of 43g are due each for itself, so theirs is kroner of kroner. */
function partOf(dueNok: number, annualNok: number): Fraction {
  if (dueNok === 0 || annualNok === 0) return { above: 0, below: 1 };
  for (let below = 1; below <= 4; below += 1) {
    for (let above = 1; above <= below; above += 1) {
      if (Math.floor((annualNok * above) / below) === dueNok) return { above, below };
    }
  }
  return { above: dueNok, below: annualNok };
}
