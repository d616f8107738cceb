import { dirname } from 'node:path';
import { openPseudonymKey, readSigningKey } from '../../audit';
import { makeFolder } from '../../effects';
import { type Ledger, openLedger, type SignedList } from '../../ledger';
import { actBy } from '../acts/act';
import { approversForNewLedger } from '../approve/approvers-for-new-ledger';
import { signingInput } from '../approve/sign-act';
import type { Installation } from '../installation';
import { keyIdsInUse } from '../privacy/keys-in-use';
import { programBuild } from '../program-build';
import { refuseChangedTables, refuseNewerTables } from '../tables/refuse-tables';
import {
  type Acceptance,
  acceptanceText,
  refuseAllAssumed,
  refuseChangedVerifiedCells,
  withListed,
} from './acceptance';
import type { RuleInputs } from './rule-inputs';
import type { RunLedger, RunRequest } from './run-request';

/** Opens the ledger of a run, one that is there, or a new one where the user has asked for it, and says who acts on it. */
export function openRunLedger(
  installation: Installation,
  request: RunRequest,
  given: readonly Acceptance[],
): RunLedger {
  const { keyFile, keyPassphrase } = installation;
  const approvers = approversForNewLedger(installation, request);
  // Before the calculation, not after it: a key that cannot be used would leave a run that nobody has signed.
  if (keyFile !== undefined) readSigningKey(keyFile, keyPassphrase);
  if (request.newLedger) refuseAllAssumed(given, request.rehearsal);
  const build = programBuild();
  const by = actBy(request);
  const ledger = openOrMake(installation.db, request, approvers, by);
  const act = { role: 'runner', actor: request.actor, settings: installation } as const;
  const sign = keyFile === undefined ? undefined : signedAs(ledger, act);
  return { ledger, by, build, sign };
}

function openOrMake(
  db: string,
  { rehearsal, newLedger }: RunRequest,
  approvers: SignedList | undefined,
  by: RunLedger['by'],
): Ledger {
  if (!rehearsal && !newLedger) return openLedger(db);
  makeFolder(dirname(db));
  const create = { rehearsal, by, ...(approvers === undefined ? {} : { approvers }) };
  return openLedger(db, { create, mustBeReal: newLedger && !rehearsal });
}

function signedAs(ledger: Ledger, act: Omit<Parameters<typeof signingInput>[0], 'runId'>): RunLedger['sign'] {
  return (batch) => signingInput({ ...act, runId: batch.runId }, ledger, batch);
}

/**
 * What a run has accepted: what was given for it and what the ledger's list holds. Refuses a ledger that is an older copy,
 * and tables and rates that nobody has accepted.
 */
export function acceptedInRun(
  given: readonly Acceptance[],
  { rules, tables }: RuleInputs,
  { ledger, by }: RunLedger,
): Acceptance[] {
  ledger.refuseBehind(); // Before anything is read or made beside an older copy.
  refuseAllAssumed(given, ledger.rehearsal);
  const today = by.at.slice(0, 10);
  const listed = ledger.listInForce('assumptions', today)?.list.accepted ?? [];
  const accepted = ledger.rehearsal ? [...given] : withListed(given, listed);
  refuseChangedTables(ledger);
  refuseNewerTables(tables, accepted.map(acceptanceText), ledger, today);
  refuseChangedVerifiedCells(rules, accepted, ledger.rehearsal);
  return accepted;
}

/** The key of the installation's pseudonyms, made at first use. */
export function openRunKey(
  { db, pseudonymKeyFile }: Installation,
  ledger: Ledger,
  accepted: readonly Acceptance[],
): Uint8Array {
  makeFolder(dirname(pseudonymKeyFile));
  const acceptsNewKey = accepted.some(({ name }) => name === 'new-pseudonym-key');
  return openPseudonymKey(pseudonymKeyFile, keyIdsInUse(db, ledger), acceptsNewKey);
}
