import { Row } from './csv';
import { translate } from './places';

/** Kinds that move money of a claim; no calculation reads them. */
export type ClaimKind = 'claim' | 'claim_payment' | 'write_off';

export function isOfClaim(kind: string): kind is ClaimKind {
  return ['claim', 'claim_payment', 'write_off'].includes(kind);
}

/** An act of a case that counts (rulebook 9a); what its kind says nothing of is 0, empty or left out. */
export interface OracleAct {
  readonly act: number;
  readonly kind:
    | 'pin_kommune'
    | 'pin_count'
    | 'pin_successor'
    | 'row_void'
    | 'row_standing'
    | 'adjustment'
    | 'block'
    | 'keep'
    | 'correct'
    | 'block_payments'
    | ClaimKind;
  readonly grantYear: number;
  readonly component: string;
  readonly person: string;
  readonly recipient: string;
  /** Basis recipient of the line that is blocked; code at which translation stopped. */
  readonly basis: string;
  readonly from: string;
  readonly to: string;
  readonly amount: number;
  readonly code: string;
  readonly table: string;
  /** target_group_id, decision_id, or `code/from_date`; of a payment on a claim the claim's act. */
  readonly key: string;
  /** The standing row by the English names of its columns. */
  readonly row: Readonly<Record<string, string>>;
}

type Canonical = (id: string) => string;

/** Tables of which a row can be void or stand, with the columns of their keys. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  target_group: ['target_group_id'],
  decisions: ['decision_id'],
  residence: ['kommune', 'from_date'],
  training_kommune: ['kommune', 'from_date'],
  upper_secondary: ['fylke', 'from_date'],
};

/** A standing row comes after every row of its file. */
const BEHIND_ALL = 1_000_000_000;

/** The acts of a kind, in the order in which they were confirmed. */
export function ofKind(acts: readonly OracleAct[], ...kinds: readonly OracleAct['kind'][]): OracleAct[] {
  return acts.filter(({ kind }) => kinds.includes(kind));
}

/** A person's rows of a table as a grant year reads them: without those that are void, with those that stand. */
export function rowsUnder(
  acts: readonly OracleAct[],
  grantYear: number,
  person: string,
  table: string,
  rows: readonly Row[],
  canonical: Canonical,
): Row[] {
  let left = [...rows];
  for (const [index, act] of ofKind(acts, 'row_void', 'row_standing').entries()) {
    if (act.grantYear !== grantYear || act.table !== table || canonical(act.person) !== person) continue;
    const key = (row: Row): string => (KEYS[table] ?? []).map((column) => row.text(column)).join('/');
    left = left.filter((row) => key(row) !== act.key);
    if (act.kind === 'row_standing') {
      const standing = new Row(BEHIND_ALL + index, new Map(Object.entries(act.row)));
      left.push(standing.with('registered_on', '').with('person_id', person));
    }
  }
  return left;
}

/** The kommune to which a person is pinned on a day of a grant year; empty for none. */
export function pinnedOn(pins: readonly OracleAct[], day: string): string {
  let holding: OracleAct | undefined;
  for (const pin of pins) {
    if (pin.from <= day && (holding === undefined || pin.from >= holding.from)) holding = pin;
  }
  return holding?.recipient ?? '';
}

/** A person's pins of a grant year, in the order in which they were confirmed. */
export function pinsOf(acts: readonly OracleAct[], grantYear: number, person: string, canonical: Canonical) {
  return ofKind(acts, 'pin_kommune').filter((act) => act.grantYear === grantYear && canonical(act.person) === person);
}

/** Counts pinned for a grant year, by the code in force on the count day. */
export function pinnedCounts(acts: readonly OracleAct[], grantYear: number, countDay: string): Map<string, number> {
  const pins = ofKind(acts, 'pin_count').filter((act) => act.grantYear === grantYear);
  return new Map(pins.map(({ recipient, amount }) => [translate(recipient, countDay).code, amount]));
}

/** `keep` or `correct` where a case says so of a person who is missing or rejected. */
export function releaseOf(acts: readonly OracleAct[], person: string, canonical: Canonical): string {
  const own = ofKind(acts, 'keep', 'correct').filter((act) => canonical(act.person) === person);
  return own.at(-1)?.kind ?? '';
}

/** Of what a difference, or an adjustment, is. */
export interface Thing {
  readonly grantYear: number;
  readonly component: string;
  /** Empty for none. */
  readonly person: string;
  readonly basisRecipient: string;
}

/** How acts bear on one difference in a run. */
export class ActsOnLines {
  constructor(
    private readonly acts: readonly OracleAct[],
    private readonly canonical: Canonical,
    /** Cut-off date of the run, its as-of date, and the day on which its extract was taken. */
    private readonly days: { readonly cutOff: string; readonly asOf: string; readonly takenAt: string },
  ) {}

  /** Recipient of a difference; `stopped` where nobody is named and its code was split. */
  recipientOf(thing: Thing): { code: string; stopped: boolean } {
    const translated = translate(thing.basisRecipient, this.days.cutOff);
    if (!translated.stopped) return translated;
    const pin = ofKind(this.acts, 'pin_successor').findLast(
      (act) =>
        act.grantYear === thing.grantYear &&
        act.component === thing.component &&
        this.idOf(act) === thing.person &&
        act.basis === translated.code,
    );
    return pin ? translate(pin.recipient, this.days.cutOff) : translated;
  }

  /** True where a block keeps back a positive difference that would go to this recipient. */
  isBlocked(thing: Thing, recipient: string): boolean {
    const { cutOff, asOf, takenAt } = this.days;
    const blocks = ofKind(this.acts, 'block');
    const latest = new Map(blocks.map((act) => [this.nameOf(act), act]));
    return [...latest.values()].some(
      (act) =>
        act.from <= takenAt &&
        act.to >= asOf &&
        (act.recipient === '' || translate(act.recipient, cutOff).code === recipient) &&
        (act.person === '' || this.idOf(act) === thing.person) &&
        (act.component === '' || act.component === thing.component) &&
        (act.grantYear === 0 || act.grantYear === thing.grantYear) &&
        (act.basis === '' || translate(act.basis, `${thing.grantYear}-12-31`).code === thing.basisRecipient),
    );
  }

  private idOf(act: OracleAct): string {
    return act.person === '' ? '' : this.canonical(act.person);
  }

  /** What a block is of: of two on one thing the later one holds. */
  private nameOf(act: OracleAct): string {
    return [act.recipient, this.idOf(act), act.component, act.grantYear, act.basis].join('|');
  }
}
