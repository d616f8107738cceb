import { type ErrorDetail, errorDetail } from '../../domain';
import { earliestActTime } from '../act-times';
import { rightOfStored } from '../cases/asked-right';
import { nameIn } from '../codes';
import { type ActBy, actBody, placeColumns } from '../journal';
import { signatureHolds } from '../lists/ed25519';
import { isValidOn, personNamed } from '../lists/list-faults';
import { type AdoptedList, adoptedLists } from '../lists/lists';
import { isRuled, rightFault } from '../lists/rights';
import type { OpenLedger } from '../posting-reads';
import { actPayload } from '../signed-acts/act-payload';
import { type ActSignature, signatureInBody } from '../signed-acts/act-signature';
import { mayDo, SIGNED_ACTS, type SignedAct } from '../signed-acts/write-signed-act';
import { contentOfAct } from './content-of-act';
import { inForce } from './signature-faults';

/** An act that a ledger with a list of approvers wants signed, as the journal has it. */
interface JournalRow extends ActBy {
  readonly sequence: number;
  readonly act: SignedAct;
  readonly previousHash: string;
  readonly format: number;
  readonly body: string;
  readonly signed: ActSignature | undefined;
}

/**
 * Checks outcomes, withdrawals and deletions: once the ledger held a list of approvers, each bears the signature of
 * somebody who stood on it on that day, over the bytes of the act and the place that it has in the journal.
 */
export function signedActFaults(ledger: OpenLedger): ErrorDetail[] {
  const approvers = adoptedLists(ledger.db, 'approvers');
  const first = approvers[0]?.journal ?? Number.MAX_SAFE_INTEGER;
  return journalRows(ledger).flatMap((row) => {
    const { sequence, act, actor, signed } = row;
    if (signed === undefined) return sequence > first ? [errorDetail('LEDGER_ACT_UNSIGNED', { sequence, act })] : [];
    const holds = doesHold(ledger, row, signed, inForce(approvers, row.at, sequence));
    return holds ? [] : [errorDetail('LEDGER_ACT_SIGNATURE_BROKEN', { sequence, act, actor })];
  });
}

function journalRows(ledger: OpenLedger): JournalRow[] {
  const names = SIGNED_ACTS.map((act) => `'${act}'`).join(', ');
  return ledger.db
    .prepare(
      `SELECT sequence, act, at, actor, reason, build, previous_hash, body, format, ${placeColumns(ledger.format)}
       FROM journal WHERE act IN (${names}) ORDER BY sequence`,
    )
    .all()
    .map(([sequence, act, at, actor, reason, build, previousHash, body, format, account, file]) => ({
      sequence: Number(sequence),
      act: nameIn(SIGNED_ACTS, act),
      at: String(at),
      actor: String(actor),
      reason: String(reason),
      build: String(build),
      previousHash: String(previousHash),
      format: Number(format),
      account: String(account),
      ledger: String(file),
      body: String(body),
      signed: signatureInBody(String(body)),
    }));
}

function doesHold(ledger: OpenLedger, row: JournalRow, signed: ActSignature, list: AdoptedList | undefined): boolean {
  const { sequence, act, at, actor, previousHash } = row;
  const person = list && personNamed(list.list.persons, actor);
  const content = contentOfAct(ledger, { act, journal: sequence, body: row.body, format: row.format });
  if (list?.hash !== signed.approversHash || person === undefined || content === undefined) return false;
  const asked = rightOfStored(ledger, act, row.body);
  const text = actPayload({
    approversHash: signed.approversHash,
    previousHash,
    body: actBody(act, row, content, row.format),
  });
  return (
    at >= earliestActTime(ledger.db, sequence) &&
    isValidOn(person, at.slice(0, 10)) &&
    (isRuled(list.list, asked) || mayDo(person, act)) &&
    (asked === undefined || rightFault(list.list, person, asked) === undefined) &&
    person.publicKey === signed.publicKey &&
    signatureHolds(person.publicKey, text, signed.signature)
  );
}
