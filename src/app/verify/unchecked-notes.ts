import type { RunContents } from '../../audit';
import { type ErrorDetail, errorDetail } from '../../domain';
import { SIGNING_ROLES } from '../../ledger';
import type { SignedRun } from './signed-runs';
import type { VerifyInput } from './verify-input';

/** What was not checked, for want of something to check it against, and how it can be. */
export function uncheckedNotes(
  input: VerifyInput,
  runs: readonly RunContents[],
  signed: readonly SignedRun[],
): ErrorDetail[] {
  const last = runs.at(-1);
  if (last === undefined) return [];
  return input.db === undefined ? withoutLedger(input, runs, last, signed) : withLedger(input);
}

function withoutLedger(
  { extract }: VerifyInput,
  [first]: readonly RunContents[],
  last: RunContents,
  signed: readonly SignedRun[],
): ErrorDetail[] {
  const { run_id: runId } = last.manifest;
  return [
    errorDetail('VERIFY_UNANCHORED', { runId, manifest: last.sha256 }),
    errorDetail('VERIFY_STATE_UNKNOWN', { runId }),
    errorDetail('VERIFY_BEFORE_FROM_FOLDER', { runId: first?.manifest.run_id ?? runId }),
    ...signed.flatMap(missingSignatures),
    ...(extract === undefined ? [errorDetail('VERIFY_HASH_ALONE')] : []),
  ];
}

/** Whether a role must have signed stands in the ledger alone. */
function missingSignatures({ runId, folder, signatures }: SignedRun): ErrorDetail[] {
  if (folder === undefined) return [errorDetail('VERIFY_UNSIGNED', { runId })];
  const roles = SIGNING_ROLES.filter((role) => !signatures.some((row) => row.role === role));
  return roles.length === 0 ? [] : [errorDetail('VERIFY_ROLES_NOT_BESIDE', { runId, roles: roles.join(', ') })];
}

function withLedger({ head, extract, key, sql }: VerifyInput): ErrorDetail[] {
  return [
    ...(head === undefined ? [errorDetail('VERIFY_WITHOUT_HEAD')] : []),
    ...(key === undefined ? [errorDetail('VERIFY_BEFORE_WITHOUT_KEY')] : []),
    ...(extract === undefined ? [errorDetail(sql ? 'VERIFY_SQL_ALONE' : 'VERIFY_NOT_CALCULATED')] : []),
  ];
}
