import { basename, join } from 'node:path';
import { NorsktilskuddError } from '../domain';
import { type Database, linkInto, makePartFolder, nowUtc, openDatabase, realPath, removePartFolders } from '../effects';
import { type ActBy, type ActContent, writeAct } from './journal';
import { explainSqlite } from './ledger-file';
import { listFaults, namesAlike } from './lists/list-faults';
import { storeList } from './lists/lists';
import { listHash, type SignedList } from './lists/signed-list';
import { FIRST_KINDS } from './schema/kinds';
import { createSchema, insertKinds } from './schema/schema';

/** How a new ledger is made. */
export interface CreateOptions {
  readonly rehearsal: boolean;
  readonly by?: Partial<ActBy>;
  /** The first list of approvers: from the first batch on, nothing is posted without every signature. */
  readonly approvers?: SignedList;
}

/**
 * Makes a ledger in a folder beside its place and puts it there whole. Where another process has made one meanwhile, that
 * one stays.
 */
export function makeLedgerFile(path: string, options: CreateOptions): void {
  const folder = makePartFolder(path);
  try {
    const file = join(folder, basename(path));
    const db = openDatabase(file, { mode: 'durable', explain: (cause) => explainSqlite(cause, path) });
    try {
      createLedger(db, path, options);
    } finally {
      db.close();
    }
    linkInto(file, path);
  } finally {
    removePartFolders(path);
  }
}

/** Writes shape and first act into an empty file. */
function createLedger(db: Database, path: string, options: CreateOptions): void {
  db.transaction(() => {
    createSchema(db, options.rehearsal);
    const by = { actor: '', at: nowUtc(), build: '', ledger: realPath(path), ...options.by };
    const { approvers } = options;
    const faults =
      approvers === undefined
        ? []
        : [
            ...listFaults(approvers, { previous: undefined, approvers: undefined, adoptedOn: by.at.slice(0, 10) }),
            ...namesAlike(approvers),
          ];
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
