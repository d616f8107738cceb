import { type ErrorDetail, errorDetail } from '../../domain';
import type { BatchInfo } from '../drafts/batch-info';
import { listInForce } from '../lists/lists';
import type { OpenLedger } from '../posting-reads';
import { signaturesOfBatch } from './signatures';

/**
 * Signatures of a draft that a list adopted since has made void: those of persons whom it no longer has, to whom it gives
 * another key, or from whom it takes the role. Nobody posts on the word of somebody who has been taken off.
 */
export function voidSignatures(ledger: OpenLedger, { batch, runId }: BatchInfo, day: string): ErrorDetail[] {
  const inForce = listInForce(ledger.db, 'approvers', day);
  if (inForce === undefined) return [];
  return signaturesOfBatch(ledger.db, batch)
    .filter(({ approversHash }) => approversHash !== inForce.hash)
    .filter(({ publicKey, role }) => {
      // By key, since one key is one person, whatever the lists call it.
      const person = inForce.list.persons.find((listed) => listed.publicKey === publicKey);
      return person === undefined || !person.roles.includes(role);
    })
    .map(({ actor, role }) =>
      errorDetail('LEDGER_SIGNATURE_VOID', { runId, actor, role, version: inForce.list.version }),
    );
}
