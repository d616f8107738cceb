import { NorsktilskuddError } from '../../domain';
import { type Ledger, openLedger, type PaymentFileInfo, type SignedActBy } from '../../ledger';
import { actBy } from '../acts/act';
import { actingKey } from '../approve/acting-key';
import type { PayingInstallation, PayoutWritten, PlacedFile, WritePayoutRequest } from './payout-types';
import { faultsOfPlacedFile, pathOfFile, placeFile } from './place-file';
import { filesInForce, heldSum, type Planned, planFiles, postedBatch, refuseOtherChannel } from './plan-files';
import { writeTransferList } from './transfer-list';

/**
 * Writes the payments of an approved batch into files that a bank or the accounting system takes. Each file is fixed in the
 * ledger first, with its bytes, count and sum; then written whole, read back, held to its schema and compared payment by
 * payment; only then it counts as made. Broken off anywhere, the same call finishes the same files. With nothing left to
 * write, the files that stand are put where they belong again, byte for byte.
 *
 * @throws NorsktilskuddError usage LEDGER_RUN_UNKNOWN, FLAG_MISSING; refused LEDGER_FILE_*, PAYOUT_*; verification
 * PAYOUT_WRITE_FAILED
 */
export async function writePayout(
  installation: PayingInstallation,
  request: WritePayoutRequest,
): Promise<PayoutWritten> {
  const { runId, onStep = () => {} } = request;
  const ledger = openLedger(installation.db);
  try {
    const by = { ...actBy(request), ...actingKey(installation, ledger) };
    const before = filesInForce(ledger, runId);
    const found: Planned = { held: [], notices: [] };
    onStep('plan', 0, 1);
    const isUnfinished = before.some(({ state }) => state === 'intent');
    if (isUnfinished) refuseOtherChannel(before, request);
    else ledger.writePaymentFiles(() => planFiles(ledger, installation, request, by, found), by);
    const files = filesInForce(ledger, runId);
    const begun = new Set(files.filter(({ state }) => state === 'intent').map(({ file }) => file));
    const placed: PlacedFile[] = [];
    for (const [index, file] of files.entries()) {
      onStep('write', index, files.length);
      placed.push(await place(installation.db, ledger, file, by, () => onStep('check', index, files.length)));
    }
    if (placed.length === 0) throw nothingLeft(ledger, runId);
    const held = { held: found.held.flatMap(({ obstacles }) => obstacles), ...heldSum(found.held) };
    return {
      runId,
      rehearsal: ledger.rehearsal,
      written: placed.filter(({ file }) => begun.has(file.file)),
      already: placed.filter(({ file }) => !begun.has(file.file)),
      ...held,
      notices: found.notices,
      lists: writeTransferList(installation.db, ledger, runId, request.language),
      journalHead: ledger.journalHead(),
    };
  } finally {
    ledger.close();
  }
}

/** Puts a file where it belongs, holds it to what was meant, and writes down that it is made. */
async function place(
  db: string,
  ledger: Ledger,
  file: PaymentFileInfo,
  by: SignedActBy,
  onCheck: () => void,
): Promise<PlacedFile> {
  const placing = placeFile(db, file, ledger.bytesOfPaymentFile(file.file));
  const placed = { file, placing, path: pathOfFile(db, file) };
  if (file.state !== 'intent') return placed;
  onCheck();
  const faults = await faultsOfPlacedFile(db, file, ledger.paymentsOf(file.runId));
  if (faults.length > 0) {
    throw new NorsktilskuddError('verification', 'PAYOUT_WRITE_FAILED', { name: file.name }, faults);
  }
  ledger.paymentFileMade(file.name, by);
  return { ...placed, file: { ...file, state: 'made' } };
}

function nothingLeft(ledger: Ledger, runId: string): NorsktilskuddError {
  postedBatch(ledger, runId);
  return new NorsktilskuddError('refused', 'PAYOUT_NOTHING_LEFT', { runId });
}
