import type { OracleClaim } from './claims';
import { readCsv } from './csv';
import { dayText } from './dates';
import type { Extract } from './extract';
import { translate } from './places';

export interface Posting {
  readonly grantYear: number;
  readonly component: string;
  /** Empty for none. */
  readonly person: string;
  /** As posted. */
  readonly recipient: string;
  readonly amount: number;
  readonly code: string;
  /** The act that it pays, which true-up never reads; undefined for every other posting. */
  readonly adjusts?: number | undefined;
}

/** A posted batch. */
export interface Batch {
  readonly isOpening: boolean;
  readonly year: number;
  readonly term: number;
  readonly postings: readonly Posting[];
  /** `grantYear/component` of what it computed. */
  readonly computed: readonly string[];
  /** Of the grunntilskudd that it froze, what was blocked: `grantYear/kommune` to the frozen amount. */
  readonly blocked?: ReadonlyMap<string, FrozenGrant>;
}

/** What a kommune had coming when the count was frozen. */
export interface FrozenGrant {
  readonly annual: number;
  readonly code: string;
}

/** What has been posted so far. */
export interface OracleLedger {
  readonly batches: readonly Batch[];
  /** `recipient/group` to a balance below 0. */
  readonly balances: ReadonlyMap<string, number>;
  readonly claims?: readonly OracleClaim[];
}

export const EMPTY_LEDGER: OracleLedger = { batches: [], balances: new Map() };

/** The ledger with the opening batch alone (data contract 3). */
export function openLedger(postingsPath: string, balancesPath?: string): OracleLedger {
  const postings = readCsv(postingsPath).map((row) => ({
    grantYear: Number(row.text('grant_year')),
    component: row.text('component'),
    person: row.text('person_id'),
    recipient: row.text('recipient_id'),
    amount: Number(row.text('amount')),
    code: row.text('code'),
  }));
  const balances = new Map<string, number>();
  for (const row of balancesPath === undefined ? [] : readCsv(balancesPath)) {
    const recipient = row.text('recipient_id') === '03' ? '0301' : row.text('recipient_id');
    const key = `${recipient}/${row.text('netting_group')}`;
    balances.set(key, (balances.get(key) ?? 0) + Number(row.text('balance')));
  }
  return { batches: [{ isOpening: true, year: 0, term: 0, postings, computed: [] }], balances };
}

/** What stands posted under one basis recipient. */
export interface Posted {
  sum: number;
  /** Of the last posting that has one. */
  code: string;
}

/** Postings of a grant year and component by person and then by basis recipient, in today's ids and the year's codes. */
export function postedBy(
  ledger: OracleLedger,
  extract: Extract,
  grantYear: number,
  component: string,
): Map<string, Map<string, Posted>> {
  const persons = new Map<string, Map<string, Posted>>();
  for (const posting of ledger.batches.flatMap((batch) => batch.postings)) {
    if (posting.grantYear !== grantYear || posting.component !== component || posting.adjusts) continue;
    const person = posting.person === '' ? '' : extract.canonical(posting.person);
    const recipients = persons.get(person) ?? new Map<string, Posted>();
    persons.set(person, recipients);
    const { code } = translate(posting.recipient, dayText(grantYear, 12, 31));
    const posted = recipients.get(code) ?? { sum: 0, code: '' };
    recipients.set(code, { sum: posted.sum + posting.amount, code: posting.code || posted.code });
  }
  return persons;
}

/** Acts whose adjustments have been posted. */
export function adjustmentsPosted(ledger: OracleLedger): Set<number> {
  return new Set(ledger.batches.flatMap(({ postings }) => postings.flatMap(({ adjusts }) => adjusts ?? [])));
}

/** Grunntilskudd that was blocked when it was frozen and has not been posted since, by kommune (rulebook 9a). */
export function openFrozen(ledger: OracleLedger, grantYear: number): Map<string, FrozenGrant> {
  const open = new Map<string, FrozenGrant>();
  for (const batch of ledger.batches) {
    for (const posting of batch.postings) {
      const isCount = posting.component === 'grunntilskudd' && posting.grantYear === grantYear;
      if (isCount && !posting.adjusts) open.delete(posting.recipient);
    }
    for (const [key, frozen] of batch.blocked ?? []) {
      const [year, kommune = ''] = key.split('/');
      if (Number(year) === grantYear) open.set(kommune, frozen);
    }
  }
  return open;
}

/** True where arrears of that grant year and component are covered (rulebook 6). */
export function isCovered(ledger: OracleLedger, grantYear: number, component: string): boolean {
  return ledger.batches.some(
    (batch) =>
      batch.computed.includes(`${grantYear}/${component}`) ||
      (batch.isOpening &&
        batch.postings.some((posting) => posting.grantYear === grantYear && posting.component === component)),
  );
}
