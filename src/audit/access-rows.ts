import { canonicalJson, chainedHash, sha256Hex } from '../domain';

/** Marks the file: the letters NTAL. */
export const ACCESS_APPLICATION_ID = 0x4e54414c;
/** Format of the rows' bytes: from 2 on a note stood beside the log before the row was written. */
const ACCESS_FORMATS = [2, 1] as const;
export type AccessFormat = (typeof ACCESS_FORMATS)[number];
/** Head of an empty log. */
export const EMPTY_ACCESS_HEAD = sha256Hex('norsktilskudd access log\n');

const refuse = (name: string, event: string, message: string): string =>
  `CREATE TRIGGER ${name} BEFORE ${event} BEGIN SELECT RAISE(ABORT, 'access: ${message}'); END`;

/** Shape of the file: rows are added in order, never changed, never deleted. */
export const ACCESS_SHAPE: readonly string[] = [
  `CREATE TABLE access (
  sequence INTEGER PRIMARY KEY CHECK (sequence > 0),
  body TEXT NOT NULL,
  previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT`,
  refuse('access_never_changed', 'UPDATE ON access', 'rows are never changed'),
  refuse('access_never_deleted', 'DELETE ON access', 'rows are never deleted'),
  refuse(
    'access_in_order',
    `INSERT ON access WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM access)
  OR EXISTS (SELECT 1 FROM access WHERE sequence = NEW.sequence - 1 AND hash <> NEW.previous_hash)`,
    'the row does not follow the last one',
  ),
];

/** What a row of the log says. */
export interface AccessContent {
  readonly kind: string;
  readonly actor: string;
  /** Account of the machine, which --as cannot change. */
  readonly account: string;
  readonly at: string;
  readonly runId: string;
  readonly subjects: readonly string[];
  readonly purpose: string;
}

/** The bytes of a row, as canonical JSON. */
export function accessBody(content: AccessContent, format: AccessFormat = 2): string {
  const { kind, actor, account, at, runId, subjects, purpose } = content;
  return canonicalJson({ format, kind, actor, account, at, run_id: runId, subjects, purpose });
}

/** The format that a row says it has; undefined where it is none. */
export function accessFormatOf(body: string): AccessFormat | undefined {
  return ACCESS_FORMATS.find((format) => body.includes(`,"format":${format},"kind":`));
}

/** SHA-256 over the 32 bytes of the hash before and then the row's bytes. */
export function accessHash(previous: string, body: string): string {
  return chainedHash(previous, body);
}
