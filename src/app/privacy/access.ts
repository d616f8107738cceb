import { accessLogPath, logAccess, openTraceStore, pseudonymsOf, readAccessLog } from '../../audit';
import { formatPersonId, NorsktilskuddError } from '../../domain';
import { isFolder, nowUtc, pathExists } from '../../effects';
import { RecipientPseudonyms, TraceReader } from '../../trace';
import { withLedger } from '../acts/act';
import type { Installation } from '../installation';
import { findPerson, installationKey } from './find-person';
import { logBesideLedger } from './noted-heads';

/**
 * Who has seen what about persons, held to its hashes, to the heads that the ledger has noted, and to a head that was kept elsewhere where one is given.
 *
 * @throws NorsktilskuddError verification ACCESS_LOG_REFUSED, ACCESS_LOG_OTHER
 */
export function accessLog(db: string, head?: string): Pick<ReturnType<typeof readAccessLog>, 'rows' | 'head'> {
  const file = accessLogPath(db);
  const log = readAccessLog(file);
  const { faults, heads, rows } = log;
  if (faults.length > 0)
    throw new NorsktilskuddError('verification', 'ACCESS_LOG_REFUSED', { faults: faults.length }, faults);
  const lost = pathExists(db) ? withLedger(db, true, (ledger) => logBesideLedger(db, ledger).lost) : [];
  if (lost.length > 0) {
    throw new NorsktilskuddError('verification', 'ACCESS_LOG_REFUSED', { faults: lost.length }, lost);
  }
  if (head !== undefined && !heads.includes(head.toLowerCase())) {
    throw new NorsktilskuddError('verification', 'ACCESS_LOG_OTHER', { file, head, rows: rows.length });
  }
  return { rows, head: log.head };
}

/** Whom a pseudonym of a run stands for, who asks, and for what. */
export interface RevealRequest {
  /** Of the installation, or one of those that exports to recipients show. */
  readonly pseudonym: string;
  readonly runId: string;
  readonly actor: string;
  readonly purpose: string;
}

/**
 * The DUF number behind a pseudonym. The access log is written first.
 *
 * @throws NorsktilskuddError usage LEDGER_RUN_UNKNOWN, PSEUDONYM_UNKNOWN; those of installationKey()
 */
export function revealPerson(
  installation: Pick<Installation, 'db' | 'pseudonymKeyFile'>,
  { pseudonym, runId, actor, purpose }: RevealRequest,
): string {
  const { db } = installation;
  const key = installationKey(installation);
  const pseudonyms = pseudonymsOf(key);
  return withLedger(db, true, (ledger) => {
    const batch = ledger.batch(runId);
    if (batch === undefined) throw new NorsktilskuddError('usage', 'LEDGER_RUN_UNKNOWN', { runId });
    logAccess(accessLogPath(db), { kind: 'reveal', actor, at: nowUtc(), runId, subjects: [pseudonym], purpose });
    const find = (name: string): number | undefined =>
      findPerson(name, pseudonyms, ledger, installation, batch.snapshot);
    const personId = find(pseudonym) ?? find(generalPseudonym(pseudonym, key, batch.runFolder) ?? pseudonym);
    if (personId === undefined) throw new NorsktilskuddError('usage', 'PSEUDONYM_UNKNOWN', { pseudonym, runId });
    return formatPersonId(personId);
  });
}

/**
 * The general pseudonym behind one that a recipient was shown: among the parts of a run. undefined where no part has it,
 * or the run's folder is gone.
 *
 * @throws NorsktilskuddError verification RUN_FILE_CHANGED
 */
function generalPseudonym(pseudonym: string, key: Uint8Array, runFolder: string): string | undefined {
  if (!isFolder(runFolder)) return undefined;
  const store = openTraceStore(runFolder);
  try {
    const reader = new TraceReader(store);
    const made = new RecipientPseudonyms(key);
    for (const { leaf, kind, records } of reader.leaves()) {
      if (kind === 'kommune' || kind === 'adjustment') return undefined; // Persons come first.
      const recipients = new Set(records.flatMap(({ parts }) => parts.map(({ recipient }) => recipient)));
      if (recipients.size === 0) continue;
      const general = reader.pseudonym(leaf);
      for (const recipient of recipients) if (made.text(general, recipient) === pseudonym) return general;
    }
    return undefined;
  } finally {
    store.close();
  }
}
