import type { RunContents } from '../../audit/verify/run-contents';
import type { ErrorDetail } from '../../domain';
import type { VerifyInput } from './verify-input';

/** What was not checked, for want of something to check it against, and how it can be. */
export function uncheckedNotes(input: VerifyInput, runs: readonly RunContents[]): ErrorDetail[] {
  const last = runs.at(-1);
  if (last === undefined) return [];
  const { db, head, extract } = input;
  if (db !== undefined) return head === undefined ? [{ code: 'VERIFY_WITHOUT_HEAD', params: {} }] : [];
  const anchor = { code: 'VERIFY_UNANCHORED', params: { runId: last.manifest.run_id, manifest: last.sha256 } };
  return extract === undefined ? [anchor, { code: 'VERIFY_HASH_ALONE', params: {} }] : [anchor];
}
