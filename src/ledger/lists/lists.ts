import { errorDetail, NorsktilskuddError } from '../../domain';
import type { Database, SqlValue } from '../../effects';
import { clockAhead, earliestActTime } from '../act-times';

import { nameIn } from '../codes';
import { textsOf } from '../hash-chain';
import { type ActBy, type ActContent, writeAct } from '../journal';
import type { OpenLedger } from '../posting-reads';
import { listFaults, namesAlike } from './list-faults';
import {
  LIST_KINDS,
  type ListKind,
  type ListSignature,
  listHash,
  listText,
  parseListText,
  type SignedList,
} from './signed-list';

/** A list as the ledger holds it. */
export interface AdoptedList {
  readonly list: SignedList;
  readonly hash: string;
  /** Act that adopted it. */
  readonly journal: number;
}

/** Answer to an adopted list. */
export interface ListAnswer {
  readonly already: boolean;
  readonly hash: string;
}

/** Every adopted version of a kind, the first one first. */
export function adoptedLists(db: Database, kind: ListKind): AdoptedList[] {
  return db
    .prepare('SELECT text, signatures, hash, journal, kind, version FROM signed_lists WHERE kind = ? ORDER BY version')
    .all(kind)
    .map(adoptedOf);
}

/** The version of a list that holds on a day (`YYYY-MM-DD`): the last one adopted that has begun. */
export function listInForce(db: Database, kind: ListKind, day: string): AdoptedList | undefined {
  const row = db
    .prepare(
      `SELECT text, signatures, hash, journal, kind, version FROM signed_lists
       WHERE kind = ? AND valid_from <= ? ORDER BY version DESC LIMIT 1`,
    )
    .get(kind, day);
  return row && adoptedOf(row);
}

/** True as soon as a list of approvers has been adopted: from then on no batch is posted without every signature. */
export function requiresSignatures(db: Database): boolean {
  return db.prepare("SELECT 1 FROM signed_lists WHERE kind = 'approvers' LIMIT 1").get() !== undefined;
}

/**
 * Adopts the next version of a list. The same version again: "already".
 *
 * @throws NorsktilskuddError refused LIST_REFUSED with every reason as a detail
 */
export function adoptList(ledger: OpenLedger, list: SignedList, by: ActBy): ListAnswer {
  const { db } = ledger;
  return db.transaction(() => {
    const hash = listHash(list);
    if (db.prepare('SELECT 1 FROM signed_lists WHERE hash = ?').get(hash)) return { already: true, hash };
    const previous = adoptedLists(db, list.kind).at(-1)?.list;
    const approvers = adoptedLists(db, 'approvers').at(-1)?.list;
    const faults = listFaults(list, { previous, approvers, adoptedOn: by.at.slice(0, 10) });
    const earliest = earliestActTime(db);
    if (by.at < earliest) faults.push(errorDetail('LEDGER_CLOCK_BEHIND', { at: by.at, earliest }));
    faults.push(...namesAlike(list), ...clockAhead(db, by, ''));
    if (faults.length > 0) {
      throw new NorsktilskuddError('refused', 'LIST_REFUSED', { kind: list.kind, version: list.version }, faults);
    }
    storeList(db, list, writeAct(db, 'adopt', by, adoptAct(list)));
    return { already: false, hash };
  });
}

/** Puts a list beside the act that adopted it. The caller holds the transaction. */
export function storeList(db: Database, list: SignedList, journal: number): void {
  const signatures = JSON.stringify(signatureTexts(list.signatures));
  db.prepare('INSERT INTO signed_lists VALUES (?, ?, ?, ?, ?, ?, ?)').run(
    list.kind,
    list.version,
    journal,
    list.validFrom,
    listHash(list),
    listText(list),
    signatures,
  );
}

/** What the journal says of an adopted list. */
export function adoptAct(list: SignedList): ActContent {
  const signatures = signatureTexts(list.signatures);
  return { kind: list.kind, version: list.version, valid_from: list.validFrom, hash: listHash(list), signatures };
}

function signatureTexts(signatures: readonly ListSignature[]): string[] {
  return signatures.map(({ name, signature }) => `${name}\t${signature}`);
}

/** A row whose text is not that of a list becomes a list of nobody: nothing can be signed by it, and verify finds it. */
function adoptedOf([text, signatures, hash, journal, kind, version]: readonly SqlValue[]): AdoptedList {
  const signed = textsOf(String(signatures)).map((row): ListSignature => {
    const [name = '', signature = ''] = row.split('\t');
    return { name, signature };
  });
  const list = parseListText(String(text), signed) ?? {
    kind: nameIn(LIST_KINDS, kind),
    version: Number(version),
    validFrom: '',
    previous: '',
    approvers: '',
    persons: [],
    files: [],
    signatures: [],
  };
  return { list, hash: String(hash), journal: Number(journal) };
}
