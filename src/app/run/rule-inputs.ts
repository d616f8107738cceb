import { basename, join } from 'node:path';
import { lockedHash, parseRuleLock, RULE_LOCK_FILE, type RuleLock, type RuleSet, SHIPPED_FILES } from '../../../rules';
import { type DecidingFile, type InputFile, RECIPIENTS_COPY } from '../../audit';
import type { Component, Rate, RecipientCode } from '../../domain';
import { sha256Hex } from '../../domain';
import { readBytes } from '../../effects';
import type { RecipientDetails } from '../../payout';
import { RATES_TABLE, RECIPIENTS_TABLE, readSmallTable, rowsOrStop } from '../../register';
import { programFolder } from '../program-files';
import type { RatesFile } from '../rates/rates-warnings';
import { readGivenFile } from '../read-given-file';
import { rulesOfTables } from '../shipped-rules';
import { readTables } from '../tables/read-tables';

/** The rules of a run with the hashes of everything that they were read from. */
export interface RuleInputs {
  readonly rules: RuleSet;
  readonly ruleLock: RuleLock;
  /** Hash of what a component does in a grant year, as manifests have it; empty where the lock has none. */
  readonly moduleSha256: (component: Component, grantYear: number) => string;
  readonly ruleLockSha256: string;
  /** Kommuner, fylker and regions. */
  readonly registers: readonly DecidingFile[];
  /** Every shipped table that decides results. */
  readonly tables: readonly DecidingFile[];
  /** The user's rates files. */
  readonly files: readonly InputFile[];
  /** Their rows. */
  readonly ratesFiles: readonly RatesFile[];
}

/**
 * Reads rules, lock and the user's rates files, the last one winning cell by cell; every fault of a file at once.
 *
 * @param newerTables folder given with --tables, absolute
 */
export function readRuleInputs(ratesFiles: readonly string[], newerTables?: string): RuleInputs {
  const { texts, tables } = readTables(newerTables);
  const files: InputFile[] = [];
  const overlays = ratesFiles.map((path): readonly Rate[] => {
    const bytes = readGivenFile(path, '--rates');
    const rows = rowsOrStop(path, readSmallTable(bytes, path, RATES_TABLE));
    files.push(inputFile(path, bytes, rows.length));
    return rows.map((rate) => ({ ...rate, file: basename(path) }));
  });
  const names = ratesFiles.map((path) => basename(path));
  const lockBytes = readBytes(join(programFolder(), 'rules', RULE_LOCK_FILE));
  const ruleLock = parseRuleLock(lockBytes.toString('utf8'));
  return {
    rules: rulesOfTables(texts, overlays, newerTables),
    ruleLock,
    moduleSha256: (component, grantYear) => lockedHash(ruleLock, component, grantYear) ?? '',
    ruleLockSha256: sha256Hex(lockBytes),
    registers: REGISTERS.flatMap((name) => tables.filter((table) => table.name === SHIPPED_FILES[name])),
    tables,
    files,
    ratesFiles: overlays.map((rates, index) => ({ name: names[index] ?? '', rates })),
  };
}

/** Names and accounts on the cut-off date, with the file that they were read from. */
export interface RecipientInputs {
  readonly recipients: ReadonlyMap<RecipientCode, RecipientDetails> | undefined;
  /** Recipients with several rows that are valid on the cut-off date: which account is right is not known. */
  readonly twice: ReadonlySet<RecipientCode>;
  readonly sha256: string;
  /** The file as it was given. */
  readonly bytes: Uint8Array | undefined;
  readonly files: readonly InputFile[];
}

/** Reads the recipients file where one is given (data contract 3). */
export function readRecipients(path: string | undefined, cutOff: number): RecipientInputs {
  if (path === undefined) return { recipients: undefined, twice: new Set(), sha256: '', bytes: undefined, files: [] };
  return recipientInputs(readGivenFile(path, '--recipients'), path, cutOff);
}

/** Recipients of a ledger's register: nothing is paid to an account that is not confirmed, so payouts.csv has none of it. */
export function registeredRecipients(sealed: string, cutOff: number): RecipientInputs {
  return recipientInputs(Buffer.from(sealed, 'utf8'), RECIPIENTS_COPY, cutOff);
}

function recipientInputs(bytes: Buffer, path: string, cutOff: number): RecipientInputs {
  const rows = rowsOrStop(path, readSmallTable(bytes, path, RECIPIENTS_TABLE));
  const valid = rows.filter((row) => row.validFrom <= cutOff && cutOff <= row.validTo);
  const recipients = new Map<RecipientCode, RecipientDetails>();
  const twice = new Set<RecipientCode>();
  for (const row of valid) {
    if (recipients.has(row.recipient)) twice.add(row.recipient);
    const mayBePaid = row.confirmation === 'none' || row.confirmation === 'confirmed';
    recipients.set(row.recipient, mayBePaid ? row : { ...row, accountNumber: '' });
  }
  for (const recipient of twice) recipients.delete(recipient);
  return {
    recipients,
    twice,
    sha256: sha256Hex(bytes),
    bytes,
    files: [inputFile(path, bytes, rows.length)],
  };
}

/** In the order in which ids of snapshots name their hashes. */
const REGISTERS = ['kommuner', 'fylker', 'regions'] as const;

function inputFile(path: string, bytes: Uint8Array, rows: number): InputFile {
  return { name: basename(path), bytes: bytes.length, rows, sha256: sha256Hex(bytes) };
}
