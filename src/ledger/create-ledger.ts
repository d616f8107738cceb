import { NorsktilskuddError } from '../domain';
import { type Database, nowUtc } from '../effects';
import { type ActBy, type ActContent, writeAct } from './journal';
import { listFaults } from './lists/list-faults';
import { storeList } from './lists/lists';
import { listHash, type SignedList } from './lists/signed-list';
import { FIRST_KINDS } from './schema/kinds';
import { createSchema, insertKinds, isEmptyFile } from './schema/schema';

/** How a new ledger is made. */
export interface CreateOptions {
  readonly rehearsal: boolean;
  readonly by?: Partial<ActBy>;
  /** The first list of approvers: from the first batch on, nothing is posted without every signature. */
  readonly approvers?: SignedList;
}

/** Writes shape and first act into an empty file. */
export function createLedger(db: Database, options: CreateOptions): void {
  db.transaction(() => {
    if (!isEmptyFile(db)) return;
    createSchema(db, options.rehearsal);
    const by = { actor: '', at: nowUtc(), build: '', ...options.by };
    const { approvers } = options;
    const faults =
      approvers === undefined
        ? []
        : listFaults(approvers, { previous: undefined, approvers: undefined, adoptedOn: by.at.slice(0, 10) });
    if (faults.length > 0)
      throw new NorsktilskuddError('refused', 'LIST_REFUSED', { kind: 'approvers', version: 1 }, faults);
    const journal = writeAct(db, 'create', by, createAct(options.rehearsal, approvers && listHash(approvers)));
    insertKinds(db, FIRST_KINDS, journal);
    if (approvers) storeList(db, approvers, journal);
  });
}

/** What the journal says of a new ledger; the hash of its first list of approvers anchors that list. */
export function createAct(rehearsal: boolean, approversHash: string | undefined): ActContent {
  return { rehearsal: rehearsal ? 1 : 0, ...(approversHash === undefined ? {} : { approvers: approversHash }) };
}
