import {
  type Assumption,
  type Canonical,
  type Component,
  canonicalJson,
  type Day,
  formatDay,
  type Limit,
  type Rate,
  type RunRequest,
  sha256Hex,
} from '../domain';
import { parameterRows } from '../payout';

/** Number of the format of a run folder; a change of any machine format raises it. */
const RUN_FORMAT = 2 as const;
/** Formats that are read; a run of an earlier one is calculated again in its own. */
export type RunFormat = 1 | typeof RUN_FORMAT;
/** Tables that identities of format 1 name, as `registers`. */
const REGISTERS_OF_FORMAT_1 = ['fylker.csv', 'kommuner.csv', 'regions.csv'];
const RUN_ID_DIGITS = 12;

/** A file that decides results, by its contents. */
export interface DecidingFile {
  readonly name: string;
  /** 64 hex digits. */
  readonly sha256: string;
}

/** Everything that decides what a run comes to and what its files say; nothing of who ran it and when. */
export interface RunIdentity {
  readonly grantYear: number;
  readonly term: RunRequest['term'];
  /** D. */
  readonly asOf: Day;
  /** 0 for the first batch of a term. */
  readonly supplementNumber: number;
  readonly rehearsal: boolean;
  /** Id of the register snapshot. */
  readonly snapshotId: string;
  /** Head of the ledger's postings that the run started from. */
  readonly postingHead: string;
  readonly rates: readonly Rate[];
  readonly assumptions: readonly Assumption[];
  readonly limits: readonly Limit[];
  /** Hash of the rules' lock file. */
  readonly ruleLockSha256: string;
  /** Every shipped table that decides: rates, assumptions, regions, kommuner, fylker. */
  readonly tables: readonly DecidingFile[];
  readonly excluded: readonly Component[];
  /** `NAME` or `NAME=REFERENCE` of everything accepted. */
  readonly accepted: readonly string[];
  /** Settings that decide what the run wants accepted; none of format 1. */
  readonly wants?: { readonly appropriationNok: number | undefined; readonly fewerPersonsPercent: number } | undefined;
  /** Hash of the recipients file, empty where none was given: names and accounts stand in payouts.csv. */
  readonly recipientsSha256: string;
  /** Hash of cases_before.csv, empty where no act of a case was in force. */
  readonly casesSha256?: string | undefined;
  /** Pseudonyms stand in most files. */
  readonly pseudonymKeyId: string;
  /** Of a run that is calculated again; the newest where it is left out. */
  readonly format?: RunFormat | undefined;
}

/** What the manifest shows of a RunIdentity: the hash of its canonical JSON gives the run_id. */
export function identityRecord(identity: RunIdentity) {
  const tables = identity.tables.map(({ name, sha256 }) => ({ name, sha256 })).sort((a, b) => byText(a.name, b.name));
  const record = decidingRecord(identity);
  if (identity.format !== 1) {
    const { appropriationNok = '' as const, fewerPersonsPercent = 2 } = identity.wants ?? {};
    const wants = { appropriation_nok: appropriationNok, fewer_persons_percent: String(fewerPersonsPercent) };
    return { ...record, cases_sha256: identity.casesSha256 ?? '', format: RUN_FORMAT, tables, wants };
  }
  return {
    ...record,
    format: 1 as const,
    registers: tables.filter(({ name }) => REGISTERS_OF_FORMAT_1.includes(name)),
  };
}

/** What identities of every format say. */
function decidingRecord(identity: RunIdentity) {
  return {
    accepted: identity.accepted.toSorted(byText),
    as_of: formatDay(identity.asOf),
    excluded: identity.excluded.toSorted(byText),
    grant_year: identity.grantYear,
    parameters_sha256: parametersSha256(identity),
    posting_head: identity.postingHead,
    pseudonym_key_id: identity.pseudonymKeyId,
    recipients_sha256: identity.recipientsSha256,
    rehearsal: identity.rehearsal,
    rule_lock_sha256: identity.ruleLockSha256,
    snapshot_id: identity.snapshotId,
    supplement: identity.supplementNumber,
    term: identity.term,
  };
}

/** Hash over the rows of parameters.csv without the column `used`, every field as the text that stands there. */
function parametersSha256(identity: RunIdentity): string {
  const rows = parameterRows(identity).map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
  return sha256Hex(canonicalJson(rows));
}

/** run_id of an identity as it stands in a manifest: `2018-T1-0123456789ab`. */
export function runIdOfRecord(record: {
  readonly grant_year: number;
  readonly term: number;
  readonly [name: string]: Canonical;
}): string {
  const hash = sha256Hex(canonicalJson(record)).slice(0, RUN_ID_DIGITS);
  return `${record.grant_year}-T${record.term}-${hash}`;
}

/** run_id: year, term and 12 digits of the hash over everything that decides the result (data contract 4). */
export function runIdOf(identity: RunIdentity): string {
  return runIdOfRecord(identityRecord(identity));
}

/** Shipped tables that an identity names; of format 1 these are kommuner, fylker and regions alone. */
export function tablesOf(
  identity: { readonly tables: readonly DecidingFile[] } | { readonly registers: readonly DecidingFile[] },
): readonly DecidingFile[] {
  return 'tables' in identity ? identity.tables : identity.registers;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
