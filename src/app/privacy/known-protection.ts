import { join } from 'node:path';
import { type ErrorDetail, f64, hasProtectedRow, NorsktilskuddError } from '../../domain';
import { pathExists } from '../../effects';
import { type BatchInfo, openLedger } from '../../ledger';
import { openSnapshot, type PersonPlace, type Snapshot } from '../../register';
import { type KnownExtracts, knownExtracts } from './known-extracts';

/** Where extracts are stored, and the drafts that rest on them: all that is known of whose address is protected. */
export interface ProtectionPlace {
  readonly folder: string;
  readonly batches: readonly Pick<BatchInfo, 'batch' | 'snapshot' | 'asOf'>[];
}

/**
 * Whose address is protected by the newest extract that the ledger knows: snapshots of drafts and posted batches,
 * superseded ones too, and imports beside the ledger. Whoever is not in the newest is looked for in the one before.
 * Where the newest is gone or damaged nobody can tell, so everybody counts as protected and `fault` says why.
 */
export class KnownProtection {
  readonly #place: ProtectionPlace;
  readonly #open: (snapshotId: string) => Snapshot | undefined;
  readonly #formers = new Map<Snapshot, ReadonlyMap<number, readonly number[]>>();
  #extracts: KnownExtracts | undefined;

  /** @param open opens a stored snapshot, each once; what it opens is the caller's to close */
  constructor(place: ProtectionPlace, open: (snapshotId: string) => Snapshot | undefined) {
    this.#place = place;
    this.#open = open;
  }

  /** Why nobody can tell who is protected; undefined where it is known. */
  get fault(): ErrorDetail | undefined {
    return this.#known.fault;
  }

  /** Snapshots that say whose address is protected now; they are kept. */
  get newest(): readonly string[] {
    return [...(this.#known.levels[0] ?? []), ...this.#known.undated];
  }

  /**
   * Whether any of some ids counts as protected; undefined where no extract knows any of them.
   *
   * @throws NorsktilskuddError verification SNAPSHOT_DAMAGED
   */
  of(ids: readonly number[]): boolean | undefined {
    const { fault, levels, undated } = this.#known;
    if (fault) return true;
    let known: boolean | undefined;
    for (const level of [undated, ...levels]) {
      const answers = level.map((snapshotId) => this.#answer(snapshotId, ids));
      if (answers.includes(true)) return true;
      if (answers.includes(false)) known = false;
      if (known === false && level !== undated) break;
    }
    return known;
  }

  /** The test for persons of a snapshot, by the id that counts there: their former ids are asked for, too. */
  testFor(snapshot: Snapshot): (personId: number) => boolean {
    return (personId) => this.of([personId, ...(this.#formersIn(snapshot).get(personId) ?? [])]) ?? false;
  }

  get #known(): KnownExtracts {
    this.#extracts ??= knownExtracts(this.#place.folder, this.#place.batches);
    return this.#extracts;
  }

  #answer(snapshotId: string, ids: readonly number[]): boolean | undefined {
    const snapshot = this.#open(snapshotId);
    if (!snapshot) return undefined;
    let known: boolean | undefined;
    for (const id of ids) {
      const now = snapshot.identities.get(id) ?? id;
      if (snapshot.rejectedWithoutRow.has(now) || snapshot.rejectedPersons.has(now)) return true;
      const place = snapshot.blockOf(id);
      if (!place) continue;
      if (isProtectedIn(snapshot, place)) return true;
      known = false;
    }
    return known;
  }

  #formersIn(snapshot: Snapshot): ReadonlyMap<number, readonly number[]> {
    const known = this.#formers.get(snapshot);
    if (known) return known;
    const formers = new Map<number, number[]>();
    for (const [former, now] of snapshot.identities) formers.set(now, [...(formers.get(now) ?? []), former]);
    this.#formers.set(snapshot, formers);
    return formers;
  }
}

/** What one extract says of a person. */
function isProtectedIn(snapshot: Snapshot, { block, index }: PersonPlace): boolean {
  return f64(block.personIds, index) === 0 || !snapshot.hasProtectionColumn || hasProtectedRow(block, index);
}

/** Snapshots that have been opened, each once; each counts as protected whom any newer one protects. Close it. */
export class SnapshotShelf {
  readonly protection: KnownProtection;
  readonly #folder: string;
  readonly #open = new Map<string, Snapshot>();

  constructor(place: ProtectionPlace) {
    this.#folder = place.folder;
    this.protection = new KnownProtection(place, (snapshotId) => this.find(snapshotId));
  }

  /** A stored snapshot; undefined where it has been pruned. */
  find(snapshotId: string): Snapshot | undefined {
    const known = this.#open.get(snapshotId);
    if (known || snapshotId === '') return known;
    const path = join(this.#folder, `${snapshotId}.db`);
    if (!pathExists(path)) return undefined;
    const snapshot = openSnapshot(path);
    this.#open.set(snapshotId, snapshot);
    snapshot.alsoProtect(this.protection.testFor(snapshot));
    return snapshot;
  }

  /** Has a snapshot that was opened elsewhere count as protected whom any newer one protects. */
  protect(snapshot: Snapshot): Snapshot {
    snapshot.alsoProtect(this.protection.testFor(snapshot));
    return snapshot;
  }

  close(): void {
    for (const snapshot of this.#open.values()) snapshot.close();
    this.#open.clear();
  }
}

/**
 * The extracts beside a ledger; where there is no ledger, or none that can be read, what is stored there counts alone.
 *
 * @throws NorsktilskuddError verification LEDGER_DAMAGED, LEDGER_NOT_PROVEN: nobody can tell which extract is the newest
 */
export function shelfBeside(db: string): SnapshotShelf {
  return new SnapshotShelf({ folder: join(`${db}.d`, 'snapshots'), batches: batchesOf(db) });
}

function batchesOf(db: string): ProtectionPlace['batches'] {
  if (!pathExists(db)) return [];
  try {
    const ledger = openLedger(db, { readOnly: true, checkTotals: false });
    try {
      return ledger.batches();
    } finally {
      ledger.close();
    }
  } catch (cause) {
    if (cause instanceof NorsktilskuddError && cause.kind !== 'verification') return [];
    throw cause;
  }
}
