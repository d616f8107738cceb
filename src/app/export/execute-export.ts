import { join } from 'node:path';
import {
  accessLogPath,
  Findings,
  logAccess,
  openTraceStore,
  type RecipientExport,
  readPseudonymKey,
  readRunFolder,
  recipientExport,
} from '../../audit';
import { assert, NorsktilskuddError, parseRecipientCode, sha256Hex } from '../../domain';
import { isFolder, listFolder, nowUtc, pathExists } from '../../effects';
import { protectedLeaves, type RunContext } from '../../explain';
import type { Language } from '../../messages';
import { pseudonymKeyId } from '../../trace';
import type { OpenRun } from '../explain/open-run-context';
import { withRun } from '../explain/with-run';
import { headsOfRun } from '../heads-of-run';
import type { KnownProtection } from '../privacy/known-protection';
import { type TextFile, writeFolder } from '../write-folder';
import { personFiles } from './export-persons';

/** Mode of the files: they set pseudonyms beside places. */
const RESTRICTED = 0o600;

/** What an export is asked for, read and checked. */
export interface ExportInput {
  readonly db: string;
  readonly runId: string;
  readonly recipientId: string;
  /** The folder to make: new or empty. */
  readonly out: string;
  readonly pseudonymKeyFile: string;
  /** Also its own persons by DUF number, into a folder beside: for that recipient alone. */
  readonly withPersons?: boolean;
  readonly language?: Language;
  readonly actor: string;
}

/** What was exported. */
export type ExportReport = Omit<RecipientExport, 'files'> & {
  readonly out: string;
  /** Folder of its own persons; undefined where they were not asked for. */
  readonly persons: string | undefined;
  /** SHA-256 of its table, persons.csv; undefined where they were not asked for. */
  readonly personsHash: string | undefined;
  /** Of the run. */
  readonly folder: string;
  readonly manifestPath: string;
  readonly manifestHash: string;
};

/**
 * Writes what a run holds about one recipient, with proofs that lead to the roots in the manifest. The access log is
 * written first; the folder appears whole or not at all.
 *
 * @throws NorsktilskuddError usage EXPORT_OUT_NOT_EMPTY, EXPLAIN_RECIPIENT_UNKNOWN, LEDGER_RUN_UNKNOWN,
 *   PSEUDONYM_KEY_MISSING; verification VERIFICATION_FAILED, EXPORT_OTHER_KEY
 */
export function executeExport(
  input: ExportInput,
  onProtection: (protection: KnownProtection) => void = () => undefined,
): ExportReport {
  const { out, runId, recipientId } = input;
  if (pathExists(out) && !(isFolder(out) && listFolder(out).length === 0)) {
    throw new NorsktilskuddError('usage', 'EXPORT_OUT_NOT_EMPTY', { folder: out });
  }
  const persons = input.withPersons === true ? `${out}-persons` : undefined;
  if (persons !== undefined && pathExists(persons)) {
    throw new NorsktilskuddError('usage', 'EXPORT_OUT_NOT_EMPTY', { folder: persons });
  }
  return withRun(input.db, runId, (context) => {
    onProtection(context.protection);
    const built = buildExport(context, input);
    const subjects = persons === undefined ? [recipientId] : [recipientId, 'persons'];
    const access = { kind: 'export', actor: input.actor, at: nowUtc(), runId, subjects } as const;
    logAccess(accessLogPath(input.db), access);
    const ofPersons = persons === undefined ? [] : personsOf(context, input, built.seal);
    writeFolder(out, built.files, RESTRICTED);
    if (persons !== undefined) writeFolder(persons, ofPersons, RESTRICTED);
    const { files, ...counts } = built;
    const { folder } = context;
    const manifestPath = join(folder, 'manifest.json');
    const [table] = ofPersons;
    const personsHash = table && sha256Hex(table.text);
    return { ...counts, out, persons, personsHash, folder, manifestPath, manifestHash: context.batch.manifestHash };
  });
}

/** Its own persons by the id that it knows. */
function personsOf(
  context: OpenRun,
  { recipientId, pseudonymKeyFile, language = 'nb' }: ExportInput,
  seal: string,
): readonly TextFile[] {
  const recipient = parseRecipientCode(recipientId);
  assert(recipient !== undefined, 'an export is of a recipient');
  return personFiles({ context, recipient, pseudonymKey: readPseudonymKey(pseudonymKeyFile), seal, language });
}

function buildExport(context: RunContext, input: ExportInput): RecipientExport {
  const recipient = parseRecipientCode(input.recipientId);
  if (recipient === undefined || !context.rules.places.has(recipient)) {
    throw new NorsktilskuddError('usage', 'EXPLAIN_RECIPIENT_UNKNOWN', { recipient: input.recipientId });
  }
  const pseudonymKey = readPseudonymKey(input.pseudonymKeyFile);
  const problems = new Findings();
  const contents = readRunFolder(context.folder, problems);
  if (!contents || problems.count > 0) {
    throw new NorsktilskuddError('verification', 'VERIFICATION_FAILED', { faults: problems.count }, problems.list());
  }
  const keyId = pseudonymKeyId(pseudonymKey);
  if (keyId !== contents.manifest.identity.pseudonym_key_id) {
    const params = { expected: contents.manifest.identity.pseudonym_key_id, found: keyId };
    throw new NorsktilskuddError('verification', 'EXPORT_OTHER_KEY', params);
  }
  const store = openTraceStore(context.folder);
  try {
    const heads = headsOfRun(context.ledger, context.batch);
    const shown = { store, pseudonymKey, recipient, protectedLeaves: protectedLeaves(context) };
    return recipientExport({ contents, heads, ...shown });
  } finally {
    store.close();
  }
}
